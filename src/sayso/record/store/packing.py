"""What is kept compressed: texts in SQLite, where PostgreSQL does so by itself, and the words around appearances."""

import sqlite3
import zlib
from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import ColumnElement, Dialect, LargeBinary, Text, TypeDecorator
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

UNPACK: Final = "sayso_text"
"""A function that every connection to SQLite has: the text that was packed. Triggers of the index call it."""

Words = Sequence[Sequence[str]]
"""Lists of words, none of which has a blank in it."""


def pack(text: str) -> bytes:
    return zlib.compress(text.encode())


def unpack(packed: bytes) -> str:
    """Raises zlib.error, or UnicodeDecodeError, where it is damaged."""
    return zlib.decompress(packed).decode()


class PackedText(TypeDecorator[str]):
    """A text; what came into SQLite otherwise than packed is taken as it is."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> Any:
        return LargeBinary() if dialect.name == "sqlite" else Text(collation="C")

    def process_bind_param(self, value: str | None, dialect: Dialect) -> Any:
        return pack(value) if value is not None and dialect.name == "sqlite" else value

    def process_result_value(self, value: Any, dialect: Dialect) -> str | None:
        return unpack(value) if isinstance(value, bytes) else value


class PackedWords(TypeDecorator[Words]):
    """Lists of words, a line each; null where all are empty."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: Words | None, _: Dialect) -> bytes | None:
        return pack("\n".join(" ".join(words) for words in value)) if value and any(value) else None

    def process_result_value(self, value: Any, _: Dialect) -> Words:
        return [line.split() for line in unpack(bytes(value)).split("\n")] if value else []


class Unpacked(FunctionElement[str]):
    """A column of PackedText as the engine itself can look into it."""

    type = Text()
    inherit_cache = True

    def __init__(self, column: ColumnElement[Any]) -> None:
        super().__init__(column)


@compiles(Unpacked, "sqlite")
def _in_sqlite(element: Unpacked, compiler: SQLCompiler, **kw: Any) -> str:
    return f"{UNPACK}({compiler.process(element.clauses, **kw)})"


@compiles(Unpacked, "postgresql")
def _in_postgresql(element: Unpacked, compiler: SQLCompiler, **kw: Any) -> str:
    return compiler.process(element.clauses, **kw)


def teach(connection: sqlite3.Connection) -> None:
    """Give a connection the function that its triggers call."""
    connection.create_function(UNPACK, 1, _told, deterministic=True)


def _told(value: bytes | str | None) -> str | None:
    return unpack(value) if isinstance(value, bytes) else value
