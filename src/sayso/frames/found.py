"""Answers of a record that become tables: a row for each statement, or for each cell of a tally.

Needs pyarrow (extra “export”); `to_polars` and `to_pandas` need these libraries too (extra “frames”).
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from sayso.data.results import StatementRow
from sayso.data.tally import Tally

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

    from sayso.export.formats.columns import Own


class Tabular:
    """What becomes a table once it can become an Arrow table."""

    def to_arrow(self) -> "pyarrow.Table":
        raise NotImplementedError

    def to_polars(self) -> "polars.DataFrame":
        """As polars has it; raises ImportError where that is not installed."""
        import polars

        found = polars.from_arrow(self.to_arrow())
        assert isinstance(found, polars.DataFrame)
        return found

    def to_pandas(self) -> "pandas.DataFrame":
        """As pandas has it; raises ImportError where that is not installed."""
        import pandas  # noqa: F401 (pyarrow's own message would be of its own option)

        return self.to_arrow().to_pandas()


class FoundStatements(Iterator[StatementRow], Tabular):
    """The statements that a search finds, in order of time, each given once; or the rest of them in a table."""

    def __init__(self, rows: Iterator[StatementRow], own: "Callable[[], Own]") -> None:
        self._rows, self._own = rows, own

    def __repr__(self) -> str:
        """What Python shows of it: nothing is asked of the record before somebody takes one."""
        return "<statements found: go through them once, or take to_pandas(), to_polars() or to_arrow()>"

    def __next__(self) -> StatementRow:
        return next(self._rows)

    def to_arrow(self) -> "pyarrow.Table":
        """A row for each, with the columns of the Parquet export and those of the user's own list: docs/export.md."""
        from sayso.export.formats.columns import COLUMNS, of_own_list
        from sayso.export.formats.parquet import table_of

        return table_of(self._rows, (*COLUMNS, *of_own_list(self._own())))


@dataclass(frozen=True, slots=True)
class FoundTally(Tally, Tabular):
    """A tally that becomes a table: a row for each cell, what is not told null."""

    @classmethod
    def of(cls, tally: Tally) -> "FoundTally":
        return cls(**{field.name: getattr(tally, field.name) for field in fields(tally)})

    def to_arrow(self) -> "pyarrow.Table":
        """The columns by which it counts, then its figures; how it was made is in the table's metadata, `sayso`."""
        from sayso.export.tally_frames import arrow_of

        return arrow_of(self)

    def _repr_html_(self) -> str:
        """What a notebook shows."""
        from sayso.frames.shown import tally_html

        return tally_html(self)
