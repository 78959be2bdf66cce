"""The language in which words are asked for, the same for every engine.

    dam letter          both words, in any form and order
    "open letter"       these words in this order
    dam OR road         one of them; AND, OR and NOT are written in capitals, AND may be left out
    dam NOT letter      without it; so is dam -letter
    harb*               any word that begins so
    (dam OR road) toll  parentheses as in arithmetic; OR holds less tightly than AND

Neither case nor accents count, but that US is another word than us. A word that holds marks, as al-Assad does, is a
phrase; e-mail is email too, and p.m. pm. In scripts without blanks a word is a phrase of its letters.
"""

import re
import threading
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

import snowballstemmer

from sayso.data.record_errors import BadQuery
from sayso.record.store.search_words import UNSPACED, UNSPACED_MARKS, in_capitals, joined

MOST_WORDS = 200
DEEPEST = 20
"""How many words, and how many parentheses in one another, a query may have."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words that follow one another; of the last it is only the beginning if `begun`."""

    words: tuple[str, ...]
    begun: bool = False


@dataclass(frozen=True, slots=True)
class Every:
    """All `of` these and none of those."""

    of: "tuple[Query, ...]"
    but: "tuple[Query, ...]" = ()


@dataclass(frozen=True, slots=True)
class Either:
    """At least one `of` these."""

    of: "tuple[Query, ...]"


Query: TypeAlias = Words | Every | Either

_TOKEN = re.compile(r'(?P<minus>-)?(?:"(?P<phrase>[^"]*)"|(?P<open>\()|(?P<word>[^\s()"]+))|(?P<close>\))|(?P<quote>")')
_QUOTES = str.maketrans("“”„«»", '"""""')
_OPERATORS = ("AND", "OR", "NOT")
WORD = re.compile(rf"(?![{UNSPACED_MARKS}])[{UNSPACED}]|(?:(?![{UNSPACED}])[^\W_][\u0300-\u036f]*)+")
_PARTED = re.compile(r"(?:[^\W\d_]+[-‐‑])+[^\W\d_]+|[^\W\d_](?:\.[^\W\d_])+\.?")
"""What is written in one word as well: e-mail, p.m."""
_ACCENTS = re.compile(r"([A-Za-z])[\u0300-\u036f]+")

_BETWEEN = "AND, OR and NOT stand between words, as in dam AND (letter OR road), or dam NOT letter"
_ONLY_NOT = "NOT takes away from what else is asked for, as in dam NOT letter"
_OPEN_QUOTE = 'a quotation mark is left open; a phrase stands between two, as in "open letter"'
_OPEN = "a parenthesis is left open; write dam (letter OR road)"
_CLOSED = "a parenthesis is closed that was not opened; write dam (letter OR road)"
_LETTER_OPEN = "no sign stands for a letter within a word; write the word, or its beginning as in harb*"
_STAR = "* stands at the end of a word, as in harb*"
_EMPTY = 'there is no word in it; write words, a phrase as in "open letter", or a beginning as in harb*'


def parse(words: str) -> Query:
    """What is asked for; raises BadQuery where it has no meaning.

    >>> parse('dam "Open Letter"')
    Every(of=(Words(words=('dam',), begun=False), Words(words=('open', 'letter'), begun=False)), but=())
    """
    try:
        tokens = list(_tokens(words.translate(_QUOTES)))
        if not tokens:
            raise _Fault(_EMPTY)
        if len(tokens) > MOST_WORDS:
            raise _Fault(f"there are more than {MOST_WORDS} words in it")
        return _Parser(tokens).parsed()
    except _Fault as fault:
        raise BadQuery(words, str(fault)) from None


def phrase(words: str) -> Words | None:
    """The words in this order, with nothing in them taken for a sign; None where there is no word."""
    found = words_in(words)
    return Words(tuple(found)) if found else None


def words_in(text: str) -> list[str]:
    """The words of a text, folded.

    >>> words_in("Élodie’s al-Assad")
    ['elodie', 's', 'al', 'assad']
    """
    return [folded(found.group()) for found in WORD.finditer(text)]


@lru_cache(maxsize=100_000)
def folded(word: str) -> str:
    """A word without capitals, its Latin letters without accents: as both engines' indexes fold it."""
    plain = _ACCENTS.sub(r"\1", unicodedata.normalize("NFD", word.lower()))
    return unicodedata.normalize("NFC", plain)


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """A folded word without its endings, by Porter's rules; of two letters nothing is taken."""
    return str(_PORTER.stemmer.stemWord(word)) if len(word) > 2 else word


class _Porter(threading.local):
    """A stemmer keeps the word that it works on, so that each thread needs its own."""

    def __init__(self) -> None:
        self.stemmer = snowballstemmer.stemmer("porter")


_PORTER = _Porter()


class _Fault(Exception):
    """Why a query has no meaning."""


Token: TypeAlias = str | Query
"""An operator, a parenthesis, or words."""


def _tokens(text: str) -> Iterator[Token]:
    """Operators, parentheses and words; marks that stand alone say nothing and are passed over."""
    for found in _TOKEN.finditer(text):
        if found["quote"]:
            raise _Fault(_OPEN_QUOTE)
        if found["close"]:
            yield ")"
        elif found["word"] in _OPERATORS and not found["minus"]:
            yield found["word"]
        else:
            term: Token | None = "(" if found["open"] else _term(found["phrase"], found["word"])
            if term and found["minus"]:
                yield "NOT"
            if term:
                yield term


def _term(quoted: str | None, word: str | None) -> Query | None:
    text = word or quoted or ""
    found = phrase(text)
    if word and re.search(r"[^\W\d_][?%][^\W\d_]", word) and "/" not in word:
        raise _Fault(_LETTER_OPEN)
    if "*" not in text:
        return _in_any_form(word, found) if word and found else found
    if found is None or text.count("*") > 1 or not re.search(r"\w\*\W*$", text):
        raise _Fault(_STAR)
    return _begun(found.words)


def _in_any_form(word: str, found: Words) -> Query:
    """A word that is written in several ways in all of them; "US" and "U.S." as the index has what is no pronoun."""
    one = joined(word) if _PARTED.fullmatch(word) else word
    if capitals := in_capitals(one):
        return Words((capitals,))
    return found if one == word else Either((found, Words((folded(one),))))


def _begun(words: tuple[str, ...]) -> Query:
    """Words whose last is only begun, in any form.

    The indexes hold words without their endings, "negoti" for negotiation: who asks for negotiat* means that too.
    """
    *before, last = words
    lost = {stem(last + rest): last + rest for rest in _RESTS if len(last) > 2}
    others = [whole for stemmed, whole in lost.items() if not stemmed.startswith(stem(last))]
    forms = (Words(words, begun=True), *(Words((*before, whole)) for whole in sorted(others)))
    return forms[0] if len(forms) == 1 else Either(forms)


_ENDINGS = ("ationally", "izations", "fulness", "ousness", "iveness", "abilities", "ements", "ences", "ances", "ators")
_RESTS = sorted({end[n:] for end in (*_ENDINGS, "ively", "ingly", "edly", "ions", "ied") for n in range(len(end))})
"""How words may go on, from wherever in its ending one is broken off."""


class _Parser:
    """Reads tokens from the left: alternatives, each of them conditions, each of them words or parentheses."""

    def __init__(self, tokens: list[Token]) -> None:
        self._tokens, self._at, self._depth = tokens, 0, 0

    def parsed(self) -> Query:
        found = self._either()
        if self._next == ")":
            raise _Fault(_CLOSED)
        if self._next is not None:
            raise _Fault(_BETWEEN)
        return found

    @property
    def _next(self) -> Token | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def _take(self, token: str) -> bool:
        taken = self._next == token
        self._at += taken
        return taken

    def _either(self) -> Query:
        of = [self._every()]
        while self._take("OR"):
            of.append(self._every())
        return of[0] if len(of) == 1 else Either(tuple(of))

    def _every(self) -> Query:
        of: list[Query] = []
        but: list[Query] = []
        while True:
            (but if self._take("NOT") else of).append(self._one())
            if not self._take("AND") and self._next in (None, ")", "OR"):
                break
        if not of:
            raise _Fault(_ONLY_NOT)
        return of[0] if len(of) == 1 and not but else Every(tuple(of), tuple(but))

    def _one(self) -> Query:
        token = self._next
        self._at += 1
        if token == "(":
            return self._in_parentheses()
        if token is None or isinstance(token, str):
            raise _Fault(_OPEN if token is None and self._depth else _BETWEEN)
        return token

    def _in_parentheses(self) -> Query:
        self._depth += 1
        if self._depth > DEEPEST:
            raise _Fault(f"there are more than {DEEPEST} parentheses in one another")
        found = self._either()
        if not self._take(")"):
            raise _Fault(_OPEN)
        self._depth -= 1
        return found
