"""The way back from the JSON form of a document to what it was made from."""

from typing import Any

from sayso.data.actor import Actor
from sayso.data.analysis import Reading
from sayso.data.article import Article, Block, Document, Moment, Residue, Span, StoryStub
from sayso.data.statement import (
    PARTS,
    PLAIN_OF_ATTRIBUTION,
    PLAIN_OF_STATEMENT,
    Attribution,
    Principal,
    Speaker,
    Statement,
)
from sayso.serialise.core import Form
from sayso.serialise.positions import positions_from


def reading_from(form: Form, model: str | None = None) -> Reading:
    """What `core.reading_form` was given; raises KeyError, TypeError or ValueError for another form.

    A form that an earlier version made lacks what that did not know: then nothing was denied, all were
    named and nothing was changed.
    """
    document = Document(**form["document"])
    statements = tuple(_statement(one) for one in form["statements"])
    actors = tuple(_actor(a) for a in form["actors"])
    positions = positions_from(form.get("positions", []))
    return Reading(_article(document, form["article"]), statements, actors, model, positions)


def _article(document: Document, form: Form) -> Article:
    return Article(
        document=document,
        text=form["text"],
        blocks=tuple(_block(block) for block in form["blocks"]),
        title=form["title"],
        outlet=form["outlet"],
        byline=tuple(form["byline"]),
        language=form["language"],
        published=Moment.from_columns(form),
        updated=_moment(form, "updated"),
        wire=form.get("wire"),
        lead=form["lead"],
        related=tuple(_story(story) for story in form["related"]),
        residue=tuple(Residue(**residue) for residue in form["residue"]),
    )


def _block(form: Form) -> Block:
    return Block(form["kind"], form["start"], form["end"], _moment(form, "posted"))


def _moment(form: Form, of: str) -> Moment | None:
    """A moment that some forms do not have."""
    return Moment.from_columns(form, of) if of in form else None


def _story(form: Form) -> StoryStub:
    told = {key: form[key] for key in ("title", "id", "url", "order", "picture")}
    return StoryStub(published=Moment.from_columns(form), **told)


def _statement(form: Form) -> Statement:
    found: dict[str, Any] = {part: _spans(form[part]) for part in PARTS}
    said = Attribution(**found, **_known(form, PLAIN_OF_ATTRIBUTION))
    also = tuple(map(_told, form.get("speakers", [])[1:]))
    told, behalf = _spans(form.get("gender_told", [])), _principal(form.get("on_behalf_of"))
    plain = _known(form, PLAIN_OF_STATEMENT)
    speaker = _speaker(form["speaker"])
    return Statement(said, speaker=speaker, also=also, gender_told=told, on_behalf_of=behalf, **plain)


def _known(form: Form, names: tuple[str, ...]) -> Form:
    """What the form tells of these; a key that it lacks is one that an earlier version did not know."""
    return {name: form[name] for name in names if name in form}


def _speaker(form: Form | None) -> Speaker | None:
    return None if form is None else _told(form)


def _told(form: Form) -> Speaker:
    known = _known(form, ("named", "anonymous", "confidence"))
    return Speaker(form["id"], form["name"], form["type"], form["via"], **known)


def _principal(form: Form | None) -> Principal | None:
    return None if form is None else Principal(form["id"], form["name"], form["type"])


def _actor(form: Form) -> Actor:
    names, roles = tuple(form["names"]), tuple(form["roles"])
    return Actor(form["id"], form["name"], form["type"], names, roles, _spans(form["mentions"]))


def _spans(forms: list[dict[str, Any]]) -> tuple[Span, ...]:
    return tuple(Span(**form) for form in forms)
