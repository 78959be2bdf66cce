"""What `said` and `export` share: the arguments by which statements are searched for, and what is told of names."""

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from sayso import terminal
from sayso.data.search import Meant, Search
from sayso.data.search_fields import Field, FieldType, beside_words, spread
from sayso.text.written_dates import Ambiguous, day_told

if TYPE_CHECKING:
    from sayso.record import Record

_METAVARS: Final[dict[FieldType, str]] = {"words": "WORDS", "name": "NAME", "date": "DATE", "share": "0–1"}


def _date(value: str | None) -> str | None:
    """Take a date as people write it, as coarse as one likes; anything else is wrong use, not an empty answer."""
    if value is None:
        return None
    try:
        found = day_told(value, date.today())
    except Ambiguous as error:
        raise typer.BadParameter(str(error)) from None
    if found is None:
        raise typer.BadParameter(f"“{value}” is no date; write 2015, 2015-10, 2015-10-10, “May 2024” or “last May”")
    return found


def _annotated(field: Field) -> Any:
    """The option of a field, which is its name; the words that are looked for are the arguments."""
    if field.name == "words":
        return Annotated[list[str] | None, typer.Argument(help=field.help)]
    option, metavar = f"--{field.name}", _METAVARS.get(field.type)
    if field.type == "flag":
        return Annotated[bool | None, typer.Option(f"{option}/--{field.no}", help=field.help)]
    if field.type == "choice":
        enum: Any = StrEnum
        one_of = enum("Choice", {one.replace(" ", "_"): one for one in field.choices})
        return Annotated[one_of | None, typer.Option(option, help=field.help)]
    if field.type == "share":
        return Annotated[float | None, typer.Option(option, min=0, max=1, metavar=metavar, help=field.help)]
    check = _date if field.type == "date" else None
    return Annotated[str | None, typer.Option(option, callback=check, metavar=metavar, help=field.help)]


def _read(field: Field, value: Any) -> Any:
    if field.name == "words":
        if unknown := next((word for word in value or () if word.startswith("--")), None):
            raise typer.BadParameter(f"there is no option {unknown}")
        return " ".join(value or ()) or None
    return value.value if isinstance(value, StrEnum) else value


searching = spread(_annotated, _read)
"""Has a verb that takes a search take its fields as arguments and options."""

searching_by_speaker = spread(_annotated, _read, called={"by": "speaker"})
"""The same for a verb that has another `--by`."""


def meant(store: "Record", search: Search) -> Search:
    """The search with whom its names mean; says when a name means nobody, or several who are all shown."""
    found = store.meant(search)
    for whom in (found.by, found.about):
        if isinstance(whom, Meant):
            _note(whom)
    return found


def nothing_found(search: Search) -> str:
    """What is said where no statement is found: what was asked for, since silence is no answer."""
    asked = (f"holding “{search.words}”" if search.words else "", *beside_words(search))
    told = ", ".join(filter(None, asked))
    return f"No statement on the record meets what is asked: {told}." if told else "No statement is on the record."


def _note(whom: Meant) -> None:
    if not whom.ids:
        terminal.note(f"no one on the record is called “{whom.name}”")
    if whom.is_taken_for:
        terminal.note(f"“{whom.name}” is taken to mean {whom.is_taken_for}")
    if len(whom.ids) > 1:
        terminal.note(f"“{whom.name}” means {len(whom.ids)} actors here: {', '.join(whom.ids)}")
