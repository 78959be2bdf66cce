"""An article as it reads, with every attribution marked, and the words as they came beside those that were read."""

from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from typing import Annotated, Final

from fastapi import APIRouter, HTTPException, Query, Request, Response

from sayso.data.keeping import LEFT_OUT
from sayso.data.results import Held, StatementRow
from sayso.record import Record
from sayso.serving.web.base import iterate
from sayso.serving.web.base.dependencies import OnRecord, in_one_moment
from sayso.serving.web.base.left_out import in_excerpts, shortened, without_gaps
from sayso.serving.web.base.permissions import may_read_whole, may_write
from sayso.serving.web.base.rendering import number_of, page
from sayso.serving.web.base.source_view import Excerpt, as_it_came, excerpt
from sayso.serving.web.base.span_markup import Piece, colours, paragraphs, pieces

router = APIRouter(include_in_schema=False)
IN_A_PART: Final = 40_000
"""How many characters of a text one page shows."""
MOST_RESIDUE: Final = 20
MOST_PARTED: Final = 30

Number = Annotated[int | None, Query(ge=0, le=1_000_000, description="A statement to light up.")]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A statement's words where they were read, and where they stand in the document as it came, if that shows."""

    row: StatementRow
    read: Excerpt
    came: Excerpt | None
    kept: bool


@router.get("/article/{key}")
@in_one_moment
def article(
    request: Request,
    record: OnRecord,
    key: str,
    s: Number = None,
    part: Annotated[int, Query(ge=1, le=10_000)] = 1,
) -> Response:
    """`s` is the number of a statement to light up and show the evidence of."""
    whole = may_read_whole(request)
    held = record.held(key) if whole else in_excerpts(record.held(key))
    text = held.article.text
    chosen = next((row for row in held.statements if number_of(row.id) == s), None)
    parts = max(1, -(-len(text) // IN_A_PART))
    part = min(part, parts) if chosen is None else _place(chosen) // IN_A_PART + 1
    start, end = (part - 1) * IN_A_PART, min(part * IN_A_PART, len(text))
    body = [row for row in held.statements if row.statement.where != "related"]
    return page(
        request,
        "article.html",
        held=held,
        paragraphs=list(without_gaps(paragraphs(held.article, body, start, end))),
        whole=whole,
        trimmed=LEFT_OUT in text,
        in_digests=any(row.statement.attribution.digest for row in held.statements),
        rows=[row for row in body if start <= _place(row) < end],
        by_number={number_of(row.id): row for row in held.statements},
        colours=colours(held.statements),
        related=_related(held),
        beside=record.related(key),
        named=_named(held),
        parted=list(iterate.appearances(record, held))[:MOST_PARTED] if may_write(request) else [],
        evidence=chosen and _evidence(record if whole else None, held, chosen),
        chosen=s,
        part=part,
        parts=parts,
        versions=record.versions(key),
        most_residue=MOST_RESIDUE,
    )


@router.get("/article/{key}/original")
def original(request: Request, record: OnRecord, key: str) -> Response:
    """The document as it came, byte for byte, for saving; a browser that opens it shows text."""
    if not may_read_whole(request):
        raise HTTPException(403, "only who has entered may have whole documents")
    document = record.original(key)
    if document is None:
        raise HTTPException(404, "the document was not kept as it came")
    name = f'attachment; filename="{key}.txt"'
    return Response(document, media_type="text/plain", headers={"Content-Disposition": name})


def _place(row: StatementRow) -> int:
    """Where in the article's text a statement begins; those of related stories stand beside it."""
    said = row.statement.attribution
    if row.statement.where == "related":
        return 0
    return min((span.start for span in (*said.source, *said.cue, *said.content)), default=0)


def _related(held: Held) -> list[tuple[int, tuple[Piece, ...]]]:
    """The stories that the page names, by number, with the statements in their titles marked."""
    rows = defaultdict(list)
    for row in held.statements:
        if row.statement.where == "related":
            rows[row.statement.story].append(row)
    return [(number, pieces(story.title, rows[number])) for number, story in enumerate(held.article.related)]


def _named(held: Held) -> list[tuple[str, str, str, int]]:
    """Whom the article names, and how often: id, name, type, mentions."""
    counts: Counter[tuple[str, str, str]] = Counter()
    for actor in held.actors:
        counts[actor.id, actor.name, actor.type] += len(actor.mentions)
    return [(*who, count) for who, count in counts.most_common()]


def _evidence(record: Record | None, held: Held, row: StatementRow) -> Evidence:
    """Without a `record` nothing of the document as it came is shown."""
    said = row.statement.attribution
    spans = [*said.source, *said.cue, *said.content]
    story = row.statement.story
    text = held.article.text if story is None else held.article.related[story].title
    document = record.original(row.article.id) if record else None
    came = as_it_came(document, text, spans) if document else None
    read = excerpt(text, [(span.start, span.end) for span in spans])
    read = replace(read, pieces=tuple((shortened(piece), lit) for piece, lit in read.pieces))
    return Evidence(row, read, came, document is not None)
