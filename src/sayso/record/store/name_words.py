"""A name as the words by which it is looked up: no case, no accents, no punctuation."""

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+")


def words_of(name: str) -> tuple[str, ...]:
    """Fold a name into its words.

    >>> words_of("Bashar al-Ássad’s")
    ('bashar', 'al', 'assad')
    """
    plain = name.casefold()
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    return tuple(_WORD.findall(re.sub(r"['’]s\b", "", plain)))


_LEAST, _MOST = 3, 8
"""Of how many words a body's name is, if it has initials: two letters are many things, and nobody says nine."""


def initials_of(name: str) -> str | None:
    """The initials of a body's name as a word by which it is found, without its small words.

    >>> initials_of("Orsa Valley Council of Farmers"), initials_of("Harbour Board")
    ('ovcf', None)
    """
    letters = [word[0] for word in name.split() if word[0].isupper()]
    return "".join(letters).casefold() if _LEAST <= len(letters) <= _MOST else None


def is_surname_of(name: str, full: str) -> bool:
    """Whether `name` is only the end of `full`, as a surname is.

    >>> is_surname_of("al-Assad", "Bashar al-Assad"), is_surname_of("Ana Ruiz", "Ana Maria Ruiz")
    (True, False)
    """
    short, whole = words_of(name), words_of(full)
    return 0 < len(short) < len(whole) and whole[-len(short) :] == short


def is_named_in(text: str, name: str) -> bool:
    """Whether `name` stands in `text` as whole words. Case counts: "US" is a country, "us" is not.

    >>> is_named_in("Ruiz’s dam", "Ruiz"), is_named_in("he told us", "US")
    (True, False)
    """
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None
