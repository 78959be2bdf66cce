"""The JSON form of what statements and articles are made of."""

from typing import Any

from sayso.data.article import Document, Span, StoryStub, columns_of
from sayso.data.statement import Principal, Speaker

Form = dict[str, Any]


def document_form(document: Document) -> Form:
    return {
        "name": document.name,
        "url": document.url,
        "media_type": document.media_type,
        "sha256": document.sha256,
        "asked_url": document.asked_url,
    }


def story_form(story: StoryStub) -> Form:
    return {
        "title": story.title,
        "id": story.id,
        "url": story.url,
        "order": story.order,
        **columns_of(story.published),
        "picture": story.picture,
    }


def speaker_form(speaker: Speaker) -> Form:
    return {
        "id": speaker.actor,
        "name": speaker.name,
        "type": speaker.type,
        "via": speaker.via,
        "named": speaker.named,
        "anonymous": speaker.anonymous,
        "confidence": round(speaker.confidence, 3),
    }


def principal_form(principal: Principal) -> Form:
    return {"id": principal.actor, "name": principal.name, "type": principal.type}


def span_form(span: Span) -> Form:
    return {"start": span.start, "end": span.end, "text": span.text}
