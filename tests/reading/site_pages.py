"""Pages with what sites put around, above and between the lines of an article.

Places, people and outlets are invented.
"""

from tests.reading.common_pages import CommonPage, html, ld, p
from tests.reading.page_makers import adder, head_of
from tests.reading.world_pages import DAM, DRUG, FLOOD, PORT, STORIES, TITLES

QUESTIONS = (
    "What did you feel when the water came?",
    "Nothing. I ran. Later I was afraid, and then I was angry.",
    "Whom do you blame?",
    "The office that sat on the warning for a day. They have telephones, don’t they?",
    "Will you go back to the village?",
    "Where else would I go? My mother is buried there.",
)

PAGES: dict[str, CommonPage] = {}
add, og = adder(PAGES, STORIES, TITLES), head_of(TITLES)

add(
    "gallery with captions",
    "flood",
    html(
        og("flood", "Namdel Observer", article__published_time="2025-07-06T14:00:00+05:45"),
        f"<article><h1>{TITLES['flood']}</h1><p class='intro'>{FLOOD[0]}</p><p>{FLOOD[2]}</p><p>{FLOOD[4]}</p><div class='gallery'>"
        + "".join(
            f"<figure class='slide'><img src='{i}.jpg'><figcaption>{i} of 8. A rescuer carries a child in Namdel, July {i}, 2025. Sonam Dukpa</figcaption></figure>"
            for i in range(1, 9)
        )
        + "</div></article>",
    ),
    body=(FLOOD[0], FLOOD[2], FLOOD[4]),
    day="2025-07-06",
)
add(
    "opinion with the writer's office",
    "port",
    html(
        og("port", "Tavira Daily", article__published_time="2025-10-04T04:00:00Z", author="Carlos Meira"),
        f"<main><article class='opinion'><span class='kicker'>Opinion</span><h1>{TITLES['port']}</h1><div class='byline'><img><a href='/a'>Carlos Meira</a><div class='author-bio'>Carlos Meira teaches economics at the University of Tavira.</div></div><time datetime='2025-10-04T04:00:00Z'>4 Oct 2025</time><div class='article__content'>{p(PORT)}<p><em>The views expressed in this article are the author’s own and do not necessarily reflect the editorial policy of Tavira Daily.</em></p></div></article></main>",
    ),
    author="Carlos Meira",
    day="2025-10-04",
)
add(
    "interview, questions marked",
    "flood",
    html(
        og("flood", "Hill Voices", article__published_time="2025-07-20"),
        f"<article><header><h1>{TITLES['flood']}</h1><p class='standfirst'>Pema Yangki lost her house in the flood. She talks about the night it happened.</p></header><div class='content'>"
        + "".join(
            f"<p><strong>{'Q: ' if i % 2 == 0 else ''}{x}</strong></p>" if i % 2 == 0 else f"<p>A: {x}</p>"
            for i, x in enumerate(QUESTIONS)
        )
        + "</div></article>",
    ),
    body=(
        "Pema Yangki lost her house in the flood. She talks about the night it happened.",
        *[("Q: " if i % 2 == 0 else "A: ") + x for i, x in enumerate(QUESTIONS)],
    ),
    day="2025-07-20",
)
add(
    "interview as a list of definitions",
    "flood",
    html(
        og("flood", "Hill Voices", article__published_time="2025-07-20"),
        f"<article><h1>{TITLES['flood']}</h1><p>{FLOOD[0]}</p><dl class='interview'>"
        + "".join(f"<dt>{x}</dt>" if i % 2 == 0 else f"<dd>{x}</dd>" for i, x in enumerate(QUESTIONS))
        + f"</dl><p>{FLOOD[5]}</p></article>",
    ),
    body=(FLOOD[0], *QUESTIONS, FLOOD[5]),
    day="2025-07-20",
)
add(
    "JSON-LD broken and about others",
    "drug",
    html(
        f"<title>{TITLES['drug']} | Health Monitor</title><meta property='og:title' content='{TITLES['drug']}'><meta property='og:site_name' content='Health Monitor'>"
        "<script type='application/ld+json'>{'@type': 'NewsArticle', \"datePublished\": \"2025-05-14T10:00:00Z\",}</script>"
        + ld(
            **{
                "@type": "ItemList",
                "itemListElement": [
                    {
                        "@type": "NewsArticle",
                        "headline": "Old story",
                        "datePublished": "2019-01-02T00:00:00Z",
                        "author": {"@type": "Person", "name": "Wrong Person"},
                    }
                ],
            }
        )
        + ld(
            **{
                "@type": "BreadcrumbList",
                "itemListElement": [{"@type": "ListItem", "position": 1, "name": "Health"}],
            }
        ),
        f"<div class='wrap'><article><h1>{TITLES['drug']}</h1><div class='meta'><span class='author-name'>Noor Haddad</span> <span class='date'>May 14, 2025</span></div>{p(DRUG)}</article></div>",
    ),
    author="Noor Haddad",
    day="2025-05-14",
)
add(
    "author as an address in metadata",
    "drug",
    html(
        og(
            "drug",
            "Daily Remedy",
            article__author="https://www.facebook.com/dailyremedy",
            article__published_time="2025-05-14T21:00:00-07:00",
            twitter__creator="@noorh",
        ),
        f"<div class='post'><h1 class='headline'>{TITLES['drug']}</h1><div class='author'>By <a href='/authors/noor-haddad'>Noor Haddad</a> <a href='https://x.example/noorh'>@noorh</a> <a href='mailto:noor@remedy.example'>noor@remedy.example</a></div><div class='timestamp'>PUBLISHED: May 14, 2025 at 9:00 PM PDT | UPDATED: May 15, 2025 at 6:12 AM PDT</div><div class='body-copy'>{p(DRUG)}</div></div>",
    ),
    author="Noor Haddad",
    day="2025-05-14",
)
add(
    "author is the desk",
    "dam",
    html(
        og("dam", "Savanna Today", author="Web Desk", article__published_time="2025-03-03T18:00:00+03:00")
        + ld(
            **{
                "@type": "NewsArticle",
                "author": {"@type": "Person", "name": "Web Desk"},
                "headline": TITLES["dam"],
            }
        ),
        f"<article><h1>{TITLES['dam']}</h1><p class='writer'>Web Desk</p>{p(DAM)}</article>",
    ),
    day="2025-03-03",
)
add(
    "address with the day, twice written",
    "dam",
    html(
        og("dam", "Savanna Today")
        + "<link rel='canonical' href='https://savanna.example/news/20250303/water-let-out-4711.html'>",
        f"<article><h1>{TITLES['dam']}</h1>{p(DAM)}</article><div class='latest'><h4>Latest</h4><div><span>28 Nov 2026</span> <a href='/l'>Minister resigns over grain</a></div></div>",
    ),
    day="2025-03-03",
    url="https://savanna.example/news/20250303/water-let-out-4711.html",
)
add(
    "clock in the page's head and no date",
    "flood",
    html(
        og("flood", "Namdel Observer"),
        f"<div class='top'><div class='container'><span class='today'>Saturday, November 28, 2026</span><span>12°C Namdel</span></div></div><div class='nav'><ul><li><a>Home</a></li><li><a>World</a></li><li><a>Sport</a></li></ul></div><div class='story'><h1>{TITLES['flood']}</h1>{p(FLOOD)}</div><div class='foot'>Namdel Observer, Market Road 4</div>",
    ),
)
add(
    "subcontinent daily",
    "dam",
    html(
        og("dam", "The Coromandel", article__published_time="2025-03-03T22:14:00+05:30")
        + ld(
            **{
                "@type": "NewsArticle",
                "headline": TITLES["dam"],
                "datePublished": "2025-03-03T22:14:00+05:30",
                "dateModified": "2025-03-04T08:00:00+05:30",
                "author": [
                    {
                        "@type": "Person",
                        "name": "Lakshmi Narain",
                        "url": "https://coromandel.example/profile/author/Lakshmi-Narain-12/",
                    }
                ],
                "publisher": {"@type": "Organization", "name": "The Coromandel"},
            }
        ),
        f"<div class='breadcrumb'><a>Home</a> / <a>News</a> / <a>World</a></div><div class='articlepage'><h1 class='title'>{TITLES['dam']}</h1><h2 class='sub-title'>Ministry denies that inspectors asked for repairs four years ago</h2><p class='publish-time'>Updated - March 04, 2025 08:00 am IST - SEMBO</p><div class='author'><a class='person-name'>Lakshmi Narain</a></div><div class='articlebodycontent'>{p(DAM[:2])}<p><strong>Also Read | <a href='/1'>Power cuts to go on until June</a></strong></p>{p(DAM[2:4])}<p><a href='/j'>Join our channel on WhatsApp</a></p>{p(DAM[4:])}<div class='publishtime-new'>Published - March 03, 2025 10:14 pm IST</div><p>(This story has not been edited by The Coromandel staff and is published from a syndicated feed.)</p></div><div class='related-topics'><h3>Related Topics</h3><p><a>dams</a> / <a>Africa</a></p></div><div class='comments-box'><p>Comments have to be in English, and in full sentences. They cannot be abusive or personal.</p></div></div>",
    ),
    body=("Ministry denies that inspectors asked for repairs four years ago", *DAM),
    author="Lakshmi Narain",
    day="2025-03-03",
)
add(
    "cable broadcaster with calls in capitals",
    "port",
    html(
        og(
            "port",
            "Liberty News",
            dc__creator="Dana Whitlock",
            article__published_time="2025-10-02T14:11:09-04:00",
        ),
        f"<article class='article-wrap'><header class='article-header'><h1 class='headline speakable'>{TITLES['port']}</h1><h2 class='sub-headline speakable'>Unions say they were promised that no jobs would be lost</h2><div class='author-byline'><span>By <span><a href='/p/dana'>Dana Whitlock</a></span> <span class='article-source'>Liberty News</span></span></div><div class='article-date'>Published <time>October 2, 2025 2:11pm EDT</time></div></header><div class='article-content'><div class='article-body'><div class='featured video-ct'><p>Video: NEWYou can now listen to Liberty News articles!</p></div>{p(PORT[:3])}<p><a href='/1'><strong>MAYOR SAYS PORT SALE WILL BRING IN BILLIONS</strong></a></p>{p(PORT[3:5])}<p><a href='/app'><u><strong>CLICK HERE TO GET THE LIBERTY NEWS APP</strong></u></a></p>{p(PORT[5:])}<p><i>Liberty News’ Joel Ames and The Wirefeed contributed to this report.</i></p></div></div><div class='article-meta'><p>Dana Whitlock is a reporter for Liberty News. Story tips can be sent to dana@liberty.example.</p></div></article>",
    ),
    body=("Unions say they were promised that no jobs would be lost", *PORT),
    author="Dana Whitlock",
    day="2025-10-02",
)
add(
    "list of items to read inside the text",
    "flood",
    html(
        og("flood", "Gulf Voice")
        + ld(
            **{
                "@type": "NewsArticle",
                "headline": TITLES["flood"],
                "datePublished": "2025-07-06T16:02:41Z",
                "dateModified": "2025-07-06T16:02:43Z",
                "author": {"@type": "Organization", "name": "Gulf Voice"},
            }
        ),
        f"<main><header class='article-header'><h1>{TITLES['flood']}</h1><p class='article__subhead'><em>Rescuers have reached two of seven villages.</em></p></header><div class='article-info-block'><div class='article-b-l'><div class='author'>By <a>Gulf Voice Staff and News Agencies</a></div><div class='date-simple'><span class='screen-reader-text'>Published On 6 Jul 2025</span><span aria-hidden='true'>6 Jul 2025</span></div></div></div><div class='wysiwyg wysiwyg--all-content'>{p(FLOOD[:3])}<div class='more-on'><h2 class='more-on__heading'>Recommended Stories</h2><span class='screen-reader-text'>list of 2 items</span><ul class='more-on__list'><li><span class='screen-reader-text'>list 1 of 2</span><a href='/1'>Rains kill twelve in the south</a></li><li><span class='screen-reader-text'>list 2 of 2</span><a href='/2'>Why the hills slide</a></li></ul><span class='screen-reader-text'>end of list</span></div>{p(FLOOD[3:])}</div></main>",
    ),
    body=("Rescuers have reached two of seven villages.", *FLOOD),
    day="2025-07-06",
)
add(
    "agency with links that open in tabs",
    "drug",
    html(
        og("drug", "Newsline", article__published_time="2025-05-14T15:04:05Z", article__author="Pia Lund"),
        f"<article><div class='article-header'><h1 data-testid='Heading'>{TITLES['drug']}</h1><div class='author-line'><a rel='author'>Pia Lund</a></div><time><span>May 14, 2025</span><span>3:04 PM UTC</span><span>Updated 5 hours ago</span></time></div><div class='summary'><h2>Summary</h2><ul><li>Trial took in 208 patients</li><li>Maker to give pill away</li></ul></div><div data-testid='ArticleBody'>"
        + "".join(
            f"<div data-testid='paragraph-{i}' class='text__text__1FZLe'>{x}</div>"
            for i, x in enumerate(DRUG)
        )
        + "<div data-testid='paragraph-9'>The Newsline Health Rounds newsletter showcases the latest medical research. Sign up <a>here<span style='border:0;clip:rect(0,0,0,0);position:absolute'>, opens new tab</span></a>.</div></div><p class='sign-off'>Reporting by Pia Lund in Geneva; Editing by Hugo Winter</p><p>Our Standards: <a>The Newsline Trust Principles.<span style='clip:rect(0,0,0,0)'>, opens new tab</span></a></p></article>",
    ),
    body=("Summary", "Trial took in 208 patients", "Maker to give pill away", *DRUG),
    author="Pia Lund",
    day="2025-05-14",
)
add(
    "content system with hits and category",
    "dam",
    html(
        f"<title>{TITLES['dam']}</title><meta name='author' content='Super User'>",
        f"<div class='item-page'><div class='page-header'><h2>{TITLES['dam']}</h2></div><dl class='article-info muted'><dt class='article-info-term'>Details</dt><dd class='createdby'>Written by <span>Grace Otieno</span></dd><dd class='category-name'>Category: <a>Local</a></dd><dd class='published'><time datetime='2025-03-03T09:00:00+00:00'>Published: 03 March 2025</time></dd><dd class='hits'>Hits: 1204</dd></dl><div>{p(DAM)}</div><ul class='pager'><li><a>Prev</a></li><li><a>Next</a></li></ul></div>",
    ),
    author="Grace Otieno",
    day="2025-03-03",
)
add(
    "blog platform with labels",
    "flood",
    html(
        f"<title>Hill Diary: {TITLES['flood']}</title><meta property='og:title' content='{TITLES['flood']}'>",
        f"<div id='header'><h1 class='title'><a>Hill Diary</a></h1><p class='description'>Notes from Namdel</p></div><div class='date-outer'><h2 class='date-header'><span>Sunday, July 6, 2025</span></h2><div class='post hentry'><h3 class='post-title entry-title'>{TITLES['flood']}</h3><div class='post-body entry-content'>{'<br /><br />'.join(FLOOD)}<div style='clear: both;'></div></div><div class='post-footer'><span class='post-author vcard'>Posted by <span class='fn'>Sonam Dukpa</span></span> <span class='post-timestamp'>at <abbr class='published' title='2025-07-06T20:11:00+05:45'>8:11 PM</abbr></span><div class='post-labels'>Labels: <a>floods</a></div></div></div></div><div id='comments'><h4>No comments:</h4><p><a>Post a Comment</a></p></div><div class='sidebar'><h2>Blog Archive</h2><ul><li>July (3)</li></ul></div>",
    ),
    author="Sonam Dukpa",
    day="2025-07-06",
)
add(
    "site builder, words in nested spans",
    "port",
    html(
        og("port", "Tavira Bay Chamber", article__published_time="2025-10-03T08:00:00Z"),
        f"<div id='SITE_CONTAINER'><div id='SITE_HEADER'><nav><a>Home</a><a>News</a></nav></div><main id='PAGES_CONTAINER'><div><div class='blog-post-title-font'><h1 class='post-title'><span>{TITLES['port']}</span></h1></div><ul class='post-meta'><li><span title='Chamber office' class='user-name'>Chamber office</span></li><li><span class='post-metadata__date'>Oct 3, 2025</span></li><li><span>2 min read</span></li></ul><div class='rich-content'>"
        + "".join(
            f"<div><p class='font_8' style='font-size:16px'><span style='color:#000'><span style='font-family:x'>{x[:20]}</span>{x[20:]}</span></p></div><div><p><span><br></span></p></div>"
            for x in PORT
        )
        + "</div><div class='post-footer'><div><span>12 views</span><span>0 comments</span></div></div><div class='recent-posts'><h2>Recent Posts</h2><a>See All</a><article><a><h3>Summer reception</h3></a></article></div></div></main></div>",
    ),
    day="2025-10-03",
)
add(
    "block quotation that is the text's own",
    "drug",
    html(
        og("drug", "Health Monitor", article__published_time="2025-05-14"),
        f"<article><h1>{TITLES['drug']}</h1>{p(DRUG[:1])}<p>Diallo-Finch wrote in her report:</p><blockquote><p>Nobody should have to walk for three days to be cured.</p></blockquote>{p(DRUG[1:])}</article>",
    ),
    body=(
        DRUG[0],
        "Diallo-Finch wrote in her report:",
        "Nobody should have to walk for three days to be cured.",
        *DRUG[1:],
    ),
    day="2025-05-14",
)
add(
    "audio player and minutes to read",
    "port",
    html(
        og("port", "Review", article__published_time="2025-10-02"),
        f"<article><header><h1>{TITLES['port']}</h1><div class='standfirst'><p>Parliament was told on Thursday; the unions had not seen the contract.</p></div><div class='meta'><span class='byline-name'>Marta Quental</span> <span>Thu 2 Oct 2025 16.21 BST</span></div></header><div class='audio-player'><p>Listen to this article</p><span>4:32 min</span></div><div class='content__article-body'>{p(PORT[:2])}<aside class='rich-link'><p>Related: <a href='/1'>What a port is worth</a></p></aside>{p(PORT[2:4])}<figure class='newsletter-embed'><p>Sign up to Morning Briefing</p><p>Our email breaks down the key stories of the day</p></figure>{p(PORT[4:])}</div><ul class='tags'><li><a>Ports</a></li></ul><p class='reuse'>Reuse this content</p></article>",
    ),
    body=("Parliament was told on Thursday; the unions had not seen the contract.", *PORT),
    author="Marta Quental",
    day="2025-10-02",
)
add(
    "news of an organisation of nations",
    "flood",
    html(
        og("flood", "UN Hills"),
        f"<main><div class='story-top'><h1 class='page-header'>{TITLES['flood']}</h1><div class='image'><img><div class='credit'>© WHP/Lena Bodur</div><div class='caption'>A girl carries water through Namdel.</div></div><div class='date'><time datetime='2025-07-06T12:00:00Z' class='datetime'>6 July 2025</time></div><a class='topic'>Humanitarian Aid</a></div><div class='field--name-field-news-story-lead'><p><strong>{FLOOD[0]}</strong></p></div><div class='paragraph-content'>{p(FLOOD[1:3])}<h2>No warning</h2>{p(FLOOD[3:])}</div></main>",
    ),
    body=(*FLOOD[:3], "No warning", *FLOOD[3:]),
    day="2025-07-06",
)
add(
    "relief portal with fields",
    "flood",
    html(
        og("flood", "ReliefNet"),
        f"<main><article class='rw-article'><header><h1>{TITLES['flood']}</h1><dl class='rw-entity-meta'><dt>Format</dt><dd>News and Press Release</dd><dt>Source</dt><dd><a>Hill Aid</a></dd><dt>Posted</dt><dd><time datetime='2025-07-07'>7 Jul 2025</time></dd><dt>Originally published</dt><dd><time datetime='2025-07-06'>6 Jul 2025</time></dd></dl></header><div class='rw-article__content'>{p(FLOOD)}</div><footer><dl><dt>Primary country</dt><dd>Namdel</dd></dl></footer></article></main>",
    ),
    day="2025-07-06",
)
add(
    "embeds in divs",
    "port",
    html(
        og("port", "Coast Post", article__published_time="2025-10-02"),
        f"<article><h1>{TITLES['port']}</h1>{p(PORT[:3])}<div class='tweet-embed'><div class='tweet-header'><span class='tweet-name'>Duarte Sol</span> <span class='tweet-handle'>@duartesol</span></div><p class='tweet-text'>Read the contract before you sign it, Minister.</p><a class='tweet-date' href='https://x.example/d/1'>October 2, 2025</a></div>{p(PORT[3:])}</article>",
    ),
    body=(*PORT[:3], "“Read the contract before you sign it, Minister.” — Duarte Sol", *PORT[3:]),
    day="2025-10-02",
)
add(
    "standfirst above the headline and between lines",
    "drug",
    html(
        og("drug", "Pulse", article__published_time="2025-05-14", author="Noor Haddad"),
        f"<div class='page'><div class='hero'><div class='hero__kicker'>Medicine</div><h1>{TITLES['drug']}</h1><div class='hero__dek'>One visit and one pill: what a trial in eleven clinics has shown so far.</div><div class='hero__by'>By Noor Haddad</div></div><div class='story-content'>{p(DRUG)}</div></div>",
    ),
    body=("One visit and one pill: what a trial in eleven clinics has shown so far.", *DRUG),
    author="Noor Haddad",
    day="2025-05-14",
)
add(
    "day with its zone behind midnight",
    "dam",
    html(
        f"<title>{TITLES['dam']} | Lake FM</title>"
        + ld(
            **{
                "@type": "NewsArticle",
                "headline": TITLES["dam"],
                "datePublished": "2025-03-03T23:40:00.000-08:00",
                "author": {"@type": "Person", "name": "By Grace Otieno, Senior Reporter"},
            }
        ),
        f"<main><h1>{TITLES['dam']}</h1><p>3:40 PM</p>{p(DAM)}</main>",
    ),
    author="Grace Otieno",
    day="2025-03-03",
)
add(
    "day of an event in bold at the top",
    "flood",
    html(
        og("flood", "Namdel Events"),
        f"<main><h1>{TITLES['flood']}</h1><p><b>Memorial on 9 August 2025</b></p>{p(FLOOD)}<p>The flood of June 3, 1996 killed eleven.</p></main>",
    ),
    body=("Memorial on 9 August 2025", *FLOOD, "The flood of June 3, 1996 killed eleven."),
)
