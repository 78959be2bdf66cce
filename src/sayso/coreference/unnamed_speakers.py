"""Speakers whom the text only describes: "police", "Doe's mother", "two residents". They are its article's own.

The same words mean the same speaker, unless they bring one in: of "a witness" and "a witness" there may be two.
"""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Final

from sayso.coreference.clusters import Key
from sayso.coreference.role_phrases import is_personal, is_role
from sayso.data.actor import ActorType
from sayso.lexicon.english import (
    DETERMINERS,
    DOCUMENTS,
    EVENTS,
    INDEFINITE,
    MEN,
    ORGANISATION_NOUNS,
    PART_OF_BODY,
    PEOPLE,
    PREPOSITIONS,
    RELATIVES,
    WOMEN,
    Gender,
    words,
)
from sayso.text.normalise import POSSESSIVE, WORD, slug

_LONGEST: Final = 80
_MARKS: Final = ",;:()—–―"
_BRINGING_IN: Final = words("a an another one")
_DEFINITE: Final = words("the this that these those")
_WOMANLY: Final = ("mother", "sister", "daughter", "wife", "woman", "girl", "girlfriend", "fiancée")
_MANLY: Final = ("father", "brother", "son", "husband", "boy", "boyfriend", "fiancé")
_MEN_ALONE: Final = words("man gentleman")
"""A "salesman" may be a woman, as papers once wrote."""
_OWNED: Final = re.compile(r"(?:his|her|my|their)\b|.*[’']s? ")
_BEFORE_RELATIVE: Final = re.compile(
    r"(?:\b(?P<one>(?:[Aa]n?|[Tt]he|[Oo]ne|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)(?: (?!(?:an?|the|one)\b)[\w’'-]{1,40}){1,6})"
    r"|(?<![\w’'-])(?P<many>[\w’'-]{1,40}))(?: “[^”\n]{1,60}”)?(?:,| ?—| ?–| --)? $"
)
_NOBODY: Final = words("no nobody none neither nothing")


@dataclass(frozen=True, slots=True)
class Described:
    """A speaker without a name: the words for it, what it is, and whether a man or a woman, as far as they tell.

    One who is somebody's ("Doe's roommate") may be a person although no noun that we know says so.
    """

    name: str
    type: ActorType
    gender: Gender | None = None

    @property
    def is_somebodys(self) -> bool:
        return _OWNED.match(self.name) is not None


@dataclass(slots=True)
class Strangers:
    """Those whom an article describes and does not name, told by keys that no cast gives: (type, -1), (type, -2), …

    `text` is the article's; `anonymous` are those whose names it says are withheld, `owners` who is named in the words
    for each: "Doe" in "Doe's mother"; `writer` is the article's "I", `writers` its "we".
    """

    text: str
    known: dict[Key, Described] = field(default_factory=dict)
    anonymous: set[Key] = field(default_factory=set)
    owners: dict[Key, frozenset[Key]] = field(default_factory=dict)
    writer: Key | None = None
    writers: Key | None = None
    _by_words: defaultdict[str, list[Key]] = field(default_factory=lambda: defaultdict(list))

    def knows(self, source: str) -> bool:
        """Whether one has come up who is described so."""
        return bool(self._by_words.get(self._same(_description(source))))

    def _same(self, name: str) -> str:
        """The words by which a description comes up again, without its article."""
        first, *rest = [m.group() for m in WORD.finditer(name)] or [""]
        return " ".join(rest if first.casefold() in _BRINGING_IN | _DEFINITE else [first, *rest]).casefold() or name

    def meant(self, source: str) -> Key | None:
        """Whom a source means, new or met before; None where it is nobody who can speak: "nobody", "Doe's visit"."""
        name = _description(source)
        first = next((m.group() for m in WORD.finditer(name)), "")
        if not first or first.casefold() in _NOBODY or _noun(name) in EVENTS:
            return None
        met = self._by_words[self._same(name)]
        if not met or first.casefold() in _BRINGING_IN:
            met.append(self._bring_in(name[:1].lower() + name[1:] if self._is_common(first) else name))
        return met[-1]

    def who_writes(self, several: bool = False) -> Key:
        """Whoever writes the article and calls himself "I" in it; "the author" of its text may be another.

        `several` are those who call themselves "we", of whom nobody knows how many they are.
        """
        if several:
            self.writers = self.writers or self._bring_in("the authors")
            return self.writers
        if self.writer is None:
            self.writer = self._bring_in("the author")
        return self.writer

    def _bring_in(self, name: str) -> Key:
        noun = _noun(name)
        key: Key = (_type(name, noun), -1 - len(self.known))
        self.known[key] = Described(name, key[0], gender_of_noun(noun))
        return key

    def _is_common(self, word: str) -> bool:
        """Whether a word has its capital from the beginning of a sentence alone; "US" of "US lawmakers" is no "us"."""
        small = word.lower()
        if word[1:] != small[1:]:
            return False
        return small in INDEFINITE | DETERMINERS or re.search(rf"\b{re.escape(small)}\b", self.text) is not None

    def ids(self, article: str) -> dict[Key, str]:
        """An id for each that says of which article it is; of several called alike the second has a number."""
        made: dict[Key, str] = {}
        for key, who in self.known.items():
            id_ = f"{who.type}:{slug(who.name) or who.name}"
            taken = sum(other.startswith(f"{id_}@") or other.startswith(f"{id_}~") for other in made.values())
            made[key] = f"{id_}~{taken + 1}@{article}" if taken else f"{id_}@{article}"
        return made


def gender_of_noun(noun: str) -> Gender | None:
    """What a noun tells: "stepmother" and "sister-in-law" women."""
    parts = {noun, *noun.split("-")}
    if parts & WOMEN or noun.endswith(_WOMANLY):
        return "woman"
    manly = noun.endswith(_MANLY) and not noun.endswith("person")
    return "man" if parts & (MEN | _MEN_ALONE) or manly else None


def noun_of(source: str) -> str:
    """The noun of a source that describes: "Doe’s [mother], who was there"."""
    return _noun(_description(source))


def described_before(text: str, pronoun: str) -> str | None:
    """The description in which a text ends and to which "who" or "which" may belong: "a senior official, ".

    Of many without an article their noun alone is taken, for a verb may stand in front of it: "met [workers] who".
    """
    found = _BEFORE_RELATIVE.search(text)
    if found is None or pronoun not in ("who", "which"):
        return None
    described = found["one"]
    if described is not None:
        noun = _noun(described)
        if pronoun == "who":
            return described if is_personal(noun) or _is_many(noun) else None
        return described if noun in ORGANISATION_NOUNS | DOCUMENTS and described.endswith(f" {noun}") else None
    return found["many"] if pronoun == "who" and _is_many(found["many"].casefold()) else None


def _is_many(noun: str) -> bool:
    """Whether a noun is that of many persons: "workers", "people", "those"."""
    singular = noun.removesuffix("s")
    return noun in PEOPLE | {"those"} or (singular != noun and is_personal(singular))


def is_named(key: Key) -> bool:
    """Whether an actor has a name, and is no stranger."""
    return key[1] >= 0


def is_definite(source: str) -> bool:
    """Whether a source's words say that the reader knows who is meant: "the secretary"."""
    return bool(_DEFINITE.intersection(source.casefold().split(maxsplit=1)[:1]))


def is_owned(source: str) -> bool:
    """Whether a source's words say whose somebody is: "his wife", "Doe's lawyer"."""
    return _OWNED.match(source.casefold()) is not None


def brought_in_as_somebodys(before: str, source: str) -> bool:
    """Whether a text that goes on with "the agent" told before whose he is: "his agent", "Doe's agent"."""
    noun = re.escape(noun_of(source))
    return (
        bool(noun) and re.search(rf"(?:\b(?:[Hh]is|[Hh]er|[Tt]heir)|[’']s)\s(?:[a-z-]+\s)?{noun}\b", before) is not None
    )


def _description(source: str) -> str:
    """The words that describe: up to the first clause of their own, "A driver[, who gave no name,]"."""
    kept: list[str] = []
    for word in source.split():
        bare = word.strip(_MARKS)
        if kept and (bare.casefold() in RELATIVES or (word[:1] in "(—–―" or word == "-")):
            break
        if kept or bare.casefold() not in PREPOSITIONS:
            kept.append(bare)
        if kept and word != word.rstrip(_MARKS):
            break
    return " ".join(filter(None, kept))[:_LONGEST].rstrip()


def _noun(name: str) -> str:
    """The noun of a description as it stands: the last word before its "of …" or "for …", or "people"."""
    nouns = [POSSESSIVE.sub("", m.group()).casefold() for m in WORD.finditer(name)]
    end = next((n for n, word in enumerate(nouns) if n and word in PREPOSITIONS), len(nouns))
    return next((word for word in nouns[:end] if word == "people"), nouns[end - 1] if nouns else "")


def _type(name: str, noun: str) -> ActorType:
    if noun in ORGANISATION_NOUNS | PART_OF_BODY | DOCUMENTS:
        return "organisation"
    if noun in PEOPLE or (noun.endswith("s") and not noun.endswith("ss")):
        return "group"
    return "person" if is_role(name) or is_personal(noun) else "organisation"
