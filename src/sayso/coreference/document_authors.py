"""Whose "the report", "the film", "the letter" or "his tweet" is: it speaks for whoever the text says has made it.

The text brings a document in with its author ("the Institute's report", "a film by Doe", "Doe published a study", "her
new book"), and goes on with "the report". Where it brings in another without one, nobody is told.
"""

import re
from typing import Final

from sayso.coreference.clusters import Key
from sayso.coreference.pronoun_rules import antecedent
from sayso.coreference.state import Scene
from sayso.coreference.unnamed_speakers import is_named, noun_of
from sayso.data.article import Span
from sayso.lexicon.english import DOCUMENTS, words

_RECORDINGS: Final = words("video broadcast data figures statistics transcript interview song documents")
"""Show or hold what others said and did."""

_SAME: Final = tuple(
    map(
        words,
        (
            "film documentary movie",
            "report study survey analysis paper research findings assessment audit poll",
            "ad advert advertisement spot commercial",
            "statement release press-release communiqué",
            "tweet post",
            "book memoir autobiography biography novel",
            "article column op-ed editorial piece essay",
        ),
    )
)
_REACH: Final = 6000
_LONGEST_PHRASE: Final = 90
_MAKING: Final = (
    r"(?:released?|releases|publish(?:ed|es)?|wrote|written|writes|direct(?:ed|s)|issued?|issues|sent|sends|post(?:ed|s)"
    r"|filed?|files|produced?|produces|authored|tweeted|aired|conduct(?:ed|s)|commission(?:ed|s)|signed|signs|adopted"
    r"|adopts|passed|passes|prepared|compiled|made)"
)
_DAY: Final = (
    r"(?: (?:on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|in \d{4}|this \w+|last \w+|earlier(?: this \w+)?"
    r"|recently|today|yesterday))?"
)
_OWNS: Final = re.compile(r"[’'ʼ]s?(?: “[^”]{1,60}”| (?!the\b|an?\b)[a-z0-9][\w-]*){0,4} $")
_BY: Final = re.compile(rf",?(?: “[^”]{{1,60}}”,?)?(?: {_MAKING})?{_DAY} (?:by|from)(?: [a-z][\w’'-]*){{0,4}} ")
_MADE: Final = re.compile(
    rf"(?: (?:has|have|had|also|later|then|recently|just|[a-z]{{1,20}}ly)){{0,3}}{_DAY} {_MAKING}{_DAY}"
    r"(?: (?:an?|the|its|his|her|their|another|this))?(?: [a-z0-9][\w-]*){0,4} "
)
_OWN: Final = re.compile(r"\b(?P<whose>[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)(?: own)?(?: [a-z0-9][\w-]*){0,4} $")
_HE_OF: Final = {"his": "he", "her": "she", "its": "it", "their": "they"}
_BROUGHT_IN: Final = re.compile(r"\b(?:[Aa]n?|[Aa]nother|[Oo]ne|\w+[’'ʼ]s?)(?: [\w-]+){0,4} $")


def author_meant(scene: Scene, source: Span) -> Key | None:
    """The author for whom a source speaks that is a definite document without a name in it."""
    noun = noun_of(source.text)
    opening, *_ = source.text.casefold().split() or [""]
    if noun not in DOCUMENTS - _RECORDINGS or scene.doc.quoted(source.start):
        return None
    if opening in _HE_OF:
        return _named(antecedent(scene.trail, _HE_OF[opening], source.start).actor)
    return _latest(scene, noun, source.start) if opening in {"the", "this", "that", "these"} else None


def _latest(scene: Scene, noun: str, position: int) -> Key | None:
    """The author of the document of that kind that the text brought in last."""
    nouns = next((same for same in _SAME if noun in same), frozenset({noun}))
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(nouns)))})\b", re.IGNORECASE)
    found = list(pattern.finditer(scene.doc.text, max(0, position - _REACH), position))
    for document in reversed(found):
        if scene.doc.quoted(document.start()):
            continue
        author = _author(scene, document.start(), document.end())
        if author is not None or _BROUGHT_IN.search(_before(scene, document.start())):
            return author
    return None


def _before(scene: Scene, start: int) -> str:
    """The words of the sentence in front of a place."""
    return scene.doc.text[max(scene.doc.sentence_at(start)[0], start - _LONGEST_PHRASE) : start]


def _author(scene: Scene, start: int, end: int) -> Key | None:
    """Who the words around a document say has made it."""
    text, sentence = scene.doc.text, scene.doc.sentence_at(start)
    for reference in reversed(scene.references_between(max(sentence[0], start - _LONGEST_PHRASE), start)):
        between = text[reference.name.end : start]
        is_body = reference.actor is not None and reference.actor[0] == "organisation"
        if _OWNS.fullmatch(between) or _MADE.fullmatch(between) or (is_body and between == " "):
            return reference.actor
    for reference in scene.references_between(end, min(sentence[1], end + _LONGEST_PHRASE)):
        if _BY.fullmatch(text[end : reference.name.start]):
            return reference.actor
    own = _OWN.search(_before(scene, start))
    return _named(antecedent(scene.trail, _HE_OF[own["whose"].casefold()], start).actor) if own else None


def _named(actor: Key | None) -> Key | None:
    return actor if actor is not None and is_named(actor) else None
