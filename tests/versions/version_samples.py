"""Invented articles, built sentence by sentence together with their claims."""

from collections.abc import Sequence
from dataclasses import dataclass

from claims.records import Article, Block, Claim, Kind, Span, Speaker, SpeakerType, Stance
from claims.text.claim_ids import claim_id


@dataclass(frozen=True)
class Said:
    """One sentence: who said what how; quoted content comes first, other content last."""

    speaker: str
    content: str
    cue: str = "said"
    mention: str | None = None
    type: SpeakerType = "person"
    stance: Stance = "neutral"
    resolved: bool = True

    @property
    def kind(self) -> Kind:
        return "direct" if self.content.startswith(("“", '"')) else "indirect"


WALL = Said("Mara Ellison", "that the council had neglected the old wall for years")
FERRY = Said(
    "Tomas Quill", "“The ferry will run again on Monday, whatever the river does,”", mention="Mr. Quill"
)
KILLED = Said("Harrowmere Police", "that 12 people were killed when the wall broke", type="organisation")
SHEEP = Said("Ada Brandt", "that most of her sheep drowned in the meadow below the mill")


def version(sentences: Sequence[Said | str], *, between: str = "\n\n") -> list[Claim]:
    """The claims of an article that has these sentences; plain strings are sentences that claim nothing."""
    text, found = "", []
    for sentence in sentences:
        if isinstance(sentence, str):
            text += sentence + between
            continue
        mention = sentence.speaker if sentence.mention is None else sentence.mention
        roles = {"mention": mention, "cue": sentence.cue, "content": sentence.content}
        order = ["content", "mention", "cue"] if sentence.kind == "direct" else ["mention", "cue", "content"]
        places = {}
        for role in order:
            places[role] = len(text), len(text) + len(roles[role])
            text += roles[role] + (" " if role != order[-1] else ".")
        text += between
        found.append((sentence, places))
    article = Article("https://courier.example/flood", text, (Block("paragraph", 0, len(text)),))
    return [_claim(article, number, *parts) for number, parts in enumerate(found)]


def _claim(article: Article, number: int, said: Said, places: dict[str, tuple[int, int]]) -> Claim:
    def span(role: str) -> tuple[Span, ...]:
        start, end = places[role]
        return (article.span(start, end),) if start < end else ()

    return Claim(
        id=claim_id(article.key, said.cue, said.content, number),
        article=article,
        mention=span("mention"),
        cue=span("cue"),
        content=span("content"),
        speaker=Speaker(said.speaker, said.type) if said.resolved else None,
        kind=said.kind,
        stance=said.stance,
        confidence=0.9,
        tag="high",
    )
