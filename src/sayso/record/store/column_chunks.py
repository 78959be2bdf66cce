"""Columns of statements as Parquet keeps them: some thousand rows together, each value once, and numbers for the rest.

To count a million statements by two columns takes two columns, and no row is looked at. What is in chunks follows from
the rows and can be made again at any time: statements that came since are read as rows, and so are those in
`stale_statements`, where each engine marks by itself what changes, whoever changes it.
"""

import json
import zlib
from collections.abc import Iterator, Sequence
from struct import pack
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Row, case, delete, func, insert, select

from sayso.record.store.schema import statements
from sayso.record.store.schema_chunks import column_chunks, stale_statements

ROWS: Final = 16_384
"""How many statements are in a chunk, few enough for numbers of two bytes, and as many may be out of date."""

_CHANGING: Final = (
    *("speaker_id", "described_type", "decided", "is_shown", "shown", "gender", "office", "anonymous", "behalf_id"),
    *("role", "topic", "kind", "act", "place", "outlet", "dated"),
)
IN_A_BYTE: Final = 1 << 8
"""Of so many values a number of one byte tells which; of more one of two."""

ID, WORDS = "id", "words"
KEPT: Final = (ID, "article_id", *_CHANGING, WORDS)
"""What is kept of each statement: what tallies are made of."""
NUMBERS: Final = frozenset({ID, "article_id", WORDS})
"""Which of it are numbers, never null."""


def words() -> ColumnElement[int]:
    """How many there are by the blanks between them, " … " being where pieces were joined; none where none are kept."""
    joined = func.replace(statements.c.content, " … ", " ")
    number = func.length(joined) - func.length(func.replace(joined, " ", "")) + 1
    return case((statements.c.digest.is_(None), number), else_=0)


def selected(names: Sequence[str]) -> list[ColumnElement[Any]]:
    """Columns of KEPT as they are read from rows."""
    return [words().label(WORDS) if name == WORDS else statements.c[name] for name in names]


def upto(connection: Connection) -> int:
    """The id of the last statement that chunks tell of."""
    return connection.scalar(select(func.max(column_chunks.c.upto))) or 0


def keep_chunks(connection: Connection, *, all_stale: bool = False) -> None:
    """Make chunks of what came since, as far as it fills them, and those anew of which much is out of date.

    With `all_stale` nothing is left in them that is out of date.
    """
    stale = connection.scalar(select(func.count()).select_from(stale_statements)) or 0
    if stale >= ROWS or (all_stale and stale):
        _make_stale_anew(connection)
    while len(rows := _rows(connection, upto(connection))) == ROWS:
        _keep(connection, rows, rows[-1].id)


def _make_stale_anew(connection: Connection) -> None:
    ends = list(connection.scalars(select(column_chunks.c.upto).distinct().order_by(column_chunks.c.upto)))
    for begin, end in zip([0, *ends], ends, strict=False):
        within = stale_statements.c.id > begin, stale_statements.c.id <= end
        if connection.scalar(select(stale_statements.c.id).where(*within).limit(1)) is not None:
            connection.execute(delete(column_chunks).where(column_chunks.c.upto == end))
            _keep(connection, _rows(connection, begin, end), end)
    connection.execute(delete(stale_statements))


def _rows(connection: Connection, after: int, end: int | None = None) -> Sequence[Row[Any]]:
    query = select(*selected(KEPT)).where(statements.c.id > after).order_by(statements.c.id)
    query = query.limit(ROWS) if end is None else query.where(statements.c.id <= end)
    return connection.execute(query).all()


def _keep(connection: Connection, rows: Sequence[Row[Any]], end: int) -> None:
    if rows:
        columns = zip(KEPT, zip(*rows, strict=True), strict=True)
        packed = [{"upto": end, "name": name, **_packed(name, values)} for name, values in columns]
        connection.execute(insert(column_chunks), packed)


def _packed(name: str, values: Sequence[Any]) -> dict[str, bytes]:
    """The values, each once, as JSON, and for each row which, in as few bytes as will do; numbers in four bytes."""
    if name in NUMBERS:
        return {"known": b"", "codes": zlib.compress(pack(f"<{len(values)}i", *values))}
    known: dict[Any, int] = {}
    codes = [known.setdefault(value, len(known)) for value in values]
    packed = json.dumps(list(known), ensure_ascii=False, separators=(",", ":"))
    in_bytes = pack(f"<{len(codes)}{'B' if len(known) <= IN_A_BYTE else 'H'}", *codes)
    return {"known": zlib.compress(packed.encode()), "codes": zlib.compress(in_bytes)}


def create_marks(connection: Connection) -> None:
    """Have the engine mark the statements in chunks that change or go."""
    is_postgresql = connection.dialect.name == "postgresql"
    for statement in _postgresql() if is_postgresql else _sqlite():
        connection.exec_driver_sql(statement)


_UPTO = "(SELECT max(upto) FROM column_chunks)"


def _sqlite() -> Iterator[str]:
    changed = " OR ".join(f"old.{name} IS NOT new.{name}" for name in _CHANGING)
    mark = "BEGIN INSERT INTO stale_statements (id) VALUES (old.id) ON CONFLICT DO NOTHING; END"
    yield f"CREATE TRIGGER chunked_removed AFTER DELETE ON statements WHEN old.id <= {_UPTO} {mark}"
    yield (
        f"CREATE TRIGGER chunked_changed AFTER UPDATE OF {', '.join(_CHANGING)} ON statements"
        f" WHEN ({changed}) AND old.id <= {_UPTO} {mark}"
    )


def _postgresql() -> Iterator[str]:
    before, now = (", ".join(f"{table}.{name}" for name in _CHANGING) for table in ("before", "now"))
    gone = f"SELECT id FROM those_before WHERE id <= {_UPTO}"
    changed = (
        "SELECT before.id FROM those_before AS before JOIN those_now AS now USING (id)"
        f" WHERE id <= {_UPTO} AND ({before}) IS DISTINCT FROM ({now})"
    )
    tables = {"removed": ("DELETE", "OLD TABLE AS those_before", gone)}
    tables["changed"] = ("UPDATE", "OLD TABLE AS those_before NEW TABLE AS those_now", changed)
    for what, (verb, seen, ids) in tables.items():
        mark = f"INSERT INTO stale_statements (id) {ids} ON CONFLICT DO NOTHING;"
        yield (
            f"CREATE FUNCTION chunked_{what}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {mark} RETURN NULL; END $$"
        )
        yield (
            f"CREATE TRIGGER chunked_{what} AFTER {verb} ON statements REFERENCING {seen}"
            f" FOR EACH STATEMENT EXECUTE FUNCTION chunked_{what}()"
        )
