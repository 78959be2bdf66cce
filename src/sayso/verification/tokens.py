"""A text as words that can be compared: what is only typography is taken out of how they compare."""

import re
import unicodedata
from typing import NamedTuple

_JOINING = "\u00ad\u200b-\u200d\u2060\ufe0e\ufe0f\u0300-\u036f"
_LETTERS = rf"[\w{_JOINING}]"
_WORD = re.compile(rf"{_LETTERS}+(?:['’ʼ.,\-‐‑]{_LETTERS}+)*|\.\.\.|''|``|--+|[^\s\u00ad\u200b-\u200d\u2060\ufeff]")
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff\ufe0e\ufe0f"))
_ONE_FOR_ANOTHER = str.maketrans(
    {mark: plain for marks, plain in (("“”„‟«»″", '"'), ("‘’‚‛′ʼ`´", "'"), ("–—―‒‐‑−", "-")) for mark in marks}
)
_SPELLED_OUT = {"...": "…", "''": '"', "``": '"', "--": "-", "---": "-"}


class Word(NamedTuple):
    """A word, or a mark that stands by itself: `text[start:end]`; equal keys are the same but for typography."""

    start: int
    end: int
    key: str


def words_in(text: str, start: int, end: int) -> tuple[Word, ...]:
    """The words of a stretch of text, at their offsets in the whole of it."""
    found = (Word(m.start(), m.end(), _key(m.group())) for m in _WORD.finditer(text, start, end))
    return tuple(word for word in found if word.key)


def _key(written: str) -> str:
    """
    >>> _key("don’t"), _key("cafe\\u0301"), _key("“")
    ("don't", 'café', '"')
    """
    if written.isascii() and written.isalnum():
        return written
    seen = unicodedata.normalize("NFC", _SPELLED_OUT.get(written, written)).translate(_UNSEEN)
    return seen.translate(_ONE_FOR_ANOTHER)
