"""The JSON form of what sayso prints: every key always there, null where nothing is known."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.data.actor import Actor
from sayso.data.article import Article, Block, Document, Residue, columns_of
from sayso.data.statement import Attribution, Statement
from sayso.serialise.pieces import Form, document_form, span_form, story_form
from sayso.serialise.positions import position_form
from sayso.serialise.statement_fields import row_form, statement_form

if TYPE_CHECKING:
    from sayso.data.analysis import Reading
    from sayso.data.outcome import Outcome
    from sayso.data.results import AsRead
    from sayso.evaluation.metrics import Score
    from sayso.evaluation.run import Evaluation
__all__ = [
    "Form",
    "actor_form",
    "article_form",
    "attributions_form",
    "document_form",
    "evaluation_form",
    "outcome_form",
    "reading_form",
    "row_form",
    "span_form",
    "statement_form",
]


def reading_form(reading: "Reading | AsRead") -> Form:
    """What `sayso read --json` prints of a document."""
    return {
        "document": document_form(reading.article.document),
        "article": article_form(reading.article),
        "statements": [statement_form(one, reporting(reading.statements, one)) for one in reading.statements],
        "actors": [actor_form(actor) for actor in reading.actors],
        "positions": [position_form(one) for one in reading.positions],
    }


def reporting(statements: Sequence[Statement], one: Statement) -> Statement | None:
    """The statement that reports another of the same article."""
    return None if one.reported_by is None else statements[one.reported_by]


def attributions_form(document: Document, attributions: list[Attribution]) -> Form:
    """What `sayso attribute --json` prints of a document."""
    return {"document": document_form(document), "attributions": [attribution_form(a) for a in attributions]}


def article_form(article: Article) -> Form:
    return {
        "title": article.title,
        "outlet": article.outlet,
        "byline": list(article.byline),
        "language": article.language,
        **columns_of(article.published),
        **columns_of(article.updated, "updated"),
        "wire": article.wire,
        "lead": article.lead,
        "text": article.text,
        "blocks": [block_form(block) for block in article.blocks],
        "related": [story_form(story) for story in article.related],
        "residue": [residue_form(residue) for residue in article.residue],
    }


def block_form(block: Block) -> Form:
    """Only a live blog's posts have a time of their own."""
    own = columns_of(block.posted, "posted") if block.posted else {}
    return {"kind": block.kind, "start": block.start, "end": block.end, **own}


def residue_form(residue: Residue) -> Form:
    return {"kind": residue.kind, "text": residue.text, "verified": residue.verified}


def attribution_form(said: Attribution) -> Form:
    return {
        **words_form(said),
        "negated": said.negated,
        "denied": said.denied,
        "hypothetical": said.hypothetical,
        "confidence": said.confidence,
    }


def words_form(said: Attribution) -> Form:
    return {
        "source": [span_form(span) for span in said.source],
        "cue": [span_form(span) for span in said.cue],
        "content": [span_form(span) for span in said.content],
    }


def actor_form(actor: Actor) -> Form:
    return {
        "id": actor.id,
        "name": actor.name,
        "type": actor.type,
        "names": list(actor.names),
        "roles": list(actor.roles),
        "mentions": [span_form(span) for span in actor.mentions],
    }


def outcome_form(outcome: "Outcome") -> Form:
    """What `sayso add --json` prints of a document."""
    return {
        "document": {"name": outcome.name, "sha256": outcome.sha256},
        "state": outcome.state,
        "statements": outcome.statements,
        "why": outcome.why,
        "changed": outcome.changed,
        "language": outcome.language,
    }


def evaluation_form(evaluation: "Evaluation") -> Form:
    """What `sayso eval --json` prints; rates are between 0 and 1."""
    return {
        "articles": evaluation.articles,
        "annotations": evaluation.annotations,
        "failures": [{"document": {"name": one.document_name}, "why": one.why} for one in evaluation.failures],
        "spans": {part: score_form(score) for part, score in evaluation.measures.spans.items()},
        "statements": {kind: score_form(score) for kind, score in evaluation.measures.statements.items()},
    }


def score_form(score: "Score") -> Form:
    """A rate of nothing is null: without gold there is no recall, and without anything found no precision."""
    return {
        "f1": round(score.f1, 4) if score.found + score.gold else None,
        "precision": round(score.precision, 4) if score.found else None,
        "recall": round(score.recall, 4) if score.gold else None,
        "found": round(score.found, 4),
        "gold": round(score.gold, 4),
        "hit": round(score.hit, 4),
    }
