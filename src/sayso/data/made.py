"""How a table, a picture or an export was made, so that another can make it again and cite it."""

from dataclasses import dataclass


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
