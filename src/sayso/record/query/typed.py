"""Words as they are typed, taken apart: whom they name, which days, which outlet, a denial, and what is left.

What is written in the language of searches ("…", OR, NOT, *) is left as it is.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Final

from sqlalchemy import Connection, select

from sayso.lexicon.questions import ABOUT, QUESTION, SAYING, STOP
from sayso.record.query.naming import Named, named_in
from sayso.record.store.name_words import words_of
from sayso.record.store.once import while_unchanged
from sayso.record.store.schema_chunks import tallies
from sayso.text.written_dates import Ambiguous, period_told

_DENYING: Final = re.compile(r"den(?:y|ies|ied|ying|ials?)", re.IGNORECASE)
_LANGUAGE: Final = re.compile(r"[\"“”„«»*()]|(?:^|\s)-\w|[a-z][?%][a-z]|\b(?:AND|OR|NOT)\b")
_SILENT: Final = re.compile(
    r"\b(?:no comment|(?:declin|refus)\w+ (?:to )?comment|(?:did|do|does|would) not (?:wish to )?comment)\b",
    re.IGNORECASE,
)
_WORD: Final = re.compile(r"[^\s\"“”„«»(),;:?!]+")
LONG: Final = 14
"""Of more words than this it is a passage that was pasted."""
_TELLING: Final = 8
"""How many words of a passage, the longest, it is looked for by."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What is made of words: `plain` is what was typed, `rest` what is left to be looked for, `told` what is wrong.

    `words` are those in which names are looked for; `whole` has what tells of an outlet or of silence besides.
    """

    plain: str
    words: tuple[str, ...] = ()
    named: tuple[Named, ...] = ()
    by: Named | None = None
    about: Named | None = None
    since: str | None = None
    until: str | None = None
    outlet: str | None = None
    denied: bool = False
    silent: bool = False
    rest: tuple[str, ...] = ()
    whole: tuple[str, ...] = ()
    is_language: bool = False
    told: str = ""

    def name(self, one: Named) -> str:
        """The words that name somebody."""
        return " ".join(self.words[one.first : one.last])


def taken_apart(connection: Connection, plain: str, today: date, *, with_names: bool) -> Typed:
    """What words that were typed mean on this record; `with_names` where nobody has said whose statements to find."""
    text = plain.strip().rstrip("?!. ")
    if _is_language(plain):
        return Typed(plain, is_language=True)
    if len(_WORD.findall(text)) > LONG:
        return Typed(plain, rest=_most_telling(_WORD.findall(text)))
    try:
        period, told = period_told(text, today), ""
    except Ambiguous as error:
        period, told = None, f"{error}."
    if period:
        text = f"{text[: period.start]} {text[period.end :]}"
    whole = tuple(_words(text))
    text, silent = _SILENT.subn(" ", text)
    words, outlet = _without_outlet(connection, _words(text))
    named = named_in(connection, words, STOP) if with_names else []
    denied = bool(named or outlet or silent or len(words) > 1) and any(_DENYING.fullmatch(word) for word in words)
    by, about = _roles_of(words, named)
    used = {n for one in (by, about) if one for n in range(one.first, one.last)}
    left = [word for n, word in enumerate(words) if n not in used and not (denied and _DENYING.fullmatch(word))]
    asked = bool(words) and words[0].lower() in QUESTION
    if asked or named or period or outlet or denied or silent:
        left = [word for word in left if word.lower() not in STOP | SAYING]
    days = (period.since, period.until) if period else (None, None)
    rest = tuple(left) or (() if by or about or period or outlet or denied or silent else tuple(words))
    return Typed(
        plain, tuple(words), tuple(named), by, about, *days, outlet, denied, bool(silent), rest, whole, told=told
    )


def any_two(words: Sequence[str]) -> str:
    """A search for what has at least two of some words, as the language of searches says it."""
    telling = [word for word in dict.fromkeys(words) if word.lower() not in STOP]
    some = sorted(telling if len(telling) > 1 else dict.fromkeys(words), key=len, reverse=True)[:_TELLING]
    return " OR ".join(f"({one} {other})" for one, other in combinations(some, 2))


def _is_language(plain: str) -> bool:
    """Whether it uses the language of searches; a passage with quotation marks in it does not."""
    return bool(_LANGUAGE.search(plain)) and len(plain.split()) <= LONG


def _words(text: str) -> list[str]:
    found = (word.strip("'’‘.…") for word in _WORD.findall(text))
    return [word for word in found if words_of(word)]


def _most_telling(words: Sequence[str]) -> tuple[str, ...]:
    plain = [word for one in words for word in words_of(one) if word not in STOP | SAYING]
    return tuple(sorted(dict.fromkeys(plain), key=len, reverse=True)[:_TELLING])


def _roles_of(words: Sequence[str], named: Sequence[Named]) -> tuple[Named | None, Named | None]:
    """Who is meant to speak and of whom: the first who is named, and the one after “about”."""
    speaking = next((one for one in named if not _is_spoken_of(words, one)), None)
    spoken_of = next((one for one in named if one is not speaking and _is_spoken_of(words, one)), None)
    return speaking, spoken_of


def _is_spoken_of(words: Sequence[str], one: Named) -> bool:
    before = [word.lower() for word in words[max(0, one.first - 2) : one.first]]
    return bool(before) and (before[-1] in ABOUT or (before[-1] == "the" and before[0] in ABOUT))


def _without_outlet(connection: Connection, words: list[str]) -> tuple[list[str], str | None]:
    """The words without those that name an outlet: all of its name, or no less than the last two words of it."""
    if not words:
        return words, None
    outlets = while_unchanged(connection, "outlets", lambda: _by_words(connection.scalars(_OUTLETS)))
    folded = [" ".join(words_of(word)) for word in words]
    for size in range(len(words), 0, -1):
        for first in range(len(words) - size + 1):
            if outlet := outlets.get(tuple(folded[first : first + size])):
                before = words[:first]
                while before and before[-1].lower() in ("in", "the", "to", "by", "from", "according"):
                    before.pop()
                return before + words[first + size :], outlet
    return words, None


_OUTLETS = select(tallies.c.value).distinct().where(tallies.c.part == "outlet")


def _by_words(outlets: Iterable[str | None]) -> dict[tuple[str, ...], str]:
    """Outlets by what names them; of several that it names, the first."""
    names = {tuple(word for word in words_of(outlet) if word != "the"): outlet for outlet in outlets if outlet}
    found: dict[tuple[str, ...], str] = {}
    for name, outlet in names.items():
        for size in {len(name), *range(2, len(name))}:
            found.setdefault(name[len(name) - size :], outlet)
    return found
