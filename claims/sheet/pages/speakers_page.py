"""The worksheet "Speakers": who spoke, how often, and under which mentions."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from claims.records import Claim, SpeakerType
from claims.sheet.writing.workbook_builder import WorkbookBuilder
from claims.sheet.writing.worksheet_table import SheetColumn, write_table

SPEAKERS: Final = "Speakers"


@dataclass(slots=True)
class _Spoken:
    """What was counted for one speaker."""

    name: str
    type: SpeakerType | None
    claims: int = 0
    articles: set[str] = field(default_factory=set)
    roles: Counter[str] = field(default_factory=Counter)
    mentions: Counter[str] = field(default_factory=Counter)


_COLUMNS: Final[tuple[SheetColumn[_Spoken], ...]] = (
    SheetColumn("Speaker", 28, lambda s: s.name, "name"),
    SheetColumn("Type", 15, lambda s: s.type, "quiet"),
    SheetColumn("Role", 40, lambda s: "; ".join(role for role, _ in s.roles.most_common())),
    SheetColumn("Claims", 10, lambda s: s.claims, "number"),
    SheetColumn("Articles", 10, lambda s: len(s.articles), "number"),
    SheetColumn(
        "Mentions", 60, lambda s: "; ".join(f"{words} ×{n}" for words, n in s.mentions.most_common())
    ),
)


def add_speakers(builder: WorkbookBuilder) -> None:
    """Add the worksheet."""
    write_table(builder, SPEAKERS, _COLUMNS, _count(builder.findings.claims), frozen=1, printed=len(_COLUMNS))


def _count(claims: Iterable[Claim]) -> list[_Spoken]:
    """The speakers, those with most claims first; whoever is unknown counts as one."""
    found: dict[tuple[str, SpeakerType | None, str | None], _Spoken] = {}
    for claim, speaker in ((each, one) for each in claims for one in each.speakers or (None,)):
        name, kind, id_ = claim.speaker_name, None, None
        if speaker:
            name, kind, id_ = (
                speaker.name,
                speaker.type,
                speaker.id,
            )  # two speakers of a ledger may have one name
        spoken = found.setdefault((name, kind, id_), _Spoken(name, kind))
        spoken.claims += 1
        spoken.articles.add(claim.article.key)
        if claim.mention:
            spoken.mentions[claim.mention_text] += 1
        if speaker and speaker.role:
            spoken.roles[speaker.role] += 1
    return sorted(found.values(), key=lambda s: (-s.claims, s.name.casefold(), s.name))
