"""Pages written for these tests in the shapes of common sites, each with what a reader would call its article.

Places, people and outlets are invented.
"""

import json
from dataclasses import dataclass
from datetime import date

BRIDGE = (
    "The bridge over the Oster will open to traffic in May, two years later than planned, Mayor Idra Vellmoor said on Monday.",
    "“We are sorry for the wait,” Vellmoor told reporters at the town hall. “It was longer than anybody had a right to expect.”",
    "The works began in the spring of 2022 after inspectors found cracks in three of the seven piers.",
    "Engineer Tomas Auden, who led the repairs, said that the new steel would last for at least sixty years.",
    "Shopkeepers on the north bank have asked for compensation. “Half of my customers never came back,” said the baker Rosa Quill.",
    "The town council will vote on the request next week.",
)
FERRY = (
    "CALDER — The night ferry to the islands will stop running in October, its owner announced on Thursday, citing the price of fuel.",
    "Islanders’ spokeswoman Signe Hale called the decision “a door shut in our faces” and demanded talks with the ministry.",
    "The company said in a statement that it had lost 2.4 million crowns in the first half of the year.",
    "“Nobody takes pleasure in this,” its director, Benno Marsh, wrote in a letter to the 340 people who live on Vexby.",
    "Transport Minister Edda Norwood said the government was looking at a subsidy, but could not promise one before the budget.",
)
SCHOOL = (
    "Teachers at four schools in Lowick walked out on Wednesday over a plan to cut music lessons.",
    "Union leader Kasper Tarrow said more than 200 people had joined the strike and that others would follow.",
    "“You cannot balance a budget on the backs of children,” he said outside the school office.",
    "The district’s head of schools, Lena Petrov, denied that lessons would end. She said they would move to the afternoon.",
    "Parents were divided. One mother, Dina Ferris, said that she supported the teachers; another called the strike selfish.",
    "Talks are due to resume on Friday, according to a spokesman for the district.",
)
STORIES = {"bridge": BRIDGE, "ferry": FERRY, "school": SCHOOL}
TITLES = {
    "bridge": "Bridge over the Oster to open two years late",
    "ferry": "Night ferry to the islands to stop in October",
    "school": "Teachers in Lowick strike over music lessons",
}
NAV = "<header><a href='/'>Lowick Herald</a><nav><ul><li><a href='/news'>News</a></li><li><a href='/sport'>Sport</a></li><li><a href='/weather'>Weather</a></li></ul></nav></header>"
FOOT = "<footer><p>© 2025 Lowick Herald Media Ltd. All rights reserved.</p><ul><li><a href='/terms'>Terms</a></li><li><a href='/privacy'>Privacy</a></li></ul></footer>"
RELATED = "<aside class='related'><h3>More on this</h3><ul><li><a href='/a'>Council seeks new harbour master after long search</a></li><li><a href='/b'>Storm closes coast road for the second time</a></li></ul></aside>"
COMMENTS = "<section id='comments' class='comments'><h3>12 comments</h3><div class='comment'><p>OldTimer said: they always promise and never deliver, believe me.</p></div><div class='comment'><p>Anna: “I said so years ago,” and I was right.</p></div></section>"
COOKIES = "<div id='cookie-banner' role='dialog' class='cookie-consent'><p>We and our 214 partners store and access information on your device. Choose what you allow.</p><button>Accept all</button></div>"
SHARE = "<div class='share-tools'><a href='#'>Share on social media</a><a href='#'>Copy link</a><a href='#'>Print</a></div>"
SIGN_UP = "<div class='newsletter-signup'><h4>Sign up for the morning briefing</h4><p>All the news of the valley in your inbox at six.</p><form><input type='email'><button>Subscribe</button></form></div>"


@dataclass(frozen=True)
class CommonPage:
    """A page and what is expected of it; ``day`` is that of publication, None where the page does not say it."""

    html: str
    body: tuple[str, ...]
    title: str
    author: str | None = None
    day: date | None = None
    url: str | None = None


def p(words: tuple[str, ...] | list[str]) -> str:
    return "".join(f"<p>{each}</p>" for each in words)


def html(head: str, body: str, lang: str = "en") -> str:
    return f"<!DOCTYPE html><html lang='{lang}'><head><meta charset='utf-8'>{head}</head><body>{body}</body></html>"


def meta(story: str, *, day: str = "", author: str = "", site: str = "Lowick Herald") -> str:
    found = f"<title>{TITLES[story]} | {site}</title><meta property='og:title' content='{TITLES[story]}'><meta property='og:site_name' content='{site}'>"
    if day:
        found += f"<meta property='article:published_time' content='{day}T08:15:00+01:00'>"
    if author:
        found += f"<meta name='author' content='{author}'>"
    return found


def ld(**values: object) -> str:
    return f"<script type='application/ld+json'>{json.dumps({'@context': 'https://schema.org', **values})}</script>"


def _pages() -> dict[str, CommonPage]:
    made: dict[str, CommonPage] = {}

    def add(
        name: str,
        story: str,
        source: str,
        *,
        body: tuple[str, ...] | None = None,
        author: str | None = None,
        day: str | None = None,
        title: str | None = None,
        url: str | None = None,
    ) -> None:
        made[name] = CommonPage(
            source,
            body if body is not None else STORIES[story],
            title or TITLES[story],
            author,
            date.fromisoformat(day) if day else None,
            url,
        )

    h1 = {story: f"<h1>{title}</h1>" for story, title in TITLES.items()}
    add(
        "blog software, classic",
        "bridge",
        html(
            "<title>Bridge over the Oster to open two years late – Lowick Herald</title>",
            f"<div id='page'>{NAV}<div id='content'><article class='post hentry'><h1 class='entry-title'>{TITLES['bridge']}</h1>"
            "<div class='entry-meta'>Posted on <time class='entry-date published' datetime='2025-03-03T09:00:00+00:00'>March 3, 2025</time> by <span class='author vcard'><a rel='author' href='/author/helena'>Helena Strand</a></span></div>"
            f"<div class='entry-content'>{p(BRIDGE)}{SHARE}</div></article>{COMMENTS}</div><div id='secondary' class='widget-area'>{RELATED}</div>{FOOT}</div>",
        ),
        author="Helena Strand",
        day="2025-03-03",
    )
    add(
        "blog software, blocks, with a pull quote that repeats",
        "bridge",
        html(
            meta("bridge", day="2025-03-03", author="Helena Strand"),
            f"{NAV}<main>{h1['bridge']}<div class='wp-block-post-content'>{p(BRIDGE[:3])}<figure class='wp-block-pullquote'><blockquote><p>It was longer than anybody had a right to expect.</p></blockquote></figure>{p(BRIDGE[3:])}</div></main>{FOOT}",
        ),
        author="Helena Strand",
        day="2025-03-03",
    )
    add(
        "pull quote in an aside",
        "school",
        html(
            meta("school", day="2025-04-09"),
            f"{NAV}<article>{h1['school']}{p(SCHOOL[:4])}<aside class='pullquote'>You cannot balance a budget on the backs of children</aside>{p(SCHOOL[4:])}</article>{FOOT}",
        ),
        day="2025-04-09",
    )
    add(
        "AMP",
        "ferry",
        f"<!doctype html><html amp lang='en'><head><meta charset='utf-8'>{meta('ferry', day='2025-09-11')}<style amp-boilerplate>body{{}}</style></head><body><amp-sidebar id='side'><ul><li><a href='/'>Home</a></li></ul></amp-sidebar><main><article>{h1['ferry']}<amp-img src='a.jpg' width='10' height='10' alt='The ferry at dawn'></amp-img>{p(FERRY[:2])}<amp-ad width='300' height='250' type='x'><p>Advertisement</p></amp-ad>{p(FERRY[2:])}</article></main><amp-analytics></amp-analytics></body></html>",
        day="2025-09-11",
    )
    add(
        "JSON-LD only",
        "school",
        html(
            f"<title>Lowick Herald</title>{ld(**{'@type': 'NewsArticle', 'headline': TITLES['school'], 'datePublished': '2025-04-09T17:40:00Z', 'author': {'@type': 'Person', 'name': 'Arvid Kell'}, 'publisher': {'@type': 'Organization', 'name': 'Lowick Herald'}, 'articleBody': chr(10).join(SCHOOL)})}",
            "<div id='root'></div><script src='/app.js'></script><noscript>Please turn on JavaScript.</noscript>",
        ),
        author="Arvid Kell",
        day="2025-04-09",
    )
    add(
        "JSON-LD in a graph beside a rendered page",
        "bridge",
        html(
            meta("bridge")
            + ld(
                **{
                    "@graph": [
                        {"@type": "WebSite", "name": "Lowick Herald"},
                        {
                            "@type": "NewsArticle",
                            "headline": TITLES["bridge"],
                            "datePublished": "2025-03-03",
                            "dateModified": "2025-03-05",
                            "author": [{"@type": "Person", "name": "Helena Strand"}],
                        },
                    ]
                }
            ),
            f"{NAV}<article>{h1['bridge']}{p(BRIDGE)}</article>{FOOT}",
        ),
        author="Helena Strand",
        day="2025-03-03",
    )
    add(
        "paywall stub",
        "ferry",
        html(
            meta("ferry", day="2025-09-11"),
            f"{NAV}<article>{h1['ferry']}{p(FERRY[:2])}<div class='paywall'><h2>Subscribe to continue reading</h2><p>Get full access to every story from 4 crowns a month.</p><button>Subscribe now</button><p>Already a subscriber? <a href='/login'>Log in</a></p></div></article>{FOOT}",
        ),
        body=FERRY[:2],
        day="2025-09-11",
    )
    add(
        "figures with captions and credits",
        "bridge",
        html(
            meta("bridge", day="2025-03-03"),
            f"{NAV}<article>{h1['bridge']}<figure><img src='a.jpg' alt='The bridge'><figcaption>The bridge on Sunday, seen from the north bank. Photo: Mira Daan</figcaption></figure>{p(BRIDGE[:3])}<figure class='image'><picture><source srcset='b.webp'><img src='b.jpg'></picture><figcaption><span class='caption'>Mayor Vellmoor said nothing on the steps.</span><span class='credit'>Herald archive</span></figcaption></figure>{p(BRIDGE[3:])}</article>{FOOT}",
        ),
        day="2025-03-03",
    )
    add(
        "captions in divs",
        "ferry",
        html(
            meta("ferry", day="2025-09-11"),
            f"{NAV}<article>{h1['ferry']}<div class='image-block'><img src='a.jpg'><div class='image-caption'>The Vexby ferry leaves Calder for the last time this summer.</div></div>{p(FERRY)}</article>{FOOT}",
        ),
        day="2025-09-11",
    )
    add(
        "related links between paragraphs",
        "school",
        html(
            meta("school", day="2025-04-09"),
            f"{NAV}<article>{h1['school']}{p(SCHOOL[:2])}<p><strong>Read more: <a href='/c'>What the cuts mean for each school</a></strong></p>{p(SCHOOL[2:4])}<div class='related-links'><h3>Related stories</h3><ul><li><a href='/d'>Budget vote delayed again</a></li></ul></div>{p(SCHOOL[4:])}</article>{FOOT}",
        ),
        day="2025-04-09",
    )
    add(
        "newsletter form between paragraphs",
        "bridge",
        html(
            meta("bridge", day="2025-03-03"),
            f"{NAV}<article>{h1['bridge']}{p(BRIDGE[:3])}{SIGN_UP}{p(BRIDGE[3:])}</article>{FOOT}",
        ),
        day="2025-03-03",
    )
    add(
        "paragraphs in divs",
        "school",
        html(
            meta("school", day="2025-04-09"),
            f"{NAV}<div class='story'><h1>{TITLES['school']}</h1><div class='story-text'>{''.join(f'<div>{each}</div>' for each in SCHOOL)}</div></div>{FOOT}",
        ),
        day="2025-04-09",
    )
    add(
        "paragraphs set off by line breaks",
        "ferry",
        html(
            meta("ferry", day="2025-09-11"),
            f"{NAV}<div class='article-body'><h1>{TITLES['ferry']}</h1><div>{'<br><br>'.join(FERRY)}</div></div>{FOOT}",
        ),
        day="2025-09-11",
    )
    add(
        "tables for layout",
        "bridge",
        f"<html><head><title>{TITLES['bridge']}</title></head><body><table width=100%><tr><td width=150><a href=/>Home</a><br><a href=/news>News</a><br><a href=/mail>Mail us</a></td><td><font size=5><b>{TITLES['bridge']}</b></font>{p(BRIDGE)}</td></tr></table></body></html>",
    )
    add(
        "quotation set off with its speaker",
        "school",
        html(
            meta("school", day="2025-04-09"),
            f"{NAV}<article>{h1['school']}{p(SCHOOL[:3])}<blockquote><p>Every child in this town has the right to an instrument.</p><cite>Vera Sandoval, head teacher</cite></blockquote>{p(SCHOOL[3:])}</article>{FOOT}",
        ),
        body=(
            *SCHOOL[:3],
            "“Every child in this town has the right to an instrument.” — Vera Sandoval, head teacher",
            *SCHOOL[3:],
        ),
        day="2025-04-09",
    )
    add(
        "questions and answers",
        "ferry",
        html(
            meta("ferry", day="2025-09-11"),
            f"{NAV}<article>{h1['ferry']}{p(FERRY[:1])}<p><strong>Why stop now?</strong></p><p>Because each crossing costs more than all of its tickets bring in.</p><p><strong>Will there be a bus?</strong></p><p>No. There is no road to Vexby, and there will be none.</p>{p(FERRY[4:])}</article>{FOOT}",
        ),
        body=(
            FERRY[0],
            "Why stop now?",
            "Because each crossing costs more than all of its tickets bring in.",
            "Will there be a bus?",
            "No. There is no road to Vexby, and there will be none.",
            FERRY[4],
        ),
        day="2025-09-11",
    )
    add(
        "agency copy with credits at the end",
        "ferry",
        html(
            meta("ferry", day="2025-09-11"),
            f"{NAV}<article>{h1['ferry']}<p class='byline'>By Jonas Lindqvist and Talia Okafor</p>{p(FERRY)}<p>(Reporting by Jonas Lindqvist; Editing by Hugo Winter)</p></article>{FOOT}",
        ),
        author="Jonas Lindqvist, Talia Okafor",
        day="2025-09-11",
    )
    add(
        "authors with their roles",
        "school",
        html(
            meta("school", day="2025-04-09"),
            f"{NAV}<article>{h1['school']}<div class='byline'>By <a href='/people/arvid' rel='author'>Arvid Kell</a>, Education Correspondent</div>{p(SCHOOL)}</article>{FOOT}",
        ),
        author="Arvid Kell",
        day="2025-04-09",
    )
    add(
        "published and updated",
        "bridge",
        html(
            meta("bridge"),
            f"{NAV}<article>{h1['bridge']}<div class='dates'><span class='published'>Published: 3 March 2025, 09:00</span> <span class='updated'>Updated: 5 March 2025, 11:30</span></div>{p(BRIDGE)}</article>{FOOT}",
        ),
        day="2025-03-03",
    )
    add(
        "the day in the address only",
        "ferry",
        html(
            f"{meta('ferry')}<link rel='canonical' href='https://herald.example/2025/09/11/night-ferry'>",
            f"{NAV}<article>{h1['ferry']}{p(FERRY)}</article>{FOOT}",
        ),
        day="2025-09-11",
        url="https://herald.example/2025/09/11/night-ferry",
    )
    add(
        "the day of an event only",
        "bridge",
        html(
            meta("bridge"),
            f"{NAV}<article>{h1['bridge']}{p(BRIDGE)}<p>The opening is on May 12, 2025, and the choir will sing.</p></article>{FOOT}",
        ),
        body=(*BRIDGE, "The opening is on May 12, 2025, and the choir will sing."),
    )
    add(
        "a copyright year only",
        "school",
        html(meta("school"), f"{NAV}<article>{h1['school']}{p(SCHOOL)}</article>{FOOT}"),
    )
    add(
        "microdata",
        "ferry",
        html(
            "<title>Herald</title>",
            f"{NAV}<div itemscope itemtype='https://schema.org/NewsArticle'><h1 itemprop='headline'>{TITLES['ferry']}</h1><span itemprop='author' itemscope itemtype='https://schema.org/Person'><span itemprop='name'>Talia Okafor</span></span> <time itemprop='datePublished' datetime='2025-09-11T06:00:00Z'>11 September</time><div itemprop='articleBody'>{p(FERRY)}</div></div>{FOOT}",
        ),
        author="Talia Okafor",
        day="2025-09-11",
    )
    add(
        "rendered by a framework, with its data",
        "school",
        html(
            meta("school", day="2025-04-09"),
            f"<div id='__next'>{NAV}<main><article class='css-1x2y'><header>{h1['school']}</header><section name='articleBody'>{''.join(f'<div class=css-9k>{p((each,))}</div>' for each in SCHOOL)}</section></article></main>{FOOT}</div><script id='__NEXT_DATA__' type='application/json'>{json.dumps({'props': {'body': list(SCHOOL)}})}</script>",
        ),
        day="2025-04-09",
    )
    add(
        "another article below",
        "bridge",
        html(
            meta("bridge", day="2025-03-03"),
            f"{NAV}<main><article>{h1['bridge']}{p(BRIDGE)}</article><div class='recommended'><h2>Up next</h2><article class='teaser'><h3><a href='/f'>{TITLES['ferry']}</a></h3><p>The owner of the night ferry says that the price of fuel leaves it no choice.</p></article><article class='teaser'><h3><a href='/s'>{TITLES['school']}</a></h3><p>More than 200 teachers walked out on Wednesday.</p></article></div></main>{FOOT}",
        ),
        day="2025-03-03",
    )
    add(
        "hidden parts, and the text twice for two widths",
        "ferry",
        html(
            meta("ferry", day="2025-09-11"),
            f"{NAV}<article>{h1['ferry']}<div class='desktop'>{p(FERRY)}</div><div class='mobile' style='display:none'>{p(FERRY)}</div><p hidden>Minister Norwood said that she would resign.</p><p style='display: none'>“Secret,” said Marsh.</p><span aria-hidden='true'>x</span></article>{FOOT}",
        ),
        day="2025-09-11",
    )
    add(
        "drop capital, soft hyphens and zero-width spaces",
        "bridge",
        html(
            meta("bridge", day="2025-03-03"),
            f"{NAV}<article>{h1['bridge']}<p><span class='dropcap'>T</span>{BRIDGE[0][1:]}</p>{p([each.replace('inspectors', 'in&shy;spec&shy;tors').replace('council', 'coun&#8203;cil') for each in BRIDGE[1:]])}</article>{FOOT}",
        ),
        day="2025-03-03",
    )
    add(
        "press release",
        "ferry",
        html(
            "<title>Calder Lines: Night ferry to the islands to stop in October</title>",
            f"<div class='press-release'><p>FOR IMMEDIATE RELEASE</p><h1>{TITLES['ferry']}</h1><p class='date'>September 11, 2025</p>{p(FERRY)}<p>###</p></div>",
        ),
        day="2025-09-11",
    )
    add(
        "cookie notice before all else",
        "school",
        html(
            meta("school", day="2025-04-09"),
            f"<a class='skip' href='#main'>Skip to content</a>{COOKIES}{NAV}<article id='main'>{h1['school']}{p(SCHOOL)}</article>{FOOT}",
        ),
        day="2025-04-09",
    )
    add(
        "comments with quotations",
        "bridge",
        html(
            meta("bridge", day="2025-03-03"),
            f"{NAV}<article>{h1['bridge']}{p(BRIDGE)}</article>{COMMENTS}{FOOT}",
        ),
        day="2025-03-03",
    )
    add(
        "content management by fields",
        "ferry",
        html(
            meta("ferry", day="2025-09-11"),
            f"{NAV}<div class='node node--type-article'><h1 class='page-title'><span class='field field--name-title'>{TITLES['ferry']}</span></h1><div class='field field--name-body field--type-text-with-summary'>{p(FERRY)}</div><div class='field field--name-field-tags'><div><a href='/t/1'>Ferries</a></div><div><a href='/t/2'>Islands</a></div></div></div>{FOOT}",
        ),
        day="2025-09-11",
    )
    add(
        "the site's name in the first heading",
        "school",
        html(
            meta("school", day="2025-04-09"),
            f"<div class='masthead'><h1><a href='/'>Lowick Herald</a></h1></div><div class='content'><h2 class='headline'>{TITLES['school']}</h2>{p(SCHOOL)}</div>{FOOT}",
        ),
        day="2025-04-09",
    )
    add(
        "short paragraphs and subheadings",
        "bridge",
        html(
            meta("bridge", day="2025-03-03"),
            f"{NAV}<article>{h1['bridge']}{p(BRIDGE[:2])}<h2>Cracks in the piers</h2>{p(BRIDGE[2:4])}<h2>“We want our money”</h2>{p(BRIDGE[4:])}</article>{FOOT}",
        ),
        body=(*BRIDGE[:2], "Cracks in the piers", *BRIDGE[2:4], "“We want our money”", *BRIDGE[4:]),
        day="2025-03-03",
    )
    add(
        "list of points before the text",
        "school",
        html(
            meta("school", day="2025-04-09"),
            f"{NAV}<article>{h1['school']}<ul class='key-points'><li>Four schools closed on Wednesday</li><li>Talks resume on Friday</li></ul>{p(SCHOOL)}</article>{FOOT}",
        ),
        body=("Four schools closed on Wednesday", "Talks resume on Friday", *SCHOOL),
        day="2025-04-09",
    )
    add(
        "correction at the end",
        "ferry",
        html(
            meta("ferry", day="2025-09-11"),
            f"{NAV}<article>{h1['ferry']}{p(FERRY)}<p class='correction'><em>Correction: an earlier version of this article gave another number of islanders.</em></p></article>{FOOT}",
        ),
        body=(*FERRY, "Correction: an earlier version of this article gave another number of islanders."),
        day="2025-09-11",
    )
    add(
        "embedded post",
        "bridge",
        html(
            meta("bridge", day="2025-03-03"),
            f"{NAV}<article>{h1['bridge']}{p(BRIDGE[:2])}<blockquote class='twitter-tweet'><p lang='en' dir='ltr'>See you on the bridge in May!</p>&mdash; Idra Vellmoor (@vellmoor) <a href='https://social.example/1'>March 3, 2025</a></blockquote>{p(BRIDGE[2:])}</article>{FOOT}",
        ),
        body=(*BRIDGE[:2], "“See you on the bridge in May!” — Idra Vellmoor", *BRIDGE[2:]),
        day="2025-03-03",
    )
    entries = [
        ("10:42", "Strike begins", SCHOOL[:2]),
        ("11:05", "", SCHOOL[2:4]),
        ("12:30", "Parents divided", SCHOOL[4:]),
    ]
    live_body = tuple(
        line
        for hour, heading, paragraphs in entries
        for line in (": ".join(filter(None, (f"{hour}, 9 April 2025", heading))), *paragraphs)
    )
    posts = "".join(
        f"<div class='liveblog-entry'><time datetime='2025-04-09T{hour}:00+01:00'>{hour}</time>"
        f"{f'<h2>{heading}</h2>' if heading else ''}{p(paragraphs)}{SHARE}</div>"
        for hour, heading, paragraphs in entries
    )
    add(
        "live blog",
        "school",
        html(
            meta("school", day="2025-04-09"),
            f"{NAV}<main>{h1['school']}<p>Follow the strike in the schools of Lowick as it happens, hour by hour.</p><div class='liveblog'>{posts}</div></main>{FOOT}",
        ),
        body=("Follow the strike in the schools of Lowick as it happens, hour by hour.", *live_body),
        day="2025-04-09",
    )
    marked = "".join(
        f"<li itemprop='liveBlogUpdate' itemscope itemtype='https://schema.org/BlogPosting'><time itemprop='datePublished' datetime='2025-04-09T{hour}:00+01:00'>{hour}</time>"
        f"{f'<h3 itemprop=headline>{heading}</h3>' if heading else ''}<div itemprop='articleBody'>{p(paragraphs)}</div></li>"
        for hour, heading, paragraphs in entries
    )
    add(
        "live blog in microdata",
        "school",
        html(
            meta("school", day="2025-04-09"),
            f"{NAV}<main itemscope itemtype='https://schema.org/LiveBlogPosting'>{h1['school']}<ol>{marked}</ol></main>{FOOT}",
        ),
        body=live_body,
        day="2025-04-09",
    )
    updates = [
        {
            "@type": "BlogPosting",
            "headline": heading,
            "datePublished": f"2025-04-09T{hour}:00+01:00",
            "articleBody": " ".join(paragraphs),
        }
        for hour, heading, paragraphs in entries
    ]
    add(
        "live blog in JSON-LD only",
        "school",
        html(
            meta("school", day="2025-04-09")
            + ld(**{"@type": "LiveBlogPosting", "headline": TITLES["school"], "liveBlogUpdate": updates}),
            f"{NAV}<div id='app'></div>{FOOT}",
        ),
        body=live_body,
        day="2025-04-09",
    )
    return made


PAGES = _pages()
