"""Pages in the shapes of newspapers, broadcasters, agencies and offices all over the world.

Places, people and outlets are invented.
"""

from tests.reading.common_pages import CommonPage, html, ld, p
from tests.reading.page_makers import adder, head_of

DAM = (
    "SEMBO (Wirefeed) — Engineers have begun lowering the water behind the Kasira dam after cracks were found in two of its gates, the energy ministry said on Monday.",
    "“There is no danger to anyone downstream,” said Josphat Aluoch, the ministry’s permanent secretary. “But we will not wait until there is.”",
    "About 3,000 people in the villages below the dam were told to be ready to leave at an hour’s notice.",
    "Fishermen on the lake said that nobody had warned them. “We heard it from the radio,” said Mercy Atieno, who owns two boats.",
    "The dam, built in 1978, supplies a fifth of the country’s power, according to the grid operator.",
    "Mr Aluoch denied reports that inspectors had asked for repairs four years ago.",
)
PORT = (
    "The government will sell its share in the port of Tavira Bay to a group of pension funds, Finance Minister Leonor Pazos announced on Thursday.",
    "The price, 410 million, is “fair to taxpayers and fair to those who work there”, Pazos told parliament.",
    "Opposition lawmaker Duarte Sol called the sale a scandal and said his party would take it to court.",
    "“They are selling the roof to pay for the carpet,” he said.",
    "Dockers’ unions said they had been promised that no jobs would be lost before 2030, but had not seen the contract.",
    "A spokeswoman for the funds, Ingrid Thule, said that the port would get two new cranes within a year.",
)
FLOOD = (
    "At least four people were killed and dozens were missing after a river burst its banks in the hill district of Namdel, officials said.",
    "District officer Tashi Rabten said rescuers had reached only two of the seven villages because the road was gone.",
    "“We can see people on the roofs, but we cannot get to them,” he told reporters by telephone.",
    "The weather office said it had warned of heavy rain on Saturday.",
    "Residents disagreed. “No siren, no message, nothing,” said Pema Yangki, whose house was washed away.",
    "The prime minister promised help and said that two helicopters were on their way.",
)
DRUG = (
    "A cheap pill against sleeping sickness cured nine in ten patients in a trial, researchers reported on Wednesday.",
    "“It is the first time that treatment means one visit and one pill,” said the trial’s leader, Dr. Amara Diallo-Finch of the Institute of Tropical Health.",
    "The trial took in 208 patients in eleven clinics.",
    "Others were more careful. Viktor Hahn, who was not part of the study, said that the number of children in it was too small.",
    "The maker of the pill has said that it will give it away free of charge, but has not said for how long.",
)
STORIES = {"dam": DAM, "port": PORT, "flood": FLOOD, "drug": DRUG}
TITLES = {
    "dam": "Water let out of Kasira dam after cracks are found",
    "port": "State to sell its share in Tavira Bay port",
    "flood": "Four dead and dozens missing as river floods hill villages",
    "drug": "One pill cures sleeping sickness in nine of ten patients",
}

PAGES: dict[str, CommonPage] = {}
add, og = adder(PAGES, STORIES, TITLES), head_of(TITLES)

add(
    "small paper, magazine theme",
    "dam",
    html(
        og("dam", "Lakeside Star", article__published_time="2025-03-03T06:11:04+00:00"),
        "<div class='td-header-wrap'><div class='td-header-top-menu'><div class='td_data_time'>Friday, November 27, 2026</div><ul class='top-header-menu'><li><a href='/adv'>Advertise</a></li></ul></div><div class='td-main-menu-logo'><a href='/'>Lakeside Star</a></div></div>"
        f"<article class='post'><div class='td-post-header'><ul class='td-category'><li><a href='/news'>News</a></li></ul><header class='td-post-title'><h1 class='entry-title'>{TITLES['dam']}</h1><p class='td-post-sub-title'>Villages below are told to be ready</p><div class='td-module-meta-info'><div class='td-post-author-name'><div class='td-author-by'>By</div> <a href='/author/otieno'>Grace Otieno</a><div class='td-author-line'> - </div></div><span class='td-post-date'><time class='entry-date' datetime='2025-03-03T06:11:04+00:00'>March 3, 2025</time></span><div class='td-post-views'><i></i><span>1204</span></div></div></header></div>"
        f"<div class='td-post-sharing'><a>Facebook</a><a>Twitter</a><a>WhatsApp</a></div><div class='td-post-content'><div class='td-post-featured-image'><figure><img src='a.jpg'><figcaption class='wp-caption-text'>The Kasira dam. Photo/File</figcaption></figure></div>{p(DAM)}</div>"
        "<footer><div class='td-post-source-tags'><ul class='td-tags'><li><span>TAGS</span></li><li><a href='/tag/dam'>dam</a></li></ul></div><div class='td-block-row td-post-next-prev'><div><span>Previous article</span><a href='/x'>Teachers call off strike after pay deal</a></div><div><span>Next article</span><a href='/y'>Governor opens new market</a></div></div>"
        "<div class='author-box-wrap'><a href='/author/otieno'><img></a><div class='desc'><div class='td-author-name'><a href='/author/otieno'>Grace Otieno</a></div><div class='td-author-description'>Grace covers energy and the environment for the Lakeside Star.</div></div></div></footer></article>"
        "<div class='td_block_related_posts'><h4>RELATED ARTICLES</h4><div class='td_module'><h3><a href='/z'>Ministry says power cuts will end in June</a></h3><span>February 27, 2025</span></div></div>"
        "<div class='comments' id='comments'><div id='respond'><h3>LEAVE A REPLY <small><a>Cancel reply</a></small></h3><form><p>Please enter your comment!</p></form></div></div>",
    ),
    body=("Villages below are told to be ready", *DAM),
    author="Grace Otieno",
    day="2025-03-03",
)
add(
    "small paper, sharing and likes below",
    "flood",
    html(
        og("flood", "Namdel Observer", article__published_time="2025-07-06T14:00:00+05:45"),
        f"<div id='page' class='site'><header id='masthead' class='site-header'><p class='site-title'><a href='/'>Namdel Observer</a></p><p class='site-description'>News from the hills since 1994</p></header><div id='content'><main><article class='post type-post'><header class='entry-header'><span class='cat-links'><a href='/c'>Weather</a></span><h1 class='entry-title'>{TITLES['flood']}</h1><div class='entry-meta'><span class='byline'> by <span class='author vcard'><a class='url fn n' href='/a/sonam'>Sonam Dukpa</a></span></span><span class='posted-on'><a href='#'><time class='entry-date published updated' datetime='2025-07-06T14:00:00+05:45'>July 6, 2025</time></a></span></div></header>"
        f"<div class='entry-content'>{p(FLOOD)}<div class='sharedaddy sd-sharing-enabled'><div class='robots-nocontent sd-block'><h3 class='sd-title'>Share this:</h3><ul><li><a>Click to share on X (Opens in new window)</a></li><li><a>Click to email a link to a friend</a></li></ul></div></div><div class='sharedaddy sd-block sd-like jetpack-likes-widget-wrapper'><h3 class='sd-title'>Like this:</h3><span class='button'><span>Like</span></span> <span class='loading'>Loading...</span></div><div id='jp-relatedposts' class='jp-relatedposts'><h3 class='jp-relatedposts-headline'><em>Related</em></h3><p>Bridge at Namdel to be rebuilt</p></div></div>"
        "<footer class='entry-footer'><span class='tags-links'>Tagged <a href='/t'>floods</a>, <a href='/t'>Namdel</a></span></footer></article><nav class='navigation post-navigation'><h2 class='screen-reader-text'>Post navigation</h2><div><a href='/p'>Apple harvest the best in years</a></div></nav><div id='comments'><h2>2 thoughts on “Four dead and dozens missing”</h2><ol><li><article class='comment-body'><footer class='comment-meta'><b>Karma</b> <span class='says'>says:</span></footer><div class='comment-content'><p>The officer is lying, we all know that he came three days late.</p></div></article></li></ol></div></main></div></div>",
    ),
    author="Sonam Dukpa",
    day="2025-07-06",
)
add(
    "agency",
    "dam",
    html(
        og(
            "dam",
            "WF News",
            article__published_time="2025-03-03T12:01:22Z",
            article__author="https://wirefeed.example/author/helen-strand",
        ),
        "<bsp-header><div class='Page-header-bar'><a>WF</a></div><div class='Page-breakingNews'><p>Stock markets fall for a third day</p></div></bsp-header>"
        f"<main class='Page-main'><div class='Page-headline-wrap'><h1 class='Page-headline'>{TITLES['dam']}</h1></div><div class='Page-lead'><figure class='Figure'><img alt='x'><figcaption><p>Water runs from the Kasira dam on Monday, March 3, 2025. (WF Photo/Brian Omondi)</p></figcaption></figure></div><div class='Page-byline-info'><div class='Page-authors'>By&nbsp;<a class='Link' href='/author/helen-strand'>HELEN STRAND</a> and <a class='Link' href='/author/k'>KOFI BOATENG</a></div><div class='Page-dateModified'>Updated <span data-date>8:40 AM GMT, March 4, 2025</span></div></div>"
        f"<div class='RichTextStoryBody RichTextBody'>{p(DAM[:2])}<div class='SovrnAd Advertisement'>Advertisement</div>{p(DAM[2:4])}<div class='Enhancement'><div class='PageListEnhancementGeneric'><div class='title'>Related Stories</div><div class='PagePromo'><a href='/1'>Rains spare the capital, farmers hope for more</a></div></div></div>{p(DAM[4:])}<p>___</p><p>Boateng reported from Accra. Wirefeed writer Lise Moen in Oslo contributed to this report.</p></div></main>",
    ),
    author="Helen Strand, Kofi Boateng",
    day="2025-03-03",
)
add(
    "broadcaster by components",
    "port",
    html(
        og("port", "Coast Broadcasting")
        + ld(
            **{
                "@type": "ReportageNewsArticle",
                "headline": TITLES["port"],
                "datePublished": "2025-10-02T09:14:55.000Z",
                "dateModified": "2025-10-03T10:00:00.000Z",
                "author": [{"@type": "NewsMediaOrganization", "name": "Coast Broadcasting"}],
                "publisher": {"@type": "NewsMediaOrganization", "name": "Coast Broadcasting"},
            }
        ),
        "<a href='#main' class='ssrcss-1 SkipLink'>Skip to content</a><header role='banner'><nav><ul><li><a>Home</a></li></ul></nav></header>"
        f"<main id='main-content'><article class='ssrcss-pv1rh6-ArticleWrapper'><div data-component='headline-block'><h1 id='main-heading'>{TITLES['port']}</h1></div><div data-component='byline-block'><div class='x-MetadataSnippet'><time datetime='2025-10-02T09:14:55.000Z'>2 October 2025</time></div><div class='x-TextContributorName'>Inês Brandão</div><div class='x-Role'>Economics correspondent, Tavira Bay</div></div><div data-component='image-block'><figure><span><img></span><span role='text' class='Credit'><span class='visually-hidden'>Image source, </span>Getty Images</span><figcaption><span class='visually-hidden'>Image caption, </span><p>Cranes at the port</p></figcaption></figure></div><div data-component='text-block'><div><p class='Paragraph'><b class='BoldText'>{PORT[0]}</b></p></div></div>"
        + "".join(
            f"<div data-component='text-block' class='ssrcss-11r1m41-RichTextComponentWrapper'><div class='RichTextContainer'><p class='Paragraph'>{x}</p></div></div>"
            for x in PORT[1:4]
        )
        + "<div data-component='unordered-list-block'><ul><li><a href='/1'><p>Tavira dockers end four-day walkout</p></a></li><li><a href='/2'><p>Why ports are worth more than ever</p></a></li></ul></div>"
        + "".join(f"<div data-component='text-block'><div><p>{x}</p></div></div>" for x in PORT[4:])
        + "<section data-component='topic-list'><h2>Related topics</h2><ul><li><a>Shipping</a></li></ul></section><section data-component='links-block'><h2>More on this story</h2><ul><li><a href='/3'>Unions threaten new strike over sale of port</a><span>19 September 2025</span></li></ul></section></article></main><aside><h2>Top stories</h2><p>Storm heads for the coast</p></aside>",
    ),
    author="Inês Brandão",
    day="2025-10-02",
)
add(
    "government press office",
    "port",
    html(
        f"<title>{TITLES['port']} - GOV.TB</title><meta name='govuk:first-published-at' content='2025-10-02T10:30:00+01:00'><meta property='og:title' content='{TITLES['port']}'><meta property='og:site_name' content='GOV.TB'>",
        "<div id='global-cookie-message' class='gem-c-cookie-banner'><h2>Cookies on GOV.TB</h2><p>We use some essential cookies to make this website work.</p></div><header class='govuk-header'><a>GOV.TB</a></header><div class='govuk-breadcrumbs'><ol><li><a>Home</a></li><li><a>Transport</a></li></ol></div>"
        f"<main id='content'><div class='gem-c-title'><span class='govuk-caption-xl'>Press release</span><h1 class='govuk-heading-l'>{TITLES['port']}</h1></div><p class='gem-c-lead-paragraph'>Two new cranes and no loss of jobs are part of the agreement.</p><div class='gem-c-metadata'><dl><dt>From:</dt><dd><a href='/o'>Ministry of Finance</a></dd><dt>Published</dt><dd>2 October 2025</dd></dl></div><div class='gem-c-govspeak'>{p(PORT)}<h2>Notes to editors</h2><ol><li>The state has held 51 per cent of the port since 1962.</li></ol></div><div class='gem-c-share-links'><h2>Share this page</h2><ul><li><a>Share on Facebook (opens in new tab)</a></li></ul></div><div class='gem-c-published-dates'>Published 2 October 2025</div></main><div class='gem-c-feedback'><h2>Is this page useful?</h2><p>Help us improve GOV.TB</p></div><footer><p>All content is available under the Open Licence</p></footer>",
    ),
    body=(
        "Two new cranes and no loss of jobs are part of the agreement.",
        *PORT,
        "Notes to editors",
        "The state has held 51 per cent of the port since 1962.",
    ),
    day="2025-10-02",
)
add(
    "ministry with a release line",
    "port",
    html(
        f"<title>{TITLES['port']} | Ministry of Finance</title>",
        f"<div class='region-header'><div class='date-display'>November 28, 2026</div><h2 class='site-name'>Ministry of Finance</h2></div><div class='breadcrumb'>Home » News » Press Releases</div><div class='node'><h1>{TITLES['port']}</h1><p>FOR IMMEDIATE RELEASE</p><p>Press Office<br>October 2, 2025</p>{p(PORT)}<p>-END-</p><p>For media enquiries: press@finance.example, +000 123 4567</p></div>",
    ),
    body=(*PORT, "For media enquiries: press@finance.example, +000 123 4567"),
    day="2025-10-02",
)
add(
    "campaign group",
    "flood",
    html(
        og("flood", "Hill Aid", article__modified_time="2025-07-09T00:00:00Z")
        + ld(
            **{
                "@graph": [
                    {
                        "@type": "WebPage",
                        "name": TITLES["flood"],
                        "datePublished": "2025-07-06T09:00:00+00:00",
                        "dateModified": "2025-07-09T00:00:00+00:00",
                    },
                    {"@type": "Organization", "name": "Hill Aid", "foundingDate": "1987-04-01"},
                ]
            }
        ),
        f"<div class='hero'><div class='hero-content'><span class='post-date'>July 6, 2025</span><span class='location'>Namdel</span><h1 class='hero-title'>{TITLES['flood']}</h1></div></div><div class='article-container'><div class='share-bar'><span>Share</span></div><div class='article-content'>{p(FLOOD)}<p><strong>ENDS</strong></p></div></div><div class='donate-block'><h2>Your gift saves lives</h2><p>Just 10 a month gives a family clean water. Will you help today?</p><a>Donate now</a></div><div class='related-posts'><h2>Related content</h2><article><h3><a>Annual report</a></h3></article></div>",
    ),
    day="2025-07-06",
)
add(
    "AMP with shares and embeds",
    "drug",
    f"<!doctype html><html ⚡ lang='en'><head><meta charset='utf-8'>{og('drug', 'Science Wire')}{ld(**{'@type': 'NewsArticle', 'headline': TITLES['drug'], 'datePublished': '2025-05-14T15:00:00-0400', 'author': {'@type': 'Person', 'name': 'Noor Haddad'}})}<link rel='canonical' href='https://sciencewire.example/health/one-pill'><style amp-custom>p{{}}</style></head><body><amp-consent id='c'><div id='consent-ui'>We value your privacy<button>Accept</button></div></amp-consent><header class='amp-header'><a>Science Wire</a></header><article class='amp-wp-article'><header class='amp-wp-article-header'><h1 class='amp-wp-title'>{TITLES['drug']}</h1><div class='amp-wp-meta amp-wp-byline'><amp-img src='x' width='24' height='24'></amp-img><span class='amp-wp-author author vcard'>Noor Haddad</span></div><div class='amp-wp-meta amp-wp-posted-on'><time datetime='2025-05-14T19:00:00+00:00'>2 years ago</time></div></header><figure class='amp-wp-article-featured-image'><amp-img src='y' width='3' height='2'></amp-img><figcaption>A clinic in the north</figcaption></figure><div class='amp-wp-article-content'>{p(DRUG[:3])}<amp-embed width='100' height='100' type='taboola'></amp-embed><amp-social-share type='x'></amp-social-share>{p(DRUG[3:])}</div><footer class='amp-wp-article-footer'><div class='amp-wp-meta amp-wp-tax-category'>Categories: <a>Health</a></div></footer></article><footer class='amp-wp-footer'><p><a href='#top'>Back to top</a></p></footer></body></html>",
    author="Noor Haddad",
    day="2025-05-14",
)
add(
    "newsletter on the web",
    "drug",
    html(
        f"<title>{TITLES['drug']}</title><meta property='og:title' content='{TITLES['drug']}'><meta property='og:site_name' content='The Slow Cure'><meta name='author' content='Milo Verhaegen'>"
        + ld(
            **{
                "@type": "NewsArticle",
                "headline": TITLES["drug"],
                "datePublished": "2025-05-15T06:02:11+00:00",
                "author": [{"@type": "Person", "name": "Milo Verhaegen"}],
                "publisher": {"@type": "Organization", "name": "The Slow Cure"},
            }
        ),
        f"<div id='entry'><div id='main' class='main typography'><div class='main-menu'><a>The Slow Cure</a><button>Subscribe</button><button>Sign in</button></div><div class='single-post'><article class='typography newsletter-post post'><div class='post-header'><h1 class='post-title published'>{TITLES['drug']}</h1><h3 class='subtitle'>What a small trial can and cannot tell us</h3><div class='pencraft byline-wrapper'><a>Milo Verhaegen</a><div>May 15, 2025</div></div><div class='post-ufi'><span>34</span><span>7</span><a>Share</a></div></div><div class='available-content'><div class='body markup' dir='auto'>{p(DRUG[:2])}<div class='subscription-widget-wrap'><div class='subscription-widget show-subscribe'><div class='preamble'><p class='cta-caption'>The Slow Cure is a reader-supported publication. To receive new posts, consider becoming a subscriber.</p></div><form class='subscription-widget-subscribe'><input type='email'><button>Subscribe</button></form></div></div>{p(DRUG[2:])}<p class='button-wrapper'><a class='button primary' href='#'><span>Share</span></a></p></div></div><div class='post-footer'><span>34</span></div></article><div class='comments-page'><h4>Discussion about this post</h4><div class='comment'><p>Great piece, Milo! My uncle had it and he said it was hell.</p></div></div></div></div></div>",
    ),
    body=("What a small trial can and cannot tell us", *DRUG),
    author="Milo Verhaegen",
    day="2025-05-15",
)
add(
    "old tables, fonts and line breaks",
    "flood",
    f"<HTML><HEAD><TITLE>Namdel Times Online: {TITLES['flood']}</TITLE></HEAD><BODY BGCOLOR=#ffffff><TABLE BORDER=0 WIDTH=760><TR><TD COLSPAN=3><IMG SRC=logo.gif><FONT SIZE=1>Saturday, November 28, 2026</FONT></TD></TR><TR><TD WIDTH=120 VALIGN=top><FONT SIZE=2><A HREF=/>Front page</A><BR><A HREF=/n>National</A><BR><A HREF=/s>Sports</A><BR><A HREF=/o>Obituaries</A></FONT></TD><TD VALIGN=top><FONT SIZE=5><B>{TITLES['flood']}</B></FONT><BR><FONT SIZE=2>By Sonam Dukpa</FONT><BR><BR><FONT SIZE=3>{'<BR><BR>'.join(FLOOD)}</FONT></TD><TD WIDTH=160 VALIGN=top><FONT SIZE=2><B>Also today</B><BR><A HREF=/1>Apple harvest the best in years, growers say</A></FONT></TD></TR><TR><TD COLSPAN=3 ALIGN=center><FONT SIZE=1>Copyright 2001-2026 Namdel Times. Reproduction prohibited.</FONT></TD></TR></TABLE></BODY></HTML>",
    author="Sonam Dukpa",
)
add(
    "English text in a frame of Arabic",
    "dam",
    f"<!DOCTYPE html><html lang='ar' dir='rtl'><head><meta charset='utf-8'>{og('dam', 'وكالة البحيرة', article__published_time='2025-03-03T15:00:00+03:00')}</head><body><header><nav><ul><li><a href='/'>الرئيسية</a></li><li><a href='/n'>أخبار</a></li><li><a>رياضة</a></li></ul></nav></header><div class='container'><div class='col-md-8' dir='ltr'><h1>{TITLES['dam']}</h1><div class='news-date' dir='rtl'>الاثنين 3 مارس 2025</div><div class='news-text' lang='en'>{p(DAM)}</div><div class='share' dir='rtl'>شارك الخبر</div></div><div class='col-md-4'><h3>الأكثر قراءة</h3><ul><li><a href='/1'>الوزير يفتتح محطة جديدة للكهرباء في الشمال</a></li></ul></div></div><footer>جميع الحقوق محفوظة © 2026</footer></body></html>",
    day="2025-03-03",
)
add(
    "paywall stub of a daily",
    "port",
    html(
        og(
            "port",
            "The Tavira Post",
            article__published_time="2025-10-02T05:00:00.000Z",
            author="Marta Quental",
        )
        + ld(
            **{
                "@type": "NewsArticle",
                "isAccessibleForFree": "False",
                "headline": TITLES["port"],
                "hasPart": {
                    "@type": "WebPageElement",
                    "isAccessibleForFree": "False",
                    "cssSelector": ".paywall",
                },
            }
        ),
        f"<header class='site-header'><a>The Tavira Post</a><a>Subscribe</a></header><article><header><h1>{TITLES['port']}</h1><p class='byline'>By Marta Quental</p></header><div class='article-body'>{p(PORT[:3])}</div><div class='subscriber-only-overlay'><h3>This article is for subscribers only</h3><p>To read the full story, please log in or subscribe. First month for 1 euro.</p><a class='btn'>See offers</a></div></article><footer>© The Tavira Post 2026</footer>",
    ),
    body=PORT[:3],
    author="Marta Quental",
    day="2025-10-02",
)
