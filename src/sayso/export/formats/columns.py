"""A statement as a row of a table: the columns that CSV, XLSX and Parquet share, and what stands in each."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, Literal

from sayso.data.article import Moment, Span
from sayso.data.results import StatementRow
from sayso.data.statement import Speaker

ColumnType = Literal["text", "date", "integer", "number", "boolean", "spans"]
GAP = " … "
"""Stands between the pieces of a source, cue or content that is in several."""


@dataclass(frozen=True, slots=True)
class Column:
    """What it is called, what it holds, and how that is got from a row; None where nothing is known.

    A "date" is ISO 8601 text, as coarse as what is known; "spans" are tuples of Span.
    """

    name: str
    type: ColumnType
    of: Callable[[StatementRow], Any]


def words(spans: Sequence[Span]) -> str | None:
    """The words of the pieces; None where there are none."""
    return GAP.join(span.text for span in spans) or None


def places(spans: Sequence[Span]) -> str | None:
    """ "12 30;41 52", as brat writes it: what looks like neither a date nor a time to a spreadsheet."""
    return ";".join(f"{span.start} {span.end}" for span in spans) or None


def iso(moment: Moment | None) -> str | None:
    """The point in time as far as it is known."""
    return moment.value if moment else None


def how_said(row: StatementRow) -> list[str]:
    """What it is, and what keeps it from being a plain statement: "said", "indirect", "negated"."""
    said = row.statement.attribution
    marks = {
        "negated": said.negated,
        "denied": said.denied,
        "hypothetical": said.hypothetical,
        "reported by another": row.statement.reported_by is not None,
        f"within what is {row.within}": row.within is not None,
    }
    return [said.act, said.kind, *(mark for mark, is_so in marks.items() if is_so)]


def named(row: StatementRow) -> Speaker | None:
    """The speaker, if he is somebody by name: one who is only described must not be taken for an entity."""
    speaker = row.statement.speaker
    return speaker if speaker and speaker.named else None


def outer_id(row: StatementRow) -> str | None:
    """The id of the statement in which this one is reported."""
    number = row.statement.reported_by
    return None if number is None else f"{row.article.id}.{number}"


def _at(path: str) -> Callable[[StatementRow], Any]:
    """What stands at the end of a path of attributes; None where one on the way is."""
    steps = path.split(".")

    def value(row: StatementRow) -> Any:
        found: Any = row
        for step in steps:
            found = None if found is None else getattr(found, step)
        return found

    return value


def _said(name: str) -> Callable[[StatementRow], Any]:
    return attrgetter(f"statement.attribution.{name}")


def _text_of(part: str) -> Callable[[StatementRow], Any]:
    spans = _said(part)
    return lambda row: words(spans(row))


def _offsets(row: StatementRow) -> list[Span]:
    said = row.statement.attribution
    return [*said.source, *said.cue, *said.content]


def _start(row: StatementRow) -> int | None:
    return min((span.start for span in _offsets(row)), default=None)


def _end(row: StatementRow) -> int | None:
    return max((span.end for span in _offsets(row)), default=None)


COLUMNS = (
    Column("id", "text", _at("id")),
    Column("dated", "date", _at("dated")),
    Column("speaker", "text", _at("statement.speaker.name")),
    Column("speaker_id", "text", _at("statement.speaker.actor")),
    Column("speaker_type", "text", _at("statement.speaker.type")),
    Column("speaker_named", "boolean", _at("statement.speaker.named")),
    Column("via", "text", _at("statement.speaker.via")),
    Column("unresolved", "text", _at("statement.unresolved")),
    Column("act", "text", _said("act")),
    Column("kind", "text", _said("kind")),
    Column("negated", "boolean", _said("negated")),
    Column("denied", "boolean", _said("denied")),
    Column("hypothetical", "boolean", _said("hypothetical")),
    Column("content", "text", _text_of("content")),
    Column("source", "text", _text_of("source")),
    Column("cue", "text", _text_of("cue")),
    Column("role", "text", _at("statement.role")),
    Column("topic", "text", _at("statement.topic")),
    Column("venue", "text", _at("statement.venue")),
    Column("said_on", "date", _at("statement.said_on")),
    Column("reported_by", "text", outer_id),
    Column("confidence", "number", _said("confidence")),
    Column("outlet", "text", _at("article.outlet")),
    Column("title", "text", _at("article.title")),
    Column("published", "date", _at("article.published.value")),
    Column("url", "text", _at("document.url")),
    Column("document", "text", _at("document.name")),
    Column("media_type", "text", _at("document.media_type")),
    Column("sha256", "text", _at("document.sha256")),
    Column("place", "text", _at("statement.where")),
    Column("start", "integer", _start),
    Column("end", "integer", _end),
    *(Column(f"{part}_spans", "spans", _said(part)) for part in ("source", "cue", "content")),
    Column("story_title", "text", _at("related.title")),
    Column("story_url", "text", _at("related.url")),
    Column("story_published", "date", _at("related.published.value")),
)


def cells(row: StatementRow) -> list[Any]:
    """What stands in each column, in a table whose cells hold one value each."""
    values = ((column, column.of(row)) for column in COLUMNS)
    return [places(value) if column.type == "spans" else value for column, value in values]
