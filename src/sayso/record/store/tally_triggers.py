"""The counts over the whole record that each engine keeps by itself, whoever changes a statement.

SQLite counts row by row; PostgreSQL once for each command, for there every change of a row leaves its old version.
"""

from sqlalchemy import Connection

PARTS = {
    "speaker": "{row}.speaker_id",
    "outlet": "{row}.outlet",
    "month": "substr({row}.dated, 1, 7)",
    "kind": "{row}.kind",
    "denied": "CASE WHEN {row}.denied THEN 'denied' END",
}
"""What is counted, and how a statement tells it; what it does not tell is not counted."""

_COLUMNS = "is_shown, shown, speaker_id, outlet, dated, kind, denied"


def create_tallies(connection: Connection) -> None:
    """Make what the engine needs beside the schema, and count what is there."""
    fill_tallies(connection)
    is_postgresql = connection.dialect.name == "postgresql"
    for statement in _postgresql() if is_postgresql else _sqlite():
        connection.exec_driver_sql(statement)


def fill_tallies(connection: Connection) -> None:
    """Count all there is; the table is empty before."""
    connection.exec_driver_sql(
        "INSERT INTO tallies (part, shown, value, number)"
        f" SELECT part, shown, value, count(*) FROM ({_told_by('statements')}) AS told GROUP BY part, shown, value"
    )


def _told_by(rows: str) -> str:
    """All parts of some statements that are shown, each as a row of its own."""
    return " UNION ALL ".join(
        f"SELECT '{part}' AS part, shown, {value} AS value FROM {rows} WHERE is_shown AND {value} IS NOT NULL"
        for part, value in _values(rows)
    )


def _sqlite() -> list[str]:
    changed = " OR ".join(f"old.{name} IS NOT new.{name}" for name in _COLUMNS.split(", "))
    more, less = (_counted("new", "+ 1"), _counted("old", "- 1"))
    return [
        f"CREATE TRIGGER tallied_added AFTER INSERT ON statements BEGIN {more} END",
        f"CREATE TRIGGER tallied_removed AFTER DELETE ON statements BEGIN {less} END",
        f"CREATE TRIGGER tallied_changed AFTER UPDATE OF {_COLUMNS} ON statements WHEN {changed}"
        f" BEGIN {less} {more} END",
    ]


def _counted(row: str, change: str) -> str:
    """The row's parts counted up or down; a count that falls to nothing stays, as 0."""
    return " ".join(
        f"INSERT INTO tallies (part, shown, value, number) SELECT '{part}', {row}.shown, {value}, 1"
        f" WHERE {row}.is_shown AND {value} IS NOT NULL"
        f" ON CONFLICT (part, shown, value) DO UPDATE SET number = number {change};"
        for part, value in _values(row)
    )


def _values(row: str) -> list[tuple[str, str]]:
    return [(part, value.format(row=row)) for part, value in PARTS.items()]


def _postgresql() -> list[str]:
    def command(counted: str) -> str:
        return (
            "INSERT INTO tallies AS kept (part, shown, value, number)"
            f" SELECT part, shown, value, sum(n) FROM ({counted}) AS told"
            " GROUP BY part, shown, value HAVING sum(n) <> 0"
            " ORDER BY part, shown, value"
            " ON CONFLICT (part, shown, value) DO UPDATE SET number = kept.number + excluded.number;"
        )

    more, less = (f"SELECT part, shown, value, {n} AS n FROM ({_told_by(rows)}) AS {rows}_parts" for rows, n in _ROWS)
    of = {"added": more, "removed": less, "changed": f"{more} UNION ALL {less}"}
    functions = [
        f"CREATE FUNCTION tallied_{what}() RETURNS trigger LANGUAGE plpgsql AS"
        f" $$ BEGIN {command(counted)} RETURN NULL; END $$"
        for what, counted in of.items()
    ]
    on = {"added": ("INSERT", _NEW), "removed": ("DELETE", _OLD), "changed": ("UPDATE", f"{_OLD} {_NEW}")}
    triggers = [
        f"CREATE TRIGGER tallied_{what} AFTER {verb} ON statements REFERENCING {tables}"
        f" FOR EACH STATEMENT EXECUTE FUNCTION tallied_{what}()"
        for what, (verb, tables) in on.items()
    ]
    return functions + triggers


_NEW, _OLD = "NEW TABLE AS those_now", "OLD TABLE AS those_before"
_ROWS = (("those_now", 1), ("those_before", -1))
