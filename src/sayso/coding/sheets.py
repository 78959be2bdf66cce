"""A sheet for hand-coding: a CSV with a drawn statement a row, and empty columns for what a coder finds."""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sayso.data.errors import SaysoError
from sayso.data.results import StatementRow
from sayso.export.formats.csv import disarmed

ANSWERS: Final = ("is_statement", "speaker_right", "content_right")
"""What a coder answers by yes or no; left empty where that cannot be told."""
_TOLD: Final = ("id", "stratum", "of", "outlet", "title", "before", "source", "cue", "content", "after", "speaker")
_YES: Final = frozenset({"yes", "y", "1", "true", "x"})
_NO: Final = frozenset({"no", "n", "0", "false"})


class BadSheet(SaysoError):
    """A file that is no such sheet; str() names it and says why."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A statement drawn from a stratum, by its values, that has `of` statements in all."""

    row: StatementRow
    stratum: tuple[str, ...]
    of: int


def write_sheet(drawn: Iterable[Drawn], path: Path) -> None:
    """The byte order mark is what makes Excel read UTF-8."""
    with path.open("w", encoding="utf-8-sig", errors="backslashreplace", newline="") as file:
        table = csv.writer(file)
        table.writerow((*_TOLD, *ANSWERS, "note"))
        for one in drawn:
            table.writerow([disarmed(cell) for cell in (*_cells(one), *("" for _ in ANSWERS), "")])


def read_sheet(path: Path) -> dict[str, Mapping[str, str]]:
    """The rows of a sheet that somebody filled in, by the ids of their statements; raises BadSheet."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = {row["id"]: row for row in csv.DictReader(file)}
    except (OSError, UnicodeDecodeError, csv.Error, KeyError) as error:
        raise BadSheet(f"{path}: no sheet that `sayso sample` wrote ({error})") from error
    missing = [name for row in rows.values() for name in (*_TOLD[:3], *ANSWERS) if row.get(name) is None]
    if missing or not rows:
        raise BadSheet(f"{path}: no sheet that `sayso sample` wrote ({missing[0] if missing else 'it'} is missing)")
    return dict(rows)


def answer(words: str, where: str) -> bool | None:
    """Yes, no, or nothing; raises BadSheet for other words."""
    plain = words.strip().casefold()
    if plain in _YES:
        return True
    if plain and plain not in _NO:
        raise BadSheet(f"{where}: “{words}” is neither yes nor no")
    return False if plain else None


def _cells(drawn: Drawn) -> tuple[str, ...]:
    row, said = drawn.row, drawn.row.statement.attribution
    speakers = " and ".join(who.name for who in row.statement.speakers)
    words = [" … ".join(span.text for span in spans) for spans in (said.source, said.cue, said.content)]
    told = row.id, " / ".join(drawn.stratum), str(drawn.of), row.article.outlet or "", row.article.title or ""
    return (*told, row.before, *words, row.after, speakers)
