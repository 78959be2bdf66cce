"""What the article calls somebody: "Kuwaiti Foreign Minister" before the name, "the mayor of Porto Lindo" after it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sayso.coreference.person_name import Name
from sayso.data.article import Span
from sayso.lexicon.callings import is_calling
from sayso.lexicon.english import (
    COMPOUND_HEADS,
    COURTESIES,
    DETERMINERS,
    FIRMS,
    PERSONS,
    PREPOSITIONS,
    RANKS,
    RELATIVES,
    ROLE_MODIFIERS,
    ROLES,
    SAME_ROLE,
    STOP,
    TITLES,
)
from sayso.text.doc import Doc
from sayso.text.normalise import POSSESSIVE, WORD, fold

_LONGEST_ROLE: Final = 160
_MOST_WORDS_AFTER: Final = 14
_APPOSITION: Final = re.compile(r"(?:\s*\([^()]{1,24}\))?,\s+")
_APPOSITION_END: Final = re.compile(r"[,;:.!?…()\[\]“”\"—–\n]|\s-\s|\bwho\b|\bwhose\b|\bwhich\b|\bsaid\b|\bsays\b")
_COMMA_BEFORE: Final = re.compile(r",\s+(?P<titles>(?:[A-Z][a-z]{0,12}\.? ){0,3})\Z")
_DEFINITE: Final = re.compile(
    r"(?:^\s*|\s)(?:[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)\s+(?!.{0,300}\b(?:the|his|her|its|their)\b)"
)
_PERSONAL: Final = tuple("er or ist ian man woman person mate year-old ee child boy girl".split())  # noqa: SIM905
_LEARNED: Final = ("ologist", "ographer", "onomist", "ician", "iatrist")
_HONORIFICS: Final = COURTESIES | {"dr", "doctor", "prof", "professor", "rev", "fr", "hon"}


@dataclass(frozen=True, slots=True)
class Phrase:
    """A description by its noun and the other words that count: "the Kuwaiti foreign minister"."""

    head: str
    words: frozenset[str]

    @property
    def ranks(self) -> frozenset[str]:
        return self.words & RANKS


def phrase(text: str) -> Phrase | None:
    """Read a description; None when it has no noun.

    >>> phrase("the Kuwaiti Foreign Minister").head
    'minister'
    >>> phrase("Supreme Leader’s Senior Advisor for international affairs").head
    'adviser'
    """
    words = [word for m in WORD.finditer(text) for word in _full(POSSESSIVE.sub("", m.group()))]
    head_words = _up_to_first_of(words, PREPOSITIONS | RELATIVES)
    if not head_words:
        return None
    head = head_words[-1]
    if head in COMPOUND_HEADS and len(head_words) > 1 and head_words[-2] in COMPOUND_HEADS[head]:
        head = f"{head_words[-2]} {head}"
    others = frozenset(words) - STOP - {head_words[-1]}
    return Phrase(SAME_ROLE.get(head, head), others)


def is_role(text: str) -> bool:
    """Whether a phrase ends (before its "of …") in the noun of an office or occupation."""
    read = phrase(text)
    return read is not None and (read.head in _ROLE_HEADS or _is_office(read.head.split()[-1]))


def _is_office(noun: str) -> bool:
    """Whether a noun is that of an office or occupation; of the learned ones there are more than a list holds."""
    return noun in _ROLE_HEADS or noun.endswith(_LEARNED)


def is_personal(noun: str) -> bool:
    """Whether a noun is one person's: "mother", "farmer", "stepson"."""
    return noun in PERSONS or noun in ROLES or (noun.endswith(_PERSONAL) and noun not in FIRMS)


def is_honorific(text: str) -> bool:
    """Whether a role is no more than a form of address: "Dr"."""
    return _bare(text) in _HONORIFICS


def fits(description: Phrase, role: Phrase, all_words: frozenset[str]) -> bool:
    """Whether a description may mean the bearer of `role`; `all_words` are those of all the bearer's roles."""
    return (
        description.head == role.head
        and description.ranks == role.ranks
        and description.words <= all_words | role.words
    )


def around(doc: Doc, name: Name) -> Iterator[Span]:
    """The roles that stand beside a name, before it and after it."""
    if noble := NOBLE.fullmatch(doc.text, name.start, name.end):
        yield Span.of(doc.text, *noble.span("rank"))
        return
    before = title_before(doc, name) or _appointed_before(doc, name)
    for found in (before, _after(doc, name)):
        if found is not None:
            yield found


def title_before(doc: Doc, name: Name) -> Span | None:
    """The role in front of a name without a comma: "former defence minister", "Dr"; a bare "Mr" is none."""
    text = doc.text
    floor = max(doc.sentence_at(name.start)[0], name.start - _LONGEST_ROLE)
    words = _adjacent(text, floor, name.start)
    if not words or not _may_end_a_role(words[-1].group()):
        return None
    kept = [words[-1]]
    if _bare(words[-1].group()) not in _HONORIFICS:
        kept = _extend_left(words)
    while kept and (_bare(kept[0].group()) in STOP | COURTESIES):
        kept.pop(0)
    return Span.of(text, kept[0].start(), kept[-1].end()) if kept else None


def _extend_left(words: list[re.Match[str]]) -> list[re.Match[str]]:
    start = len(words) - 1
    while start > 0 and _may_stand_in_a_role(words[start - 1].group()):
        start -= 1
    return words[start:]


def _adjacent(text: str, floor: int, end: int) -> list[re.Match[str]]:
    """The words that run up to `end` with nothing but spaces between them."""
    words: list[re.Match[str]] = []
    for word in WORD.finditer(text, floor, end):
        if words and not text[words[-1].end() : word.start()].isspace():
            words = []
        words.append(word)
    return words if words and text[words[-1].end() : end].isspace() else []


def _may_end_a_role(word: str) -> bool:
    plain = _bare(word)
    return _is_office(plain) or (plain in TITLES and word[0].isupper())


def _may_stand_in_a_role(word: str) -> bool:
    plain = _bare(POSSESSIVE.sub("", word))
    if plain in STOP or plain.isdigit():  # "10:42 Mayor Ana Ruiz says"
        return False
    if word[0].isupper() or plain in ROLE_MODIFIERS | _ROLE_HEADS or word != POSSESSIVE.sub("", word):
        return True
    # A plain noun, "[water] minister", looks like no verb: "visited minister Doe", "praises minister Doe".
    return not plain.endswith(("ed", "s", "ing", "ly"))


def _after(doc: Doc, name: Name) -> Span | None:
    """The role behind a name: "Ana Ruiz, the [mayor of Porto Lindo], said"."""
    text = doc.text
    comma = _APPOSITION.match(text, name.end)
    if comma is None:
        return None
    limit = min(doc.sentence_at(name.start)[1], comma.end() + _LONGEST_ROLE)
    end = next((m.start() for m in _APPOSITION_END.finditer(text, comma.end(), limit)), limit)
    return _role_span(text, comma.end(), end)


def _appointed_before(doc: Doc, name: Name) -> Span | None:
    """The definite role before a name between commas: "The state’s [campaign chairman], Phil Doe, said"."""
    text = doc.text
    if not re.compile(r"\s*[,.)]").match(text, name.end):
        return None
    floor = max(doc.sentence_at(name.start)[0], name.start - _LONGEST_ROLE)
    comma = _COMMA_BEFORE.search(text, floor, name.start)
    if comma is None or any(_bare(word) not in TITLES for word in comma["titles"].split()):
        return None
    clause = re.split(r"[,;:()“”\"—–]", text[floor : comma.start()])[-1]
    opening = _DEFINITE.search(clause)
    start = comma.start() - len(clause)
    return _role_span(text, start + opening.end(), comma.start(), definite=True) if opening else None


def _role_span(text: str, start: int, end: int, *, definite: bool = False) -> Span | None:
    """The role between two marks without its article, if it is one; `definite` where an article stands before."""
    words = list(WORD.finditer(text, start, end))
    while words and _bare(words[0].group()) in DETERMINERS:
        words.pop(0)
    if not words or len(words) > _MOST_WORDS_AFTER or any(w.group().casefold() in {"is", "was", "are"} for w in words):
        return None
    span = Span.of(text, words[0].start(), words[-1].end())
    is_one = is_role(span.text) or ((definite or words[0].start() > start) and _is_ones(span.text))
    return span if is_one and _bare(words[0].group()) not in STOP else None


def _is_ones(text: str) -> bool:
    """Whether what an article stands before may be what somebody does: "a cleaner at the bank"."""
    read = phrase(text)
    return read is not None and is_calling(read.head) and read.head not in FIRMS


def trimmed(text: str, start: int, end: int) -> Span | None:
    """A description without its article and outer marks: "the mayor," → "mayor"."""
    words = list(WORD.finditer(text, start, end))
    while words and _bare(words[0].group()) in DETERMINERS:
        words.pop(0)
    return Span.of(text, words[0].start(), words[-1].end()) if words else None


def _up_to_first_of(words: list[str], stops: frozenset[str]) -> list[str]:
    for number, word in enumerate(words):
        if word in stops and number:
            return words[:number]
    return words


def _bare(word: str) -> str:
    return word.rstrip(".").casefold()


def _full(word: str) -> list[str]:
    """A word as roles are compared by it: "Sen." → senator, "ex-president" → former, president."""
    plain = fold(word).rstrip(".")
    rank, hyphen, rest = plain.partition("-")
    parts = [rank, rest] if hyphen and rank in RANKS else [plain]
    return [TITLES.get(part, part) for part in parts if part]


NOBLE: Final = re.compile(
    r"\b(?:Dowager )?(?P<rank>Duke|Duchess|Earl|Countess|Marquess|Marquis|Marchioness|Viscount|Viscountess|Baron"
    r"|Baroness|Princess|Prince) of (?:the )?[A-Z][\w’'-]+(?: and [A-Z][\w’'-]+)?"
)
"""Whose title is their name."""

_ROLE_HEADS: Final = ROLES | frozenset(SAME_ROLE.values())
