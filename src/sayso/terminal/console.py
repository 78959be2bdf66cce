"""The screen: where lines go, what may stand in them, and the colours of speakers."""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar
from zlib import crc32

from rich.console import Console
from rich.padding import Padding
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.text import Text

T = TypeVar("T")

PATIENCE = 3
"""From more documents than this, one wants to see how far it is."""

_COLOURS = ("cyan", "magenta", "green", "yellow", "blue", "red", "bright_cyan", "bright_magenta", "bright_green")
_ESCAPE = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|.)?", re.DOTALL)
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_HALF = re.compile(r"[\ud800-\udfff]")


def screen(*, errors: bool = False) -> Console:
    """Standard output, or that for errors; in a pipe, no line is broken and nothing is coloured."""
    console = Console(stderr=errors, highlight=False, markup=False, emoji=False)
    console.soft_wrap = not console.is_terminal
    return console


def note(line: str) -> None:
    """Say something beside the output: what went wrong, what was passed over."""
    screen(errors=True).print(Text(safe(line)))


def safe(words: str) -> str:
    """Take out of an article's words what would command the terminal; all white space becomes one space.

    >>> safe("Dam\\x1b[2J stays,\\n she\\u202e said")
    'Dam stays, she said'
    """
    flat = " ".join(_ESCAPE.sub("", words).split())
    return _HALF.sub("\ufffd", _UNSEEN.sub("", flat))


def put(console: Console, line: Text, indent: int = 0) -> None:
    """Print a line; on a terminal, what does not fit goes on at the same indent."""
    if console.is_terminal:
        console.print(Padding(line, (0, 0, 0, indent), expand=False))
    else:
        console.print(Text(" " * indent) + line)


def joined(parts: Sequence[str | Text | None]) -> Text:
    """The parts that there are, with a dot between two."""
    return Text(" · ").join(part if isinstance(part, Text) else Text(safe(part)) for part in parts if part)


def heading(console: Console, title: str) -> None:
    """A title over what follows, set off by a blank line."""
    console.print()
    console.print(Text(title, style="bold underline"))


def colour(actor: str | None) -> str:
    """The colour of a speaker: the same in every output, with no list to keep."""
    return _COLOURS[crc32(actor.encode("utf-8", "replace")) % len(_COLOURS)] if actor else "default"


def marks_needed(console: Console) -> bool:
    """Whether signs must tell source, cue and content apart, because colours cannot."""
    return not console.is_terminal or console.no_color


@contextmanager
def progress(items: Sequence[T], *, shown: bool = True) -> Iterator[Iterator[T]]:
    """Go through `items` with a bar on the terminal when they are more than a few."""
    console = screen(errors=True)
    bar = Progress(
        TextColumn("reading"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=console,
        transient=True,
        redirect_stdout=False,  # what is printed there may be going into a pipe
        disable=not (shown and console.is_terminal and len(items) > PATIENCE),
    )
    with bar:
        yield iter(bar.track(items))


@contextmanager
def steps(doing: str, *, shown: bool = True) -> Iterator[Callable[[int, int, str], None]]:
    """Gives what is to be told how many of how many steps are done, and what the last was.

    A clock beside it shows on the terminal that a long step goes on; in a pipe each step that is done is a line.
    """
    console = screen(errors=True)
    columns = SpinnerColumn(), TextColumn("{task.description}"), MofNCompleteColumn(), TimeElapsedColumn()
    bar = Progress(*columns, console=console, transient=True, disable=not (shown and console.is_terminal))
    task = bar.add_task(doing, total=None)

    def told(done: int, of: int, what: str) -> None:
        bar.update(task, completed=done, total=of)
        if what and shown:
            note(f"{done} of {of}: {what}")

    with bar:
        yield told
