"""`sayso settle`: who is who is told anew, by what people decided too where that is asked for."""

from typing import Annotated

import typer

from sayso import terminal
from sayso.cli.shared import DEFAULT_RECORD, WRONG_USE, AsJson, RecordPath, opened, print_json, stop
from sayso.data.errors import SaysoError
from sayso.data.learned import Learned

Learn = Annotated[bool, typer.Option("--learn", help="Learn from what was decided what weighs how much.")]
Shipped = Annotated[bool, typer.Option("--shipped", help="Weigh as sayso came, and not as was learned.")]


def settle(
    record: RecordPath = DEFAULT_RECORD, learn: Learn = False, shipped: Shipped = False, as_json: AsJson = False
) -> None:
    """Tell once more who is who: what was added and not settled; all of it anew with --learn or --shipped."""
    if learn and shipped:
        raise typer.BadParameter("it contradicts --learn", param_hint="--shipped")
    try:
        with opened(record) as store:
            found = store.learn() if learn else None
            if shipped:
                store.unlearn()
            elif not learn:
                store.settle()
    except SaysoError as error:
        stop(error, WRONG_USE)
    if as_json:
        print_json({"pairs": found.pairs, "right_before": found.before, "right_after": found.after} if found else {})
    else:
        typer.echo(_told(found) if found else "who is who is settled")


def _told(found: Learned) -> str:
    pairs = terminal.counted(found.pairs, "decided pair")
    return (
        f"learned from {pairs}: {found.before} told rightly by the weights that came with sayso, "
        f"{found.after} by those learned from the others"
    )
