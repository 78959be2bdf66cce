"""A tally into a file: CSV, Parquet or JSON, and its picture as SVG, PNG or HTML; each carries how it was made."""

import csv
import json
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Final, Literal

from sayso.data.export_errors import MissingLibrary, UnknownFormat
from sayso.data.made import Made
from sayso.data.tally import Tally
from sayso.export.formats.csv import disarmed
from sayso.serialise.atomic_file import replacing
from sayso.serialise.tallies import header, made_form, rows, tally_form

Write = Callable[[Tally, Path], None]
Known = dict[str, tuple[Write, tuple[str, ...], str]]
"""What writes a format, the libraries that it needs and the extra that has them, by how a file's name ends."""
_DRAWS: Final = ("altair", "vl_convert")


def write_tally(tally: Tally, path: Path) -> None:
    """Write the table to `path`, in the format that its name tells; beside a CSV, `PATH.made.json` tells how.

    Raises UnknownFormat or MissingLibrary before anything is begun, NotWritten when it cannot be finished.
    """
    chosen = _chosen(path, TABLES)
    with replacing(path) as part:
        chosen(tally, part)
    if path.suffix.lower() == ".csv":
        write_made(tally.made, path)


def write_made(made: Made, path: Path) -> None:
    """Tell beside the file at `path`, in `PATH.made.json`, how it was made; raises NotWritten."""
    with replacing(path.with_name(f"{path.name}.made.json")) as part:
        part.write_text(_json(made_form(made)), "utf-8")


def write_plot(tally: Tally, path: Path) -> None:
    """Draw the tally into `path`; raises what `write_tally` does."""
    chosen = _chosen(path, PLOTS)
    with replacing(path) as part:
        chosen(tally, part)


def _chosen(path: Path, known: Known) -> Write:
    suffix = path.suffix.lower()
    if suffix not in known:
        raise UnknownFormat(path, tuple(known))
    write, needs, extra = known[suffix]
    if not all(map(find_spec, needs)):
        raise MissingLibrary(path, suffix, extra)
    return write


def _json(form: object) -> str:
    return json.dumps(form, ensure_ascii=False, indent=1) + "\n"


def _as_json(tally: Tally, path: Path) -> None:
    path.write_text(_json(tally_form(tally)), "utf-8")


def _as_csv(tally: Tally, path: Path) -> None:
    with path.open("w", encoding="utf-8-sig", errors="backslashreplace", newline="") as file:
        table = csv.writer(file)
        table.writerow(map(disarmed, header(tally)))
        for row in rows(tally):
            table.writerow(disarmed(cell) if isinstance(cell, str) else cell for cell in row.values())


def _as_parquet(tally: Tally, path: Path) -> None:
    from pyarrow.parquet import write_table

    from sayso.export.tally_frames import arrow_of

    write_table(arrow_of(tally), path, compression="zstd")


def _picture(kind: Literal["svg", "png", "html"]) -> Write:
    def write(tally: Tally, path: Path) -> None:
        from sayso.export.tally_plots import draw

        draw(tally, path, kind)

    return write


TABLES: Final[Known] = {
    ".csv": (_as_csv, (), ""),
    ".json": (_as_json, (), ""),
    ".parquet": (_as_parquet, ("pyarrow",), "export"),
}
PLOTS: Final[Known] = {
    ".svg": (_picture("svg"), _DRAWS, "plot"),
    ".png": (_picture("png"), _DRAWS, "plot"),
    ".html": (_picture("html"), _DRAWS, "plot"),
}
