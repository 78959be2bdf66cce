"""The JSON form of what the record tells of actors and decisions."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Final

from sayso.data.article import columns_of
from sayso.serialise.core import Form, row_form
from sayso.text.telling import in_full

if TYPE_CHECKING:
    from sayso.data.changes import Since
    from sayso.data.results import Candidate, Decision, Dossier, Facets, Maybe, Other, Related, Saved, StatementRow, Use

_IN_TEXT: Final = 10
"""How many sentences of what is new a hook is told as text."""


def dossier_form(dossier: "Dossier") -> Form:
    """What `sayso who --json` prints of an actor."""
    return {
        "actor": candidate_form(dossier.actor),
        "hit": dossier.hit,
        "match": dossier.match,
        "names": [use_form("name", "articles", use) for use in dossier.names],
        "roles": [use_form("role", "articles", use) for use in dossier.roles],
        "topics": [use_form("topic", "statements", use) for use in dossier.topics],
        "statements": [row_form(row) for row in dossier.statements],
        "spoken_of": [row_form(row) for row in dossier.spoken_of],
        "speakers": [other_form("statements", other) for other in dossier.speakers],
        "subjects": [other_form("statements", other) for other in dossier.subjects],
        "company": [other_form("articles", other) for other in dossier.company],
        "perhaps": [maybe_form(maybe) for maybe in dossier.perhaps],
    }


def candidate_form(candidate: "Candidate") -> Form:
    return {
        "id": candidate.id,
        "name": candidate.name,
        "type": candidate.type,
        "qid": candidate.qid,
        "role": candidate.role,
        "statements": candidate.statements,
        "articles": candidate.articles,
    }


def maybe_form(maybe: "Maybe") -> Form:
    """Another who may be the same: how likely, between 0 and 1, and why."""
    return {**candidate_form(maybe.actor), "score": maybe.score, "reasons": list(maybe.reasons)}


def use_form(what: str, counted: str, use: "Use") -> Form:
    """A name, role or topic with how much has it, the first and the last day of that, and the outlets."""
    return {
        what: use.words,
        counted: use.articles,
        "first": use.first,
        "last": use.last,
        "outlets": list(use.outlets),
    }


def other_form(counted: str, other: "Other") -> Form:
    return {"id": other.id, "name": other.name, counted: other.count}


def facets_form(facets: "Facets") -> Form:
    """What `sayso said --counts --json` prints: how many statements, how many by each value, how many are denials."""
    return asdict(facets)


def saved_form(saved: "Saved") -> Form:
    """What `sayso saved --json` prints of a search that is kept: what it asks for, and how many are new."""
    asked = {name: value for name, value in asdict(saved.search).items() if value is not None}
    return {"name": saved.name, "search": asked, "seen_at": saved.seen_at, "new": saved.new, "hook": saved.hook}


def hook_form(saved: "Saved", rows: "Sequence[StatementRow]") -> Form:
    """What a hook is told: how much is new in a search, and some of it; `text` is for those that only show words."""
    said = "\n".join(f"• {in_full(row)}" for row in rows[:_IN_TEXT])
    text = f"{saved.new} new in “{saved.name}”\n{said}"
    asked = saved_form(saved)["search"]
    return {
        "name": saved.name,
        "search": asked,
        "new": saved.new,
        "text": text,
        "statements": list(map(row_form, rows)),
    }


def since_form(since: "Since") -> Form:
    """What `sayso changes --json` prints."""
    came = [
        {"id": one.article.id, "title": one.article.title, "outlet": one.article.outlet}
        | {"at": one.at, "statements": one.statements, "changed": one.changed}
        for one in since.came
    ]
    return {
        "since": since.moment,
        "came": came,
        "reread": [asdict(one) for one in since.reread],
        "decisions": [decision_form(one) for one in since.decisions],
        "failed": [asdict(one) for one in since.failed],
        "readers": {one.value: one.count for one in since.readers},
    }


def related_form(related: "Related") -> Form:
    """Another article on the matter of one: whether it is a copy, how many utterances and whom they share."""
    article = related.article
    told = {"id": article.id, "title": article.title, "outlet": article.outlet, **columns_of(article.published)}
    return {**told, "is_copy": related.is_copy, "utterances": related.utterances, "people": list(related.people)}


def decision_form(decision: "Decision") -> Form:
    """What `sayso decisions --json` prints of a decision."""
    passage = decision.passage
    return {**asdict(decision), "passage": passage._asdict() if passage else None}
