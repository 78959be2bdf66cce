"""The JSON form of what `sayso verify` and `sayso versions` find."""

from typing import TYPE_CHECKING

from sayso.serialise.core import Form, statement_form, words_form

if TYPE_CHECKING:
    from sayso.data.results import Capture, StatementRow
    from sayso.verification import Verdict
    from sayso.verification.versions import Changes


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


def version_form(capture: "Capture", since: "Changes | None") -> Form:
    """A capture, with the verdict on each statement of the one before it; `changes` and `new` of the first are null."""
    return {
        "article": capture.article,
        "title": capture.title,
        "document": {
            "name": capture.name,
            "url": capture.url,
            "media_type": capture.media_type,
            "sha256": capture.sha256,
            "asked_url": capture.asked_url,
        },
        "captured_at": capture.captured_at,
        "read_by": capture.read_by,
        "is_current": capture.is_current,
        "changes": since and [verdict_form(row, verdict) for row, verdict in since.verdicts],
        "new": since and [row.id for row in since.new],
    }
