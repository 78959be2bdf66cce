"""The record: who said what, kept with the words that prove it. The only room that knows SQL."""

from sayso.data.record_errors import (
    BadCursor,
    BadQuery,
    Damaged,
    NobodyNamed,
    NoSuchArticle,
    RecordError,
    Refused,
    SeveralNamed,
    Undecidable,
)
from sayso.data.results import (
    Added,
    ArticleRef,
    AsRead,
    Candidate,
    Capture,
    Count,
    Decision,
    Dossier,
    Facets,
    Failed,
    Held,
    Maybe,
    Other,
    Page,
    Passage,
    Proof,
    StatementRow,
    Use,
)
from sayso.data.search import Search
from sayso.record.api import Record
from sayso.record.copies import backup, restore
from sayso.record.engine import upgrade
from sayso.record.store.schema import SCHEMA_VERSION

__all__ = [
    "SCHEMA_VERSION",
    "Added",
    "ArticleRef",
    "AsRead",
    "BadCursor",
    "BadQuery",
    "Candidate",
    "Capture",
    "Count",
    "Damaged",
    "Decision",
    "Dossier",
    "Facets",
    "Failed",
    "Held",
    "Maybe",
    "NoSuchArticle",
    "NobodyNamed",
    "Other",
    "Page",
    "Passage",
    "Proof",
    "Record",
    "RecordError",
    "Refused",
    "Search",
    "SeveralNamed",
    "StatementRow",
    "Undecidable",
    "Use",
    "backup",
    "restore",
    "upgrade",
]
