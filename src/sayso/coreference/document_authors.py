"""Whose "the report", "the film", "the letter" or "his tweet" is: it speaks for whoever the text says has made it.

The text brings a document in with its author ("the Institute's report", "a film by Doe", "Doe published a study", "her
new book"), and goes on with "the report". Where it brings in another without one, nobody is told.
"""

import re
from functools import cache
from itertools import zip_longest
from typing import Final

from sayso.coreference.antecedent_features import Question
from sayso.coreference.clusters import Key, Reference
from sayso.coreference.learned_scores import weighed
from sayso.coreference.pronoun_rules import antecedent
from sayso.coreference.role_phrases import is_personal, is_role
from sayso.coreference.state import Scene
from sayso.coreference.unnamed_speakers import is_named, noun_of
from sayso.data.article import Span
from sayso.lexicon.english import DOCUMENTS, EVENTS, ORGANISATION_WORDS, words

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
            "lawsuit suit complaint petition",
            "letter open-letter note",
        ),
    )
)
_VERBS: Final = {
    "lawsuit suit complaint": r"sued|sues|is suing|has sued|had sued",
    "letter note": r"wrote to|writes to",
    "survey poll": r"surveyed|polled",
    "tweet post": r"tweeted|posted",
}
_ADVERBS: Final = re.compile(
    r"(?: (?:has|had|have|also|later|then|recently|just|[a-z]{1,20}ly|first|last \w+|on \w+day))*+ "
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
_IN_ONE: Final = re.compile(r"\b(?:[Ii]n|via|through) an?(?: [\w-]+){0,3} $")
"""As the subject of a sentence has "said in a letter"."""
_NEXT: Final = re.compile(r" ([a-z]+)\b")
_OF_DOCUMENTS: Final = (
    EVENTS
    | ORGANISATION_WORDS
    | words("award awards card competition contest crew festival industry prize review series")
)
_BROUGHT_IN: Final = re.compile(r"\b(?:[Aa]n?|[Aa]nother|[Oo]ne|\w+[’'ʼ]s?)(?: [\w-]+){0,4} $")


def author_meant(scene: Scene, source: Span) -> Key | None:
    """The author for whom a source speaks that is a definite document without a name in it."""
    noun = noun_of(source.text)
    opening, *_ = source.text.casefold().split() or [""]
    if noun not in DOCUMENTS - _RECORDINGS or scene.doc.quoted(source.start):
        return None
    if opening in _HE_OF:
        return _whose(scene, opening, source.start)
    return _latest(scene, noun, source.start) if opening in {"the", "this", "that", "these"} else None


def _latest(scene: Scene, noun: str, position: int) -> Key | None:
    """The author of the document of that kind that the text brought in last."""
    for document in reversed(list(_pattern(noun).finditer(scene.doc.text, max(0, position - _REACH), position))):
        start, end = document.span()
        if scene.doc.quoted(start) or _is_in_a_name(scene, start):
            continue
        if document["making"]:
            author = _who_does(scene, start)
        elif _is_a_modifier(scene.doc.text, end):
            continue
        else:
            author = _author(scene, start, end)
        if author is not None or _BROUGHT_IN.search(_before(scene, start)):
            return author
    return None


@cache
def _pattern(noun: str) -> re.Pattern[str]:
    """The nouns for such a document, and the verbs that make one: "Doe sued" is his lawsuit."""
    nouns = next((same for same in _SAME if noun in same), frozenset({noun}))
    verbs = next((verbs for called, verbs in _VERBS.items() if noun in called.split()), r"(?!)")
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(nouns)))}|(?P<making>{verbs}))\b", re.IGNORECASE)


def _who_does(scene: Scene, verb: int) -> Key | None:
    """Whose name stands right before a verb: "[Doe] then sued"."""
    nearest = scene.references_between(max(0, verb - _LONGEST_PHRASE), verb)[-1:]
    between = scene.doc.text[nearest[0].name.end : verb] if nearest else ""
    return nearest[0].actor if _ADVERBS.fullmatch(between) else None


def _is_in_a_name(scene: Scene, place: int) -> bool:
    """Whether a word is part of a name: the film of the "Tarn Film Festival" is none."""
    return any(r.name.end > place for r in scene.references_between(max(0, place - _LONGEST_PHRASE), place + 1))


def _is_a_modifier(text: str, end: int) -> bool:
    """Whether the word that ends there belongs to a noun behind it: "documentary [competition]", "report [card]"."""
    following = _NEXT.match(text, end)
    return following is not None and (following[1] in _OF_DOCUMENTS or is_personal(following[1]))


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
    behind = scene.references_between(end, min(sentence[1], end + _LONGEST_PHRASE))
    for reference, following in zip_longest(behind, behind[1:]):
        if _BY.fullmatch(text[end : reference.name.start]):
            is_office = following is not None and _is_office_of(scene, reference, following)
            return following.actor if following is not None and is_office else reference.actor
    if _IN_ONE.search(_before(scene, start)):
        after = scene.trail.subject_after(end)
        return scene.trail.subject_before(start) or (after.actor if after is not None else None)
    own = _OWN.search(_before(scene, start))
    place = max(scene.doc.sentence_at(start)[0], start - _LONGEST_PHRASE)
    return _whose(scene, own["whose"].casefold(), place + own.start("whose")) if own else None


def _is_office_of(scene: Scene, body: Reference, holder: Reference) -> bool:
    """Whether a body is named in front of its officer: "a letter by [Tarn Council] Speaker [Ana Doe]"."""
    between = scene.doc.text[body.name.end : holder.name.start]
    is_person = holder.actor is not None and holder.actor[0] == "person"
    return is_person and between.strip() != "" and not set(between) & set(",;:()") and is_role(between.strip(" ’'s"))


def _whose(scene: Scene, pronoun: str, place: int) -> Key | None:
    """Who "his" is, by the evidence in all."""
    source = Span.of(scene.doc.text, place, place + len(pronoun))
    ruled = antecedent(scene.trail, _HE_OF[pronoun], place)
    return _named(weighed(scene, Question(source, _HE_OF[pronoun], ruled, speaks=False)).actor)


def _named(actor: Key | None) -> Key | None:
    return actor if actor is not None and is_named(actor) else None
