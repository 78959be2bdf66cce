"""Figures in a table that fits any terminal, and can be cut by columns in a pipe."""

from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table

from sayso.evaluation.metrics import Score
from sayso.terminal.console import joined, put
from sayso.terminal.render import counted

if TYPE_CHECKING:
    from sayso.evaluation.run import Evaluation

_NONE = "–"


def show_evaluation(console: Console, evaluation: "Evaluation") -> None:
    """How right the attributions are, in percent: spans to the character, then statements."""
    articles, annotations = counted(evaluation.articles, "article"), evaluation.annotations
    copies = f"{annotations} annotations" if annotations > evaluation.articles else None
    put(console, joined([articles, copies]))
    _show_scores(console, "exact spans", evaluation.measures.spans)
    _show_scores(console, "statements", evaluation.measures.statements)


def _show_scores(console: Console, title: str, scores: dict[str, Score]) -> None:
    table = Table(box=None, pad_edge=False, header_style="")
    table.add_column(title, min_width=11, header_style="bold")
    for name in ("F1", "precision", "recall", "found", "gold"):
        table.add_column(name, justify="right", min_width=6, header_style="dim")
    for name, score in scores.items():
        rates = (score.f1, score.found + score.gold), (score.precision, score.found), (score.recall, score.gold)
        table.add_row(name, *(_percent(*rate) for rate in rates), _count(score.found), _count(score.gold))
    console.print()
    console.print(table)


def _percent(rate: float, of: float) -> str:
    return f"{100 * rate:.1f}" if of else _NONE


def _count(number: float) -> str:
    """Shares of an article that several annotated make fractions."""
    return f"{number:.1f}".removesuffix(".0")
