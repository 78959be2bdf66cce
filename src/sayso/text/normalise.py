"""Spelling-neutral words: what a word is, and how two spellings of one are made alike."""

import re
import unicodedata
from typing import Final

WORD: Final = re.compile(r"[^\W\d_](?:\w|[.&’'‘ʻʼ`‐‑-](?=\w))*\.?|\d+(?:\w|[.-](?=\w))*")
"""A word as it is printed: "O’Neill’s", "U.S.", "co-author", "3.5"; the stop of an abbreviation belongs to it."""

LETTERS: Final = re.compile(r"[^\W\d_]+")
"""A run of letters, as word lists are asked for it."""

POSSESSIVE: Final = re.compile(r"(?:[’'ʼ]s|(?<=s)[’'ʼ])$", re.IGNORECASE)
_APOSTROPHES: Final = re.compile(r"[’'‘ʻʼ`´]")
_HYPHENS: Final = re.compile(r"[-‐‑]")
_LETTERS_WITHOUT_MARK: Final = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe"})


def fold(text: str) -> str:
    """Lower case without accents, one apostrophe and one hyphen for the many that print has."""
    plain = text.casefold()
    if plain.isascii():  # most of a text is, and this is done to all of it
        return plain.replace("`", "'")
    plain = unicodedata.normalize("NFKD", plain.translate(_LETTERS_WITHOUT_MARK))
    if any(map(unicodedata.combining, plain)):
        plain = "".join(c for c in plain if not unicodedata.combining(c))
    return _HYPHENS.sub("-", _APOSTROPHES.sub("'", plain))


def slug(name: str) -> str:
    """Words of any script joined by hyphens, fit for an id: "Ali Akbar Velayati" → "ali-akbar-velayati"."""
    return "-".join(re.findall(r"\w+", re.sub(r"'", "", fold(name))))
