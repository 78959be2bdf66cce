"""Records as released versions left them, kept in `fixtures`: three of the example articles, five decisions, an undo.

Each was made by the last code that wrote its schema, the file packed by gzip, the database dumped by
`pg_dump --inserts` without what sets a session up.
"""

import gzip
from pathlib import Path

import psycopg
from sqlalchemy.engine import make_url

from tests.record.conftest import Databases, Files

FIXTURES = Path(__file__).parent / "fixtures"


def old_record(engine: Files | Databases, schema: int) -> str:
    """The place of a new copy of the record of this schema."""
    place = engine.empty()
    packed = FIXTURES / f"schema-{schema}.{'sql' if isinstance(engine, Databases) else 'db'}.gz"
    content = gzip.decompress(packed.read_bytes())
    if isinstance(engine, Files):
        Path(place).write_bytes(content)
        return place
    with psycopg.connect(make_url(place).render_as_string(hide_password=False)) as connection:
        connection.execute(content)
    return place
