"""What a record takes on the disk, table by table with their indexes."""

from sqlalchemy import Connection, text

_SQLITE = text(
    "SELECT coalesce(tbl_name, name) AS part, sum(pgsize) AS bytes FROM dbstat"
    " LEFT JOIN sqlite_schema USING (name) GROUP BY 1 ORDER BY 2 DESC"
)
_POSTGRESQL = text(
    "SELECT relname AS part, pg_total_relation_size(oid) AS bytes FROM pg_class"
    " WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace ORDER BY 2 DESC"
)


def disk(connection: Connection) -> dict[str, int]:
    """Bytes by table, the largest first."""
    query = _POSTGRESQL if connection.dialect.name == "postgresql" else _SQLITE
    return {row.part: int(row.bytes) for row in connection.execute(query)}
