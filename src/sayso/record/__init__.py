"""The record: who said what, kept with the words that prove it. The only room that knows SQL."""

from sayso.record.candidates import Candidate
from sayso.record.decisions import Decision
from sayso.record.dossier import Dossier, Maybe, Other, Use
from sayso.record.errors import BadQuery, NobodyNamed, RecordError, Refused, SeveralNamed, Undecidable
from sayso.record.rows import ArticleRef, StatementRow
from sayso.record.store import Added, Failed, Record

__all__ = [
    "Added",
    "ArticleRef",
    "BadQuery",
    "Candidate",
    "Decision",
    "Dossier",
    "Failed",
    "Maybe",
    "NobodyNamed",
    "Other",
    "Record",
    "RecordError",
    "Refused",
    "SeveralNamed",
    "StatementRow",
    "Undecidable",
    "Use",
]
