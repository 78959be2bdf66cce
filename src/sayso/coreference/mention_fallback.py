"""Names that no head marked: where a source ends in one, and what type it looks to be."""

import re
from collections.abc import Sequence
from typing import Final

from sayso.coreference.person_name import Name, parse
from sayso.data.actor import ActorType
from sayso.lexicon.callings import is_calling
from sayso.lexicon.countries import country_of, is_capital
from sayso.lexicon.english import (
    ADDRESSED,
    COURTESIES,
    DOCUMENTS,
    ORGANISATION_WORDS,
    PARTICLES,
    PREPOSITIONS,
    ROLES,
    STOP,
    UNNAMED,
    words,
)
from sayso.lexicon.given_names import given_names
from sayso.text.doc import Doc
from sayso.text.normalise import POSSESSIVE, WORD, fold

_PAPERS: Final = frozenset({"post", "times", "herald", "tribune", "mail", "telegraph", "guardian", "journal"})
"""What a paper is called for short; a "post" has no capital."""

_LONGEST_ACRONYM: Final = 6
_MOST_WORDS: Final = 6
_DASH_BEFORE: Final = re.compile(r"\s[-–—]{1,2}\s$")
_ARTICLE_BEFORE: Final = re.compile(r"\b[Tt]he\s+$")
_GIVEN_NAMES_AND_WORDS: Final = words("may will mark per june april august")
_MONTHS: Final = words("january february march april june july august september october november december")
"""Surnames behind another name: "said Nomvula September", of a family from the Cape."""


def name_in(text: str, start: int, end: int) -> Name | None:
    """The name with which a source's first words end, if they do: "spokesman Bahram Doran, who …"."""
    run = _capitalised_run(text, start, end)
    name = parse(text, run[0].start(), run[-1].end()) if run else None
    return name if name is not None and _looks_like_a_name(name) else None


def guess_type(text: str, name: Name) -> ActorType:
    """What a name is whose type nobody told: country and organisation by their words, else a person."""
    if country_of(name.text):
        return "country"
    acronym = name.text.replace(".", "").isupper() and len(name.text) <= _LONGEST_ACRONYM and not name.titles
    after_article = _ARTICLE_BEFORE.search(text[max(0, name.start - 6) : name.start])
    if acronym or ORGANISATION_WORDS & set(name.words) or after_article:
        return "organisation"
    return "person"


def capitals_inside_sentences(doc: Doc) -> frozenset[str]:
    """The words that keep their capital where no sentence begins."""
    return frozenset(
        POSSESSIVE.sub("", word.text)
        for word in doc.words
        if word.text[0].isupper() and not opens_sentence(doc, word.start) and not doc.in_title_case(word.start)
    )


def opens_sentence(doc: Doc, start: int) -> bool:
    """Whether a word has its capital because a sentence begins there, or goes on behind a dateline's dash."""
    return start == doc.sentence_at(start)[0] or _DASH_BEFORE.search(doc.text[max(0, start - 3) : start]) is not None


def lone_capitals(doc: Doc) -> frozenset[str]:
    """The words, folded, that have a capital where the words beside them have none."""
    capital = [word.text[0].isupper() and word.text.casefold() not in STOP for word in doc.words]
    beside = zip(doc.words, [False, *capital], capital, [*capital[1:], False], strict=False)
    lone = (word.text for word, before, own, after in beside if own and not before and not after)
    return frozenset(fold(POSSESSIVE.sub("", word)) for word in lone)


def _capitalised_run(text: str, start: int, end: int) -> list[re.Match[str]]:
    """The last words with a capital before the source's first comma or preposition."""
    run: list[re.Match[str]] = []
    previous = start
    for word in WORD.finditer(text, start, end):
        plain = word.group().casefold()
        may_be = _GIVEN_NAMES_AND_WORDS | _MONTHS if run else _GIVEN_NAMES_AND_WORDS
        may_be_given = plain in may_be and word.group()[0].isupper()
        if run and ((plain in PREPOSITIONS and not may_be_given) or not text[previous : word.start()].isspace()):
            break
        if (word.group()[0].isupper() and plain not in STOP) or may_be_given or (run and plain in PARTICLES):
            run.append(word)
        else:
            run = []
        if (plain in ROLES and not _is_surname(text, start, run)) or (
            POSSESSIVE.search(word.group()) and word.end() < end
        ):
            run = []
        previous = word.end()
    return run


def _is_surname(text: str, start: int, run: Sequence[re.Match[str]]) -> bool:
    """Whether the last of some words is a name though offices are called so: "Mrs. Prince", and not "Mr. Speaker".

    So is one behind a given name, "Tom Baker", and of two behind what their bearer is: "shop owner Meher Contractor".
    """
    if len(run) < 2:
        return False
    before, word = [each.group().rstrip(".").casefold() for each in run[-2:]]
    led = WORD.findall(text, start, run[0].start())[-1:]
    is_called = len(run) == 2 and any(word.islower() and is_calling(word) for word in led)
    return (before in COURTESIES and word not in ADDRESSED) or before in given_names() or is_called


def _looks_like_a_name(name: Name) -> bool:
    first, *others = (word.rstrip(".") for word in name.text.casefold().split())
    plain = {first, *others} - (_MONTHS & set(others[-1:]))
    if plain & (UNNAMED | STOP) - _GIVEN_NAMES_AND_WORDS or is_capital(name.text):
        return False
    single = len(name.words) == 1 and name.words[0] not in _PAPERS
    common = single and (
        (name.words[0].endswith("s") and not name.titles) or name.words[0] in ORGANISATION_WORDS | DOCUMENTS
    )
    return not common and len(name.text.strip(".")) > 1 and len(name.words) <= _MOST_WORDS
