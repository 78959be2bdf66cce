"""Which of an article's names are one organisation's, country's or group's: "PGCC", "the Council of the Gulf"."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from sayso.coreference.person_name import Name
from sayso.lexicon.countries import country_meant
from sayso.lexicon.english import COMPANY_FORMS, DIRECTIONS, ORGANISATION_NOUNS

_SHORTEST_PART: Final = 4
_COMMON: Final = ORGANISATION_NOUNS | DIRECTIONS
_SMALL: Final = frozenset({"the", "of", "for", "and", "de", "on", "in"})

Words = tuple[str, ...]


class Bodies:
    """The organisations (or countries, or groups) of one article, told by number.

    `acronyms` are those that the text defines: "Persian Gulf Cooperation Council (PGCC)", `alone` the folded words that
    it has as names by themselves.
    """

    def __init__(
        self, names: Iterable[Name], acronyms: Iterable[tuple[Name, Name]] = (), alone: frozenset[str] = frozenset()
    ) -> None:
        self.forms: list[list[Name]] = []
        self._index: defaultdict[Words, list[int]] = defaultdict(list)
        self._known: dict[Words, tuple[int, ...]] = {}
        self._meaning = {key_of(short): key_of(long) for short, long in acronyms}
        names = list(names)
        self._starts: defaultdict[Words, list[int]] = defaultdict(list)
        for name in names:
            self._starts[key_of(name)].append(name.start)
        unique = {(name.words, name.text): name for name in reversed(names)}
        self._alone = alone
        for name in sorted(unique.values(), key=lambda name: (-len(name.words), name.start, name.text)):
            self._add(name)

    def find(self, name: Name) -> tuple[int, ...]:
        """The bodies that this name can mean: one if it is certain, several if it is not, none if unknown."""
        key = self._meaning.get(key_of(name), key_of(name))
        found = self._known.get(key)
        if found is None and len(key) > 1 and name.words[-1] in COMPANY_FORMS:
            return ()  # "Tarn Motor Co" is in full and no short form of "Tarn Motor Credit Co".
        return tuple(self._index.get(_as_written(name, key), ())) if found is None else found

    def _add(self, name: Name) -> None:
        key = self._meaning.get(key_of(name), key_of(name))
        found = self.find(name)
        if not found:
            found = (len(self.forms),)
            self.forms.append([])
        self._known[key] = found
        if len(found) == 1:
            self.forms[found[0]].append(name)
            parts = set(_parts(key, legal=name.words[-1] in COMPANY_FORMS))
            if self._is_two(key) or self._stands_first(key[:1], name.start):
                parts.discard(key[:1])
            for part in parts:
                if found[0] not in self._index[part]:
                    self._index[part].append(found[0])

    def _stands_first(self, short: Words, start: int) -> bool:
        """Whether the text has a word for itself, and not in its headline alone, before the name that begins with it.

        Who writes "Orlo" and only then of the "Orlo Channel" means the firm and a thing of its own.
        """
        return sum(1 for at in self._starts[short] if at < start) > 1

    def _is_two(self, key: Words) -> bool:
        """Whether both words of a name are names by themselves: "Orlo Sentra" is a thing of Orlo's, called Sentra."""
        return len(key) == 2 and self._alone.issuperset(key)


def key_of(name: Name) -> Words:
    """The words that tell one body from another: without "the" and "Inc.", and a country's by its short name."""
    country = country_meant(name.text)
    if country:
        return ("country", country)
    words = tuple(word for word in name.words if word != "the")
    while len(words) > 1 and words[-1] in COMPANY_FORMS:
        words = words[:-1]
    return words or name.words


def _as_written(name: Name, key: Words) -> Words:
    """Capitals are looked up as an acronym, words as the end of a longer name."""
    letters = name.text.replace(".", "")
    return ("initials", letters.casefold()) if letters.isupper() and len(letters) > 2 and " " not in letters else key


def _parts(key: Words, *, legal: bool) -> Iterator[Words]:
    """What may stand for the whole: its last words ("Cooperation Council", never "Council"), and its initials.

    Of two words either may: "Rovers" is Port Rovers, "Halvard" is Halvard Foods. Of a firm's legal name so may the
    first words: "Denholm Thale" of "Denholm Thale Financial Services Inc".
    """
    yield from (key[n:] for n in range(1, len(key) - 1))
    if legal:
        yield from (key[:n] for n in range(2, len(key)))
    if len(key) == 2 and key[0] != "country":
        yield from ((word,) for word in key if len(word) >= _SHORTEST_PART and word not in _COMMON)
    if len(key) > 2 and key[0] != "country":
        yield "initials", "".join(word[0] for word in key if word not in _SMALL)
