"""The record: who said what, kept with the words that prove it. The only room that knows SQL."""

from sayso.record.anchors import Passage
from sayso.record.asking import Failed
from sayso.record.candidates import Candidate
from sayso.record.decisions import Decision
from sayso.record.dossier import Dossier, Maybe, Other, Use
from sayso.record.engine import upgrade
from sayso.record.errors import (
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
from sayso.record.facets import Count, Facets
from sayso.record.holding import AsRead, Capture, Held
from sayso.record.paging import Page
from sayso.record.proving import Proof
from sayso.record.rows import ArticleRef, StatementRow
from sayso.record.schema import SCHEMA_VERSION
from sayso.record.search import Search
from sayso.record.store import Added, Record

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
    "upgrade",
]
