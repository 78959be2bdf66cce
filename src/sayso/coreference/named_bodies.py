"""Bodies that news names with a common noun in small letters: "Hong Kong police", "the Iraqi foreign ministry".

The names head marks the place in them, if anything, and a description in small letters names nobody. Here whatever
stands in front of such a noun, a place, a people, an owner, makes a name of the whole.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from sayso.coreference.mention_cleanup import Placed
from sayso.coreference.person_name import Name, parse
from sayso.lexicon.english import (
    BODY_MODIFIERS,
    BODY_NOUNS,
    DOCUMENTS,
    NO_ANCHORS,
    ORGANISATION_WORDS,
    ROLES,
    STOP,
    TEAM_NOUNS,
    TITLES,
)
from sayso.text.doc import Doc, Word
from sayso.text.normalise import POSSESSIVE, WORD

_MOST_IN_FRONT: Final = 4
_CAPITALS: Final = 3
_NUMBERED: Final = re.compile(
    r"\b\d{1,3}(?:st|nd|rd|th) (?:[A-Z][\w’'-]{1,30} ){0,2}"
    r"(?:Precinct|Division|Battalion|Brigade|Regiment|Circuit|Squadron|Fleet|Army|Corps|Infantry)\b"
)


def named_by_nouns(doc: Doc, found: Sequence[Placed], capitals: frozenset[str]) -> Iterator[Placed]:
    """The bodies of the text that a common noun names, wherever they stand.

    `found` are the names known so far, `capitals` the words that keep their capital inside a sentence.
    """
    known = {word for p in found for word in WORD.findall(p.name.text)} | capitals
    known = {POSSESSIVE.sub("", word) for word in known}
    persons = [(p.name.start, p.name.end) for p in found if p.type == "person"]
    for sentence in zip(doc.sentences.starts, doc.sentences.ends, strict=True):
        tokens = doc.words_in(*sentence)
        for at, token in enumerate(tokens):
            plain = _plain(token.text)
            if plain in DOCUMENTS and (author := _author(doc.text, tokens[:at], token.start)) is not None:
                yield Placed(author, "organisation")
            if plain in BODY_NOUNS | TEAM_NOUNS and (first := _first(doc, tokens, at, known)) is not None:
                start, end = tokens[first].start, token.start + len(POSSESSIVE.sub("", token.text).rstrip("."))
                owned = any(start <= a and b <= end for a, b in persons)
                name = parse(doc.text, start, end)
                if name is not None and len(name.words) > 1 and (plain in BODY_NOUNS or owned):
                    yield Placed(name, "organisation")


def named_by_numbers(text: str, found: Sequence[Placed]) -> Iterator[Placed]:
    """Units with a number, with the body they are of: "the [Tarn Police Department’s 4th Precinct]", "9th Circuit"."""
    bodies = {p.name.end: p.name.start for p in found if p.type == "organisation"}
    for unit in _NUMBERED.finditer(text):
        owning = next((end for end in bodies if re.fullmatch(r"[’'ʼ]s? ", text[end : unit.start()])), unit.start())
        name = parse(text, bodies.get(owning, unit.start()), unit.end())
        if name is not None:
            yield Placed(name, "organisation")


def _author(text: str, before: Sequence[Word], start: int) -> Name | None:
    """The body in capitals right in front of a document: "the [Halden Institute] report"."""
    first = len(before)
    end = start - 1
    while first and _is_capital(before[first - 1].text) and text[before[first - 1].end : end + 1].isspace():
        first, end = first - 1, before[first - 1].start - 1
    named = len(before) - first > 1 and _plain(before[-1].text) in ORGANISATION_WORDS
    return parse(text, before[first].start, before[-1].end) if named else None


def _first(doc: Doc, tokens: Sequence[Word], at: int, known: set[str]) -> int | None:
    """The number of the word with which the name begins whose noun is the word at `at`; None where it is no name."""
    floor = max(0, at - _MOST_IN_FRONT)
    front = at
    while front > floor and _joined(doc.text, tokens, front):
        if (modifier := _plain(tokens[front - 1].text)) not in BODY_MODIFIERS:
            break
        if modifier == "new" and at + 1 < len(tokens) and _plain(tokens[at + 1].text) in ROLES:
            return None  # "Hong Kong's new police commissioner": he is new, and not the police
        front -= 1
    anchor = front
    while anchor > max(floor, front - _CAPITALS) and _joined(doc.text, tokens, anchor):
        if not _is_capital(tokens[anchor - 1].text):
            break
        anchor -= 1
    if anchor == front:
        return None
    opens = tokens[anchor].start == doc.sentence_at(tokens[anchor].start)[0]
    lone = anchor + 1 == front
    unknown = POSSESSIVE.sub("", tokens[anchor].text) not in known
    if unknown and lone and opens and _plain(tokens[anchor].text) not in NO_ANCHORS:
        return anchor  # "Hanoi police said": nothing but a name begins a sentence so, save a few words.
    return None if unknown and ((lone and opens) or doc.in_title_case(tokens[anchor].start)) else anchor


def _joined(text: str, tokens: Sequence[Word], at: int) -> bool:
    """Whether nothing but a space parts a word from the one before it."""
    return text[tokens[at - 1].end : tokens[at].start] == " " and not tokens[at - 1].text.endswith(".")


def _is_capital(word: str) -> bool:
    plain = _plain(word)
    return word[0].isupper() and plain not in STOP and plain not in TITLES and plain not in ROLES


def _plain(word: str) -> str:
    return POSSESSIVE.sub("", word).rstrip(".").casefold()
