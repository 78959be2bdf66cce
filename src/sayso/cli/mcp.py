"""`sayso mcp`: a record as read-only tools, over standard input and output."""

from sayso.cli.shared import DEFAULT_RECORD, WRONG_USE, RecordPath, opened, stop
from sayso.data.errors import SaysoError


def mcp(record: RecordPath = DEFAULT_RECORD) -> None:
    """Offer search, dossier, article and verify to programs that speak the Model Context Protocol; read-only."""
    try:
        from sayso.serving.mcp import make_server
    except ImportError as error:
        stop(SaysoError(f"this needs {error.name}, of sayso's extra “mcp”: docs/install.md"), WRONG_USE)
    with opened(record, must_exist=True) as store:
        make_server(store).run("stdio")
