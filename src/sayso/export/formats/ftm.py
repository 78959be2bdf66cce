"""FollowTheMoney, as Aleph and OpenSanctions read it: one entity a line.

A statement is a Documentation: the link between an Article and the one who speaks in it, one for each of several. Of
whom nobody knows who spoke, or whom the article only describes, it is a Note on the article: an entity "police" would
be taken for one.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from hashlib import sha1
from pathlib import Path
from typing import Any, Final

from sayso.data.results import StatementRow
from sayso.data.statement import Speaker
from sayso.export.formats.columns import how_said, iso, named, words
from sayso.export.formats.uris import qid, web_address
from sayso.serialise.json_files import write_lines
from sayso.text.telling import sentence

Entity = dict[str, Any]

_SCHEMAS: Final = {"person": "Person", "organisation": "Organization", "country": "Territory", "group": "LegalEntity"}
_ZONED = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)")
_ID = re.compile(r"[0-9a-zA-Z]([0-9a-zA-Z.\-]*[0-9a-zA-Z])?")


def write(rows: Iterable[StatementRow], path: Path) -> None:
    write_lines(entities(rows), path)


def entities(rows: Iterable[StatementRow]) -> Iterator[Entity]:
    """The statements, each after its speaker and article; these once, for which their ids are kept in memory."""
    seen: set[str] = set()
    for row in rows:
        for one in _around(row):
            if one["id"] not in seen:
                seen.add(one["id"])
                yield one
        speaking = named(row)
        yield from (_link(row, speaker, n) for n, speaker in enumerate(speaking))
        if not speaking:
            yield _note(row)


def _around(row: StatementRow) -> Iterator[Entity]:
    yield from map(_actor, named(row))
    yield _article(row)


def _actor(speaker: Speaker) -> Entity:
    schema = _SCHEMAS.get(speaker.type, "LegalEntity")
    level = "country" if schema == "Territory" else None
    return _entity(actor_id(speaker.actor), schema, name=speaker.name, level=level, wikidataId=qid(speaker.actor))


def _article(row: StatementRow) -> Entity:
    return _entity(
        _article_id(row),
        "Article",
        fileName=row.document.name,
        title=row.article.title,
        publisher=row.article.outlet,
        publishedAt=in_utc(iso(row.article.published)),
        sourceUrl=web_address(row.document.url),
        mimeType=row.document.media_type,
        notes=f"sha256:{row.document.sha256}",
    )


def _link(row: StatementRow, speaker: Speaker, number: int) -> Entity:
    """The link of one speaker; those who speak together have one each, told by their number."""
    return _entity(
        made_id("statement", f"{row.id} {number}" if number else row.id),
        "Documentation",
        document=_article_id(row),
        entity=actor_id(speaker.actor),
        proof=_article_id(row),
        role=_how(row),
        date=in_utc(row.dated),
        summary=sentence(row.statement, row.within, row.reporter),
        description=_circumstances(row),
        recordId=row.id,
        publisher=row.article.outlet,
        sourceUrl=web_address(row.document.url),
    )


def _note(row: StatementRow) -> Entity:
    described = row.statement.speaker and row.statement.speaker.name
    return _entity(
        made_id("statement", row.id),
        "Note",
        entity=_article_id(row),
        proof=_article_id(row),
        name=f"{described or words(row.statement.attribution.source) or 'no one named'}: {_how(row)}",
        description=sentence(row.statement, row.within, row.reporter),
        notes=_circumstances(row),
        summary=row.statement.unresolved,
        publisher=row.article.outlet,
        sourceUrl=web_address(row.document.url),
    )


def _how(row: StatementRow) -> str:
    """ "said, indirect, negated": a link that is shown with no more than this must not mislead."""
    return ", ".join(how_said(row))


def _circumstances(row: StatementRow) -> str | None:
    """Whatever else is known of it and has no property of its own, a line each."""
    statement, said = row.statement, row.statement.attribution
    known = {
        "content": words(said.content),
        "source": words(said.source),
        "cue": words(said.cue),
        "role": statement.role,
        "on behalf of": statement.on_behalf_of and statement.on_behalf_of.name,
        "topic": statement.topic,
        "venue": statement.venue,
        "headline of": row.related and row.related.title,
        "confidence": f"{said.confidence:.2f}",
    }
    return "\n".join(f"{what}: {value}" for what, value in known.items() if value)


def in_utc(value: str | None) -> str | None:
    """The time as FollowTheMoney has it, in UTC, where the time zone is known; any other as it is."""
    if value is None or not _ZONED.fullmatch(value):
        return value
    moment = datetime.fromisoformat(value)
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat()


def _article_id(row: StatementRow) -> str:
    return made_id("article", row.article.id)


def actor_id(actor: str) -> str:
    """The actor's own id where it can be one here, as those from a list of the user's can; else one made of it."""
    return actor if _ID.fullmatch(actor) else made_id("actor", actor)


def made_id(*parts: str) -> str:
    """An id that is always the same for the same thing, of nothing but letters, digits and a dash."""
    return f"sayso-{sha1(':'.join(parts).encode()).hexdigest()}"


def _entity(id_: str, schema: str, **values: str | None) -> Entity:
    properties = {name: [value] for name, value in values.items() if value}
    return {"id": id_, "schema": schema, "properties": properties}
