"""schema.org in JSON-LD: what was said directly is a Quotation, what was said otherwise a Claim.

What someone denied, did not say, might say, thought or wanted is neither, so that no reader of it can take it for
said: it is a `sayso:Statement`, as all are, and its text the whole sentence.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from sayso.data.article import StoryStub
from sayso.data.results import StatementRow
from sayso.data.statement import Principal, Speaker
from sayso.export.formats.columns import iso, named, outer_id, places, words
from sayso.export.formats.uris import actor_iri, document_iri, qid, statement_iri, web_address
from sayso.serialise.json_files import write_list
from sayso.text.telling import mark_of, sentence

Node = dict[str, Any]

CONTEXT: Final = {
    "@vocab": "http://schema.org/",
    "schema": "http://schema.org/",
    "sayso": "urn:sayso:vocabulary:",
    "url": {"@id": "schema:url", "@type": "@id"},
    "sameAs": {"@id": "schema:sameAs", "@type": "@id"},
    "datePublished": {"@id": "schema:datePublished", "@type": "schema:Date"},
    "dateCreated": {"@id": "schema:dateCreated", "@type": "schema:Date"},
}
"""What schema.org's own context says of these terms, so that none has to be fetched."""

_TYPES: Final = {
    "person": "Person",
    "organisation": "Organization",
    "group": "Organization",
    "country": ["Country", "Organization"],
}


def write(rows: Iterable[StatementRow], path: Path) -> None:
    write_list({"@context": CONTEXT}, "@graph", nodes(rows), path)


def nodes(rows: Iterable[StatementRow]) -> Iterator[Node]:
    """The statements, each after its speaker and article; these once, for which their names are kept in memory."""
    seen: set[str] = set()
    for row in rows:
        for node in _around(row):
            if node["@id"] not in seen:
                seen.add(node["@id"])
                yield node
        yield _statement(row)


def _around(row: StatementRow) -> Iterator[Node]:
    yield from map(_actor, named(row))
    if for_whom := row.statement.on_behalf_of:
        yield _actor(for_whom)
    yield _article(row)
    if row.related:
        yield _story(row, row.related)


def _actor(speaker: Speaker | Principal) -> Node:
    item = qid(speaker.actor)
    return _known(
        {
            "@id": actor_iri(speaker.actor),
            "@type": _TYPES.get(speaker.type, "Organization"),
            "name": speaker.name,
            "sayso:type": speaker.type,
            "sameAs": item and f"http://www.wikidata.org/entity/{item}",
        }
    )


def _article(row: StatementRow) -> Node:
    article = row.article
    return _known(
        {
            "@id": document_iri(row),
            "@type": "NewsArticle",
            "headline": article.title,
            "url": web_address(row.document.url),
            "datePublished": iso(article.published),
            "publisher": article.outlet and {"@type": "Organization", "name": article.outlet},
            "encodingFormat": row.document.media_type,
        }
    )


def _story(row: StatementRow, story: StoryStub) -> Node:
    """The story that the statement heads, of which the article's page tells no more than this."""
    return _known(
        {
            "@id": _place(row),
            "@type": "NewsArticle",
            "headline": story.title,
            "url": web_address(story.url),
            "datePublished": iso(story.published),
            "sayso:namedIn": {"@id": document_iri(row)},
        }
    )


def _statement(row: StatementRow) -> Node:
    statement, said = row.statement, row.statement.attribution
    return _known(
        {
            "@id": statement_iri(row.id),
            **_as_said(row),
            "text": words(said.content) if _is_said(row) else sentence(statement, row.within, row.reporter),
            "isPartOf": {"@id": _place(row)},
            "dateCreated": row.dated,
            "sayso:speaker": _speakers(row),
            "sayso:onBehalfOf": statement.on_behalf_of and {"@id": actor_iri(statement.on_behalf_of.actor)},
            "sayso:unresolved": statement.unresolved,
            "sayso:act": said.act,
            "sayso:kind": said.kind,
            "sayso:negated": said.negated,
            "sayso:denied": said.denied,
            "sayso:hypothetical": said.hypothetical,
            "sayso:source": words(said.source),
            "sayso:cue": words(said.cue),
            "sayso:content": words(said.content),
            "sayso:contentSpans": places(said.content),
            "sayso:role": statement.role,
            "sayso:topic": statement.topic,
            "sayso:venue": statement.venue,
            "sayso:reportedBy": _outer(row),
            "sayso:confidence": said.confidence,
        }
    )


def _as_said(row: StatementRow) -> Node:
    """What schema.org has for it, if it was said at all, and not in what somebody says was not so."""
    if not _is_said(row):
        return {"@type": "sayso:Statement"}
    if row.statement.attribution.kind == "direct":
        return {"@type": ["Quotation", "sayso:Statement"], "creator": _speakers(row)}
    return {"@type": ["Claim", "sayso:Statement"], "creator": _speakers(row), "appearance": {"@id": _place(row)}}


def _is_said(row: StatementRow) -> bool:
    said = row.statement.attribution
    return said.act == "said" and not mark_of(said) and not row.within and bool(said.content)


def _place(row: StatementRow) -> str:
    return document_iri(row) + (f"#story-{row.statement.story}" if row.related else "")


def _speakers(row: StatementRow) -> Node | list[Node] | None:
    """The node of who speaks, or the nodes of all who speak together."""
    nodes = [_speaker(speaker) for speaker in row.statement.speakers]
    return nodes if len(nodes) > 1 else next(iter(nodes), None)


def _speaker(speaker: Speaker) -> Node:
    """An actor by his IRI; one whom the article only describes is a node of its own, without any."""
    if not speaker.named:
        return {"@type": _TYPES.get(speaker.type, "Thing"), "name": speaker.name}
    return {"@id": actor_iri(speaker.actor)}


def _outer(row: StatementRow) -> Node | None:
    outer = outer_id(row)
    return {"@id": statement_iri(outer)} if outer else None


def _known(node: Node) -> Node:
    """The node without what is not known: null says nothing in JSON-LD."""
    return {key: value for key, value in node.items() if value is not None}
