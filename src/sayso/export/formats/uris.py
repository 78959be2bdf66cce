"""What names a statement, an actor, an article on the web of data: the same on every record."""

import re
from typing import Final
from urllib.parse import quote, urlsplit

from sayso.data.results import StatementRow

_LEGAL: Final = "!#$%&'()*+,/:;=?@[]~"
_QID = re.compile(r"Q[1-9]\d*")


def statement_iri(id_: str) -> str:
    return f"urn:sayso:statement:{quote(id_)}"


def actor_iri(id_: str) -> str:
    """ "urn:sayso:actor:person:ana-ruiz"."""
    return f"urn:sayso:actor:{quote(id_, safe=':')}"


def document_iri(row: StatementRow) -> str:
    """The document by its digest: a page at one address can be two documents."""
    return f"urn:sha256:{row.document.sha256}"


def web_address(url: str | None) -> str | None:
    """An address on the web, with what may not stand in one encoded; None for what leads elsewhere or nowhere."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    return quote(url or "", safe=_LEGAL) if parts.scheme in ("http", "https") and parts.netloc else None


def qid(actor: str) -> str | None:
    """The actor's id where it is that of an item on Wikidata."""
    return actor if _QID.fullmatch(actor) else None
