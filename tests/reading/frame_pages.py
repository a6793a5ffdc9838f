"""Pages with an unusual frame: old systems, other languages around English words, days and writers in odd places.

Places, people and outlets are invented.
"""

from tests.reading.common_pages import CommonPage, html, ld, p
from tests.reading.page_makers import adder

TRAM = (
    "Tram line 4 will not run for six weeks from 7 July, the transport company of Ulmfeld announced.",
    "“The rails are older than most of our drivers,” its head of operations, Jutta Rehm, told the city council on Wednesday.",
    "Buses will run every eight minutes. Passengers’ advocate Emil Sorge doubted that this would be enough.",
    "“I have counted the buses,” he said. “There are eleven, and they need nineteen.”",
    "Rehm rejected the figure and said drivers from two neighbouring towns would help out.",
    "The works are to cost 14 million, of which the state pays half, according to the finance department.",
)
HEAT = (
    "Schools in the south of Kaldia will close at noon for the rest of the week because of the heat, the education ministry said.",
    "Temperatures reached 47.2 degrees in the town of Sarq on Monday, the highest since records began, according to the weather service.",
    "“No child learns anything at that temperature,” Minister Salma Haddou said on state radio.",
    "Teachers’ unions had asked for the closure on Friday. Their leader, Omar Tazi, said the ministry had lost three days.",
    "Doctors at the hospital in Sarq treated 61 people for heatstroke, most of them farm workers, said its director, Leila Amrani.",
    "She urged employers to stop work between eleven and five.",
)
STORIES = {"tram": TRAM, "heat": HEAT}
TITLES = {
    "tram": "Tram line 4 to stop for six weeks",
    "heat": "Schools in the south close at noon as heat breaks record",
}
PAGES: dict[str, CommonPage] = {}
add = adder(PAGES, STORIES, TITLES)

add(
    "joomla old",
    "tram",
    f"<html><head><title>{TITLES['tram']}</title></head><body><div id='main'><table class='contentpaneopen'><tr><td class='contentheading'>{TITLES['tram']}</td></tr></table><table class='contentpaneopen'><tr><td><span class='small'>Written by Klaus Ott</span></td></tr><tr><td class='createdate'>Wednesday, 25 June 2025 08:14</td></tr><tr><td>{p(TRAM)}</td></tr><tr><td class='modifydate'>Last Updated on Thursday, 26 June 2025 09:00</td></tr></table></div></body></html>",
    author="Klaus Ott",
    day="2025-06-25",
)
add(
    "drupal with field labels",
    "heat",
    html(
        f"<title>{TITLES['heat']} | Kaldia Today</title><meta property='og:site_name' content='Kaldia Today'>",
        f"<main><h1 class='page-header'><span>{TITLES['heat']}</span></h1><div class='region-content'><article class='node'><footer class='node__meta'><div class='node__submitted'>Submitted by <span><span lang='' typeof='schema:Person'>Rachid Benali</span></span> on <span>Tue, 07/15/2025 - 11:32</span></div></footer><div class='field field--name-body'>{p(HEAT)}</div><div class='field field--name-field-tags'><div class='field__label'>Tags</div><div class='field__items'><div><a>heat</a></div></div></div></article></div></main>",
    ),
    author="Rachid Benali",
    day="2025-07-15",
)
add(
    "one paragraph per section, ads between",
    "heat",
    html(
        f"<title>{TITLES['heat']}</title><meta property='article:published_time' content='2025-07-15T09:00:00Z'><meta property='og:title' content='{TITLES['heat']}'>",
        f"<div class='article-wrapper'><h1>{TITLES['heat']}</h1><div class='author-block'><span>By</span><span class='author-name'>Nadia Cherif</span><span class='author-twitter'>@ncherif</span></div>"
        + "".join(
            f"<section class='text'><p>{x}</p></section><section class='ad'><span>ADVERTISEMENT - CONTINUE READING BELOW</span></section>"
            for x in HEAT
        )
        + "</div>",
    ),
    author="Nadia Cherif",
    day="2025-07-15",
)
add(
    "german page frame around English",
    "tram",
    html(
        f"<title>{TITLES['tram']} - Ulmfelder Bote</title><meta property='og:site_name' content='Ulmfelder Bote'>",
        f"<header><nav><a>Startseite</a><a>Lokales</a></nav></header><article><h1>{TITLES['tram']}</h1><p class='autor'>Von Klaus Ott</p><p class='datum'>Stand: 25.06.2025, 08:14 Uhr</p>{p(TRAM)}<p class='teilen'>Teilen Drucken</p></article><footer>Impressum Datenschutz</footer>",
        lang="de",
    ),
    body=(*TRAM, "Teilen Drucken"),
    author="Klaus Ott",
    day="2025-06-25",
)
add(
    "french frame",
    "heat",
    html(
        f"<title>{TITLES['heat']} - Kaldia Presse</title><meta property='og:site_name' content='Kaldia Presse'><meta property='article:published_time' content='2025-07-15T09:00:00+01:00'>",
        f"<header><nav><a>Accueil</a></nav></header><article><h1>{TITLES['heat']}</h1><div class='signature'>Par <a rel='author'>Nadia Cherif</a></div>{p(HEAT)}</article>",
        lang="fr",
    ),
    author="Nadia Cherif",
    day="2025-07-15",
)
add(
    "mobile article with read-more fold",
    "tram",
    html(
        f"<title>{TITLES['tram']}</title><meta property='og:title' content='{TITLES['tram']}'><meta name='pubdate' content='2025-06-25'>",
        f"<article><h1>{TITLES['tram']}</h1><div class='visible-part'>{p(TRAM[:2])}</div><button>Read full article</button><div class='folded' aria-expanded='false'>{p(TRAM[2:])}</div></article>",
    ),
    day="2025-06-25",
)
add(
    "police notice",
    "tram",
    html(
        f"<title>{TITLES['tram']}</title>",
        f"<div class='content'><h1>{TITLES['tram']}</h1><p><strong>Date:</strong> 25 June 2025</p><p><strong>Reference:</strong> 11/2025</p>{p(TRAM)}</div>",
    ),
    body=("Reference: 11/2025", *TRAM),
    day="2025-06-25",
)
add(
    "headline and day in one header",
    "heat",
    html(
        f"<title>{TITLES['heat']} :: Kaldia Radio</title><meta property='og:site_name' content='Kaldia Radio'>",
        f"<div class='art'><div class='art-head'><span class='d'>15 July 2025</span><h1>{TITLES['heat']}</h1><span class='a'>Nadia Cherif, Sarq</span></div><div class='art-text'>{p(HEAT)}</div></div>",
    ),
    day="2025-07-15",
)
add(
    "relative time only",
    "heat",
    html(
        f"<title>{TITLES['heat']}</title><meta property='og:title' content='{TITLES['heat']}'>",
        f"<article><h1>{TITLES['heat']}</h1><p class='time'>3 hours ago</p>{p(HEAT)}</article>",
    ),
)
add(
    "two authors in metadata lists",
    "tram",
    html(
        f"<title>{TITLES['tram']}</title><meta name='author' content='Klaus Ott'><meta name='author' content='Vera Lind'><meta property='article:published_time' content='2025-06-25T08:14:00+02:00'>",
        f"<article><h1>{TITLES['tram']}</h1>{p(TRAM)}</article>",
    ),
    author="Klaus Ott, Vera Lind",
    day="2025-06-25",
)
add(
    "JSON-LD author in capitals with office",
    "heat",
    html(
        f"<title>{TITLES['heat']}</title>"
        + ld(
            **{
                "@type": ["NewsArticle", "Article"],
                "headline": TITLES["heat"],
                "datePublished": "2025-07-15T22:40:00Z",
                "author": [
                    {"@type": "Person", "name": "NADIA CHERIF | North Africa Correspondent"},
                    {"@type": "Person", "name": "Kaldia Presse Agency"},
                ],
            }
        ),
        f"<article><h1>{TITLES['heat']}</h1>{p(HEAT)}</article>",
    ),
    author="Nadia Cherif",
    day="2025-07-15",
)
add(
    "quotation block in text with speaker in the paragraph after",
    "tram",
    html(
        f"<title>{TITLES['tram']}</title><meta property='article:published_time' content='2025-06-25'>",
        f"<article><h1>{TITLES['tram']}</h1>{p(TRAM[:3])}<blockquote>I have counted the buses. There are eleven, and they need nineteen.</blockquote><p>That is what Sorge wrote to the mayor.</p>{p(TRAM[4:])}</article>",
    ),
    body=(
        *TRAM[:3],
        "I have counted the buses. There are eleven, and they need nineteen.",
        "That is what Sorge wrote to the mayor.",
        *TRAM[4:],
    ),
    day="2025-06-25",
)
