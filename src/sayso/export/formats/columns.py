"""A statement as a row of a table: the columns that CSV, XLSX and Parquet share, and what stands in each."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from sayso.data.article import Moment, Span
from sayso.data.results import StatementRow
from sayso.data.statement import Speaker
from sayso.data.tally import NOT_GIVEN, UNLISTED
from sayso.serialise.statement_fields import FIELDS, Column, ColumnType, outer_id, words

__all__ = [
    "COLUMNS",
    "Column",
    "ColumnType",
    "Own",
    "cells",
    "how_said",
    "iso",
    "named",
    "of_own_list",
    "outer_id",
    "places",
    "words",
]

Own = Mapping[str, Mapping[str, str]]
"""What the user's own list gives to actors, by their ids: the names of its columns and what stands in them."""


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


def named(row: StatementRow) -> list[Speaker]:
    """Those of its speakers who are somebody by name: one who is only described must not be taken for an entity."""
    return [speaker for speaker in row.statement.speakers if speaker.named]


_FIRST: Final = (
    *("id", "dated", "speaker", "speaker_id", "speaker_type", "speaker_named", "via", "unresolved", "act", "kind"),
    *("negated", "denied", "hypothetical", "content", "source", "cue", "role", "topic", "venue", "said_on"),
    *("reported_by", "confidence", "outlet", "title", "published", "url", "document", "media_type", "sha256"),
    *("place", "start", "end", "source_spans", "cue_spans", "content_spans"),
    *("story_title", "story_url", "story_published"),
)
"""The columns that keep the place they had; what a later version tells besides comes after them."""

_ALL: Final = {column.name: column for field in FIELDS for column in field.columns}
COLUMNS: Final = tuple(_ALL[name] for name in dict.fromkeys((*_FIRST, *_ALL)))


def of_own_list(own: Own) -> tuple[Column, ...]:
    """The columns of the user's list, told of the first speaker; one that is called like another gets a “_”."""
    return tuple(
        Column(f"{name}_" if name in _ALL else name, "text", _listed(own, name))
        for name in sorted({name for given in own.values() for name in given})
    )


def _listed(own: Own, name: str) -> Callable[[StatementRow], str | None]:
    def value(row: StatementRow) -> str | None:
        if not (speaker := row.statement.speaker):
            return None
        given = own.get(speaker.actor)
        return UNLISTED.removeprefix("~") if given is None else given.get(name) or NOT_GIVEN.removeprefix("~")

    return value


def cells(row: StatementRow, columns: Sequence[Column] = COLUMNS) -> list[Any]:
    """What stands in each column, in a table whose cells hold one value each."""
    return [_cell(column.type, column.of(row)) for column in columns]


def _cell(type_: ColumnType, value: Any) -> Any:
    if type_ == "spans":
        return places(value)
    return "; ".join(value) or None if type_ == "texts" else value
