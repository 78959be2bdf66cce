"""What coders found, as a table."""

from collections.abc import Mapping, Sequence
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from sayso.terminal.console import put, safe
from sayso.terminal.render import counted
from sayso.terminal.tallies import percent


def show_agreement(
    console: Console, coders: int, alphas: Mapping[str, float | None], rates: Sequence[Mapping[str, Any]]
) -> None:
    """Krippendorff's alpha of each question, then how many are right by stratum and what that makes of all."""
    for question, alpha in alphas.items():
        told = "–" if alpha is None else f"{alpha:.3f}"
        put(console, Text(f"{question}: Krippendorff’s alpha {told}, {counted(coders, 'coder')}"))
    table = Table(box=None, pad_edge=False, header_style="dim")
    for name in ("question", "stratum", "coded", "right", "share", "95 %", "of", "corrected"):
        table.add_column(name, justify="left" if name in ("question", "stratum") else "right")
    for one in rates:
        interval = f"{percent(one['low'])}–{percent(one['high'])}"
        figures = str(one["coded"]), str(one["right"]), percent(one["share"]), interval
        table.add_row(one["question"], safe(one["stratum"]), *figures, f"{one['of']:,}", f"{one['corrected']:,.0f}")
    console.print(table)
