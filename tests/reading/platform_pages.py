"""Pages in the shapes of platforms that many outlets publish on: blocks, boxes between paragraphs, data in scripts.

Places, people and outlets are invented.
"""

import json

from tests.reading.common_pages import CommonPage, html, ld, p
from tests.reading.page_makers import adder, head_of
from tests.reading.world_pages import DAM, DRUG, FLOOD, PORT, STORIES, TITLES

PAGES: dict[str, CommonPage] = {}
add, og = adder(PAGES, STORIES, TITLES), head_of(TITLES)

add(
    "first sentence bare behind a picture inside its paragraph",
    "port",
    html(
        og("port", "Tavira Insider", pubdate="2024-10-02"),
        f"<div class='header'><h1>{TITLES['port']}</h1></div><div class='post-content'><p><div class='image-container float_right'><div class='image'><img src='a.jpg' alt='port'></div><p class='source'>Image: Coast Archive</p></div>{PORT[0].replace('Leonor Pazos', '<a href=/p>Leonor Pazos</a>')}</p>{p(PORT[1:])}</div>",
    ),
    day="2024-10-02",
)
add(
    "blocks of a publishing suite, credits and promotions between",
    "flood",
    html(
        "<title>Namdel flood death toll: What we know | The Valley Ledger</title><meta property='og:title' content='Four dead in Namdel flood: officials'><meta property='og:site_name' content='The Valley Ledger'><meta property='article:published_time' content='2024-07-06T08:00:00Z'>",
        f"<main class='b-article'><header class='c-heading-stack'><h1 class='b-headline'>{TITLES['flood']}</h1><div class='b-byline'><span>By <a href='/staff/anna-reyes'>Anna Reyes</a></span><span class='b-byline__title'>Senior Hill Country Correspondent</span></div></header>"
        f"<article class='article-body-wrapper'>{p(FLOOD[:2])}<p class='c-credit'>Photo: Dorji Wangmo / Hill Pictures</p>{p(FLOOD[2:4])}<div class='b-interstitial-link'><p>RELATED: <a href='/r'>Why the hills keep sliding into the river</a></p></div>{p(FLOOD[4:])}<p>Dorji Wangmo/Hill Pictures</p><p>Reach Anna Reyes at areyes@valleyledger.example</p></article>"
        "<section class='c-stack'><h2>More from The Valley Ledger</h2><h3><a href='/1'>Council votes for a second bridge</a></h3><p>The vote ends a quarrel of nine years, and begins another over who will pay for it.</p><h3><a href='/2'>Apple prices fall for the third year</a></h3><p>Growers blame a glut from the plains.</p></section></main>",
    ),
    author="Anna Reyes",
    day="2024-07-06",
)
add(
    "tail of columns with summaries inside the text's container",
    "port",
    html(
        og("port", "Tavira Sun", between=" | ", article__published_time="2024-10-03T05:00:00Z"),
        f"<div id='page'><h1>{TITLES['port']}</h1><div class='story-body'>{p(PORT * 1)}{p(tuple(f'Paragraph {i} of the minister’s plan gives the ports authority until the year 20{30 + i} to report on how many cranes it has mended.' for i in range(9)))}<h3>Other Opinion Columns</h3><h4>Editorial: a harbour is no piggy bank</h4><p>MARTA LEAL: A government that sells its doors will feel the draught, whatever the price.</p><h4>Own goal for the league</h4><p>JON PIRES: The new calendar pleases nobody who has ever sat in a stadium in January.</p></div></div>",
    ),
    body=(
        *PORT,
        *(
            f"Paragraph {i} of the minister’s plan gives the ports authority until the year 20{30 + i} to report on how many cranes it has mended."
            for i in range(9)
        ),
    ),
    day="2024-10-03",
)
add(
    "article in JSON-LD, the page a caption",
    "drug",
    html(
        og("drug", "Morning Courier")
        + ld(
            **{
                "@context": "https://schema.org",
                "@type": "NewsArticle",
                "headline": TITLES["drug"],
                "datePublished": "2024-05-08T10:00:00+08:00",
                "author": [{"@type": "Person", "name": "Alma Roque"}],
                "articleBody": "\n".join(DRUG),
            }
        ),
        f"<div id='app'><div class='article__header'><h1>{TITLES['drug']}</h1></div><div class='article__image'><p>A nurse in Katiola holds up a packet of the new pills, of which one is enough. Photo: Alma Roque</p></div></div>",
    ),
    author="Alma Roque",
    day="2024-05-08",
)
add(
    "article in a framework's state, the page empty",
    "dam",
    html(
        og("dam", "Lake News", article__published_time="2025-03-03T07:00:00Z"),
        f"<div id='__next'><div class='loader'></div></div><script id='__NEXT_DATA__' type='application/json'>{json.dumps({'props': {'pageProps': {'menu': [{'text': 'News'}, {'text': 'Sport'}, {'text': 'Weather'}], 'article': {'title': TITLES['dam'], 'blocks': [{'type': 'image', 'content': 'The Kasira dam in better days, before anybody looked at its gates'}, *({'type': 'paragraph', 'content': words} for words in DAM)]}}}})}</script>",
    ),
    day="2025-03-03",
)
add(
    "content tree of text nodes in a framework's state",
    "port",
    html(
        og("port", "Tavira Wire", article__published_time="2024-10-02T07:00:00Z"),
        f"<div id='root'></div><script type='application/json' data-hydrate>{json.dumps({'story': {'body': [{'type': 'p', 'children': [{'type': 'text', 'data': words[:20]}, {'type': 'a', 'children': [{'type': 'text', 'data': words[20:40]}]}, {'type': 'text', 'data': words[40:]}]} for words in PORT]}})}</script>",
    ),
    day="2024-10-02",
)
add(
    "network of fan sites",
    "port",
    html(
        "<title>Tavira Bay port sale: government sells, opposition cries scandal - The Quay</title><meta property='og:title' content='Tavira Bay port sale, explained'><meta property='og:site_name' content='The Quay'>",
        f"<h1><a href='/'>The Quay</a></h1><main><article class='l-main-content'><div class='c-entry-hero'><h1 class='c-page-title'>{TITLES['port']}: government sells, opposition cries scandal</h1><p class='c-entry-summary p-dek'>Dockers have not seen the contract</p><div class='c-byline'><span class='c-byline-wrapper'>By <span class='c-byline__item'><a href='/u'><span class='c-byline__author-name'>Rui Prado</span></a></span> <span class='c-byline__item'><time class='c-byline__item' datetime='2024-10-02T15:05:12'>Oct 2, 2024, 3:05pm UTC</time></span></span></div></div><div class='c-entry-content'>{p(PORT[:3])}<aside class='c-newsletter_signup_box'><h3>Sign up for the newsletter The Tide</h3><p>A weekly look at what the sea brings in.</p></aside>{p(PORT[3:])}</div></article></main>",
    ),
    title=f"{TITLES['port']}: government sells, opposition cries scandal",
    body=("Dockers have not seen the contract", *PORT),
    author="Rui Prado",
    day="2024-10-02",
)
add(
    "newsletter platform",
    "drug",
    html(
        "<title>One pill cures sleeping sickness - by Alma Roque</title><meta property='og:title' content='One pill cures sleeping sickness in nine of ten patients'><meta name='author' content='Alma Roque'>"
        + ld(
            **{
                "@type": "NewsArticle",
                "headline": TITLES["drug"],
                "datePublished": "2024-05-08T10:00:00Z",
                "author": [{"@type": "Person", "name": "Alma Roque"}],
                "isAccessibleForFree": True,
            }
        ),
        f"<div id='main'><div class='single-post'><article class='typography newsletter-post post'><div class='post-header'><h1 class='post-title published'>{TITLES['drug']}</h1><h3 class='subtitle'>What the trial shows, and what it does not</h3><div class='byline-wrapper'><a href='/@alma'>Alma Roque</a><div class='pencraft'>May 08, 2024</div></div><div class='post-ufi'><a>12</a><a>3</a><a>Share</a></div></div><div class='available-content'><div class='body markup'>{p(DRUG[:2])}<div class='subscription-widget-wrap'><div class='subscription-widget show-subscribe'><div class='preamble'><p class='cta-caption'>Fever Chart is a reader-supported publication. To receive new posts and support my work, consider becoming a free or paid subscriber.</p></div><form><input type='email'><input type='submit' value='Subscribe'></form></div></div>{p(DRUG[2:])}<p class='button-wrapper'><a class='button primary' href='/s'><span>Share Fever Chart</span></a></p></div></div></article></div><div class='comments-page'><h4>Discussion about this post</h4><p>Bea: I have waited for this since my uncle died.</p></div></div>",
    ),
    body=("What the trial shows, and what it does not", *DRUG),
    author="Alma Roque",
    day="2024-05-08",
)
add(
    "membership platform, cards between",
    "flood",
    html(
        og("flood", "Hill Desk", article__published_time="2024-07-06T08:00:00.000Z")
        + "<meta property='article:publisher' content='https://example.com'>",
        f"<div class='site'><header id='gh-head' class='gh-head'><a>Hill Desk</a></header><main id='site-main'><article class='article post'><header class='article-header gh-canvas'><span class='article-tag'><a href='/tag'>Weather</a></span><h1 class='article-title'>{TITLES['flood']}</h1><div class='article-byline'><ul class='author-list'><li><a href='/author/k'>Karma Lhendup</a></li></ul><h4 class='author-name'><a href='/author/k'>Karma Lhendup</a></h4><div class='byline-meta-content'><time class='byline-meta-date' datetime='2024-07-06'>Jul 6, 2024</time><span class='byline-reading-time'>2 min read</span></div></div></header><section class='gh-content gh-canvas'>{p(FLOOD[:2])}<div class='kg-card kg-audio-card'><div class='kg-audio-player-container'><div class='kg-audio-title'>Listen: the river on Friday night</div><div class='kg-audio-player'><span class='kg-audio-current-time'>0:00</span><div class='kg-audio-time'>/<span class='kg-audio-duration'>31:07</span></div></div></div></div>{p(FLOOD[2:4])}<div class='kg-card kg-signup-card'><h2 class='kg-signup-card-heading'>Sign up for Hill Desk</h2><h3 class='kg-signup-card-subheading'>News of the valleys, twice a week</h3><p class='kg-signup-card-disclaimer'>No spam. Unsubscribe anytime.</p></div>{p(FLOOD[4:])}</section></article><section class='footer-cta'><h2>Sign up for more like this.</h2></section></main></div>",
    ),
    author="Karma Lhendup",
    day="2024-07-06",
)
add(
    "picture credit nearer to the text than the byline",
    "dam",
    html(
        og("dam", "Lakes Magazine", article__published_time="2025-03-03"),
        f"<article><h1>{TITLES['dam']}</h1><p class='Article__ContributorGroup'>By <span class='Article__Contributor'>Helen Strand</span></p><div class='Article__Lead'><img><div class='RichCaption'>Water leaves the Kasira dam.</div><p class='ImageContributor'>Photograph by <span class='Contributor'>Brian Omondi, Rift Valley Pictures</span></p></div><div class='Article__Content'>{p(DAM)}</div></article>",
    ),
    author="Helen Strand",
    day="2025-03-03",
)
add(
    "a name behind by in the text, no byline",
    "drug",
    html(
        og("drug", "Courier"),
        f"<div><h1>{TITLES['drug']}</h1><div class='content'><p>{DRUG[0]} The work was paid for in part by <a href='/l'>Lenora Mostyn</a>, whose husband died of the disease, and in part by the island’s health ministry.</p>{p(DRUG[1:])}</div></div>",
    ),
    body=(
        f"{DRUG[0]} The work was paid for in part by Lenora Mostyn, whose husband died of the disease, and in part by the island’s health ministry.",
        *DRUG[1:],
    ),
)
add(
    "day in the page's title, author a broadcaster with its address",
    "port",
    html(
        f"<title>{TITLES['port']} | Business | CW | 02.10.2024</title><meta property='og:title' content='{TITLES['port']} | CW | 02.10.2024'><meta property='og:site_name' content='CW.EXAMPLE'><meta name='author' content='Coast Wave (www.cw.example)'>",
        f"<div id='bodyContent'><h4 class='artikel'>Business</h4><h1>{TITLES['port']}</h1><p class='intro'>The sale ends a century of public docks.</p><div class='longText'>{p(PORT)}</div></div>",
    ),
    body=("The sale ends a century of public docks.", *PORT),
    day="2024-10-02",
)
add(
    "words of code in a report",
    "dam",
    html(
        og("dam", "Byte Ledger", article__published_time="2025-03-03"),
        f"<article><h1>{TITLES['dam']}</h1><p>The gates are run by a program that reads <code>level</code> once a minute, said Ida Brandt, who wrote it. “Whoever set <code>limit</code> to <code>None</code> should not be near a dam,” she told the inquiry.</p>{p(DAM)}</article>",
    ),
    body=(
        "The gates are run by a program that reads level once a minute, said Ida Brandt, who wrote it. “Whoever set limit to None should not be near a dam,” she told the inquiry.",
        *DAM,
    ),
    day="2025-03-03",
)
add(
    "address with the section between year and month",
    "flood",
    html(
        og("flood", "Cable One")
        + "<link rel='canonical' href='http://www.cable-one.example/2024/WORLD/07/06/namdel.flood/index.html'>",
        f"<div class='cnn_storyarea'><h1>{TITLES['flood']}</h1><div class='cnnByline'>By <b>Karma Lhendup</b>, Cable One</div><div class='cnn_strycntntlft'>{p(FLOOD)}</div></div>",
    ),
    author="Karma Lhendup",
    day="2024-07-06",
)
add(
    "byline in the class of a caption, day behind the name",
    "drug",
    html(
        og("drug", "Gadget Post") + "<meta name='author' content='Authors'>",
        f"<div class='post'><h4 class='post_title'>{TITLES['drug']}</h4><span class='caption'>By <a href='/editor/alma' rel='author'>Alma Roque</a> posted May 8th 2024 7:30PM</span><div class='post_body'>{p(DRUG)}</div></div>",
    ),
    author="Alma Roque",
    day="2024-05-08",
)
add(
    "lines of a site at the foot of its text",
    "port",
    html(
        og("port", "Tavira Post", article__published_time="2024-10-02T07:00:00Z"),
        f"<article><h1>{TITLES['port']}</h1><div class='entry-content'>{p(PORT)}<p>Tags: port, Tavira Bay, pension funds</p><p>This article originally appeared on Coast Wire.</p><p>Follow Rui Prado on Twitter.</p><p>Share on Facebook</p><p>27</p></div></article>",
    ),
    day="2024-10-02",
)
