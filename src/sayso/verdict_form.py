"""The JSON form of what `sayso verify` finds."""

from typing import TYPE_CHECKING

from sayso.form import Form, statement_form, words_form

if TYPE_CHECKING:
    from sayso.record import StatementRow
    from sayso.verifying import Verdict


def fault_form(article: str, statement: str | None, why: str) -> Form:
    """Something on the record that does not hold; `statement` is null where it is the document itself."""
    return {"article": article, "statement": statement, "why": why}


def verdict_form(row: "StatementRow", verdict: "Verdict") -> Form:
    """What has become of a statement: `was` as it is on the record, `now` its spans where the same words stand."""
    was = statement_form(row.statement)
    return {
        "id": row.id,
        "article": row.article.id,
        "standing": verdict.standing,
        "start": verdict.start,
        "end": verdict.end,
        "where": row.statement.where,
        "story": verdict.story,
        "only_typography": verdict.only_typography,
        "context_changed": verdict.context_changed,
        "diff": [{"change": change, "text": words} for change, words in verdict.diff],
        "now": verdict.now and words_form(verdict.now),
        "was": {key: was[key] for key in ("kind", "speaker", "where", "story", "source", "cue", "content")},
    }
