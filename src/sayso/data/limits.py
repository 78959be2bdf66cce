"""How large a document may be: the one limit, for what is fetched, sent, piped or read."""

from sayso.data.errors import Unreadable

MOST_MEGABYTES = 20
MOST_BYTES = MOST_MEGABYTES * 1000 * 1000


def ensure_fits(size: int, name: str) -> None:
    """Raise Unreadable for a document of so many bytes, if these are more than MOST_BYTES.

    Who takes one from a stream stops at MOST_BYTES + 1: then nobody knows how large it is, and nothing is told of it.
    """
    if size > MOST_BYTES:
        told = f" ({size / 1_000_000:.1f} MB)" if size > MOST_BYTES + 1 else ""
        raise Unreadable(name, f"it is larger than {MOST_MEGABYTES} MB{told}")
