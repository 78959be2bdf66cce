"""A tally as an Arrow table, which carries how it was made in its metadata."""

import json
from typing import Final

import pyarrow as pa

from sayso.data.tally import Tally
from sayso.serialise.tallies import figures_of, header, made_form, rows

_TYPES: Final = {"count": pa.int64(), "articles": pa.int64(), "coded": pa.int64(), "having": pa.string()}


def arrow_of(tally: Tally) -> pa.Table:
    """A row for each cell; a value that is not told is null."""
    names = header(tally)
    figures = [(name, _TYPES.get(name, pa.float64())) for name in figures_of(tally)]
    fields = [(name, pa.string()) for name in names[: len(tally.by)]] + figures
    made = json.dumps(made_form(tally.made), ensure_ascii=False)
    return pa.Table.from_pylist(list(rows(tally)), pa.schema(fields, metadata={"sayso": made}))
