"""Pages as newsrooms, offices and broadcasters lay them out, each with its own story.

What is expected was written before the reader saw any of them. Places, people and outlets are invented.
"""

from datetime import date

from tests.reading.common_pages import CommonPage, html, ld, p

PAGES: dict[str, CommonPage] = {}

_LOAN = (
    "VARENA, June 12 (Wirefeed) - The central bank of Sarvia left its main rate at 6.5% on Thursday and said that a first cut was unlikely before the autumn, as food prices climb.",
    "“We would rather be a month late than a month early,” Governor Ilko Tarran told a news conference in the capital.",
    "Nine of eleven economists polled by Wirefeed had expected a hold. Two had seen a cut of 25 basis points.",
    "The tolar firmed 0.4% against the euro after the decision, to 11.82.",
    "Food prices rose 9.1% in May from a year earlier, according to the statistics office, the fastest since 2023.",
    "“The tone was harsher than the decision,” said Mirela Danzig, an economist at Lessing Brothers in Varena. She expects one cut this year.",
    "Finance Minister Odo Brandis declined to comment.",
)
PAGES["wire agency with its standards below"] = CommonPage(
    html(
        "<title>Sarvia holds rates, sees no cut before autumn | Wirefeed</title><meta property='og:title' content='Sarvia holds rates, sees no cut before autumn'><meta property='og:site_name' content='Wirefeed'>"
        + ld(
            **{
                "@type": "NewsArticle",
                "headline": "Sarvia holds rates, sees no cut before autumn",
                "datePublished": "2025-06-12T11:04:21Z",
                "dateModified": "2025-06-13T06:00:00Z",
                "author": [
                    {"@type": "Person", "name": "Jana Kolb"},
                    {"@type": "Person", "name": "Peer Ashworth"},
                ],
                "publisher": {"@type": "Organization", "name": "Wirefeed"},
            }
        ),
        "<div id='app'><header class='site-header-module__header'><a href='/'>Wirefeed</a><nav><a href='/world'>World</a><a href='/markets'>Markets</a></nav></header><main><article data-testid='Article'><div class='article-header__heading'><h1 data-testid='Heading'>Sarvia holds rates, sees no cut before autumn</h1></div>"
        "<div class='info-content__author-date'><div data-testid='AuthorName'>By <a rel='author' href='/authors/jana-kolb'>Jana Kolb</a> and <a rel='author' href='/authors/peer-ashworth'>Peer Ashworth</a></div><time datetime='2025-06-12T11:04:21Z'><span>June 12, 2025</span><span>11:04 AM UTC</span><span>Updated 19 hours ago</span></time></div>"
        "<div class='article-body__wrapper'><ul data-testid='Summary' class='summary__list'><li>Main rate stays at 6.5%</li><li>Governor: no cut likely before autumn</li><li>Food prices rise fastest since 2023</li></ul>"
        + f"<div data-testid='paragraph-0' class='text__text article-body__paragraph'>{_LOAN[0]}</div>"
        + "<div class='primary-gallery'><figure><img src='a.jpg' alt='bank'><figcaption>The central bank in Varena, March 2, 2025. WIREFEED/Ana Lovrek/File Photo Purchase Licensing Rights<span>, opens new tab</span></figcaption></figure></div>"
        + "".join(
            f"<div data-testid='paragraph-{i}' class='text__text article-body__paragraph'>{words}</div>"
            for i, words in enumerate(_LOAN[1:4], 1)
        )
        + "<div data-testid='promo-box' class='promo-box__container'><p>The Wirefeed Morning Bid newsletter provides all the markets news you need to kick-start your day. Sign up <a href='/n'>here.</a></p></div>"
        + "".join(
            f"<div data-testid='paragraph-{i}' class='text__text article-body__paragraph'>{words}</div>"
            for i, words in enumerate(_LOAN[4:], 4)
        )
        + "<p class='sign-off'>Reporting by Jana Kolb and Peer Ashworth; Editing by Rolf Amadi</p><p class='trust'>Our Standards: <a href='/t'>The Wirefeed Trust Principles.</a></p><div class='tags'><a href='/tag/rates'>Interest rates</a></div></div></article></main></div>",
    ),
    (
        "Main rate stays at 6.5%",
        "Governor: no cut likely before autumn",
        "Food prices rise fastest since 2023",
        *_LOAN,
    ),
    "Sarvia holds rates, sees no cut before autumn",
    author="Jana Kolb, Peer Ashworth",
    day=date(2025, 6, 12),
)

_SWAN = (
    "A retired lollipop lady who was fined £80 for feeding a swan says she would ‘do it again tomorrow’.",
    "Maureen Tibbs, 74, was handed the penalty by a warden beside the boating lake in Eastling on Good Friday.",
    "‘I thought he was having me on,’ the grandmother of six told The Daily Comet. ‘I had half a crumpet in my hand.’",
    "She has fed the bird, which locals call Gerald, every morning since her husband Ron died in 2019.",
    "Eastling Council last night tore up the fine. A spokesman said: ‘On this occasion common sense was not applied, and we apologise to Mrs Tibbs.’",
    "But warden Dale Prentice, 31, stood by his decision. ‘Bread is bad for them and the signs are a yard high,’ he said.",
    "A petition to have Mr Prentice feed Gerald for a week has drawn 11,000 names.",
)
_SWAN_TITLE = "I'd do it again! Widow, 74, fined £80 for feeding a swan half a crumpet"
PAGES["tabloid with galleries between the sentences"] = CommonPage(
    html(
        f"<title>Widow fined for feeding swan | Daily Comet Online</title><meta property='og:title' content=\"{_SWAN_TITLE}\"><meta property='og:site_name' content='Daily Comet'><meta property='article:published_time' content='2025-04-22T21:14:09+0100'><meta property='article:modified_time' content='2025-04-23T08:02:00+0100'>",
        f"<div id='content'><div class='article-text'><h1>{_SWAN_TITLE}</h1><p class='author-section byline-plain'>By <a class='author' rel='nofollow' href='/author/stacey-plum'>STACEY PLUM, SENIOR REPORTER</a></p>"
        "<p class='byline-section'><span class='article-timestamp article-timestamp-published'><span class='article-timestamp-label'>Published:</span> <time datetime='2025-04-22T21:14:09+0100'>21:14 BST, 22 April 2025</time></span> | <span class='article-timestamp article-timestamp-updated'><span class='article-timestamp-label'>Updated:</span> <time datetime='2025-04-23T08:02:00+0100'>08:02 BST, 23 April 2025</time></span></p>"
        "<div id='articleIconLinksContainer'><ul class='share-icons'><li><a href='#'><span>e-mail</span></a></li><li><b>214</b> shares</li><li><a href='#comments'><span class='count-number'>96</span> View comments</a></li></ul></div>"
        f"<div itemprop='articleBody'><p class='mol-para-with-font'>{_SWAN[0]}</p><p class='mol-para-with-font'>{_SWAN[1]}</p>"
        "<div class='artSplitter mol-img-group'><div class='mol-img'><div class='image-wrap'><img src='a.jpg' alt='Maureen Tibbs by the lake'></div></div><p class='imageCaption'>Ruffled: Maureen Tibbs by the boating lake where she was fined on Good Friday</p></div>"
        f"<p class='mol-para-with-font'>{_SWAN[2]}</p><p class='mol-para-with-font'>{_SWAN[3]}</p>"
        "<div class='mol-img-group'><div class='mol-img'><img src='b.jpg'></div><div class='mol-img'><img src='c.jpg'></div><p class='imageCaption'>Gerald (left) has lived on the lake for nine years. Right: the penalty notice</p></div>"
        "<div class='art-ins mol-factbox related-replace'><h3 class='mol-factbox-title'>READ MORE:</h3><p><a href='/x'>Fury as council bans ball games on green where England captain learned to kick</a></p></div>"
        f"<p class='mol-para-with-font'>{_SWAN[4]}</p><div class='mol-video'><video></video><p class='vjs-caption'>Your browser does not support iframes.</p></div><p class='mol-para-with-font'>{_SWAN[5]}</p><p class='mol-para-with-font'>{_SWAN[6]}</p></div>"
        "<div class='column-content related-carousel'><h3>MORE TOP STORIES</h3><ul><li><a href='/y'>Postman, 58, lands 40lb carp with a paper clip</a></li></ul></div><div id='reader-comments'><h3>Share or comment on this article:</h3><p>“Leave the poor woman alone,” said Brenda of Hythe.</p></div></div></div>",
    ),
    _SWAN,
    _SWAN_TITLE,
    author="Stacey Plum",
    day=date(2025, 4, 22),
)

_WATER = (
    "Who told the water board, and when did they tell it?",
    "For eight months the board of Lower Anse Water has said that nobody warned it about the pumps.",
    "Last week I was sent a letter. It is dated 3 September 2024, it is addressed to the board’s chairman, Hector Maille, and it says in its second line: “The pumps at Station Four will not last the winter.”",
    "I put this to Mr Maille on Friday. “I receive forty letters a week,” he told me. “I do not read them all.”",
    "The engineer who wrote it, Odile Framm, left the company in December. She said that she had raised the matter three times.",
    "What happens next",
    "The regulator has opened a file, a spokeswoman confirmed to this newsletter on Saturday.",
    "Framm said she would give evidence if she were asked. “I kept copies of everything,” she said.",
    "Two of the warnings were oral; a colleague who was in the room remembers one of them.",
)
PAGES["newsletter platform with a footnote"] = CommonPage(
    html(
        "<title>The letter that nobody read - by Corin Adair</title><meta property='og:title' content='The letter that nobody read'><meta name='author' content='Corin Adair'><meta property='og:site_name' content='The Sluice'>"
        + ld(
            **{
                "@type": "NewsArticle",
                "headline": "The letter that nobody read",
                "datePublished": "2025-05-04T06:01:12+00:00",
                "author": [
                    {"@type": "Person", "name": "Corin Adair", "url": "https://sluice.example/@corin"}
                ],
                "publisher": {"@type": "Organization", "name": "The Sluice"},
                "isAccessibleForFree": True,
            }
        ),
        "<div class='main-menu'><div class='topbar'><a href='/'>The Sluice</a><button>Subscribe</button><button>Sign in</button></div></div><div class='single-post-container'><article class='typography newsletter-post post'><div class='post-header'><h1 class='post-title published'>The letter that nobody read</h1>"
        f"<h3 class='subtitle'>{_WATER[0]}</h3><div class='byline-wrapper'><div class='profile-hover-card-target'><a href='/@corin'>Corin Adair</a></div><div class='meta'>May 04, 2025</div></div><div class='post-ufi'><a href='#'>37</a><a href='#'>12</a><a href='#'>Share</a></div></div>"
        f"<div class='available-content'><div dir='auto' class='body markup'>{p(_WATER[1:3])}<div class='subscription-widget-wrap'><div class='subscription-widget show-subscribe'><div class='preamble'><p class='cta-caption'>The Sluice is a reader-supported publication. To receive new posts and support my work, consider becoming a free or paid subscriber.</p></div><form><input type='email'><button>Subscribe</button></form></div></div>"
        f"{p(_WATER[3:4])}<p>{_WATER[4]}<a class='footnote-anchor' id='footnote-anchor-1' href='#footnote-1'>1</a></p><h3>{_WATER[5]}</h3>{p(_WATER[6:8])}<p class='button-wrapper'><a class='button primary' href='/share'><span>Share</span></a></p>"
        f"<div class='footnote'><a id='footnote-1' href='#footnote-anchor-1' class='footnote-number'>1</a><div class='footnote-content'><p>{_WATER[8]}</p></div></div></div></div></article><div class='comments-section'><h4>Discussion about this post</h4><div class='comment'><p>Priya: “I wrote to him in March, and he never answered,” my sister said.</p></div></div><div class='portable-archive'><h4>Top Latest</h4><a href='/p/2'>Eleven questions for the ferry company</a></div></div>",
    ),
    _WATER,
    "The letter that nobody read",
    author="Corin Adair",
    day=date(2025, 5, 4),
)

_GRANT = (
    "Twelve harbours will share £48 million for cranes and charging points, the government announced today.",
    "Twelve harbours on the east coast will receive a share of £48 million to replace diesel cranes and to build charging points for ferries, Transport Secretary Anne Mulready announced today (Tuesday 6 May).",
    "The largest grant, £9.2 million, goes to Port Sallow, where work is due to begin in July.",
    "Transport Secretary Anne Mulready said:",
    "“Our harbours fed this country for centuries. This money makes sure that they will still be at work when my grandchildren are.",
    "“I want to thank the harbour masters, who told us plainly what they needed.”",
    "Harbour Federation chief executive Colm Rusk said:",
    "“We asked for £70 million and we got £48 million. It is a start, and it is welcome.”",
    "Applications for the second round close on 30 September 2025.",
    "Notes to editors",
    "The fund was announced in the Spending Review of 2024.",
    "Grants are subject to the Subsidy Control Act 2022.",
)
PAGES["government's press release"] = CommonPage(
    html(
        "<title>Twelve harbours to share £48 million - GOV.SL</title><meta property='og:title' content='Twelve harbours to share £48 million'><meta property='og:site_name' content='GOV.SL'><meta name='govuk:first-published-at' content='2025-05-06T09:30:00+01:00'><meta name='govuk:updated-at' content='2025-05-20T10:00:00+01:00'>"
        + ld(
            **{
                "@type": "NewsArticle",
                "headline": "Twelve harbours to share £48 million",
                "datePublished": "2025-05-06T09:30:00+01:00",
                "dateModified": "2025-05-20T10:00:00+01:00",
                "author": {
                    "@type": "Organization",
                    "name": "Department for Transport",
                    "url": "https://gov.example/dft",
                },
                "publisher": {"@type": "Organization", "name": "GOV.SL"},
            }
        ),
        "<div id='global-cookie-message' class='gem-c-cookie-banner'><h2>Cookies on GOV.SL</h2><p>We use some essential cookies to make this website work.</p></div><header class='gem-c-layout-super-navigation-header' role='banner'><a href='/'>GOV.SL</a></header><div class='govuk-width-container'><nav class='gem-c-breadcrumbs'><ol><li><a href='/'>Home</a></li><li><a href='/transport'>Transport</a></li></ol></nav>"
        "<main id='content'><span class='govuk-caption-xl gem-c-title__context'>Press release</span><h1 class='gem-c-title__text'>Twelve harbours to share £48 million</h1>"
        f"<p class='gem-c-lead-paragraph'>{_GRANT[0]}</p><div class='gem-c-metadata'><dl><dt>From:</dt><dd><a href='/dft'>Department for Transport</a> and <a href='/am'>The Rt Hon Anne Mulready MP</a></dd><dt>Published</dt><dd>6 May 2025</dd><dt>Last updated</dt><dd>20 May 2025 — <a href='#history'>See all updates</a></dd></dl></div>"
        f"<div class='gem-c-govspeak govuk-govspeak'><div class='govspeak'>{p(_GRANT[1:3])}<p>{_GRANT[3]}</p><blockquote><p class='last-child'>{_GRANT[4]}</p><p class='last-child'>{_GRANT[5]}</p></blockquote><p>{_GRANT[6]}</p><blockquote><p>{_GRANT[7]}</p></blockquote><p>{_GRANT[8]}</p><h2 id='notes'>{_GRANT[9]}</h2><ul><li>{_GRANT[10]}</li><li>{_GRANT[11]}</li></ul></div></div>"
        "<div id='full-history' class='gem-c-published-dates'><h2>Updates to this page</h2><p>Published 6 May 2025</p><p>Last updated 20 May 2025</p><ol><li><time>20 May 2025</time><p>Corrected the amount for Port Sallow.</p></li></ol></div><div class='gem-c-share-links'><h2>Share this page</h2><ul><li><a href='#'>Share on Facebook (opens in new tab)</a></li></ul></div></main></div><div class='gem-c-feedback'><h2>Is this page useful?</h2><button>Yes</button><button>No</button></div><footer><ul><li><a href='/help'>Help</a></li></ul><p>All content is available under the Open Government Licence v3.0</p></footer>",
        lang="en",
    ),
    _GRANT,
    "Twelve harbours to share £48 million",
    day=date(2025, 5, 6),
)

_LIVE = (
    "Rescuers have reached the last of 38 miners trapped below Mount Kessel since Sunday.",
    "The energy minister says an inquiry will begin within days.",
    "14:52, 9 September 2025: All 38 are out, minister says",
    "Energy Minister Bruno Hallam has just told reporters that all 38 miners are at the surface.",
    "“Nobody is left behind tonight,” he says, to applause.",
    "14:31, 9 September 2025: ‘They were singing when we got to them’",
    "Rescue leader Ines Varga describes the moment the drill broke through.",
    "“They were singing,” she tells our reporter Lou Penhaligon. “Badly, but they were singing.”",
    "13:58, 9 September 2025: What we know so far",
    "The roof of Gallery Nine fell on Sunday at 06:40.",
    "The mine’s owner, Kessel Ore, says it had passed its inspection in June.",
)


def _post(at: str, title: str, body: tuple[str, ...], extra: str = "") -> str:
    return (
        f"<li class='lx-stream__post-container'><article class='lx-stream-post gs-u-pb-alt+' itemtype='http://schema.org/BlogPosting' id='post_{at[:2]}'><header class='lx-stream-post__header'><div class='lx-stream-post__meta'><time datetime='2025-09-09T{at}:00+01:00'><span class='qa-visually-hidden-meta'>Posted at {at}</span><span class='qa-post-auto-meta'>{at}</span></time></div><h3 class='lx-stream-post__header-title'><span class='lx-stream-post__header-text'>{title}</span></h3></header>"
        f"<div class='lx-stream-post-body'>{p(body)}{extra}</div><div class='lx-stream-post__share-tools share-tools'><a href='#'>Share</a><p>Share page</p></div></article></li>"
    )


PAGES["broadcaster's live page"] = CommonPage(
    html(
        "<title>Kessel mine rescue live: All 38 miners are out - Channel Nine News</title><meta property='og:title' content='Kessel mine rescue live: All 38 miners are out'><meta property='og:site_name' content='Channel Nine News'>"
        + ld(
            **{
                "@type": "LiveBlogPosting",
                "headline": "Kessel mine rescue live: All 38 miners are out",
                "datePublished": "2025-09-09T05:10:00+01:00",
                "coverageStartTime": "2025-09-09T05:10:00+01:00",
                "author": {"@type": "NewsMediaOrganization", "name": "Channel Nine News"},
            }
        ),
        "<header role='banner'><a href='/'>Channel Nine</a><nav><a href='/news'>News</a></nav></header><main><h1>Kessel mine rescue live: All 38 miners are out</h1><div class='lx-summary'><h2>Summary</h2>"
        f"<ul class='lx-c-summary-points'><li class='lx-c-summary-points__item'>{_LIVE[0]}</li><li class='lx-c-summary-points__item'>{_LIVE[1]}</li></ul></div><section class='lx-stream'><h2>Live Reporting</h2><ol class='lx-stream__feed'>"
        + _post("14:52", "All 38 are out, minister says", _LIVE[3:5])
        + _post(
            "14:31",
            "‘They were singing when we got to them’",
            _LIVE[6:8],
            "<figure><img src='d.jpg'><figcaption>The drill at Gallery Nine. Copyright: Alpine Photo</figcaption></figure>",
        )
        + _post("13:58", "What we know so far", _LIVE[9:11])
        + "</ol><nav class='lx-pagination'><a href='?page=2'>Next page</a><span>Page 1 of 4</span></nav></section></main>",
    ),
    _LIVE,
    "Kessel mine rescue live: All 38 miners are out",
    day=date(2025, 9, 9),
)

_QUARRY = (
    "The owner of Brackley quarry wants to dig for another thirty years, and villagers say that they were never asked.",
    "Plans lodged with the county last week would let Hewn Stone Ltd take nine million tonnes from the hill above Upper Brackley until 2056.",
    "“We learned of it from a notice on a lamp post,” said parish clerk Wyn Prosser.",
)
PAGES["regional paper, a teaser before the wall"] = CommonPage(
    html(
        "<title>Brackley quarry: thirty more years of digging planned | Marches Gazette</title><meta property='og:title' content='Brackley quarry: thirty more years of digging planned'><meta property='og:site_name' content='Marches Gazette'><meta name='description' content='Villagers say that they were never asked.'>"
        + ld(
            **{
                "@type": "NewsArticle",
                "headline": "Brackley quarry: thirty more years of digging planned",
                "datePublished": "2025-03-18T05:00:00Z",
                "author": {"@type": "Person", "name": "Gethin Rowe"},
                "isAccessibleForFree": "False",
                "hasPart": {
                    "@type": "WebPageElement",
                    "isAccessibleForFree": "False",
                    "cssSelector": ".mar-article__body",
                },
            }
        ),
        "<header><a href='/'>Marches Gazette</a></header><nav class='mar-nav'><a href='/news'>News</a><a href='/sport'>Sport</a></nav><article class='mar-article'><h1 class='mar-article__headline'>Brackley quarry: thirty more years of digging planned</h1><div class='mar-article__author'><span>18th March</span><a href='/author/gethin-rowe'>Gethin Rowe</a><span class='role'>Local Democracy Reporter</span><a href='https://social.example/@gethin'>@gethinrowe</a></div>"
        f"<div class='mar-article__body'>{p(_QUARRY)}</div><div class='subscription-wall fade-out'><h2>Don't miss out on the headlines from Upper Brackley</h2><p>To continue reading this article, subscribe for £1 a month. Already a subscriber? Log in.</p><button>Subscribe now</button></div><div class='mar-most-read'><h3>Most read</h3><ol><li><a href='/1'>Man arrested after tractor chase through Ludford</a></li><li><a href='/2'>New chip shop opens its doors on High Street</a></li></ol></div></article><footer><p>This website and associated newspapers adhere to the Independent Press Standards Organisation's Editors' Code of Practice.</p></footer>",
    ),
    _QUARRY,
    "Brackley quarry: thirty more years of digging planned",
    author="Gethin Rowe",
    day=date(2025, 3, 18),
)
_MARKET = (
    "The night market on Hollis Street will lose its licence at the end of the month after neighbours complained of smoke and noise.",
    "The city’s licensing panel voted five to two on Wednesday evening not to renew it.",
    "“I have fed this street for eleven years,” said stallholder Ngozi Adeyemi-Larsen, who sells grilled fish. “Where do they think people will eat?”",
    "Panel chair Roland Keefe said the decision was “not about food, but about sleep.”",
    "More than forty residents had written to the panel since January, according to papers seen by Hollis Street News.",
    "The stallholders have 28 days to appeal.",
)
PAGES["blog software with sharing and a repeated pull quote"] = CommonPage(
    html(
        "<title>Night market to lose its licence – Hollis Street News</title><meta property='og:title' content='Night market to lose its licence'><meta property='og:site_name' content='Hollis Street News'><meta name='generator' content='WordPress 6.7'>",
        "<div id='page' class='hfeed site'><a class='skip-link screen-reader-text' href='#content'>Skip to content</a><header id='masthead' class='site-header'><p class='site-title'><a href='/'>Hollis Street News</a></p><p class='site-description'>What happens on our corner</p></header><div id='content' class='site-content'><main id='main'><article id='post-812' class='post-812 post type-post status-publish format-standard hentry category-news tag-food'>"
        "<header class='entry-header'><h1 class='entry-title'>Night market to lose its licence</h1><div class='entry-meta'><span class='posted-on'>Posted on <a href='/2025/02/13/night-market/' rel='bookmark'><time class='entry-date published' datetime='2025-02-13T09:12:44+00:00'>February 13, 2025</time><time class='updated' datetime='2025-02-14T10:00:00+00:00'>February 14, 2025</time></a></span><span class='byline'> by <span class='author vcard'><a class='url fn n' href='/author/admin/'>admin</a></span></span></div></header>"
        f"<div class='entry-content'>{p(_MARKET[:3])}<figure class='wp-block-pullquote'><blockquote><p>Where do they think people will eat?</p><cite>Ngozi Adeyemi-Larsen</cite></blockquote></figure>{p(_MARKET[3:5])}<div class='wp-block-image'><figure class='aligncenter'><img src='m.jpg'><figcaption class='wp-element-caption'>Hollis Street on a Friday night. Photo: A. Reader</figcaption></figure></div>{p(_MARKET[5:])}"
        "<div class='sharedaddy sd-sharing-enabled'><div class='robots-nocontent sd-block'><h3 class='sd-title'>Share this:</h3><ul><li><a href='#'>Click to share on X (Opens in new window)</a></li></ul></div></div><div class='sharedaddy sd-block sd-like jetpack-likes-widget-wrapper'><h3 class='sd-title'>Like this:</h3><div class='likes-widget-placeholder'><span class='button'><span>Like</span></span> <span class='loading'>Loading...</span></div></div><div id='jp-relatedposts' class='jp-relatedposts'><h3 class='jp-relatedposts-headline'><em>Related</em></h3><p><a href='/r'>Fire engine stuck on Hollis Street</a></p></div></div>"
        "<footer class='entry-footer'><span class='cat-links'>Posted in <a href='/news'>News</a></span><span class='tags-links'>Tagged <a href='/tag/food'>food</a></span></footer></article><nav class='navigation post-navigation'><div class='nav-previous'><a href='/p'>Bakery reopens after flood</a></div></nav><div id='comments' class='comments-area'><h2>2 thoughts on “Night market to lose its licence”</h2><ol><li><p>Good riddance, said everyone I know.</p></li></ol></div></main></div><aside id='secondary' class='widget-area'><section class='widget'><h2>Recent Posts</h2><ul><li><a href='/q'>Bakery reopens after flood</a></li></ul></section></aside></div>",
    ),
    _MARKET,
    "Night market to lose its licence",
    day=date(2025, 2, 13),
)

_CANAL = (
    "The provincial government will line 640 kilometres of canals before the next monsoon, Irrigation Minister Sardar Haleem Raza told the assembly on Monday.",
    "“\u200fWe lose forty litres of every hundred before a single field is wet,” he said.",
    "Opposition member Nasreen Baloch called the plan “a road to contractors’ pockets” and asked why the last one had stopped at 90 kilometres.",
    "Farmers in Khairwala said that they had heard such promises before. “My father died waiting for this canal,” said Ghulam Qadir, who grows cotton there.",
    "The minister replied that work would begin on 1 December and that a committee of growers would watch over it.",
)
PAGES["English page of an outlet that writes from right to left"] = CommonPage(
    html(
        "<title>نہریں | Canals to be lined before monsoon, minister tells assembly | Roznama Subh English</title><meta property='og:title' content='Canals to be lined before monsoon, minister tells assembly'><meta property='og:site_name' content='Roznama Subh English'><meta property='og:locale' content='en_PK'>",
        "<div class='topbar' dir='rtl'><ul><li><a href='/ur'>صفحہ اول</a></li><li><a href='/ur/pakistan'>پاکستان</a></li><li><a href='/ur/world'>دنیا</a></li><li><a href='/en'>English</a></li></ul><span class='date'>پیر، 3 نومبر 2025</span></div><div class='breaking-strip' dir='rtl'>تازہ ترین: لاہور میں بارش کا امکان</div><div class='container' dir='ltr'><div class='story-detail'><h2 class='story__title'>Canals to be lined before monsoon, minister tells assembly</h2>"
        "<div class='story__byline'><span>Rehana Qureshi</span> | <span>Published November 3, 2025</span> | <span class='ur' dir='rtl'>اشاعت</span></div>"
        f"<div class='story__content'>{p(_CANAL[:2])}<div class='also-read' dir='rtl'><strong>یہ بھی پڑھیں:</strong> <a href='/ur/2'>نہروں کی صفائی کا کام تعطل کا شکار</a></div>{p(_CANAL[2:])}<p class='credit'><em>Published in Roznama Subh, November 3rd, 2025</em></p></div><div class='comments' dir='rtl'><h3>تبصرے (2)</h3><p>بہت اچھا</p></div></div></div><footer dir='rtl'><p>جملہ حقوق محفوظ ہیں © 2025</p></footer>",
        lang="ur",
    ),
    _CANAL,
    "Canals to be lined before monsoon, minister tells assembly",
    author="Rehana Qureshi",
    day=date(2025, 11, 3),
)

_TALK = (
    "In this episode, judge Amara Voss explains why she left the bench, and what she would do about delays.",
    "PELHAM: Judge Voss, welcome. Why now?",
    "VOSS: Because I was tired of apologising. Last year I told a woman that her case would be heard in 2029, and she laughed at me.",
    "PELHAM: What did you say to her?",
    "VOSS: I said that I was sorry. She said that sorry was the only thing the court had ever given her on time.",
    "PELHAM: The ministry says that delays have fallen by a third.",
    "VOSS: The ministry counts cases that are closed. It does not count people who give up.",
)


def _turn(at: str, words: str) -> str:
    speaker, _, said = words.partition(": ")
    return f"<p class='transcript-turn'><span class='timestamp'>[{at}]</span> <strong class='speaker'>{speaker}:</strong> {said}</p>"


PAGES["podcast's page with its transcript folded"] = CommonPage(
    html(
        "<title>Why Judge Voss walked out | The Long Docket podcast</title><meta property='og:title' content='Why Judge Voss walked out'><meta property='og:site_name' content='The Long Docket'>"
        + ld(
            **{
                "@type": "PodcastEpisode",
                "name": "Why Judge Voss walked out",
                "datePublished": "2025-01-27",
                "partOfSeries": {"@type": "PodcastSeries", "name": "The Long Docket"},
            }
        ),
        f"<header><a href='/'>The Long Docket</a><nav><a href='/episodes'>Episodes</a><a href='/about'>About</a></nav></header><main><article><p class='kicker'>Episode 88</p><h1>Why Judge Voss walked out</h1><p class='episode-meta'>January 27, 2025 · 41 min</p><div class='player'><audio controls></audio><ul class='listen-on'><li><a href='#'>Apple Podcasts</a></li><li><a href='#'>Spotify</a></li></ul></div><div class='show-notes'><p>{_TALK[0]}</p></div>"
        "<details class='transcript'><summary>Transcript</summary>"
        + "".join(
            _turn(at, words)
            for at, words in zip(
                ["00:00:41", "00:00:47", "00:01:22", "00:01:25", "00:02:03", "00:02:10"],
                _TALK[1:],
                strict=True,
            )
        )
        + "</details><div class='subscribe-box'><h3>Never miss an episode</h3><p>Subscribe wherever you get your podcasts.</p></div></article></main><footer><p>© The Long Docket 2025</p></footer>",
    ),
    (_TALK[0], "Transcript", *_TALK[1:]),
    "Why Judge Voss walked out",
    day=date(2025, 1, 27),
)

_ASKED = (
    "Leila Haddad-Mori has led the coastguard of Tessaly since March. She spoke to Ruben Ost about boats, budgets and the night of the storm.",
    "You have asked for nine new boats. How many will you get?",
    "Four, I am told, and I believe it when I see them. The minister said four in April and three in May.",
    "Is that enough?",
    "No. On the night of 14 February we had two boats for eleven calls. I have said so to parliament, and I will say it again.",
    "Critics say that the crews were slow.",
    "The first boat left in seven minutes. Whoever calls that slow has never stood on a deck in such a sea.",
    "What would you tell a young person who wants to join?",
    "Learn to swim, learn to wait, and learn to write reports.",
    "This interview has been edited for length and clarity.",
)
PAGES["questions in bold, answers without a name"] = CommonPage(
    html(
        "<title>‘Two boats for eleven calls’: the coastguard’s new chief – Tessaly Review</title><meta property='og:title' content='‘Two boats for eleven calls’: the coastguard’s new chief'><meta property='og:site_name' content='Tessaly Review'><meta property='article:published_time' content='2025-07-19T04:00:00Z'><meta property='article:author' content='https://social.example/ruben.ost'>",
        "<header class='site'><a href='/'>Tessaly Review</a></header><main><article><span class='label'>Interview</span><h1>‘Two boats for eleven calls’: the coastguard’s new chief</h1>"
        f"<p class='dek'>{_ASKED[0]}</p><address class='byline'>By <a rel='author' href='/ost'>Ruben Ost</a></address><time datetime='2025-07-19'>19 July 2025</time><div class='article-content'>"
        + "".join(
            f"<p><strong>{words}</strong></p>"
            if words.endswith("?") or words.startswith("Critics")
            else f"<p>{words}</p>"
            for words in _ASKED[1:9]
        )
        + f"<p><em>{_ASKED[9]}</em></p><div class='tags'>Topics: <a href='/t/coast'>Coast</a></div></div></article></main>",
    ),
    _ASKED,
    "‘Two boats for eleven calls’: the coastguard’s new chief",
    author="Ruben Ost",
    day=date(2025, 7, 19),
)
