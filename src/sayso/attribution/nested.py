"""What a speaker reports of another: "Lee said [Park] [had promised] [to pay]" is as well Park's promise.

Corpora mark the outer attribution alone, and so does the model. Content that holds a verb of saying is therefore read
a second time, as a text of its own, in which the inner speaker is an outer one.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from sayso.data.article import Span
from sayso.data.statement import Attribution, Statement
from sayso.lexicon.english import words
from sayso.lexicon.reporting_verbs import HEADLINE_VERBS, NOUN_LIKE, READINGS, Inflected
from sayso.text.normalise import LETTERS

BETWEEN = "\n\n"
_OPENING = re.compile(r"[\s“”\"„«‘'`]*+(?:that\s+)?+[“\"„«‘'`]*+")
_UTTERING = words("shout yell scream cry whisper murmur mutter call radio telephone cable message")
"""Verbs of saying that no headline has."""

_HEARD = re.compile(r"\btold\b")
"""Where nobody is named, who was told something heard it from somebody: We were told “it is only Tuesdays”."""

_WONT = (("to", "say"), ("to", "tell"), ("to", "ask"))
"""What my father "used to say"."""

_OPENED_BY = {"”": "“", "’": "‘", "»": "«", '"': '"'}
_CLOSING = "”\"»’'` \n"


@dataclass(frozen=True, slots=True)
class Passage:
    """Content of the statement `owner` that may report another's words: `start`:`end` of the article's text."""

    owner: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Retold:
    """The passages of an article as one text to be read, a paragraph each."""

    text: str
    passages: tuple[Passage, ...]
    starts: tuple[int, ...]

    @classmethod
    def of(cls, text: str, statements: Sequence[Statement]) -> "Retold":
        """Collect the passages of the statements in the article's body.

        >>> outer = Attribution((), (), (Span(9, 36, "that Park had promised help"),))
        >>> Retold.of("Lee said that Park had promised help.", [Statement(outer)]).text
        'Park had promised help'
        """
        passages = tuple(_passages(text, statements))
        pieces = [text[passage.start : passage.end] for passage in passages]
        starts, at = [], 0
        for piece in pieces:
            starts.append(at)
            at += len(piece) + len(BETWEEN)
        return cls(BETWEEN.join(pieces), passages, tuple(starts))

    def placed(self, text: str, found: Attribution) -> tuple[Attribution, int] | None:
        """An attribution found in this text, at its place in the article's, and the statement that reports it.

        None where it reaches from one passage into another, or is not whole: it needs a source, a cue and a content,
        and a verb of saying, for a speaker who reports what another thinks tells of his own thoughts.
        """
        quoted = found.kind == "direct" and _HEARD.search(" ".join(cue.text for cue in found.cue)) is not None
        whole = (found.source or quoted) and found.cue and found.content
        if (
            not whole
            or found.act not in ("said", "asked")
            or not any(_speaks(LETTERS.findall(cue.text)) for cue in found.cue)
        ):
            return None
        numbers = {self._number(span) for span in (*found.source, *found.cue, *found.content)}
        if len(numbers) > 1 or -1 in numbers:
            return None
        (number,) = numbers
        passage = self.passages[number]
        return found.moved(passage.start - self.starts[number], text), passage.owner

    def _number(self, span: Span) -> int:
        """The passage that holds the span, -1 where none holds it whole."""
        number = bisect_right(self.starts, span.start) - 1
        passage = self.passages[number]
        return number if span.end <= self.starts[number] + passage.end - passage.start else -1


def inside(statements: Sequence[Statement]) -> dict[int, int]:
    """Which statements of the body stand whole inside another's content, and in whose: a turn reports what it holds."""
    extents = {number: _extent(s.attribution) for number, s in enumerate(statements) if s.where == "body"}
    places = [(start, -end, True, number) for number, (start, end) in extents.items()]
    places += [(c.start, -c.end, False, number) for number in extents for c in statements[number].attribution.content]
    found: dict[int, int] = {}
    around: list[tuple[int, int]] = []
    for start, end, is_whole, number in sorted(places):
        while around and around[-1][0] < -end:
            around.pop()
        if not is_whole:
            around.append((-end, number))
        elif around and _length(extents[around[-1][1]]) > -end - start:
            found[number] = around[-1][1]
    return found


def _extent(said: Attribution) -> tuple[int, int]:
    spans = (*said.source, *said.cue, *said.content)
    return min(span.start for span in spans), max(span.end for span in spans)


def _length(extent: tuple[int, int]) -> int:
    return extent[1] - extent[0]


def in_layers(statements: Sequence[Statement], new: Sequence[tuple[Statement, int]]) -> list[Statement]:
    """The statements in their order, after each what it reports: the `new` ones, each with the number of its owner,
    and those of the statements that stand inside its content.
    """
    within = inside(statements)
    inner: dict[int, list[tuple[Statement, int | None]]] = {}
    for number, owner in within.items():
        inner.setdefault(owner, []).append((statements[number], number))
    for statement, owner in new:
        inner.setdefault(owner, []).append((statement, None))
    ordered: list[Statement] = []

    def put(statement: Statement, number: int | None) -> None:
        place = len(ordered)
        ordered.append(statement)
        for each, its_number in inner.get(number, ()) if number is not None else ():
            put(_reported(each, ordered[place].attribution, place), its_number)

    for number, statement in enumerate(statements):
        if number not in within:
            put(statement, number)
    return ordered


def _reported(inner: Statement, outer: Attribution, owner: int) -> Statement:
    """A statement that another reports: no surer than that one, and a report that is denied proves nothing."""
    said = inner.attribution
    doubted = said.hypothetical or outer.hypothetical or outer.negated
    confidence = round(said.confidence * outer.confidence, 3)
    return replace(inner, attribution=replace(said, hypothetical=doubted, confidence=confidence), reported_by=owner)


def _passages(text: str, statements: Sequence[Statement]) -> Iterator[Passage]:
    for owner, statement in enumerate(statements):
        for span in statement.attribution.content if statement.where == "body" else ():
            opening = _OPENING.match(text, span.start, span.end)
            start = opening.end() if opening else span.start
            end = _closed(text, start, start + len(text[start : span.end].rstrip(_CLOSING)))
            if _speaks(LETTERS.findall(text, start, end)[1:]):
                yield Passage(owner, start, end)


def _closed(text: str, start: int, end: int) -> int:
    """With the closing mark of a quotation within the passage: the matron had shouted, “Close the door![”]"."""
    opening = _OPENED_BY.get(text[end : end + 1])
    if opening is None:
        return end
    opened, closed = text.count(opening, start, end), text.count(text[end], start, end)
    return end + 1 if (opened % 2 if opening == text[end] else opened > closed) else end


def _speaks(spoken: Iterable[str]) -> bool:
    """Whether one of the words is a finite verb of saying, and not one that is as often a deed ("supported")."""
    plain = [word.lower() for word in spoken]
    wont = "used" in plain and any(pair in _WONT for pair in pairwise(plain))
    return wont or any(_is_finite_speech(reading) for word in plain for reading in READINGS.get(word, ()))


def _is_finite_speech(reading: Inflected) -> bool:
    noun = reading.form == "third" and reading.lemma in NOUN_LIKE
    return reading.lemma in HEADLINE_VERBS | _UTTERING and reading.form in ("past", "participle", "third") and not noun
