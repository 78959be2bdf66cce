"""An article of which no more is left than the sentences that its statements stand in, each at its own place."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.data.actor import Actor
from sayso.data.article import Article, Span
from sayso.data.keeping import LEFT_OUT
from sayso.data.position import Position
from sayso.data.statement import Statement
from sayso.text.doc import Doc, Stretches

if TYPE_CHECKING:
    from sayso.data.analysis import Reading


def in_excerpts(reading: "Reading") -> "Reading":
    """A reading without what its statements and positions do not rest on; mentions elsewhere in the text go too."""
    article = excerpts_of(reading.article, reading.statements, reading.positions)
    return replace(reading, article=article, actors=still_named(article, reading.actors))


def excerpts_of(article: Article, statements: Iterable[Statement], positions: Iterable[Position] = ()) -> Article:
    """The article's title and the sentences of what was found in it; what its page held beside the text is gone."""
    kept = _kept(article, statements, positions)
    text = "".join(_told(article.text, kept))
    lead = article.lead if article.lead and article.lead in text else None
    return replace(article, text=text, lead=lead, residue=())


def still_named(article: Article, actors: Iterable[Actor]) -> tuple[Actor, ...]:
    """The actors with those of their mentions that are left."""
    return tuple(
        replace(actor, mentions=tuple(one for one in actor.mentions if article.text[one.start : one.end] == one.text))
        for actor in actors
    )


def before(text: str) -> str:
    """What of the words before something stands right before it.

    >>> before("░░░ he said")
    ' he said'
    """
    return text.rpartition(LEFT_OUT)[2]


def after(text: str) -> str:
    return text.partition(LEFT_OUT)[0]


def _kept(article: Article, statements: Iterable[Statement], positions: Iterable[Position]) -> Stretches:
    """What stays: titles, whole sentences around each span, and by themselves the words that tell a gender."""
    doc = Doc.of(article)
    pairs = [
        stretch
        for stretch, kind in zip(zip(doc.blocks.starts, doc.blocks.ends, strict=True), doc.kinds, strict=True)
        if kind == "title"
    ]
    for statement in statements:
        pairs += [(span.start, span.end) for span in statement.gender_told]
        if statement.where != "related":
            pairs += [_sentences(doc, span) for _, _, span in statement.attribution.spans()]
    for position in positions:
        if position.where != "related":
            parties = (position.holder, position.target, position.according_to)
            spans = [*position.evidence, *(party.span for party in parties if party)]
            pairs += [_sentences(doc, span) for span in spans]
    return Stretches.of(pairs)


def _sentences(doc: Doc, span: Span) -> tuple[int, int]:
    """From the beginning of the sentence in which a span begins to the end of that in which it ends."""
    first, last = doc.sentences.at(span.start), doc.sentences.at(max(span.start, span.end - 1))
    return first[0] if first else span.start, last[1] if last else span.end


def _told(text: str, kept: Stretches) -> Iterator[str]:
    at = 0
    for start, end in zip(kept.starts, kept.ends, strict=True):
        yield left_out(text[at:start])
        yield text[start:end]
        at = end
    yield left_out(text[at:])


def left_out(text: str) -> str:
    """What stands for a text: as many characters; where lines break stays."""
    return "\n".join(LEFT_OUT * len(line) for line in text.split("\n"))
