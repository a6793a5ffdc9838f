"""Pages with a long article, in the ways that sites lay one out.

Places, people and outlets are invented.
"""

from datetime import date

from tests.reading.common_pages import CommonPage, html, p

LONG = tuple(
    x
    for i in range(1, 9)
    for x in (
        f"The inquiry into the fire at Brackwater heard evidence for day {i} on the state of the pumps and on who had known of it before the night in question.",
        f"“Nobody told me that number {i} was out of order,” the harbour master, Edwin Prout, said. “Had they told me, I would have closed the basin.”",
        f"Counsel for the families, Zainab Idris, called that answer {i} times convenient and asked for the log of the watch.",
    )
)
TI = "Harbour master says nobody told him of broken pumps"
PAGES: dict[str, CommonPage] = {}


def add(name: str, source: str, *, body: tuple[str, ...] = LONG, author: str | None = None) -> None:
    PAGES[name] = CommonPage(source, body, TI, author, date(2025, 1, 14))


H = f"<title>{TI} | Brackwater Mail</title><meta property='og:title' content='{TI}'><meta property='og:site_name' content='Brackwater Mail'><meta property='article:published_time' content='2025-01-14T12:00:00Z'>"
HALF = len(LONG) // 2
BOX = ("Get our app", "Read all the news of the coast, free for a month.")
add(
    "text in two containers with a box between",
    html(
        H,
        f"<article><h1>{TI}</h1><div class='text part1'>{p(LONG[:HALF])}</div><div class='box promo'><h3>Get our app</h3><p>Read all the news of the coast, free for a month.</p></div><div class='text part2'>{p(LONG[HALF:])}</div></article>",
    ),
    body=(*LONG[:HALF], *BOX, *LONG[HALF:]),
)
add(
    "quotations all in blockquotes",
    html(
        H,
        f"<article><h1>{TI}</h1>"
        + "".join(
            f"<blockquote><p>{x}</p></blockquote>" if x.startswith("“") else f"<p>{x}</p>" for x in LONG
        )
        + "</article>",
    ),
)
add(
    "words in spans and emphasis",
    html(
        H,
        f"<article><h1>{TI}</h1>"
        + "".join(
            "<p>"
            + " ".join(
                f"<span>{w}</span>" if i % 7 == 0 else f"<em>{w}</em>" if i % 11 == 0 else w
                for i, w in enumerate(x.split())
            )
            + "</p>"
            for x in LONG
        )
        + "</article>",
    ),
)
add(
    "links in every paragraph",
    html(
        H,
        f"<article><h1>{TI}</h1>"
        + "".join(
            "<p>"
            + x.replace("the ", "<a href='/t'>the</a> ", 1)
            .replace("Edwin Prout", "<a href='/p'>Edwin Prout</a>")
            .replace("the log of the watch", "<a href='/l'>the log of the watch</a>")
            + "</p>"
            for x in LONG
        )
        + "</article>",
    ),
)
add(
    "paragraphs numbered and with anchors",
    html(
        H,
        f"<article><h1>{TI}</h1>"
        + "".join(f"<p id='p{i}'><a name='p{i}'></a>{x}</p>" for i, x in enumerate(LONG))
        + "</article>",
    ),
)
add(
    "pages of an article, second inside",
    html(
        H,
        f"<article><h1>{TI}</h1><div class='page' data-page='1'>{p(LONG[:HALF])}</div><div class='pager'>Page 1 of 2 <a href='?p=2'>Next</a></div><div class='page' data-page='2'>{p(LONG[HALF:])}</div></article>",
    ),
)
add(
    "video and podcast between",
    html(
        H,
        f"<article><h1>{TI}</h1>{p(LONG[:6])}<div class='video-player'><p class='video-title'>Watch: the pumps of Brackwater</p><div class='duration'>02:14</div></div>{p(LONG[6:12])}<div class='podcast'><h4>Listen: The Basin, episode 4</h4><audio></audio></div>{p(LONG[12:])}</article>",
    ),
)
add(
    "related teasers with summaries after each third",
    html(
        H,
        f"<article><h1>{TI}</h1>{p(LONG[:8])}<div class='related-article'><a href='/r1'><img><span class='kicker'>Inquiry</span><h4>Families wait for the log</h4><p>Two hundred people are still without a home.</p></a></div>{p(LONG[8:])}</article>",
    ),
)
add(
    "speaker in cite after a pull quote in the same words, other quote marks",
    html(
        H,
        f"<article><h1>{TI}</h1>{p(LONG[:5])}<figure class='pull'><blockquote>\"Nobody told me that number 1 was out of order\"</blockquote><figcaption>Edwin Prout, harbour master</figcaption></figure>{p(LONG[5:])}</article>",
    ),
)
add(
    "no h1, title in meta, long",
    html(
        H,
        f"<div class='c'><div class='t2'>{TI}</div><div class='meta2'>by Olive Tan · 14 January 2025</div>{p(LONG)}</div>",
    ),
    author="Olive Tan",
)
