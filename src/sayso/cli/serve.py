"""`sayso serve`: the pages of a record, on this machine."""

import secrets
from typing import Annotated

import typer

from sayso import terminal
from sayso.cli.shared import DEFAULT_RECORD, WRONG_USE, RecordPath, opened, stop
from sayso.data.errors import SaysoError

Host = Annotated[str, typer.Option(help="The address to listen on; 127.0.0.1 is reached from this machine alone.")]
Port = Annotated[int, typer.Option(min=0, max=65535, help="The port to listen on.")]
Names = Annotated[list[str] | None, typer.Option("--name", help="A name by which people reach this host.")]
Secret = Annotated[
    str | None, typer.Option("--token", envvar="SAYSO_TOKEN", help="What lets people write; a new one unless given.")
]


def serve(
    host: Host = "127.0.0.1",
    port: Port = 8000,
    name: Names = None,
    token: Secret = None,
    record: RecordPath = DEFAULT_RECORD,
) -> None:
    """Show the record in a browser: search, people, articles; correct and add to it with the token that is printed."""
    try:
        import uvicorn

        from sayso.serving.web import make_app
    except ImportError as error:
        stop(SaysoError(f"the pages need {error.name}, of sayso's extra “web”: docs/install.md"), WRONG_USE)
    token = token or secrets.token_urlsafe(16)
    with opened(record) as store:
        app = make_app(store, token, hosts=[host, *(name or ())])
        terminal.note(f"sayso is at http://{'[' + host + ']' if ':' in host else host}:{port} — stop it with Ctrl+C")
        terminal.note(f"To correct and to upload, enter this token at /enter: {token}")
        uvicorn.run(app, host=host, port=port, log_level="warning", server_header=False, timeout_keep_alive=15)
