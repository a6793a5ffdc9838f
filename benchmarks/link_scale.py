"""Link 200,000 speakers in a ledger: ``link_scale.py [SPEAKERS]``. Prints CPU seconds, and pairs' precision and recall.

The names are invented by rules, so that the truth is known: persons have a first and a family name from parts that
are usual in some region, and each appearance spells it as another outlet might. Speakers who came out with one name
are one where their offices agree; those pairs that name and role cannot distinguish are left out of the count.
"""

import random
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Final

from sqlalchemy import insert

from claims import desk
from claims.ledger import Ledger
from claims.ledger.appearances import appearance_id
from claims.ledger.schema import appearances, articles, speakers
from claims.lexicons import word_set
from claims.names import key
from claims.records import Appearance, Speaker

SEED: Final = 4
AN_ARTICLE: Final = 10
ALONE: Final = 0.3
VARIED: Final = 0.4
TWO_NAMES: Final = 0.3

FIRST: Final = {
    "arabic": "Ahmad Khalid Mahmud Hassan Yusuf Ibrahim Tariq Salim Nadia Layla Samira Jamal Rashid Faisal Omar Amina "
    "Bashir Walid Zaynab Hisham Munir Karim Fatima Adnan Bilal Sulayman Mustafa Ghassan Huda Anwar Haytham Firas "
    "Marwan Nabil Qasim Riyad Sabah Taha Usama Wafa Yasin Zaki Dalal Iman Hanan Jihad Kamal Lubna Maysun Najwa",
    "spanish": "Jose Maria Carlos Fernando Lucia Javier Ramon Beatriz Alejandro Ines Rafael Pilar Joaquin Mercedes "
    "Guillermo Esperanza Hector Consuelo Ignacio Rosario Gustavo Dolores Armando Graciela Emilio Teresa Baltasar "
    "Carmen Domingo Elvira Felipe Gonzalo Horacio Isabel Julian Leticia Manuel Noelia Octavio Paloma Raul Susana",
    "russian": "Sergei Dmitri Aleksei Yevgeny Tatyana Nikolai Yelena Andrei Mikhail Natalya Vyacheslav Lyudmila Boris "
    "Galina Konstantin Irina Stanislav Svetlana Gennady Valentina Anatoly Oksana Leonid Marina Timofei Zinaida "
    "Arkady Bogdan Vera Grigory Denis Zoya Igor Kira Larisa Maksim Nina Oleg Polina Roman Semyon Taisiya Fyodor Yuri",
}
FIRST_OF_TWO: Final = (
    "Xiao Guo Zhi Jian Yu Mei Wen Hao Lan Shu Dong Jun Xiu Ze Bao Chun Feng Gui Hong Jia Kai Li Ming"
)
SECOND_OF_TWO: Final = (
    "ming qiang yuan guo xuan ling bo ran ying fen mei jie min hua xia wei hui zhen ping long"
)
ONSETS: Final = {
    "arabic": "Kha Sha Gha Qa Za Ha Ba Ma Na Sa Ta Da Ra Fa Wa Ya Ja Ka Ta'l Sul Mur Hamd Bak Zub Qur",
    "english": "Ash Brad Carl Dun El Farn Gar Hart Ing Kirk Lang Mar Nor Os Pres Red Stan Thorn Wal Win Hob Crom Thwa",
    "spanish": "Al Bar Cas Del Es Fer Gal Her Is Jim Lo Mon Na Or Pe Qui Ra Sal To Ve Za Bur Cor Gui Mal",
    "russian": "Bor Vol Gor Dor Zhu Ivan Kuz Leb Mor Nov Or Pav Rod Sok Tar Ust Fed Khar Chern Shu Bel Zim Gr Pol",
    "chinese": "Zhang Wang Liu Chen Yang Huang Zhao Zhou Wu Xu Sun Ma Zhu Hu Guo He Gao Lin Luo Zheng Liang Xie Tang",
}
MIDDLES: Final = {
    "arabic": "li mi ri di ni bi si fa ra za ba da ma na khi sha qu tu ju hu wa",
    "english": "ing er al en or an ar il ed on ber mun tle gar wic sel dro",
    "spanish": "te ri ra na do le ca ma vi ri go zu bi cha que lo",
    "russian": "o i e ni ti li ko ro ba sha zhe vo dy ma lu gra",
    "chinese": "",
}
ENDS: Final = {
    "arabic": "fi mi wi di ri bi ni ji lah rah ti qi shi",
    "english": "ton ley ford well man field worth ham wood ridge by combe gate",
    "spanish": "nez rez do sa les ga no ra quez mos to lla ce",
    "russian": "ov ev in sky enko ova ina aev kin yan uk ich",
    "chinese": "",
}
OFFICES: Final = (
    "mayor of {}", "governor of {}", "spokesman for the {} council", "professor at {} University",
    "goalkeeper of {} United", "bishop of {}", "chief executive of {} Steel", None, None, None, None,
)  # fmt: skip
PLACES: Final = [
    "Tarnholt",
    "Ostermere",
    "Vellmark",
    "Harrowmere",
    "Quillburn",
    "Dunvale",
    "Eskmoor",
    "Larkby",
    "Northpool",
    "Sandreach",
]

Change = Callable[[str, str, random.Random], tuple[str, str]]


def swapped(*pairs: tuple[str, str]) -> Change:
    """A change that spells one sound of the name another way."""

    def change(first: str, family: str, chance: random.Random) -> tuple[str, str]:
        there = [(old, new) for old, new in pairs if old in f"{first} {family}"]
        if not there:
            return first, family
        old, new = chance.choice(there)
        return first.replace(old, new), family.replace(old, new)

    return change


def with_article(first: str, family: str, chance: random.Random) -> tuple[str, str]:
    """With or without the Arabic article, in one of its spellings."""
    return first, chance.choice(["al-", "el-", "Al ", "Al-", ""]) + family


def with_middle_initial(first: str, family: str, chance: random.Random) -> tuple[str, str]:
    """With a middle initial: always the same one."""
    initial = random.Random(first + family).choice("ABCDEFGHJKLMR")  # noqa: S311
    return f"{first} {initial}.", family


def with_second_surname(first: str, family: str, chance: random.Random) -> tuple[str, str]:
    """With the mother's surname after the father's: always the same one."""
    mother = random.Random(family).choice(["Ortega", "Vidal", "Prieto", "Cano"])  # noqa: S311
    return first, f"{family} {mother}"


def doubled(first: str, family: str, chance: random.Random) -> tuple[str, str]:
    """With one letter of the family name doubled, as by a typing error."""
    at = chance.randrange(1, len(family))
    return first, family[:at] + family[at - 1] + family[at:]


CHANGES: Final[dict[str, tuple[Change, ...]]] = {
    "arabic": (
        with_article,
        swapped(("kh", "k"), ("Kha", "Ka"), ("Qa", "Ka"), ("Gha", "Ga"), ("u", "ou"), ("i", "ee")),
    ),
    "english": (
        with_middle_initial,
        swapped(("Thomas", "Tom"), ("William", "Bill"), ("Robert", "Bob")),
        doubled,
    ),
    "spanish": (
        swapped(("Jose", "José"), ("Ines", "Inés"), ("nez", "ñez"), ("Lucia", "Lucía")),
        with_second_surname,
    ),
    "russian": (
        swapped(("ei", "ey"), ("Ye", "E"), ("ya", "ia"), ("sky", "skiy"), ("Zh", "J"), ("ks", "x")),
        doubled,
    ),
    "chinese": (swapped(("Xiao", "Hsiao"), ("Guo", "Kuo"), ("iang", "iang"), ("Jian", "Chien")),),
}


@cache
def english_first_names() -> tuple[str, ...]:
    """The first names that coreference resolution knows."""
    return tuple(sorted(name.title() for name in word_set("first_names.men", "first_names.women")))


def invented_first(region: str, chance: random.Random) -> str:
    """A first name of a region; some persons have two."""
    if region == "english":
        return chance.choice(english_first_names())
    if region == "chinese":
        return chance.choice(FIRST_OF_TWO.split()) + chance.choice(SECOND_OF_TWO.split())
    given = FIRST[region].split()
    return " ".join(chance.sample(given, 2)) if chance.random() < TWO_NAMES else chance.choice(given)


def invented_family(region: str, chance: random.Random) -> str:
    """A family name of a region, of two to four parts; Chinese ones are one syllable."""
    onset = chance.choice(ONSETS[region].split())
    if not MIDDLES[region]:
        return onset
    middles = chance.choices(MIDDLES[region].split(), k=chance.choice([0, 1, 1, 2, 2, 2]))
    return "".join([onset, *middles, chance.choice(ENDS[region].split())])


def invented(count: int) -> tuple[list[Appearance], list[int]]:
    """So many appearances, ten an article, and for each the number of the person."""
    chance = random.Random(SEED)  # noqa: S311
    found: list[Appearance] = []
    truth: list[int] = []
    person = 0
    while len(found) < count:
        region = chance.choices(list(ONSETS), weights=[4, 5, 4, 4, 1])[0]
        first = invented_first(region, chance)
        family = invented_family(region, chance)
        office = chance.choice(OFFICES)
        role = office.format(chance.choice(PLACES)) if office else None
        times = 1 if chance.random() < ALONE else chance.randint(2, 6)
        for _ in range(times):
            spelt = first, family
            if chance.random() < VARIED:
                spelt = chance.choice(CHANGES[region])(*spelt, chance)
            given = role if chance.random() < 0.6 else None
            found.append(Appearance("", "", " ".join(spelt), "person", given))
            truth.append(person)
        person += 1
    order = list(range(len(found)))
    chance.shuffle(order)
    placed = [(found[i], truth[i]) for i in order[:count]]
    made = []
    for number, (one, _) in enumerate(placed):
        where = f"article {number // AN_ARTICLE}"
        id_ = appearance_id(where, Speaker(f"{one.name} {number}", "person"))
        made.append(Appearance(id_, where, one.name, "person", one.role, number + 1, (1,)))
    return made, [who for _, who in placed]


def fill(ledger: Ledger, found: Iterable[Appearance]) -> None:
    """Put the appearances into a ledger, each a speaker of its own."""
    rows = list(found)
    names = list(dict.fromkeys(a.article for a in rows))
    ids = {name: number for number, name in enumerate(names, 1)}
    with ledger._writing() as connection:
        connection.execute(
            insert(articles),
            [
                {
                    "id": ids[n],
                    "key": n,
                    "version": 1,
                    "added": "2031-01-01",
                    "hash": n,
                    "blocks": "[]",
                    "text": "",
                }
                for n in names
            ],
        )
        connection.execute(
            insert(speakers), [{"id": a.id, "name": a.name, "type": a.type, "role": a.role} for a in rows]
        )
        connection.execute(
            insert(appearances),
            [
                {
                    "id": a.id,
                    "article_id": ids[a.article],
                    "speaker_id": a.id,
                    "name": a.name,
                    "type": a.type,
                    "role": a.role,
                    "role_offsets": "[]",
                    "probability": 1.0,
                    "reason": "first appearance",
                }
                for a in rows
            ],
        )


def score(found: list[Appearance], truth: list[int], linked: dict[str, str]) -> tuple[float, float]:
    """Precision and recall over pairs of appearances.

    Two persons who came out with the same name and no other roles cannot be distinguished and count as one.
    """
    same: dict[tuple[str, str | None], int] = {}
    roles: defaultdict[int, str | None] = defaultdict(lambda: None)
    for appearance, who in zip(found, truth, strict=True):
        roles[who] = roles[who] or appearance.role
    first: dict[int, str] = {}
    for appearance, who in zip(found, truth, strict=True):
        first.setdefault(who, key(appearance.name))
    merged = {who: same.setdefault((first[who], roles[who]), who) for who in first}
    people = [merged[who] for who in truth]
    theirs = [linked[a.id] for a in found]
    true = sum(n * (n - 1) // 2 for n in Counter(people).values())
    claimed = sum(n * (n - 1) // 2 for n in Counter(theirs).values())
    both = sum(n * (n - 1) // 2 for n in Counter(zip(people, theirs, strict=True)).values())
    return both / claimed if claimed else 1.0, both / true if true else 1.0


def main() -> None:
    """Invent, store, link, measure."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 200_000
    found, truth = invented(count)
    print(f"{count} appearances of {len(set(truth))} persons, {len({a.name for a in found})} names")
    with (
        tempfile.TemporaryDirectory() as folder,
        Ledger.open(Path(folder) / "claims.db", create=True) as ledger,
    ):
        fill(ledger, found)
        start = time.process_time()
        desk.refresh(ledger)  # there are no claims to group
        seconds = time.process_time() - start
        with ledger._reading() as connection:
            linked = {row.id: row.speaker_id for row in connection.execute(appearances.select())}
    precision, recall = score(found, truth, linked)
    print(f"{seconds:.1f} s, {len(set(linked.values()))} speakers")
    print(f"pairs: precision {100 * precision:.1f} %, recall {100 * recall:.1f} %")


if __name__ == "__main__":
    main()
