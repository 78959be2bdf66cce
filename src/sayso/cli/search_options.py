"""What `said` and `export` share: the options by which statements are searched for, and the search."""

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from sayso import terminal

if TYPE_CHECKING:
    from sayso.data.results import StatementRow
    from sayso.record import Record

Kind = StrEnum("Kind", ["direct", "indirect", "mixed", "headline"])

Act = StrEnum("Act", {"said": "said", "thought": "thought", "wanted": "wanted", "did_not_comment": "did not comment"})

_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def _date(value: str | None) -> str | None:
    """Take a date as coarse as one likes; anything else is wrong use, not an empty answer."""
    if value is not None and not _DATE.fullmatch(value):
        raise typer.BadParameter(f"“{value}” is no date; write 2015, 2015-10 or 2015-10-10")
    return value


_Day = typer.Option(metavar="DATE", callback=_date, help="2015, 2015-10 or 2015-10-10; that day counts.")

Words = Annotated[list[str] | None, typer.Argument(help='Words that were said: "a phrase", harb*, OR, NOT or -, (…).')]
By = Annotated[str | None, typer.Option(metavar="NAME", help="Whose statements; a name or part of it.")]
About = Annotated[str | None, typer.Option(metavar="NAME", help="Statements that speak of them.")]
Since = Annotated[str | None, _Day]
Until = Annotated[str | None, _Day]
OfKind = Annotated[Kind | None, typer.Option("--kind", help="How the words are given.")]
Outlet = Annotated[str | None, typer.Option(metavar="NAME", help="Where they were published.")]
Acting = Annotated[Act | None, typer.Option("--act", help="What the speaker does.")]
Negated = Annotated[bool | None, typer.Option("--negated/--not-negated", help="What was said not to be said, or not.")]
Denied = Annotated[bool | None, typer.Option("--denied/--no-denied", help="What the speaker says is not so, or not.")]
Topic = Annotated[str | None, typer.Option(metavar="WORDS", help="The heading it stands under, or part of it.")]
Confidence = Annotated[float | None, typer.Option(min=0, max=1, metavar="0–1", help="No less sure than this.")]


def searched(
    store: "Record", words: list[str] | None, *, by: str | None, about: str | None, **narrowed: "str | float | None"
) -> "Iterator[StatementRow]":
    """The statements that meet all that is asked; says when a name means nobody, or several who are all shown."""
    note_namesakes(store, by, about)
    return store.said(" ".join(words or ()), by=by, about=about, **narrowed)  # type: ignore[arg-type]


def note_namesakes(store: "Record", *names: str | None) -> None:
    """Say when a name means nobody, or several who are all shown."""
    for name in filter(None, names):
        called = store.called(name)
        if not called:
            terminal.note(f"no one on the record is called “{name}”")
        if len(called) > 1:
            terminal.note(f"“{name}” means {len(called)} actors here: {', '.join(one.id for one in called)}")
