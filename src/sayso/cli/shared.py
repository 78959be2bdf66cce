"""What the verbs of the command line share: the record that they open, and how they print."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, NoReturn, TypeVar, cast, get_args

import typer

from sayso import terminal
from sayso.data.errors import SaysoError
from sayso.data.keeping import Keep
from sayso.serialise.core import Form

if TYPE_CHECKING:
    from sayso.record import Record

SOME_FAILED, WRONG_USE = 1, 2
DEFAULT_RECORD = "sayso.db"

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON, one object a line.")]
Everything = Annotated[
    bool, typer.Option("--all", help="Show too what is likelier a deed or a slip than a statement; --json has it.")
]
RecordPath = Annotated[
    str,
    typer.Option(
        "--record", envvar="SAYSO_RECORD", metavar="PATH|URL", help="The record: a file, or postgresql://HOST/DATABASE."
    ),
]


@contextmanager
def opened(place: str, *, must_exist: bool = False) -> "Iterator[Record]":
    """The record at a place, closed in the end; when it cannot be opened or used, one line and no traceback."""
    from sayso.data.record_errors import (
        BadQuery,
        NobodyNamed,
        NoSuchArticle,
        NotSaved,
        RecordError,
        SeveralNamed,
        Unaskable,
        Undecidable,
    )
    from sayso.record import Record

    try:
        store = Record(place, must_exist=must_exist)
        store.make()
    except RecordError as error:
        stop(error, WRONG_USE)
    try:
        with store:
            yield store
    except SeveralNamed as error:
        terminal.note(f"{error}; say which by the id:")
        terminal.show_candidates(terminal.screen(errors=True), error.candidates)
        raise typer.Exit(WRONG_USE) from None
    except (BadQuery, NobodyNamed, NoSuchArticle, NotSaved, Unaskable, Undecidable) as error:
        stop(error, WRONG_USE)
    except SaysoError as error:
        stop(error, SOME_FAILED)
    except UnicodeEncodeError:
        stop(SaysoError("what is asked for is not text in the encoding of this terminal"), WRONG_USE)


def stop(error: SaysoError, code: int) -> NoReturn:
    """Say what is wrong in one line and leave."""
    terminal.note(str(error))
    raise typer.Exit(code) from None


def kept(wanted: str) -> Keep:
    """How much of what comes in stays, as `--keep` says it."""
    if wanted in get_args(Keep):
        return cast("Keep", wanted)
    stop(SaysoError(f"--keep {wanted}: it is full, excerpts or digests"), WRONG_USE)


def print_json(found: Form) -> None:
    """One line of UTF-8 whatever the terminal's encoding; half a surrogate pair stays the escape that JSON knows."""
    line = json.dumps(found, ensure_ascii=False)
    typer.echo(line.encode("utf-8", "backslashreplace"))


T = TypeVar("T")


Places = Annotated[
    list[str], typer.Argument(metavar="PATH|DIR|URL|-", help="Files, directories, URLs; - is standard input.")
]

Keeping = Annotated[
    str,
    typer.Option(
        "--keep",
        envvar="SAYSO_KEEP",
        metavar="full|excerpts|digests",
        help="What stays: all, the sentences of statements, or of these no more than digests.",
    ),
]

AllowPrivate = Annotated[bool, typer.Option("--allow-private", help="Fetch from this machine and its own network too.")]

AllowReserved = Annotated[
    bool,
    typer.Option("--allow-reserved", help="Fetch what robots.txt or a TDM reservation keeps from programs."),
]


def json_of(form_of: Callable[[T], Form]) -> Callable[[T], None]:
    return lambda found: print_json(form_of(found))
