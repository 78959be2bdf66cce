"""A name as it stands in the text, and the spelling-neutral words by which two of them are compared."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from sayso.lexicon.english import COURTESIES, DEGREES, GENERATIONS, MEN, ROLES, TITLES, WOMEN, Gender
from sayso.lexicon.given_names import given_names
from sayso.text.normalise import POSSESSIVE, WORD, fold

_ARTICLE: Final = re.compile(r"^(?:al|el|as|ash|an|ar|at|ad|az)-(?=\w)", re.IGNORECASE)
_SHORTEST_WITH_VARIANTS: Final = 5
_TITLES_REACH: Final = 40
IN_CAPITALS: Final = r"[^\W\d_a-z][\w’'-]*(?: [^\W\d_a-z][\w’'-]*){0,3}"
"""A pattern of up to four words in capitals, as names are written."""

_TRADE: Final = re.compile(r"[a-z]{2,}(?:[^aeiou]er|iver|tor|ist|ian|man|woman|keeper|maker)")
_PATRONYMICS: Final = frozenset({"bin", "ibn", "bint"})


@dataclass(frozen=True, slots=True)
class Name:
    """`text` without titles, the titles themselves, and the folded words: ("ali", "akbar", "velayati").

    `start` and `end` are where the name lies in the text that it was parsed from; `bearer` is whose it is of several
    people of that name, by number, where the text tells.
    """

    text: str
    words: tuple[str, ...]
    titles: tuple[str, ...] = ()
    generation: str | None = None
    start: int = 0
    end: int = 0
    bearer: int | None = None

    @property
    def gender(self) -> Gender | None:
        """What the titles say: "Mrs" a woman, "Sir" a man, "Dr" neither."""
        titles = {_bare(title) for title in self.titles}
        if titles & WOMEN:
            return "woman"
        return "man" if titles & MEN else None

    @property
    def has_courtesy(self) -> bool:
        """Whether "Mr" or the like stands in front, as before no office without a name."""
        return any(_bare(title) in COURTESIES for title in self.titles)


def parse(text: str, start: int = 0, end: int | None = None) -> Name | None:
    """Read `text[start:end]` as a name: titles, degrees and a possessive ’s come off; None when nothing is left.

    >>> parse("Dr Ali Akbar Velayati’s").words
    ('ali', 'akbar', 'velayati')
    >>> parse("Doe, John").words
    ('john', 'doe')
    """
    tokens = list(WORD.finditer(text, start, len(text) if end is None else end))
    titles = _leading_titles(tokens)
    tokens = tokens[len(titles) :]
    while tokens and _bare(tokens[-1].group()) in DEGREES:
        tokens.pop()
    if not tokens:
        return None
    first, last = tokens[0].start(), _name_end(tokens[-1])
    surface = text[first:last]
    words = tuple(_words(surface))
    if not words:
        return None
    generation = next((_bare(t.group()) for t in tokens[1:] if _bare(t.group()) in GENERATIONS), None)
    return Name(surface, words, titles, generation, first, last)


def with_titles(text: str, start: int, end: int) -> Name | None:
    """Read `text[start:end]` as a name and take note of the titles in front of it: "[Gen. ]Soleimani"."""
    floor = max(0, start - _TITLES_REACH)
    for word in reversed(list(WORD.finditer(text, floor, start))):
        is_title = _bare(word.group()) in TITLES and word.group()[0].isupper()
        between = text[word.end() : start]
        if not is_title or not between.isspace() or "\n" in between:
            break
        start = word.start()
    return parse(text, start, end)


def gender_of_given_name(name: Name) -> Gender | None:
    """What the first of several names says in nearly all who bear it: "Ana Doe" a woman, "Doe" nothing."""
    return given_names().get(name.words[0]) if len(name.words) > 1 else None


@lru_cache(maxsize=100_000)
def skeleton(word: str) -> str:
    """What is left of a folded word when the choices of a transliterator are taken out.

    >>> skeleton("assad") == skeleton("asad"), skeleton("zelenskyy") == skeleton("zelensky")
    (True, True)
    >>> skeleton("mario") == skeleton("maria")
    False
    """
    plain = re.sub(r"(.)\1+", r"\1", word)
    plain = re.sub(r"(?:iy|yi|ij|y|i)$", "y", plain)
    if len(plain) < _SHORTEST_WITH_VARIANTS:
        return plain
    plain = re.sub(r"ou|o(?=.)", "u", re.sub(r"[ea][iy](?=.)|y(?=.)", "i", plain))
    plain = re.sub(r"e(?=.)", "a", plain.replace("ck", "k").replace("ph", "f").replace("q", "k"))
    return re.sub(r"(?<=[kgd])h", "", plain.replace("w", "v"))


def _leading_titles(tokens: Sequence[re.Match[str]]) -> tuple[str, ...]:
    """The titles in front; the last word is never one of them, for it is the name: "King", "Major"."""
    titles: list[str] = []
    for place, token in enumerate(tokens[:-1]):
        word = _bare(token.group())
        # "Democrat Ana Doe" has her party in front; "Dean Smith" has but a given name there.
        office = place + 2 < len(tokens) and (word in ROLES or _is_trade(word, _bare(tokens[place + 1].group())))
        if not (word in TITLES or office) or not token.group()[0].isupper():
            break
        titles.append(token.group())
    return tuple(titles)


def _is_trade(word: str, following: str) -> bool:
    """Whether a word is what somebody does, before a given name: "Foreman Hal Doe"."""
    return _TRADE.fullmatch(word) is not None and word not in given_names() and following in given_names()


def _bare(word: str) -> str:
    return word.rstrip(".").casefold()


def _name_end(token: re.Match[str]) -> int:
    """Where the name's last word ends without its ’s, and without a full stop unless an initial or "Jr." has it."""
    word = POSSESSIVE.sub("", token.group())
    keeps_stop = len(word) <= 2 or "." in word[:-1] or _bare(word) in GENERATIONS
    return token.start() + len(word if keeps_stop else word.rstrip("."))


def _words(surface: str) -> Iterator[str]:
    tokens = [t.group() for t in WORD.finditer(_in_order(surface))]
    patronymic = ""
    for place, token in enumerate(tokens):
        for word in _split(token, first=place == 0):
            if word in _PATRONYMICS and (place or len(tokens) == 2):
                patronymic = word + " "
            elif word not in GENERATIONS or place == 0:
                yield patronymic + word
                patronymic = ""


def _in_order(surface: str) -> str:
    """Turn "Doe, John" into "John Doe"; a comma before "Jr." is no inversion."""
    family, comma, given = surface.partition(",")
    swapped = comma and "," not in given and _bare(given.strip()) not in GENERATIONS
    return f"{given.strip()} {family}" if swapped and family.strip() and given.strip() else surface


def _split(token: str, *, first: bool) -> list[str]:
    """One token's folded words: "al-Asad" → asad, "J.R." → j, r, "Ki-moon" → ki, moon."""
    token = fold(POSSESSIVE.sub("", token)).replace("'", "")
    if token in {"al", "el"} and not first:
        return []
    return [word for word in re.split(r"[-.&]", _ARTICLE.sub("", token)) if word]
