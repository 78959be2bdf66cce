"""How much of what is found is a statement: `python -m benchmarks.acts CORPORA`.

By the confidence stated when the marks were made: the share that are attributions, and the share that are said, asked,
thought, wanted or refused; then the act that is told today against the act read.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Annotated, get_args

import typer

from corpora.acts.join import Item, Part, items
from sayso.attribution import SHOWN
from sayso.attribution.factuality.classify import judged
from sayso.attribution.factuality.shown import likelihood
from sayso.attribution.linking.span_decoder import learned
from sayso.data.statement import Act
from sayso.text.doc import Doc

BANDS = [(tenth / 10, (tenth + 1) / 10) for tenth in range(2, 10)]


def main(
    corpora: Path,
    errors: Annotated[bool, typer.Option("--errors", help="Show acts told wrongly, of the part tuned on.")] = False,
) -> None:
    """Print the tables of both parts."""
    read = list(items(corpora))
    for part in get_args(Part):
        inside = [item for item in read if item.part == part]
        print(f"{part}: {len(inside)}")
        bands(inside)
        shown(inside)
        confusion(inside)
    if errors:
        show_errors(item for item in read if item.part == "tune")


def bands(read: Sequence[Item]) -> None:
    print("  confidence   items  attributions  statements  edges right")
    for low, high in BANDS:
        inside = [item for item in read if low <= item.confidence < high or item.confidence == high == 1]
        right = [item for item in inside if item.right]
        shares = (
            _share(inside, lambda item: item.right),
            _share(inside, lambda item: item.stated),
            _share(right, lambda item: item.row["edges"] == "ok"),
        )
        print(f"  {low:.1f}–{high:.1f} {len(inside):10} {shares[0]:13.1f} {shares[1]:11.1f} {shares[2]:12.1f}")


def shown(read: Sequence[Item]) -> None:
    """What people are shown: of it the share that are attributions and statements; the true ones that are hidden."""
    pages = [item for item in read if item.row["corpus"] == "article_html"]
    for name, among in (("all", read), ("web pages", pages)):
        seen = [item for item in among if is_shown(item)]
        hidden = 100 - _share([item for item in among if item.stated], is_shown)
        right, stated = _share(seen, lambda item: item.right), _share(seen, lambda item: item.stated)
        print(f"  shown, {name:9} {right:.1f} attributions {stated:.1f} statements; {hidden:.1f} of the true hidden")


def is_shown(item: Item) -> bool:
    return told(item) != "other" and likelihood(Doc(item.text), item.attribution, learned()["shown"]) >= SHOWN


def _share(among: Sequence[Item], holds: Callable[[Item], bool]) -> float:
    """Percent of what is found in the documents, each item counting for those it stands for."""
    whole = sum(item.row["stands_for"] for item in among)
    return 100 * sum(item.row["stands_for"] for item in among if holds(item)) / max(1, whole)


def confusion(read: Iterable[Item]) -> None:
    """Rows: the act read, of what is rightly attributed; columns: the act told."""
    counted = Counter((item.act, told(item)) for item in read if item.right)
    acts = get_args(Act)
    print("  read, told".ljust(20) + "".join(f"{act:>17}" for act in acts))
    for mark in acts:
        print(f"  {mark:18}" + "".join(f"{counted[mark, act]:17}" for act in acts))


def told(item: Item) -> Act:
    """The act that the present rules make of the words."""
    return judged(Doc(item.text), item.attribution).act


def show_errors(read: Iterable[Item]) -> None:
    """Of the part tuned on alone."""
    for item in read:
        if item.right and item.act != told(item):
            print(f"  {item.act}, told {told(item)}: {item.row['cue_words']} ({item.row['id']})")


if __name__ == "__main__":
    typer.run(main)
