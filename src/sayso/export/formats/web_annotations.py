"""W3C Web Annotation: each statement an annotation on its words, where they stand.

A page of annotations, in the context that the W3C requires and annotation tools know by heart.
"""

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any, Final

from sayso.data.article import Span
from sayso.data.results import StatementRow
from sayso.export.formats.columns import how_said, named
from sayso.export.formats.uris import actor_iri, document_iri, statement_iri, web_address
from sayso.serialise.json_files import write_list
from sayso.text.telling import sentence

Part = dict[str, Any]
Around = Callable[[StatementRow, Span], tuple[str, str] | None]
"""Tells which words stand before and after a span of a statement's text; None where that is not known."""

HEAD: Final = {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    "id": "urn:sayso:annotations",
    "type": "AnnotationPage",
    "startIndex": 0,
}


def nothing_known(_: StatementRow, __: Span) -> None:
    """What is around a span, when only the statement is at hand."""


def write(rows: Iterable[StatementRow], path: Path, around: Around = nothing_known) -> None:
    """With `around`, from whoever holds the articles' texts, the words are found again more surely."""
    write_list(HEAD, "items", map(partial(annotation, around=around), rows), path)


def annotation(row: StatementRow, around: Around = nothing_known) -> Part:
    """Body: who is said to say it, and how. Target: the content, piece by piece; without any, the cue or the source."""
    said = row.statement.attribution
    return {
        "id": statement_iri(row.id),
        "type": "Annotation",
        "motivation": "describing",
        "body": [_description(row), *_speaker(row), *map(_tag, how_said(row))],
        "target": [_target(row, span, around) for span in said.content or said.cue or said.source],
    }


def _description(row: StatementRow) -> Part:
    told = sentence(row.statement, row.within, row.reporter)
    for_whom = row.statement.on_behalf_of and f"on behalf of {row.statement.on_behalf_of.name}"
    parts = [told, for_whom, *how_said(row), row.dated, row.statement.unresolved]
    return {
        "type": "TextualBody",
        "purpose": "describing",
        "format": "text/plain",
        "value": " · ".join(part for part in parts if part),
    }


def _speaker(row: StatementRow) -> list[Part]:
    """By ids of the record; whom the article does not name has none."""
    iris = [actor_iri(speaker.actor) for speaker in named(row)]
    return [{"type": "SpecificResource", "purpose": "identifying", "source": iri} for iri in iris]


def _tag(word: str) -> Part:
    return {"type": "TextualBody", "purpose": "tagging", "value": word}


def _target(row: StatementRow, span: Span, around: Around) -> Part:
    source = web_address(row.document.url) or document_iri(row)
    return {"source": source, "selector": [*_quote(row, span, around), *_position(row, span)]}


def _quote(row: StatementRow, span: Span, around: Around) -> list[Part]:
    """The words, where they were kept."""
    if row.statement.attribution.digest:
        return []
    quote = {"type": "TextQuoteSelector", "exact": span.text}
    if beside := around(row, span):
        quote |= {"prefix": beside[0], "suffix": beside[1]}
    return [quote]


def _position(row: StatementRow, span: Span) -> list[Part]:
    """Where it stands in the article's text; what stands in the title of a related story is not in it."""
    if row.statement.where == "related":
        return []
    return [{"type": "TextPositionSelector", "start": span.start, "end": span.end}]
