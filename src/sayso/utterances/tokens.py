"""A saying as words that can be compared: direct and indirect speech made alike, and what its sense turns by marked."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

import snowballstemmer

from sayso.lexicon.common_words import ranks
from sayso.lexicon.senses import (
    AUXILIARIES,
    CONDITIONS,
    IRREGULAR,
    LIGHT,
    MODALS,
    NEGATIONS,
    NUMBERS,
    PRONOUNS,
    QUANTITIES,
)
from sayso.text.normalise import POSSESSIVE, fold

Sense = Literal["", "light", "negation", "condition", "modal", "quantity", "number", "name"]

_PIECE: Final = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_](?:\w|[.&’'‘ʻʼ`‐‑-](?=\w))*|[.;:!?,—–…]")
_SENTENCE_ENDS: Final = frozenset(".;!?…")
_CLAUSE_ENDS: Final = frozenset(":,—–")
_OPENS_CLAUSE: Final = frozenset(("but", "because", "although", "though", "whereas"))
_SHORT: Final = {"won't": ("will", "not"), "can't": ("can", "not"), "cannot": ("can", "not"), "shan't": ("will", "not")}
_UNLESS: Final = ("if", "not")
_ENDING: Final = {"'ll": "will", "'re": "be", "'ve": "have", "'m": "be", "'d": "", "'s": ""}
_TITLE_CASE: Final = 0.6
_IN_PAIRS: Final = {("a", "few"): "some", ("as", "if"): "as"}
_ARTICLES: Final = frozenset(("a", "an", "the"))
_stemmer = snowballstemmer.stemmer("english")


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a saying: by what it is compared, how it is printed, how it bears on the sense, and where it stands.

    `sentence` and `clause` count from 0; `heavy` is whether it tells something of its own.
    """

    key: str
    shown: str
    sense: Sense
    sentence: int
    clause: int
    plain: str = ""

    @property
    def heavy(self) -> bool:
        return self.sense in ("", "number", "name")


@lru_cache(maxsize=20_000)
def tokens_of(text: str) -> tuple[Token, ...]:
    """The words of a saying, pieces of it joined by " … "; articles are left out."""
    found: list[Token] = []
    sentence = clause = 0
    opens, before, titled = True, "", _is_title(text)
    for match in _PIECE.finditer(text):
        piece = match.group()
        if piece in _SENTENCE_ENDS or piece in _CLAUSE_ENDS:
            sentence += piece in _SENTENCE_ENDS
            clause += 1
            opens = opens or piece in _SENTENCE_ENDS
            continue
        clause += piece in _OPENS_CLAUSE or (before, piece) == ("and", "that")
        for word in _parted(_IN_PAIRS.get((before, piece), piece)):
            if word not in _ARTICLES:
                key, sense = _read(word, piece[0].isupper() and (not (opens or titled) or word not in ranks()))
                found.append(Token(key, piece, sense, sentence, clause, word))
        opens, before = False, piece.lower()
    return tuple(found)


def _is_title(text: str) -> bool:
    """Whether it is printed Like This, so that a capital tells nothing."""
    longer = [word for word in re.findall(r"[^\W\d_]+", text) if len(word) > 3]
    return len(longer) > 2 and sum(word[0].isupper() for word in longer) >= _TITLE_CASE * len(longer)


@lru_cache(maxsize=50_000)
def _parted(piece: str) -> tuple[str, ...]:
    """A printed word in lower case, its contraction undone.

    >>> _parted("Don’t"), _parted("they'll"), _parted("Orsa’s")
    (('do', 'not'), ('they', 'will'), ('orsa',))
    """
    word = fold(piece)
    if word == "unless":
        return _UNLESS
    if word in _SHORT:
        return _SHORT[word]
    if word.endswith("n't"):
        return (word[:-3], "not")
    for ending, meant in _ENDING.items():
        if word.endswith(ending):
            return (word.removesuffix(ending), meant) if meant else (POSSESSIVE.sub("", word.removesuffix(ending)),)
    return (POSSESSIVE.sub("", word).replace(".", "") or word,) if not word[0].isdigit() else (word,)


@lru_cache(maxsize=50_000)
def _read(word: str, is_name: bool) -> tuple[str, Sense]:
    """By what a word is compared, and how it bears on the sense."""
    if word[0].isdigit():
        return word.replace(",", ""), "number"
    if word in NUMBERS:
        return str(NUMBERS[word]), "number"
    if word in NEGATIONS:
        return "not", "negation"
    for sense, known in (("modal", MODALS), ("quantity", QUANTITIES)):
        if word in known:
            return known[word], sense  # type: ignore[return-value]
    if word in CONDITIONS:
        return "if", "condition"
    if word in AUXILIARIES or word in PRONOUNS or word in LIGHT:
        return AUXILIARIES.get(word, "~" if word in PRONOUNS else word), "light"
    return stem(word), "name" if is_name else ""


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """
    >>> stem("knew"), stem("farmers"), stem("labour"), stem("organised")
    ('know', 'farmer', 'labor', 'organiz')
    """
    base = IRREGULAR.get(word, word)
    base = re.sub(r"(?<=[a-z]{2})our(?=s?$|ed$|ing$)", "or", base)
    found: str = _stemmer.stemWord(re.sub(r"is(e[ds]?|ing|ation)$", r"iz\1", base) if len(base) > 6 else base)
    return found
