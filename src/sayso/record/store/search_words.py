"""A text as it is searched: what is written in several ways stands in it in the way that the others are cut to.

The engines' indexes know words alone. So "e-mail" is followed by "email" at the text's end and "p.m." by "pm", "US"
and "U.S." by a word that the pronoun is not, and in scripts that put no blanks between words each letter is one.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from sayso.lexicon.questions import IN_CAPITALS

UNSPACED: Final = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
"""Thai and Lao, Burmese, Khmer, Japanese syllables, Chinese characters: a class of a pattern, without its brackets."""

_WITH_MARKS: Final = (*range(0x0E00, 0x0F00), *range(0x1000, 0x10A0), *range(0x1780, 0x1800), *range(0x3040, 0x3100))
UNSPACED_MARKS: Final = "".join(chr(n) for n in _WITH_MARKS if unicodedata.category(chr(n))[0] == "M")
"""Signs over, under and beside their letters. Engines part words at them; they are passed over, as accents are."""

_MARK = re.compile(f"[{UNSPACED_MARKS}]")
_LETTER = re.compile(f"([{UNSPACED}])")
_HYPHENED = re.compile(r"[^\W\d_]+(?:[-‐‑][^\W\d_]+)+")
_DOTTED = re.compile(r"\b[^\W\d_](?:\.[^\W\d_])+\b(?!\.?\w)")
_SPELLED_OUT: Final = str.maketrans(
    {"ß": "ss", "ẞ": "SS", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L"}
    | {"đ": "d", "Đ": "D", "ı": "i", "þ": "th", "Þ": "Th", "ð": "d"}
)
_LETTERS_SPELLED_OUT = re.compile(rf"\w*[{''.join(map(chr, _SPELLED_OUT))}]\w*")
"""Words with letters that fold to no plain one: "Straßburg" is "Strassburg" as well."""

_CAPITALS = re.compile(r"\b[A-Z]{2,3}\b")


def searched(text: str) -> str:
    """The text for the index.

    >>> searched("The US sent an e-mail at 5 p.m.")
    'The US sent an e-mail at 5 p.m. email pm us0'
    """
    return " ".join([_LETTER.sub(r" \1 ", _MARK.sub("", text)), *dict.fromkeys(other_forms(text))])


def other_forms(text: str) -> Iterator[str]:
    """What the words of a text are called when they are written otherwise."""
    yield from (found[0].translate(_SPELLED_OUT) for found in _LETTERS_SPELLED_OUT.finditer(text))
    yield from (joined(found[0]) for found in _HYPHENED.finditer(text))
    shortened = [joined(found[0]) for found in _DOTTED.finditer(text)]
    yield from shortened
    capitals = [found[0] for found in _CAPITALS.finditer(text)]
    yield from filter(None, map(in_capitals, (*capitals, *(word for word in shortened if word.isupper()))))


def joined(word: str) -> str:
    """A word without what parts it: "email", "pm"."""
    return re.sub(r"[-‐‑.]", "", word)


def in_capitals(word: str) -> str | None:
    """By what word a short one in capitals is searched that is another in small letters."""
    return f"{word.lower()}0" if word.isupper() and word.lower() in IN_CAPITALS else None
