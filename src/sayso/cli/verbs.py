"""What is done with a verb that sayso does not have: help is given, and a word that others use leads to ours."""

from typing import Any, Final

import typer
from typer.core import TyperGroup

from sayso import terminal
from sayso.cli.shared import WRONG_USE

_OURS: Final = {
    "said": "search find ask query list grep",
    "quote ID": "show get cite copy statement",
    "who": "person people actor actors dossier about",
    "tally": "count counts plot chart stats statistics table",
    "status": "info articles documents failures",
    "export": "csv dump download save-as",
    "add": "import load ingest init upload create",
    "serve": "web ui gui open compare review browse",
    "forget": "delete remove rm",
    "same": "merge",
    "reattribute": "correct fix edit",
    "changes": "new log news history",
    "licences": "licenses license licence",
}
_LEADS: Final = {word: verb for verb, words in _OURS.items() for word in words.split()}


class Verbs(TyperGroup):
    """The verbs of the command line; `sayso help said` is `sayso said --help`."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        name = args[0] if args else ""
        if name == "help" and len(args) == 1:
            typer.echo(ctx.get_help())
            raise typer.Exit
        if name == "help":
            return super().resolve_command(ctx, [args[1], "--help"])
        if name not in self.commands and name in _LEADS:
            terminal.note(f"there is no `sayso {name}`; perhaps `sayso {_LEADS[name]}` is meant: sayso --help")
            raise typer.Exit(WRONG_USE)
        return super().resolve_command(ctx, args)
