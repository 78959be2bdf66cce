"""The command line: each verb reads its options, asks the rooms, and shows what they give."""

import os
from collections.abc import Callable
from typing import Annotated, Any

import typer

from sayso import terminal
from sayso.cli.add import add
from sayso.cli.changes import changes
from sayso.cli.copies import backup, restore
from sayso.cli.decide import decisions, different, gender, judge, outlet, reattribute, reject, rename, same, undo
from sayso.cli.demo import demo
from sayso.cli.eval import evaluate
from sayso.cli.export import export
from sayso.cli.forget import forget
from sayso.cli.formats import formats
from sayso.cli.licences import licences
from sayso.cli.mcp import mcp
from sayso.cli.methods import tell_methods
from sayso.cli.printings import join, printings, split
from sayso.cli.quote import quote
from sayso.cli.read import attribute, read
from sayso.cli.reference import reference
from sayso.cli.said import said
from sayso.cli.sample import agree, sample
from sayso.cli.saved import save, saved
from sayso.cli.serve import serve
from sayso.cli.settle import settle
from sayso.cli.shared import SOME_FAILED
from sayso.cli.stance import stance
from sayso.cli.status import status
from sayso.cli.tally import tally
from sayso.cli.trim import trim
from sayso.cli.upgrade import upgrade
from sayso.cli.users import users
from sayso.cli.verbs import Verbs
from sayso.cli.verify import verify
from sayso.cli.versions import versions
from sayso.cli.watch import watch
from sayso.cli.who import who
from sayso.data.errors import Exhausted, tells_of_exhaustion
from sayso.data.version import __version__


class App(typer.Typer):
    """The command line, which ends with one line where memory runs out."""

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        try:
            return super().__call__(*args, **kwargs)
        except Exception as error:
            if not tells_of_exhaustion(error):
                raise
            terminal.note(str(error if isinstance(error, Exhausted) else Exhausted()))
            # at once: what caches and threads do in the end may need memory that is not there
            os._exit(SOME_FAILED)


app = App(
    cls=Verbs,
    help="On whose say-so? Reads news as it is found and keeps the record of who said what.",
    no_args_is_help=True,
    add_completion=True,
    pretty_exceptions_enable=False,
)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"sayso {__version__}")
        raise typer.Exit


@app.callback()
def main(
    version: Annotated[bool, typer.Option("--version", callback=_print_version, is_eager=True)] = False,
) -> None:
    """On whose say-so? Reads news as it is found and keeps the record of who said what."""


GROUPS: dict[str, tuple[tuple[str, Callable[..., object] | typer.Typer], ...]] = {
    "Ask the record": (
        ("said", said),
        ("who", who),
        ("quote", quote),
        ("tally", tally),
        ("sample", sample),
        ("agree", agree),
        ("methods", tell_methods),
        ("stance", stance),
        ("printings", printings),
        ("status", status),
        ("changes", changes),
        ("save", save),
        ("saved", saved),
        ("serve", serve),
        ("users", users),
        ("mcp", mcp),
    ),
    "Put articles on it": (
        ("add", add),
        ("watch", watch),
        ("read", read),
        ("attribute", attribute),
        ("formats", formats),
        ("demo", demo),
    ),
    "Decide": (
        *(("same", same), ("different", different), ("rename", rename), ("gender", gender)),
        ("outlet", outlet),
        ("reattribute", reattribute),
        *(("reject", reject), ("judge", judge), ("join", join), ("split", split)),
        *(("undo", undo), ("decisions", decisions), ("reference", reference)),
        *(("settle", settle), ("forget", forget)),
        ("trim", trim),
    ),
    "Take it along and keep it": (("export", export), ("upgrade", upgrade), ("backup", backup), ("restore", restore)),
    "Check": (("verify", verify), ("versions", versions), ("eval", evaluate), ("licences", licences)),
}
"""The verbs by what they are for, as `sayso --help` lists them."""

for group, verbs in GROUPS.items():
    for name, verb in verbs:
        if isinstance(verb, typer.Typer):
            app.add_typer(verb, name=name, rich_help_panel=group)
            continue
        # “-survey” among the words of a search is a word to leave out, as docs/search.md has it.
        taken_as_words = {"ignore_unknown_options": verb in (said, export, save)}
        app.command(name, rich_help_panel=group, context_settings=taken_as_words)(verb)
