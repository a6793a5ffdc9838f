"""Invented findings that are hard to show: hostile words, claims inside claims, another direction, very many."""

import random
import re
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

from claims.exporting import Findings
from claims.records import ACTS, Article, Block, Claim, Group, Member, Span, Speaker, Tag, Verdict

SEEDS = [
    Path("seeds") / n for n in ("ostermere-courier-1.md", "ostermere-courier-2.md", "ostermere-gazette.html")
]
HOSTILE = (
    "<script>window.hit = 1</script>",
    "</script><script>window.hit = 1</script>",
    "</style><img src=x onerror=window.hit=1>",
    '"><svg onload=window.hit=1>',
    "' onfocus='window.hit=1' autofocus='",
    "javascript:window.hit=1",
    "]]>",
    "--> {{ 7 * 7 }} {% raw %} &lt;b&gt;",
)


def article_of(text: str, key: str = "quay.txt", **known: object) -> Article:
    """The text with a block for each line, the first one its title."""
    lines = list(re.finditer(r"[^\n]+", text))
    blocks = tuple(
        Block("paragraph" if number else "title", m.start(), m.end()) for number, m in enumerate(lines)
    )
    return Article(key, text, blocks, **({"title": lines[0][0]} | known))  # type: ignore[arg-type]


def claim_of(
    article: Article,
    content: Sequence[str],
    mention: str = "",
    cue: str = "said",
    speaker: Speaker | None = None,
    *,
    confidence: float = 0.95,
    tag: Tag = "high",
    **more: object,
) -> Claim:
    """A claim by its words, which stand in the article from its second line on."""
    start = article.blocks[0].end

    def spans(words: Sequence[str]) -> tuple[Span, ...]:
        places = [article.text.index(w, start) for w in words if w]
        return tuple(article.span(p, p + len(w)) for p, w in zip(places, filter(None, words), strict=True))

    name = f"{article.key}/{content[0]}"[:24]
    parts = spans([mention]), spans([cue]), spans(content)
    return Claim(name, article, *parts, speaker, "indirect", "neutral", confidence, tag, **more)  # type: ignore[arg-type]


def hostile() -> Findings:
    """Every field that comes from an article, a reviewer or another outlet holds words that a page might run."""
    claims = []
    for number, words in enumerate(HOSTILE):
        article = article_of(
            f"{words}\n{words} said that {words} is here.",
            f"{words} {number}",
            outlet=words,
            author=words,
            url=words,
        )
        start = len(words) + 1
        mention = article.span(start, start + len(words))
        content = article.span(start + len(words) + 11, start + 2 * len(words) + 11)
        cue = article.span(mention.end + 1, mention.end + 5)
        assert (mention.text, cue.text, content.text) == (words, "said", words)
        speaker = Speaker(words, "person", words)
        claims.append(
            Claim(
                words,
                article,
                (mention,),
                (cue,),
                (content,),
                speaker,
                "direct",
                "neutral",
                0.5,
                "low",
                "denial",
                (words,),
            )
        )
    group = Group("g", tuple(Member(c, c.speaker_name) for c in claims))
    verdicts = tuple(
        Verdict(c.id, c.id, date(2026, 3, 2), "correct", c.id, c.id, c.id, corrected_words=c.id)
        for c in claims
    )
    return Findings(tuple(claims), (group,), verdicts)


def nested() -> Findings:
    """A claim in a claim, one in two pieces, and one that begins in another and ends after it."""
    article = article_of(
        "What the mayor heard\n"
        "The mayor said that the baker had told her “the bang came first”, he believed, “then the fire”, and left."
    )
    dray, okonwick = Speaker("Sunniva Dray", "person", "Mayor"), Speaker("Pell Okonwick", "person")
    return Findings(
        (
            claim_of(
                article, ["that the baker had told her “the bang came first”"], "The mayor", "said", dray
            ),
            claim_of(
                article,
                ["“the bang came first”", "“then the fire”"],
                "the baker",
                "told",
                okonwick,
                confidence=0.6,
                tag="medium",
                act="belief",
            ),
            claim_of(
                article,
                ["first”, he believed, “then the fire”, and"],
                cue="believed",
                confidence=0.3,
                tag="low",
                reasons=("nobody is named", "words uncertain"),
            ),
        )
    )


def leftward() -> Findings:
    """An article in Arabic, with a Latin name in it."""
    article = article_of(
        "حريق في الميناء\nقالت سلمى الدريني إن الرصيف سيظل مغلقا (St Aldwyn) حتى يوم الأربعاء.",
        outlet="صحيفة الميناء",
    )
    speaker = Speaker("سلمى الدريني", "person", "رئيسة البلدية")
    return Findings(
        (
            claim_of(
                article,
                ["إن الرصيف سيظل مغلقا (St Aldwyn) حتى يوم الأربعاء"],
                "سلمى الدريني",
                "قالت",
                speaker,
            ),
        )
    )


def many(articles: int = 100, each: int = 20) -> Findings:
    """A month of an imagined press: 2,000 claims by default, some of them in several outlets."""
    chance = random.Random(7)
    words = (
        "the",
        "quay",
        "harbour",
        "warehouse",
        "inspection",
        "people",
        "hospital",
        "closed",
        "owners",
        "week",
    )
    names = [
        f"{a} {b}" for a in ("Idra", "Joss", "Pell", "Odile") for b in ("Vellmoor", "Dray", "Hask", "Quell")
    ]
    claims: list[Claim] = []
    for number in range(articles):
        said = [(chance.choice(names), " ".join(chance.choices(words, k=24))) for _ in range(each)]
        filler = [" ".join(chance.choices(words, k=30)).capitalize() for _ in range(each)]
        lines = [
            f"{text}. {name} said that {content} in {place}."
            for place, ((name, content), text) in enumerate(zip(said, filler, strict=True))
        ]
        article = article_of(
            "\n".join([f"Headline number {number}", *lines]),
            f"https://paper.example/{number}",
            outlet=f"Paper {number % 7}",
            published=date(2026, 3, 1) + timedelta(number % 40),
        )
        for place, (name, content) in enumerate(said):
            start = article.text.index(f"{name} said that {content} in {place}.")
            at = [start, start + len(name) + 1, start + len(name) + 6]
            confidence = chance.random()
            claims.append(
                Claim(
                    f"{number:06}{place:06}",
                    article,
                    (article.span(at[0], at[0] + len(name)),),
                    (article.span(at[1], at[1] + 4),),
                    (article.span(at[2], at[2] + 5 + len(content)),),
                    Speaker(name, "person", "member of the town council"),
                    "indirect",
                    "neutral",
                    confidence,
                    "high" if confidence > 0.6 else "medium" if confidence > 0.3 else "low",
                    chance.choice(ACTS),
                )
            )
    groups = [
        Group(f"g{n}", tuple(Member(c, "same words") for c in chance.sample(claims, 3))) for n in range(200)
    ]
    return Findings(tuple(claims), tuple(groups))
