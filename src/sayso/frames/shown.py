"""A tally as a notebook shows it."""

from html import escape

from sayso.data.tally import Cell, Tally

_MOST = 50


def tally_html(tally: Tally) -> str:
    """A table of the first cells, and below it what is not told and how it was made."""
    heads = [*tally.by, tally.unit, "share", "95 %", "at least", "at most", "articles"]
    head = "".join(f"<th>{escape(name)}</th>" for name in heads)
    body = "".join(f"<tr>{_cells(cell)}</tr>" for cell in tally.cells[:_MOST])
    left = f" {len(tally.cells) - _MOST} more rows." if len(tally.cells) > _MOST else ""
    told = f"{tally.total:,} {tally.unit}, {tally.open:,} with something not told; {tally.interval_by}.{left}"
    made = f"sayso {tally.made.version}, record {tally.made.record}, {tally.made.at[:10]}"
    return f"<table><tr>{head}</tr>{body}</table><p>{escape(told)} {escape(made)}</p>"


def _cells(cell: Cell) -> str:
    low, high = (cell.interval.low, cell.interval.high) if cell.interval else (None, None)
    figures = [f"{cell.count:,}", _percent(cell.share), f"{_percent(low)}–{_percent(high)}" if cell.interval else "–"]
    figures += [_percent(cell.least), _percent(cell.most), f"{cell.articles:,}"]
    return "".join(f"<td>{escape(text)}</td>" for text in [*(key.label for key in cell.keys), *figures])


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{100 * share:.1f}"
