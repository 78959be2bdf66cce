"""`sayso serve`: the pages of a record, on this machine."""

import secrets
from typing import Annotated, Any

import typer

from sayso import terminal
from sayso.cli.shared import DEFAULT_RECORD, SOME_FAILED, WRONG_USE, Keeping, RecordPath, kept, opened, stop
from sayso.data.errors import SaysoError

LONGEST_TOKEN = 200
"""What a form takes."""

Host = Annotated[str, typer.Option(help="The address to listen on; 127.0.0.1 is reached from this machine alone.")]
Port = Annotated[int, typer.Option(min=0, max=65535, help="The port to listen on.")]
Names = Annotated[list[str] | None, typer.Option("--name", help="A name by which people reach this host.")]
Workers = Annotated[
    int | None, typer.Option(min=1, max=64, help="Processes that answer; one a core up to four unless told.")
]
Secret = Annotated[
    str | None, typer.Option("--token", envvar="SAYSO_TOKEN", help="What lets people write; a new one unless given.")
]

JsonLog = Annotated[
    bool, typer.Option("--json-log", envvar="SAYSO_JSON_LOG", help="Log each request as a line of JSON.")
]

UsersFile = Annotated[
    str | None, typer.Option("--users", envvar="SAYSO_USERS", metavar="FILE", help="Who may come in: sayso users.")
]
UserHeader = Annotated[
    str | None,
    typer.Option(
        metavar="FIELD", help="With --users: where a server before this one, on this machine, tells a user's name."
    ),
]
Strangers = Annotated[
    str | None,
    typer.Option(
        envvar="SAYSO_STRANGERS",
        metavar="nothing|excerpts|whole",
        help="What those see who have not entered: excerpts, unless this machine alone reaches the pages.",
    ),
]
Again = Annotated[
    bool, typer.Option("--again", help="Meanwhile read anew, after all who ask, what another model or version read.")
]
NEAR = ("127.0.0.1", "::1", "localhost")


def serve(
    host: Host = "127.0.0.1",
    port: Port = 8000,
    name: Names = None,
    token: Secret = None,
    workers: Workers = None,
    json_log: JsonLog = False,
    users: UsersFile = None,
    user_header: UserHeader = None,
    strangers: Strangers = None,
    keep: Keeping = "full",
    again: Again = False,
    record: RecordPath = DEFAULT_RECORD,
) -> None:
    """Show the record in a browser: search, people, articles; correct and add to it with the token that is printed."""
    try:
        from sayso.serving.web import server
    except ImportError as error:
        stop(SaysoError(f"the pages need {error.name}, of sayso's extra “web”: docs/install.md"), WRONG_USE)
    token = (token or "").strip() or secrets.token_urlsafe(16)
    if len(token) > LONGEST_TOKEN:
        stop(SaysoError(f"the token has more than {LONGEST_TOKEN} characters"), WRONG_USE)
    served = server.Served(
        record,
        token,
        (host, *(name or ())),
        json_log=json_log,
        users=users,
        user_header=user_header,
        strangers=_strangers(strangers, is_near=host in NEAR and not name and not users),
        keep=kept(keep),
        again=again,
    )
    _ensure_fit(served)
    _listen(served, host, port, workers)


def _listen(served: Any, host: str, port: int, workers: int | None) -> None:
    from sayso.serving.web import server

    with opened(served.record):  # it is made, brought up to date, or found unfit here, once for all processes
        pass
    try:
        with server.listening(host, port) as on:
            place = f"{'[' + host + ']' if ':' in host else host}:{on.getsockname()[1]}"
            terminal.note(f"sayso is at http://{place} — stop it with Ctrl+C")
            _tell_the_way_in(served, place, is_near=host in NEAR)
            server.serve(served, on, workers or server.workers_here())
    except OSError as error:
        stop(SaysoError(f"{host}:{port}: {(error.strerror or str(error)).lower()}"), SOME_FAILED)


def _strangers(wanted: str | None, *, is_near: bool) -> Any:
    from sayso.serving.web.base.access import STRANGERS

    if wanted is None:
        return "whole" if is_near else "excerpts"
    if wanted not in STRANGERS:
        stop(SaysoError(f"--strangers {wanted}: it is one of {', '.join(STRANGERS)}"), WRONG_USE)
    return wanted


def _ensure_fit(served: Any) -> None:
    """That users can be read, and that nobody is believed who tells of none."""
    if served.user_header and not served.users:
        stop(SaysoError("--user-header needs --users FILE, which says what each may"), WRONG_USE)
    try:
        is_empty = served.users and not served.access().users.all()
    except SaysoError as error:
        stop(error, WRONG_USE)
    if is_empty:
        stop(SaysoError(f"{served.users} has nobody in it: sayso users add NAME --role admin"), WRONG_USE)


def _tell_the_way_in(served: Any, place: str, *, is_near: bool) -> None:
    from sayso.serving.web import owner_path

    if served.users:
        terminal.note(f"Who is in {served.users} enters at /enter; strangers see {served.strangers}")
        return
    terminal.note(f"To correct and to upload, enter this token at /enter: {served.token}")
    if is_near:
        terminal.note(f"or open, once and on this machine: http://{place}{owner_path(served.token)}")
