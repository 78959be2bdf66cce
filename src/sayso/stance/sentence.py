"""A sentence by its words, and what single words of it are: a name, an adverb, a verb that tells something."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Self

from sayso.lexicon import english
from sayso.lexicon.english import words
from sayso.lexicon.inflection import IRREGULAR_PASTS, PASTS_LIKE_NOUNS
from sayso.lexicon.reporting_verbs import AUXILIARIES, NOUN_LIKE, READINGS, forms_of
from sayso.text.doc import Word

Range = tuple[int, int]


DETERMINERS: Final = english.DETERMINERS | english.INDEFINITE - words("one few others") | {"such"}


NO_PART: Final = (
    (english.PREPOSITIONS - words("of past"))
    | english.CONJUNCTIONS
    | english.RELATIVES - {"that"}
    | words("amid following regarding concerning what how why not never also too again still now only just")
)


"""Words that are in no noun phrase, prepositions most of all."""


VERBS: Final = (
    english.BE
    | AUXILIARIES
    | words(
        """
        having ’s says said say told tells tell asked added argued claimed insisted noted wrote writes reported
        called calls made makes took takes got gets went goes came comes gave gives saw sees kept keeps became
        becomes began begins think thinks believe believes don't doesn't didn't want wants wanted needs needed seeks
        sought tries tried vows vowed plans planned announced announces
        """
    )
)


_SHORT: Final = 4


@dataclass(frozen=True)
class Sentence:
    """The text and the words of one sentence in it, with the words `plain`: see `bare`."""

    text: str
    words: Sequence[Word]

    @classmethod
    def of(cls, text: str, words: Sequence[Word]) -> Self:
        """The sentence without what stands in brackets, and with what is drawn together apart: "I’m" are two words."""
        inside = [found.span() for found in _BRACKETS.finditer(text, words[0].start, words[-1].end)] if words else []
        told = (word for word in words if not any(start < word.start < end for start, end in inside))
        return cls(text, [part for word in told for part in _parts(word)])

    @cached_property
    def plain(self) -> list[str]:
        return [bare(word) for word in self.words]

    @cached_property
    def marks(self) -> list[str]:
        """What stands before each word, behind the one before it, without white space; a dash is no hyphen."""
        pairs = zip(self.words, self.words[1:], strict=False)
        between = (_BRACKETS.sub("", self.text[a.end : b.start]) for a, b in pairs)
        return ["", *(mark.replace(" - ", "–").strip() for mark in between)]

    @cached_property
    def is_titled(self) -> bool:
        """Whether most of its longer words begin with a capital, as headlines are written."""
        longer = [word for word in self.words[1:] if len(word.text) > _SHORT]
        return sum(map(is_name, longer)) * 2 > len(longer)

    @property
    def asks(self) -> bool:
        end = self.words[-1].end if self.words else 0
        return "?" in self.text[end - 1 : end + 2]

    def tells(self, place: int) -> bool:
        """Whether a word is likelier a verb that tells something than part of a noun phrase, in headlines as well."""
        third = {reading.lemma for reading in READINGS.get(self.plain[place], ()) if reading.form == "third"}
        follows_name = place > 0 and is_name(self.words[place - 1])
        is_past = follows_name and self.plain[place] in PASTS_LIKE_NOUNS and self.words[place].text.islower()
        is_headline = bool(third - NOUN_LIKE) or self.plain[place] in _HEADLINE_VERBS
        return is_past or is_verb(self.words[place]) or (self.is_titled and is_headline)

    def __len__(self) -> int:
        return len(self.words)

    def __getitem__(self, place: int) -> Word:
        return self.words[place]

    def find(self, wanted: str, start: int, end: int) -> int | None:
        """The first place from `start` to before `end` at which a word stands."""
        return next((n for n in range(max(start, 0), min(end, len(self))) if self.plain[n] == wanted), None)


_HEADLINE_VERBS: Final = words("backs slams blasts rips hails urges vows rejects seeks bashes blames praises")
"""Verbs in headlines that elsewhere are nouns as well."""
_BRACKETS: Final = re.compile(r"\([^()\n]{1,60}\)|\[[^\[\]\n]{1,60}\](?=\s)")


_CONTRACTED: Final = re.compile(
    r"(?:I|you|we|they)(?=[’'](?:m|re|ve|ll|d)$)|(?:he|she|it)(?=[’'](?:s|ll|d)$)", re.IGNORECASE
)


def _parts(word: Word) -> Iterator[Word]:
    """A word, or "they" and "’ve"."""
    found = _CONTRACTED.match(word.text)
    if found is None:
        yield word
        return
    middle = word.start + found.end()
    yield Word(word.start, middle, found.group())
    yield Word(middle, word.end, word.text[found.end() :])


_CLITICS: Final = frozenset({"'m", "'re", "'s", "'ve", "'ll", "'d"})


_ABBREVIATIONS: Final = frozenset({"US", "IT", "WHO"})


"""Names that would be pronouns in small letters."""


def bare(word: Word) -> str:
    """A word in small letters without the marks at its end; "US" stays as it is, for it is not "us"."""
    plain = word.text.replace("’", "'")
    if plain in _CLITICS:
        return plain
    plain = plain.strip(".,;:!?\"'“”‘’()[]")
    return plain if plain in _ABBREVIATIONS else plain.casefold()


def is_name(word: Word) -> bool:
    """Whether a word is written as names are: "Holt", "al-Holt"."""
    article, _, name = word.text.partition("-")
    return (name if article in _ARTICLES else word.text)[:1].isupper()


_ARTICLES: Final = words("al el ad an ar as ash at az")


def is_adverb(word: Word) -> bool:
    """Whether a word is an adverb by its end: "harshly", but neither "Italy" nor "family"."""
    plain = bare(word)
    return plain.endswith("ly") and len(plain) > _SHORT and word.text[:1].islower() and plain not in _NO_ADVERBS


_NO_ADVERBS: Final = words("family ally supply rally assembly monopoly bully reply anomaly jelly belly melancholy")


def is_verb(word: Word) -> bool:
    """Whether a word is likelier a verb that tells something than part of a noun phrase."""
    plain = bare(word)
    told = forms_of(plain) & {"past", "third"}
    is_past = bool(told) or plain in IRREGULAR_PASTS
    return word.text[:1].islower() and (is_past or (plain.endswith("ed") and len(plain) > _SHORT and "-" not in plain))


def tells(sentence: Sentence, place: int) -> bool:
    """Whether a verb stands at a place, auxiliaries counted."""
    return sentence.plain[place] in VERBS or sentence.tells(place)
