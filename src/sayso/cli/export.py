"""`sayso export`: statements into a file, in the format that its name tells."""

import shlex
import sys
from importlib import import_module
from pathlib import Path
from typing import Annotated, Final, NamedTuple

import typer

from sayso import terminal
from sayso.cli.search_options import meant, searching
from sayso.cli.shared import DEFAULT_RECORD, WRONG_USE, AsJson, RecordPath, opened, print_json, stop
from sayso.data.errors import SaysoError
from sayso.data.search import Search
from sayso.ingest.sources import is_carried

File = Annotated[
    Path,
    typer.Argument(
        help="Where to; its name ends in .csv, .xlsx, .parquet, .jsonl, .jsonld, .annotations.jsonld or .ftm.json; "
        "a whole record with all its documents goes into .sayso.jsonl, which `sayso add` takes in elsewhere; what "
        "people decided in review into gold.jsonl."
    ),
]


GOLD: Final = "gold.jsonl"


class Whole(NamedTuple):
    """What a file holds that is no list of statements, and the module whose `lines` make it."""

    written: str
    module: str


WHOLE: Final = {
    "gold": Whole("what was decided", "sayso.serialise.gold"),
    "carried": Whole("a whole record", "sayso.serialise.archive"),
}


@searching
def export(
    file: File,
    search: Search,
    made: Annotated[
        bool, typer.Option("--made", help="Tell beside it how it was made, in FILE.made.json, to be cited.")
    ] = False,
    record: RecordPath = DEFAULT_RECORD,
    as_json: AsJson = False,
) -> None:
    """Write statements to a file: all on the record, or those that are asked for."""
    from sayso.data.export_errors import CannotExport
    from sayso.export import format_of, write, write_made

    whole = WHOLE.get("gold" if file.name.endswith(GOLD) else "carried" if is_carried(file) else "")
    if whole:
        if search != Search():
            stop(SaysoError(f"{file}: {whole.written} is written, not what is searched for"), WRONG_USE)
        _write_whole(file, whole, record, as_json)
        return
    try:
        format_of(file)
    except CannotExport as error:
        stop(error, WRONG_USE)
    with opened(record, must_exist=True) as store:
        number = write(store.every(meant(store, search)), file, store.own_columns())
        if made:
            write_made(store.made(shlex.join(["sayso", *sys.argv[1:]])), file)
    if as_json:
        print_json({"file": str(file), "statements": number})
    else:
        typer.echo(f"{terminal.counted(number, 'statement')} written to {file}")


def _write_whole(file: Path, whole: Whole, record: str, as_json: bool) -> None:
    from sayso.export import write_whole

    lines = import_module(whole.module).lines
    with opened(record, must_exist=True) as store:
        number = write_whole(lines(store), file)
    if as_json:
        print_json({"file": str(file), "lines": number})
    else:
        typer.echo(f"{terminal.counted(number, 'line')} written to {file}")
