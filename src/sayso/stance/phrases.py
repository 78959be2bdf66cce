"""Noun phrases beside a word, found by the words that end them: no parser, and where it is unclear none.

All are given the words of one sentence and places among them, and return half-open ranges of places.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from sayso.lexicon.calendar import MONTHS, WEEKDAYS
from sayso.lexicon.english import words
from sayso.lexicon.reporting_verbs import forms_of
from sayso.text.doc import Word

Range = tuple[int, int]

DETERMINERS: Final = words(
    """the a an this that these those his her its their our my your all any some every each no both two three several
    many more most such another other"""
)
_PREPOSITIONS: Final = words(
    """in on at by for from with without to into onto over under about against between among during after before since
    until amid despite as than through across within toward towards via per behind beyond upon near like following
    including regarding concerning because if when while where although though whether unless and but or nor so yet
    who whom whose which what how why not never also too again still now then only just"""
)
_VERBS: Final = words(
    """is are was were be been being am has have had having do does did will would shall should can could may might must
    ’s 's says said say told tells tell asked added argued claimed insisted noted wrote writes reported called calls
    made makes took takes got gets went goes came comes gave gives saw sees kept keeps became becomes began begins
    wants wanted needs needed seeks sought tries tried vows vowed plans planned announced announces"""
)
_WHERE: Final = words("in at from by with on for to against over under near about among across between")
_ENDS: Final = _PREPOSITIONS | _VERBS
_LINKS: Final = frozenset({"of", "’s", "'s"})
_TIMES: Final = words(
    "today yesterday tomorrow earlier later last next this week month year night morning days weeks ago"
) | {*map(str.casefold, (*MONTHS, *WEEKDAYS))}
_SHORT: Final = 4
_LONGEST: Final = 12


def bare(word: Word) -> str:
    """A word in small letters without the marks at its end."""
    return word.text.casefold().replace("’", "'").strip(".,;:!?\"'“”‘’()")


def is_verb(word: Word) -> bool:
    """Whether a word is likelier a verb that tells something than part of a noun phrase."""
    plain = bare(word)
    told = forms_of(plain) & {"past", "third"}
    return word.text[:1].islower() and (bool(told) or (plain.endswith("ed") and len(plain) > _SHORT))


def is_time(some: Sequence[Word]) -> bool:
    """Whether a phrase tells but when: "June 18", "last week"."""
    return all(bare(word) in _TIMES or bare(word).rstrip("stndrh").isdigit() for word in some)


def parted(text: str, one: Word, other: Word) -> str:
    """What stands between two words, without white space."""
    return text[one.end : other.start].strip()


def after(text: str, sentence: Sequence[Word], at: int) -> Iterator[Range]:
    """The noun phrase that begins at a place, and those that are listed with it: "Turkey, Iran and the pact"."""
    while at < len(sentence):
        phrase = _one_after(text, sentence, at)
        if phrase is None:
            return
        yield phrase
        end = phrase[1]
        if end >= len(sentence):
            return
        mark, word = parted(text, sentence[end - 1], sentence[end]), bare(sentence[end])
        if mark in ("", ",") and word in ("and", "or") and end + 1 < len(sentence):
            at = end + 1
        elif mark == "," and is_name(sentence[end]) and is_name(sentence[phrase[0]]):
            at = end
        else:
            return
        if bare(sentence[at]) not in DETERMINERS and not is_name(sentence[at]):
            return


def _one_after(text: str, sentence: Sequence[Word], at: int) -> Range | None:
    start = at
    while at < len(sentence) and at - start < _LONGEST:
        word = bare(sentence[at])
        if at > start and parted(text, sentence[at - 1], sentence[at]) not in ("", "“", "‘", '"', "'", "-", "”", "’"):
            break
        if word in _ENDS and not (at == start and word in DETERMINERS):
            break
        if at > start and is_verb(sentence[at]):
            break
        at += 1
    while at > start and bare(sentence[at - 1]) in DETERMINERS | _LINKS:
        at -= 1
    return (start, at) if at > start and any(c.isalpha() for c in sentence[at - 1].text) else None


def before(text: str, sentence: Sequence[Word], at: int) -> Range | None:
    """The noun phrase that ends before a place, with what "of" hangs on it; one that tells but when is passed over.

    A description in apposition stands for the name before it: "John Doe, a strategist who …".
    """
    phrase = _one_before(text, sentence, at)
    if phrase is None:
        return None
    start, end = phrase
    if is_time(sentence[start:end]):
        before_it = start - 1 if start and bare(sentence[start - 1]) in ("on", "in", "at", "since") else start
        return before(text, sentence, before_it) if before_it > 0 else None
    if start and bare(sentence[start - 1]) in _WHERE:
        return before(text, sentence, start - 1)
    is_description = bare(sentence[start]) in ("a", "an", "the") and start > 0
    if is_description and parted(text, sentence[start - 1], sentence[start]) == "," and is_name(sentence[start - 1]):
        return _one_before(text, sentence, start) or phrase
    return phrase


def _one_before(text: str, sentence: Sequence[Word], at: int) -> Range | None:
    end = at
    start = at
    while start > 0 and end - start < _LONGEST:
        word = bare(sentence[start - 1])
        if start < end and parted(text, sentence[start - 1], sentence[start]) not in ("", "“", "‘", '"', "'", "-"):
            break
        if word in _ENDS - _LINKS or word == "that" or (start < end and is_verb(sentence[start - 1])):
            break
        start -= 1
    while start < end and bare(sentence[start]) in _LINKS:
        start += 1
    return (start, end) if start < end else None


def is_name(word: Word) -> bool:
    return word.text[:1].isupper()
