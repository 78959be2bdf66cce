"""`sayso printings`: one act of speaking with its printings; `sayso join`, `sayso split`: what a person decides."""

from typing import TYPE_CHECKING, Annotated

import typer

from sayso import terminal
from sayso.cli.decide import By, Why, decide
from sayso.cli.shared import DEFAULT_RECORD, AsJson, RecordPath, opened, print_json
from sayso.serialise.printings import printings_form

if TYPE_CHECKING:
    from sayso.record import Record

StatementId = Annotated[str, typer.Argument(metavar="STATEMENT", help="Its id, as `sayso said` shows it.")]


def printings(
    id_: Annotated[str, typer.Argument(metavar="ID", help="The id of an utterance, or of a statement.")],
    record: RecordPath = DEFAULT_RECORD,
    as_json: AsJson = False,
) -> None:
    """Show one act of speaking in all its printings, the fullest first, and what others altered."""
    with opened(record, must_exist=True) as store:
        show_printings(store, id_, as_json)


def show_printings(store: "Record", id_: str, as_json: bool) -> None:
    found = store.printings(id_)
    if as_json:
        print_json(printings_form(found))
    else:
        terminal.show_printings(terminal.screen(), found)


def join(
    statement: StatementId,
    utterance: Annotated[str, typer.Argument(metavar="ID", help="The id of an utterance, or of its statements one's.")],
    record: RecordPath = DEFAULT_RECORD,
    why: Why = None,
    decider: By = None,
    as_json: AsJson = False,
) -> None:
    """Decide that a statement prints an utterance; it holds when articles are read again."""
    decide(record, lambda store, who: store.join(statement, utterance, who=who, why=why), decider, as_json)


def split(
    statement: StatementId,
    record: RecordPath = DEFAULT_RECORD,
    why: Why = None,
    decider: By = None,
    as_json: AsJson = False,
) -> None:
    """Decide that a statement does not print the utterance with which it was put together."""
    decide(record, lambda store, who: store.split(statement, who=who, why=why), decider, as_json)
