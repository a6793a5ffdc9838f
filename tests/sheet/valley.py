"""Invented findings of any size: what the newspapers of an invented valley wrote about its dam."""

from datetime import date, timedelta
from itertools import count

from claims.exporting import Findings
from claims.records import Article, Block, Change, Claim, Conflict, Group, Member, Speaker, Tag, Verdict

SPEAKERS = (
    Speaker("Ilse Marwick", "person", "mayor of Tarnholt"),
    Speaker("Tarnholt Town Council", "organisation"),
    Speaker("Joren Aldwater", "person", "head of the dam authority"),
    Speaker("a spokeswoman for the Valley Water Company", "unnamed"),
    Speaker("Professor Edda Quillmere-Thorncastle", "person", "hydrologist at the University of Ostermere"),
    Speaker("نادية الحكيم", "person", "engineer"),
    Speaker("Pell Okonwick", "person", "farmer"),
    None,
)
OUTLETS = ("Radio Vale", "The Tarnholt Courier", "Ostermere Evening Gazette", "Valley Wire")
SAID = (
    ("said", "the dam had held for forty years and would hold for forty more"),
    ("denied", "that anyone had been warned before the night of the flood"),
    ("announced", "that schools would stay closed until the water had gone from the lower streets, and that "
     "families whose houses were damaged could apply at the town hall for up to 4,000 crowns from Monday on"),
    ("told reporters", "“We were told nothing,”"),
    ("estimated", "that 14 houses were beyond repair"),
    ("claimed", "that the gates had been opened “by hand, in the dark, by two men with a torch” and that nobody at "
     "the authority had answered the telephone between 2 and 5 in the morning"),
    ("warned", "it will rain again"),
    ("قالت", "إن السد صمد أربعين عاما"),
)  # fmt: skip
TAGS: tuple[tuple[float, Tag], ...] = ((0.93, "high"), (0.88, "high"), (0.67, "medium"), (0.41, "low"))


def valley(size: int) -> Findings:
    """So many claims in articles of about seven, with groups, conflicts, changes and verdicts among them."""
    claims: list[Claim] = []
    for number in count():
        if len(claims) >= size:
            break
        claims += _article(number)
    listed = tuple(claims[:size])
    groups = tuple(
        Group(
            f"g{n}",
            (Member(a, "the fullest wording"), Member(b, "same speaker, all words of the shorter in it")),
        )
        for n, (a, b) in enumerate(zip(listed[4::21], listed[12::21], strict=False))
    )
    conflicts = tuple(
        Conflict(a, b, "figure: 14 / 17") for a, b in zip(listed[1::30], listed[11::30], strict=False)
    )
    changes = tuple(
        Change("reworded", a, b, "words: “held” -> “stood”")
        for a, b in zip(listed[2::40], listed[9::40], strict=False)
    )
    verdicts = tuple(
        Verdict(
            claim.id,
            ("Ana", "Bo")[n % 2],
            date(2026, 4, 1 + n % 20),
            "correct" if n % 5 else "wrong speaker",
            ("true", "mostly true", "false", None)[n % 4],
            "https://e.example/register" if n % 3 else None,
            "The minutes of the council of 3 March say the same." if n % 2 else None,
        )
        for n, claim in enumerate(listed[::3])
    )
    return Findings(listed, groups, verdicts, conflicts, changes)


def _article(number: int) -> list[Claim]:
    pieces, spans, at = [], [], 0
    for index in range(7):
        speaker = SPEAKERS[(number + index * index) % len(SPEAKERS)]
        mention = speaker.name if speaker else "it"
        cue, words = SAID[(number * 3 + index) % len(SAID)]
        sentence = f"On the {number + 1}th day {mention} {cue} {words}. "
        start = at + sentence.index(mention)
        spans.append(
            (speaker, start, mention, sentence.index(cue) + at, cue, sentence.index(words) + at, words)
        )
        pieces.append(sentence)
        at += len(sentence)
    text = "".join(pieces)
    outlet = OUTLETS[number % len(OUTLETS)]
    article = Article(
        f"https://{outlet.lower().replace(' ', '')}.example/{number}",
        text,
        (Block("paragraph", 0, len(text)),),
        f"The night the water came, part {number + 1}",
        "Staff",
        outlet,
        f"https://{outlet.lower().replace(' ', '')}.example/{number}" if number % 3 else None,
        date(2026, 1, 5) + timedelta(days=number * 2) if number % 9 else None,
        f"pages/{number}.html",
    )
    claims = []
    for index, (speaker, start, mention, cue_at, cue, content_at, words) in enumerate(spans):
        confidence, tag = TAGS[(number + index) % len(TAGS)]
        claims.append(
            Claim(
                f"{number:06x}{index:06x}",
                article,
                (article.span(start, start + len(mention)),),
                (article.span(cue_at, cue_at + len(cue)),),
                (article.span(content_at, content_at + len(words)),),
                speaker,
                "direct" if words.startswith("“") else "mixed" if "“" in words else "indirect",
                "denying" if cue == "denied" else "neutral",
                confidence,
                tag,
                reasons=("the speaker is far away",) if tag == "low" else (),
            )
        )
    return claims
