"""What of a ledger is found by a word or the beginning of an id, without reading all that it holds."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from claims.ledger import article_list, counting, groups, speaker_lookup, speaker_words, speakers
from claims.ledger.mapping import ArticleNames
from claims.ledger.speaker_lookup import NamedSpeaker
from claims.ledger.speaker_words import PhraseKind
from claims.ledger.speakers import SpeakerEntry
from claims.ledger.transactions import Transactions


class Lookups(Transactions):
    """The part of a :class:`claims.ledger.Ledger` that looks things up."""

    def speaker_words(self, kind: PhraseKind) -> list[str]:
        """Each word that a speaker's name has, or a speaker's role, in small letters and without accents."""
        return self._read(speaker_words.known_words, kind)

    def speakers_named(self, words: Iterable[str], names: Iterable[str] = ()) -> list[NamedSpeaker]:
        """The speakers who have a name with one of these words, as :meth:`speaker_words` gives them, or a very name."""
        with self._reading() as connection:
            meant = speaker_words.phrases_with(connection, "name", words) | set(names)
            return speaker_lookup.with_names(connection, speaker_lookup.named(connection, meant))

    def speakers_described(
        self, words: Sequence[Collection[str]]
    ) -> list[tuple[NamedSpeaker, tuple[str, ...]]]:
        """The speakers whose roles have one of these words, or mentions one of each collection of them, with both."""
        every = {word for some in words for word in some}
        with self._reading() as connection:
            roles = speaker_words.phrases_with(connection, "role", every)
            found = {
                *speaker_lookup.in_roles(connection, roles),
                *speaker_lookup.mentioned(connection, words),
            }
            said = defaultdict[str, list[str]](list)
            for id_, phrase in sorted(found):
                said[id_].append(phrase)
            known = speaker_lookup.with_names(connection, said)
            return [(one, tuple(said[one.speaker.id or ""])) for one in known]

    def appearance_names(self, ids: Iterable[str]) -> dict[str, str]:
        """The name under which the latest version that has it knows each of these appearances, by id."""
        return self._read(speaker_lookup.appearance_names, ids)

    def number_of_articles(self) -> int:
        """How many articles there are that are not removed."""
        return self._read(article_list.number_of_articles)

    def number_of_claims(self) -> int:
        """How many claims the latest versions have."""
        return self._read(counting.number_of_claims)

    def speaker_entries(self, start: int, length: int) -> list[SpeakerEntry]:
        """So many of the speakers, from a place in the order of :meth:`Ledger.speakers` on, as entries of a list."""
        return self._read(speakers.entries, start, length)

    def articles_called(self, *names: str) -> list[ArticleNames]:
        """The latest versions of the articles that have one of these keys, paths or addresses, by key."""
        return self._read(article_list.called, names)

    def articles_with_id(self, prefix: str) -> list[ArticleNames]:
        """The latest versions of the articles whose id is or begins with ``prefix``, by key."""
        return self._read(article_list.with_id, prefix)

    def groups_with_id(self, prefix: str) -> list[str]:
        """The ids of the groups that begin with ``prefix``."""
        return self._read(groups.with_id, prefix)
