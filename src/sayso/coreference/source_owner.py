"""Sources that hold the name of who speaks: "the IMF report", "an analysis by Lily Doe", "the CPDS leadership".

A report, a poll, a letter speaks for its author, a leadership or a news agency for the body that is named before it.
"""

from collections.abc import Sequence
from typing import Final

from sayso.coreference.mention_cleanup import Placed
from sayso.coreference.role_phrases import is_personal
from sayso.coreference.source_tokens import Token
from sayso.lexicon.english import DETERMINERS, DOCUMENTS, PART_OF_BODY, TITLES, words
from sayso.text.normalise import POSSESSIVE

_BY: Final = words("by from of")
_HANDED_ON: Final = words(
    "obtained seen reviewed viewed heard cited quoted carried aired shared leaked received verified examined"
)
"""What is done to a document by who did not write it: "the statement, which was obtained by Radio Orsa"."""


def speaks_inside(segments: Sequence[Sequence[Token]]) -> Placed | None:
    """The name for which the source speaks, if its first noun is a document or a part of the body it names."""
    phrase, *after = segments
    noun = _noun(phrase)
    if noun is None:
        return None
    before, rest = phrase[: noun + 1], [*phrase[noun + 1 :], *(token for segment in after for token in segment)]
    owner = _owner(before)
    if before[-1].plain not in DOCUMENTS:
        return owner if owner and owner.type != "person" else None
    return _author(rest) or owner


def _noun(phrase: Sequence[Token]) -> int | None:
    """The place of the first noun that is a document or a part of a body and not itself in a name."""
    return next((n for n, t in enumerate(phrase) if not t.name and t.plain in DOCUMENTS | PART_OF_BODY), None)


def _owner(before: Sequence[Token]) -> Placed | None:
    """The name in front: "Fontaine's statement", "a new Halden Institute poll"; not "the man from Halden's report"."""
    for number, token in reversed(list(enumerate(before[:-1]))):
        if token.name is not None:
            return None if number and _is_glued(before[number - 1], token) else token.name
        if POSSESSIVE.search(token.text):
            return None
    return None


def _is_glued(word: Token, name: Token) -> bool:
    """Whether a name is but the end of a longer one: "Tarn Post-Radio [Mira]"."""
    return word.text[:1].isupper() and word.plain not in DETERMINERS and word.end == name.start - 1


def _author(rest: Sequence[Token]) -> Placed | None:
    """The name that "by" or "from" leads to, through "the bank" or "credit research company" in small letters."""
    for number, token in enumerate(rest):
        if token.name is not None:
            led = any(t.plain in _BY for t in rest[:number]) and not _is_no_author(rest[:number])
            return token.name if led and not _owns_a_person(rest[number:]) else None
    return None


def _owns_a_person(tokens: Sequence[Token]) -> bool:
    """Whether a name is but that of whose landlord or lawyer it is: "a letter from [Doe’s] landlord"."""
    name, *after = tokens
    return POSSESSIVE.search(name.text) is not None and any(is_personal(token.plain) for token in after)


def _is_no_author(between: Sequence[Token]) -> bool:
    return _is_content(between) or any(t.plain in _HANDED_ON for t in between)


def _is_content(between: Sequence[Token]) -> bool:
    """Whether the words between tell what the document is about: "a report of talks with the union by Holt" may."""
    last_by = max(n for n, t in enumerate(between) if t.plain in _BY)
    is_of = between[last_by].plain == "of"
    described = [t for t in between[last_by + 1 :] if t.plain not in DETERMINERS and t.plain not in TITLES]
    return (is_of and last_by > 0) or len(described) > 4 or any(t.plain in {"on", "about", "into"} for t in described)
