"""The command line: each verb reads its options, asks the rooms, and shows what they give."""

from typing import Annotated

import typer

from sayso.cli.add import add
from sayso.cli.decide import decisions, different, reattribute, reject, rename, same, undo
from sayso.cli.demo import demo
from sayso.cli.eval import evaluate
from sayso.cli.export import export
from sayso.cli.mcp import mcp
from sayso.cli.read import attribute, read
from sayso.cli.reference import reference
from sayso.cli.said import said
from sayso.cli.serve import serve
from sayso.cli.upgrade import upgrade
from sayso.cli.verify import verify
from sayso.cli.versions import versions
from sayso.cli.who import who
from sayso.data.version import __version__

app = typer.Typer(
    help="On whose say-so? Reads news as it is found and keeps the record of who said what.",
    no_args_is_help=True,
    add_completion=False,
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


app.command()(read)
app.command()(attribute)
app.command()(add)
app.command()(said)
app.command()(who)
app.command()(demo)
app.command("eval")(evaluate)
app.command()(same)
app.command()(different)
app.command()(rename)
app.command()(reattribute)
app.command()(reject)
app.command()(undo)
app.command()(decisions)
app.command()(reference)
app.command()(export)
app.command()(serve)
app.command()(mcp)
app.command()(verify)
app.command()(versions)
app.command()(upgrade)
