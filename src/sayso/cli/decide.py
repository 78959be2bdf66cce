"""`sayso same`, `rename`, `outlet`, `reattribute`, `reject`, `judge`, `undo` and such: what a person decides."""

import getpass
from typing import TYPE_CHECKING, Annotated

import typer

from sayso import terminal
from sayso.cli.shared import DEFAULT_RECORD, WRONG_USE, AsJson, RecordPath, opened, print_json, stop
from sayso.data.errors import SaysoError
from sayso.serialise.record import decision_form

if TYPE_CHECKING:
    from collections.abc import Callable

    from sayso.data.results import Decision
    from sayso.record import Record

One = Annotated[str, typer.Argument(metavar="A", help="An actor: a name that means no one else, or the id.")]
Other = Annotated[str, typer.Argument(metavar="B", help="Another.")]
Why = Annotated[str | None, typer.Option(metavar="REASON", help="Why; it is kept with the decision.")]
By = Annotated[str | None, typer.Option("--as", metavar="NAME", help="Who decides; your user name unless given.")]


def same(
    one: One,
    other: Other,
    record: RecordPath = DEFAULT_RECORD,
    why: Why = None,
    decider: By = None,
    as_json: AsJson = False,
) -> None:
    """Decide that two actors are one, called as the first; it holds for articles that are added later too."""
    decide(record, lambda store, who: store.same(one, other, who=who, why=why), decider, as_json)


def different(
    one: One,
    other: Other,
    record: RecordPath = DEFAULT_RECORD,
    why: Why = None,
    decider: By = None,
    as_json: AsJson = False,
) -> None:
    """Decide that two actors are never one."""
    decide(record, lambda store, who: store.different(one, other, who=who, why=why), decider, as_json)


def rename(
    one: One,
    name: Annotated[str, typer.Argument(help="What to call them.")],
    record: RecordPath = DEFAULT_RECORD,
    why: Why = None,
    decider: By = None,
    as_json: AsJson = False,
) -> None:
    """Decide what an actor is called."""
    decide(record, lambda store, who: _renamed(store, one, name, who, why), decider, as_json)


def _renamed(store: "Record", one: str, name: str, who: str, why: str | None) -> "Decision":
    """Renames, and says who else is called so: two of one name are two until somebody says that they are one."""
    decision = store.rename(one, name, who=who, why=why)
    so_called = [other.id for other in store.called(name, "exact") if other.name == name]
    if len(so_called) > 1:
        terminal.note(f"{len(so_called)} are called “{name}” now: {', '.join(so_called)}; `sayso same` makes them one")
    return decision


def outlet(
    one: Annotated[str, typer.Argument(metavar="OUTLET", help="What it is called on the record, as printed there.")],
    name: Annotated[str, typer.Argument(help="What to call it; by the name of another it is that one.")],
    record: RecordPath = DEFAULT_RECORD,
    why: Why = None,
    decider: By = None,
    as_json: AsJson = False,
) -> None:
    """Decide what an outlet is called, or that two are one; it holds for articles that are added later too."""
    decide(record, lambda store, who: store.outlet(one, name, who=who, why=why), decider, as_json)


def gender(
    one: One,
    as_: Annotated[str, typer.Argument(metavar="woman|man|not told", help="How tables count them.")],
    record: RecordPath = DEFAULT_RECORD,
    why: Why = None,
    decider: By = None,
    as_json: AsJson = False,
) -> None:
    """Decide how tables count an actor, where what articles tell is wrong; nothing else shows it."""
    decide(record, lambda store, who: store.gender(one, as_, who=who, why=why), decider, as_json)


def reattribute(
    statement: Annotated[str, typer.Argument(help="The id of a statement, as `sayso said` shows it.")],
    to: Annotated[str, typer.Argument(metavar="A", help="Whose words they are: an actor, or “nobody”.")],
    record: RecordPath = DEFAULT_RECORD,
    why: Why = None,
    decider: By = None,
    as_json: AsJson = False,
) -> None:
    """Decide whose words a statement's are."""
    decide(record, lambda store, who: store.reattribute(statement, to, who=who, why=why), decider, as_json)


def reject(
    what: Annotated[str, typer.Argument(help="The id of a statement, or ARTICLE:START-END of a mention.")],
    record: RecordPath = DEFAULT_RECORD,
    why: Why = None,
    decider: By = None,
    as_json: AsJson = False,
) -> None:
    """Decide that a statement is none, or that a mention names nobody; neither is shown any more."""
    decide(record, lambda store, who: store.reject(what, who=who, why=why), decider, as_json)


def judge(
    position: Annotated[str, typer.Argument(help="The id of a position, as `sayso stance` shows it.")],
    as_: Annotated[str, typer.Argument(metavar="right|wrong|turned|other side", help="What is true of it.")],
    record: RecordPath = DEFAULT_RECORD,
    why: Why = None,
    decider: By = None,
    as_json: AsJson = False,
) -> None:
    """Decide that a position is right, is none, is its target’s towards its holder, or is of the other side."""
    decide(record, lambda store, who: store.judge(position, as_, who=who, why=why), decider, as_json)


def undo(
    number: Annotated[int | None, typer.Argument(help="Which decision; the last that stands unless given.")] = None,
    record: RecordPath = DEFAULT_RECORD,
    why: Why = None,
    decider: By = None,
    as_json: AsJson = False,
) -> None:
    """Take back a decision; it stays on the list."""
    decide(record, lambda store, who: store.undo(number, who=who, why=why), decider, as_json)


def decisions(record: RecordPath = DEFAULT_RECORD, as_json: AsJson = False) -> None:
    """List everything that was decided, in order, what was undone with it."""
    with opened(record, must_exist=True) as store:
        for decision in store.decisions():
            show(decision, as_json)


def decide(record: str, deciding: "Callable[[Record, str], Decision]", decider: str | None, as_json: bool) -> None:
    """Have something decided on a record by who says so, and show it."""
    with opened(record, must_exist=True) as store:
        show(deciding(store, decider or user_name()), as_json)


def user_name() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        stop(SaysoError("this system does not tell who you are; say who decides with --as NAME"), WRONG_USE)


def show(decision: "Decision", as_json: bool) -> None:
    if as_json:
        print_json(decision_form(decision))
    else:
        terminal.show_decision(terminal.screen(), decision)
