"""`sayso serve`: the pages of a record, on this machine."""

import secrets
from typing import Annotated

import typer

from sayso import terminal
from sayso.cli.shared import DEFAULT_RECORD, SOME_FAILED, WRONG_USE, RecordPath, opened, stop
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


def serve(
    host: Host = "127.0.0.1",
    port: Port = 8000,
    name: Names = None,
    token: Secret = None,
    workers: Workers = None,
    json_log: JsonLog = False,
    record: RecordPath = DEFAULT_RECORD,
) -> None:
    """Show the record in a browser: search, people, articles; correct and add to it with the token that is printed."""
    try:
        from sayso.serving.web import owner_path, server
    except ImportError as error:
        stop(SaysoError(f"the pages need {error.name}, of sayso's extra “web”: docs/install.md"), WRONG_USE)
    token = (token or "").strip() or secrets.token_urlsafe(16)
    if len(token) > LONGEST_TOKEN:
        stop(SaysoError(f"the token has more than {LONGEST_TOKEN} characters"), WRONG_USE)
    with opened(record):  # it is made, brought up to date, or found unfit here, once for all processes
        pass
    try:
        with server.listening(host, port) as on:
            place = f"{'[' + host + ']' if ':' in host else host}:{on.getsockname()[1]}"
            terminal.note(f"sayso is at http://{place} — stop it with Ctrl+C")
            terminal.note(f"To correct and to upload, enter this token at /enter: {token}")
            if host in ("127.0.0.1", "::1", "localhost"):
                terminal.note(f"or open, once and on this machine: http://{place}{owner_path(token)}")
            served = server.Served(record, token, (host, *(name or ())), json_log)
            server.serve(served, on, workers or server.workers_here())
    except OSError as error:
        stop(SaysoError(f"{host}:{port}: {(error.strerror or str(error)).lower()}"), SOME_FAILED)
