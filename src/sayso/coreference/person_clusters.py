"""Which of an article's names are one person's: "Velayati", "Ali Akbar Velayati", "Dr Velayaty".

Full names come first, the longest before the rest, so that a shorter form finds the person it can belong to. A form
that could be two people's belongs to neither; `find` then gives both, and the reader of the text decides or abstains.
Every look-up goes through an index, so a thousand names cost a thousand look-ups.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from sayso.coreference.person_name import Name, gender_of_given_name, skeleton
from sayso.lexicon.english import Gender
from sayso.lexicon.name_forms import stands_first

_SHORTEST_WITH_TYPO: Final = 6
_FEWEST_FOR_INNER: Final = 3
YOUNGER: Final = frozenset({"jr", "ii", "iii", "iv"})

Words = tuple[str, ...]


class People:
    """The persons of one article, told by number; person `n` is called `forms[n][0]` in full."""

    def __init__(
        self,
        names: Iterable[Name],
        genders: Mapping[Words, Gender] = MappingProxyType({}),
        aliases: Iterable[tuple[Name, Name]] = (),
    ) -> None:
        self.forms: list[list[Name]] = []
        self.aliases = {alias.words: name.words for alias, name in aliases}
        self._genders = genders
        self._index: defaultdict[Hashable, list[int]] = defaultdict(list)
        self._known: dict[Hashable, tuple[int, ...]] = {}
        unique = {_form(name): name for name in reversed(list(names))}
        for name in sorted(unique.values(), key=lambda name: (self._rank(name), _fullest_first(name))):
            self._add(name)

    def find(self, name: Name) -> tuple[int, ...]:
        """The persons whom this name can mean: one if it is certain, several if it is not, none if unknown."""
        known = self._known.get(_form(name))
        return self._candidates(name) if known is None else known

    def beside(self, name: Name) -> int:
        """Whom a name in full from outside of the text means: one more, if none in it is called so."""
        same = (number for number, forms in enumerate(self.forms) if any(_form(form) == _form(name) for form in forms))
        found = next(same, len(self.forms))
        if found == len(self.forms):
            self.forms.append([name])
        return found

    def _rank(self, name: Name) -> int:
        """Full names first, then other names of theirs, then what may be short for either."""
        if name.words in self.aliases:
            return 1
        return 2 if len(name.words) == 1 and name.words not in self.aliases.values() else 0

    def _add(self, name: Name) -> None:
        found = self._candidates(name)
        if not found:
            found = (len(self.forms),)
            self.forms.append([])
        if len(found) == 1:
            self.forms[found[0]].append(name)
            self._register(name.words, found[0])
        self._known[_form(name)] = found

    def _register(self, words: Words, person: int) -> None:
        for key in set(_keys(words)):
            if person not in self._index[key][-1:]:
                self._index[key].append(person)

    def _candidates(self, name: Name) -> tuple[int, ...]:
        if meant := self._index.get(("exact", self.aliases.get(name.words, ()))):
            return tuple(meant)
        found = self._with_full_name(name) if len(name.words) > 1 else self._with_surname(name)
        found = tuple(person for person in found if self._is_bearer(person, name))
        # The pronouns near a bare "Doe" may have meant now one Doe, now another: they do not choose between two.
        gender = self._gender(name) if len(found) == 1 else name.gender
        return found if gender is None else tuple(person for person in found if self._may_be(person, name, gender))

    def _is_bearer(self, person: int, name: Name) -> bool:
        """Keep two of one name apart where the text tells them apart."""
        return name.bearer is None or name.bearer in {form.bearer for form in self.forms[person]}

    def _may_be(self, person: int, name: Name, gender: Gender) -> bool:
        """Keep "Mr. Doe" apart from Ana Doe, of whom the text says "she", and from any Doe who comes in after him."""
        genders = {self._gender(form) for form in self.forms[person]} - {None}
        known_before = any(form.start <= name.start for form in self.forms[person])
        return genders <= {gender} and (bool(genders) or known_before or name.gender is None)

    def _gender(self, name: Name) -> Gender | None:
        return name.gender or self._genders.get(name.words) or gender_of_given_name(name)

    def _with_full_name(self, name: Name) -> tuple[int, ...]:
        words = name.words
        for key in (("exact", words), ("part", words), ("any order", tuple(sorted(words)))):
            if found := self._of_generation(self._index.get(key, ()), name):
                return found
        near = dict.fromkeys(person for key in _relatives(words) for person in self._index.get(key, ()))
        same = [p for p in near if any(_same_person(words, form.words) for form in self.forms[p])]
        return self._of_generation(same or self._misspelt(words), name)

    def _of_generation(self, persons: Iterable[int], name: Name) -> tuple[int, ...]:
        """Leave out the son where the text says the father, "Jr." against "Sr.".

        Who comes in as "Jr." may be named without it later; a "Jr." who comes in after his namesake is another.
        """
        return tuple(person for person in dict.fromkeys(persons) if self._may_be_of(person, name))

    def _may_be_of(self, person: int, name: Name) -> bool:
        said = name.generation
        known = {form.generation: form.start for form in reversed(self.forms[person]) if len(form.words) > 1}
        if None in known and said in YOUNGER:
            return said in known or name.start < known[None]
        others = known.keys() - {None}
        if said is None and others & YOUNGER:
            return None in known or name.start > min(known[one] for one in others)
        return not said or not others or said in others

    def _misspelt(self, words: Words) -> list[int]:
        """The same given names and a family name that is one slip of the pen away."""
        family = words[-1]
        if len(family) < _SHORTEST_WITH_TYPO or stands_first(words):
            return []
        rivals = dict.fromkeys(self._index.get(("given", words[:-1], family[0]), ()))
        return [p for p in rivals if any(_one_slip(family, form.words[-1]) for form in self.forms[p])]

    def _with_surname(self, name: Name) -> tuple[int, ...]:
        """By one word; of a father and a son "Doe Sr." or "Doe Jr." tells which."""
        found = self._with_one_word(name.words[0])
        if name.generation is None or len(found) < 2:
            return found
        younger = name.generation in YOUNGER
        return tuple(p for p in found if younger == bool({form.generation for form in self.forms[p]} & YOUNGER))

    def _with_one_word(self, word: str) -> tuple[int, ...]:
        """By family name, in this spelling and then in others; then by given name; then by a name between them."""
        for key in (("last", word), ("last like", skeleton(word)), ("first", word)):
            if found := self._index.get(key):
                return tuple(dict.fromkeys(found))
        if near := list(self._misspelt_family(word)):
            return tuple(dict.fromkeys(near))
        return tuple(self._index.get(("inner", word), ())) if len(word) >= _FEWEST_FOR_INNER else ()

    def _misspelt_family(self, word: str) -> Iterator[int]:
        if len(word) >= _SHORTEST_WITH_TYPO:
            rivals: Sequence[int] = self._index.get(("begins", word[:2]), ())
            families = {person: self.forms[person][0].words[-1] for person in rivals}
            for _, _, person in extract(word, families, scorer=OSA.distance, score_cutoff=1, limit=None):
                if len(families[person]) >= _SHORTEST_WITH_TYPO:
                    yield person


def _form(name: Name) -> Hashable:
    return name.words, name.generation, name.gender, name.bearer


def _fullest_first(name: Name) -> tuple[int, bool, bool, int, Words]:
    """Long names before short ones, and "Mr. Doe" before a bare "Doe", which may be his or another's."""
    return -len(name.words), name.bearer is None, name.gender is None, name.start, name.words


def _keys(words: Words) -> Iterator[Hashable]:
    """Every key under which a look-up may find a person called `words`."""
    yield "exact", words
    yield "last", words[-1]
    yield "last like", skeleton(words[-1])
    yield "begins", words[-1][:2]
    if len(words) > 1:
        family, given = skeleton(words[-1]), words[0]
        yield "family", family, skeleton(given)
        yield "family, any", family, given[0]
        if len(given) == 1:
            yield "family, initial", family, given
        yield "any order", tuple(sorted(words))
        yield "given", words[:-1], words[-1][0]
        yield "first", words[0]
        yield from (("inner", word) for word in words[1:-1])
        yield from (("part", words[:n]) for n in range(2, len(words)))
        yield from (("part", words[n:]) for n in range(1, len(words) - 1))


def _relatives(words: Words) -> list[Hashable]:
    """The keys under which namesakes stand whose given name may be the same, written out or as an initial."""
    family, given = skeleton(words[-1]), words[0]
    if len(given) == 1:
        return [("family, any", family, given)]
    return [("family", family, skeleton(given)), ("family, initial", family, given[0])]


def _same_person(some: Words, other: Words) -> bool:
    """Whether two full names of one family can be one person's: "J. R. Doe" and "John Robert Doe"."""
    short, long = sorted((some, other), key=len)
    if not _same_given(short[0], long[0]) or skeleton(short[-1]) != skeleton(long[-1]):
        return False
    rest = iter(long[1:-1])
    return all(any(_same_given(word, candidate) for candidate in rest) for word in short[1:-1])


def _same_given(some: str, other: str) -> bool:
    if min(len(some), len(other)) == 1:
        return some[0] == other[0]
    return skeleton(some) == skeleton(other)


def _one_slip(some: str, other: str) -> bool:
    return min(len(some), len(other)) >= _SHORTEST_WITH_TYPO and OSA.distance(some, other, score_cutoff=1) <= 1
