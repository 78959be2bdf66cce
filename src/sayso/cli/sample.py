"""`sayso sample` and `sayso agree`: statements drawn for coding by hand, and what coders found."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso import terminal
from sayso.cli.search_options import meant, searching_by_speaker
from sayso.cli.shared import DEFAULT_RECORD, SOME_FAILED, WRONG_USE, AsJson, RecordPath, opened, print_json, stop
from sayso.data.errors import SaysoError
from sayso.data.export_errors import NotWritten
from sayso.data.search import Search
from sayso.data.tally import BadTally

if TYPE_CHECKING:
    from sayso.coding import Drawn
    from sayso.record import Record

Out = Annotated[
    Path, typer.Argument(metavar="FILE.csv|FOLDER", help="A sheet to fill in; or a folder for brat: whole articles.")
]
Sheets = Annotated[list[Path], typer.Argument(metavar="FILE.csv…", help="The sheets, one of each coder.")]


@searching_by_speaker
def sample(
    out: Out,
    search: Search,
    number: Annotated[int, typer.Option("--number", min=1, help="So many statements of each stratum.")] = 100,
    seed: Annotated[int, typer.Option(help="The same seed draws the same.")] = 1,
    by: Annotated[str, typer.Option(help="Strata: columns as those of `sayso tally`, with commas between.")] = "",
    record: RecordPath = DEFAULT_RECORD,
) -> None:
    """Draw statements by chance, for people to say what is right of them."""
    from sayso.coding import Drawn

    with opened(record, must_exist=True) as store:
        strata = [name for name in by.split(",") if name]
        try:
            asked = meant(store, search.for_people)
            drawn = [Drawn(*one) for one in store.sample(asked, strata, number=number, seed=seed)]
        except BadTally as error:
            stop(error, WRONG_USE)
        try:
            _write(store, drawn, out)
        except NotWritten as error:
            stop(error, SOME_FAILED)
    typer.echo(f"{terminal.counted(len(drawn), 'statement')} drawn with seed {seed}, written to {out}")


def _write(store: "Record", drawn: "list[Drawn]", out: Path) -> None:
    from sayso.coding import write_sheet
    from sayso.export import write_brat
    from sayso.serialise.atomic_file import replacing

    if out.suffix.lower() == ".csv":
        with replacing(out) as part:
            write_sheet(drawn, part)
        return
    out.mkdir(parents=True, exist_ok=True)
    for key in dict.fromkeys(one.row.article.id for one in drawn):
        held = store.held(key)
        write_brat(out, key, held.article.text, [row.statement for row in held.statements])


def agree(sheets: Sheets, as_json: AsJson = False) -> None:
    """Compare what coders found: how far they agree, how many are right by stratum, and what that makes of all."""
    from sayso.coding import agreement, read_sheet

    try:
        found = agreement([read_sheet(path) for path in sheets])
    except ModuleNotFoundError:
        stop(SaysoError("to compare coders takes sayso's extra “coding”: docs/install.md"), WRONG_USE)
    except SaysoError as error:
        stop(error, WRONG_USE)
    alphas = dict(found.alphas)
    rates = [
        {
            **{"question": one.question, "stratum": one.stratum, "coded": one.coded, "right": one.right},
            **{"share": one.share, "low": one.interval.low, "high": one.interval.high},
            **{"of": one.of, "corrected": one.corrected},
        }
        for one in found.rates
    ]
    if as_json:
        print_json({"coders": found.coders, "alpha": alphas, "rates": rates})
    else:
        terminal.show_agreement(terminal.screen(), found.coders, alphas, rates)
