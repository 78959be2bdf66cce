"""How a table, a picture or an export was made, so that another can make it again and cite it."""

from collections.abc import Iterable
from dataclasses import dataclass

_MODEL = ", model "


@dataclass(frozen=True, slots=True)
class Made:
    """`version` of sayso made it `at` that time, of a record that these `readers` read and whose digest is `record`.

    `query` is the command that makes it again. `record` changes with every document, reading and decision. `articles`
    and `statements` are how many the record has; `share_open` is the part of what was counted where something asked
    for is not told, None where nothing was counted.
    """

    version: str
    at: str
    record: str
    readers: tuple[str, ...]
    query: str
    articles: int
    statements: int
    share_open: float | None = None


def reader(version: str, model: str | None) -> str:
    """What read an article, as the record names it; in a language that has no model the version is all that reads."""
    return f"sayso {version}" + (f"{_MODEL}{model}" if model else "")


def without_model(reader: str) -> str:
    """
    >>> without_model("sayso 0.1.0, model 41d053e89bf9")
    'sayso 0.1.0'
    """
    return reader.partition(_MODEL)[0]


def with_model(readers: Iterable[str]) -> tuple[str, ...]:
    """Those of the readers of a record that found statements: what one read without a model has none."""
    return tuple(reader for reader in readers if reader != without_model(reader))


def differing(readers: Iterable[str]) -> tuple[str, ...]:
    """The readers of a record whose statements may differ."""
    several = with_model(readers)
    return several if len(several) > 1 else ()
