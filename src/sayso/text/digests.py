"""An article of which no word is left: where its statements stand, and the digests that prove them against the page."""

from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING

from sayso.data.actor import Actor
from sayso.data.article import Article, Span
from sayso.data.statement import Attribution, Statement
from sayso.text.doc import Stretches
from sayso.text.excerpts import left_out
from sayso.text.telling import in_order

if TYPE_CHECKING:
    from sayso.data.analysis import Reading


def in_digests(reading: "Reading") -> "Reading":
    """A reading without words: of each statement its digest, offsets, marks and who speaks.

    Names, roles and descriptions of people stay, and where statements mention them; titles, headings, venues and
    positions go, as does all that the page held beside the text.
    """
    said = Stretches.of(
        (span.start, span.end)
        for one in reading.statements
        if one.where != "related"
        for _, _, span in one.attribution.spans()
    )
    statements = tuple(map(statement_in_digest, reading.statements))
    actors = tuple(_within(said, actor) for actor in reading.actors)
    return replace(reading, article=without_words(reading.article), statements=statements, actors=actors, positions=())


def without_words(article: Article) -> Article:
    """Marks in the place of every character of its text and of the titles that it names; its own title is gone."""
    related = tuple(replace(story, title=left_out(story.title)) for story in article.related)
    return replace(article, text=left_out(article.text), title=None, lead=None, related=related, residue=())


def digest_of(said: Attribution) -> str:
    """SHA-256 of its pieces in the order of the text, a line each; for one without words the digest that it has."""
    return said.digest or _digest(span.text for _, span in in_order(said))


def digest_at(said: Attribution, text: str, by: int = 0) -> str:
    """The digest of the words that stand in a text where those of an attribution should, `by` characters further on."""
    return _digest(text[span.start + by : span.end + by] for _, span in in_order(said))


def _digest(words: Iterable[str]) -> str:
    return sha256("\n".join(words).encode("utf-8", "replace")).hexdigest()


def statement_in_digest(statement: Statement) -> Statement:
    said = statement.attribution
    source, cue, content = map(_masked, (said.source, said.cue, said.content))
    said = replace(said, source=source, cue=cue, content=content, digest=digest_of(said))
    told = _masked(statement.gender_told)
    return replace(statement, attribution=said, gender_told=told, topic=None, venue=None)


def _masked(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    return tuple(replace(span, text=left_out(span.text)) for span in spans)


def _within(said: Stretches, actor: Actor) -> Actor:
    """With those of the mentions, as marks, that stand in statements: they tell of whom these speak."""
    return replace(actor, mentions=_masked(tuple(one for one in actor.mentions if said.at(one.start))))
