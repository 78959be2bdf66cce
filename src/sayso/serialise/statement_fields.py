"""What is told of a statement, declared once: JSON, tables, the API, MCP and feeds are made of these fields.

Who adds one to what is found adds a field here, with the columns that tables are to have of it.
"""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from operator import attrgetter
from typing import Any, Final, Literal

from sayso.data.article import Span, columns_of
from sayso.data.keeping import LEFT_OUT
from sayso.data.results import StatementRow
from sayso.data.statement import Statement
from sayso.serialise.pieces import Form, document_form, principal_form, span_form, speaker_form, story_form
from sayso.text import telling

ColumnType = Literal["text", "date", "integer", "number", "boolean", "spans", "texts"]
_DAY: Final = len("2024-05-21")
GAP: Final = " … "
"""Stands between the pieces of a source, cue or content that is in several."""


@dataclass(frozen=True, slots=True)
class Column:
    """What it is called, what it holds, and how that is got from a row; None where nothing is known.

    A "date" is ISO 8601 text, as coarse as what is known; "spans" are tuples of Span, "texts" of str.
    """

    name: str
    type: ColumnType
    of: Callable[[StatementRow], Any]


@dataclass(frozen=True, slots=True)
class Field:
    """Its key in JSON and what stands there, made of a statement or a row, and its columns, made of a row."""

    key: str
    form: Callable[[Any], Any]
    columns: tuple[Column, ...] = ()


def words(spans: Sequence[Span]) -> str | None:
    """The words of the pieces; None where there are none, or only marks for them."""
    told = GAP.join(span.text for span in spans)
    return told if told.strip(f"{LEFT_OUT}{GAP}\n") else None


def outer_id(row: StatementRow) -> str | None:
    """The id of the statement in which this one is reported."""
    number = row.statement.reported_by
    return None if number is None else f"{row.article.id}.{number}"


def _at(path: str) -> Callable[[Any], Any]:
    """What stands at the end of a path of attributes; None where one on the way is."""
    steps = path.split(".")

    def value(found: Any) -> Any:
        for step in steps:
            found = None if found is None else getattr(found, step)
        return found

    return value


def _plain(key: str, type_: ColumnType, path: str | None = None) -> Field:
    """A field of a statement that is the same in JSON and in its one column."""
    path = path or key
    return Field(key, _at(path), (Column(key, type_, _at(f"statement.{path}")),))


def _said(key: str, type_: ColumnType) -> Field:
    return _plain(key, type_, f"attribution.{key}")


def _of_row(key: str, type_: ColumnType) -> Field:
    """The same for one that is known on the record alone."""
    return Field(key, _at(key), (Column(key, type_, _at(key)),))


def _columns(place: str, **columns: tuple[ColumnType, str]) -> tuple[Column, ...]:
    """Columns for what stands at paths beneath a place in a row."""
    return tuple(Column(name, type_, _at(f"{place}.{path}")) for name, (type_, path) in columns.items())


def _words(part: str) -> Field:
    """Source, cue or content: in JSON its pieces, in tables their words, and the pieces beside them."""
    spans = attrgetter(f"attribution.{part}")
    return Field(
        part,
        lambda statement: [span_form(span) for span in spans(statement)],
        (
            Column(part, "text", lambda row: words(spans(row.statement))),
            Column(f"{part}_spans", "spans", lambda row: spans(row.statement)),
        ),
    )


def _article(row: StatementRow) -> Form:
    article = row.article
    return {"id": article.id, "title": article.title, "outlet": article.outlet, **columns_of(article.published)}


def _altered(row: StatementRow) -> Form | None:
    altered = row.altered
    return {**asdict(altered), "change": altered.change} if altered else None


def _first(row: StatementRow) -> int | None:
    return min((span.start for _, _, span in row.statement.attribution.spans()), default=None)


def _last(row: StatementRow) -> int | None:
    return max((span.end for _, _, span in row.statement.attribution.spans()), default=None)


def _day_of(moment: str | None) -> str | None:
    """A day in the one form that any program takes for a date; None where less is known."""
    return moment[:_DAY] if moment and len(moment) >= _DAY else None


def _published_day(row: StatementRow) -> str | None:
    return _day_of(row.article.published.value if row.article.published else None)


def _said_day(row: StatementRow) -> str | None:
    return _day_of(row.dated)


def _of_speakers(name: str) -> Callable[[StatementRow], Any]:
    return lambda row: tuple(getattr(who, name) for who in row.statement.speakers)


_PLACE: Final = (
    Column("place", "text", _at("statement.where")),
    Column("start", "integer", _first),
    Column("end", "integer", _last),
)
_SPEAKER: Final = _columns(
    "statement.speaker",
    speaker=("text", "name"),
    speaker_id=("text", "actor"),
    speaker_type=("text", "type"),
    speaker_named=("boolean", "named"),
    speaker_anonymous=("boolean", "anonymous"),
    speaker_confidence=("number", "confidence"),
    via=("text", "via"),
)
_SPEAKERS: Final = (
    Column("speakers", "texts", _of_speakers("name")),
    Column("speaker_ids", "texts", _of_speakers("actor")),
)
_BEHALF: Final = _columns("statement.on_behalf_of", on_behalf_of=("text", "name"), on_behalf_of_id=("text", "actor"))

OF_STATEMENT: Final = (
    _said("kind", "text"),
    Field("where", _at("where"), _PLACE),
    Field("story", _at("story")),
    Field("reported_by", _at("reported_by"), (Column("reported_by", "text", outer_id),)),
    *map(_words, ("source", "cue", "content")),
    _said("act", "text"),
    _said("negated", "boolean"),
    _said("denied", "boolean"),
    _said("hypothetical", "boolean"),
    _said("digest", "text"),
    Field("speaker", lambda statement: statement.speaker and speaker_form(statement.speaker), _SPEAKER),
    Field("speakers", lambda statement: [speaker_form(who) for who in statement.speakers], _SPEAKERS),
    Field("on_behalf_of", lambda statement: statement.on_behalf_of and principal_form(statement.on_behalf_of), _BEHALF),
    _plain("unresolved", "text"),
    _plain("role", "text"),
    _plain("topic", "text"),
    _plain("venue", "text"),
    _plain("said_on", "date"),
    _said("confidence", "number"),
    _said("shown", "boolean"),
    _plain("gender", "text"),
    Field(
        "gender_told",
        lambda statement: [span_form(span) for span in statement.gender_told],
        (
            Column("gender_told", "text", lambda row: words(row.statement.gender_told)),
            Column("gender_told_spans", "spans", _at("statement.gender_told")),
        ),
    ),
    _plain("office", "boolean"),
    _plain("time_code", "number"),
)
"""What is told of a statement wherever it is found; the form of each is made of the Statement."""

_DOCUMENT: Final = _columns(
    "document",
    url=("text", "url"),
    document=("text", "name"),
    media_type=("text", "media_type"),
    sha256=("text", "sha256"),
    asked_url=("text", "asked_url"),
)
_ARTICLE: Final = (
    *_columns("article", outlet=("text", "outlet"), title=("text", "title"), published=("date", "published.value")),
    Column("published_day", "date", _published_day),
)
_STORY: Final = _columns(
    "related",
    story_title=("text", "title"),
    story_url=("text", "url"),
    story_published=("date", "published.value"),
)

_ALTERED: Final = _columns("altered", altered_of=("text", "of"), alteration=("text", "change"))


def _on_record(field: Field) -> Field:
    return Field(field.key, lambda row: field.form(row.statement), field.columns)


FIELDS: Final = (
    _of_row("id", "text"),
    Field("document", lambda row: document_form(row.document), _DOCUMENT),
    _of_row("captured_at", "date"),
    _of_row("read_by", "text"),
    Field("article", _article, _ARTICLE),
    Field("dated", _at("dated"), (Column("dated", "date", _at("dated")), Column("said_day", "date", _said_day))),
    Field("related", lambda row: row.related and story_form(row.related), _STORY),
    *map(_on_record, OF_STATEMENT),
    _of_row("before", "text"),
    _of_row("after", "text"),
    _of_row("reporter", "text"),
    Field("sentence", telling.in_full, (Column("sentence", "text", telling.in_full),)),
    _of_row("utterance", "text"),
    Field("altered", _altered, _ALTERED),
    _of_row("independent", "boolean"),
)
"""What is told of a statement on the record; the form of each is made of the StatementRow."""


def statement_form(statement: Statement, outer: Statement | None = None) -> Form:
    """A statement as it was found, as `sayso read --json` prints it; `outer` is the one that reports it."""
    within = telling.mark_of(outer.attribution) if outer else None
    reporter = outer.speaker.name if outer and outer.speaker else None
    found = {field.key: field.form(statement) for field in OF_STATEMENT}
    return {**found, "sentence": telling.sentence(statement, within, reporter)}


def row_form(row: StatementRow) -> Form:
    """What `sayso said --json` prints of a statement: its form, where it stands, and the story that it heads."""
    return {field.key: field.form(row) for field in FIELDS}
