"""Articles as one would print them, with who says what marked by hand: readings without a model.

    <Ana Ruiz> {said that} [the dam must stay].

is a statement with a source, a cue and a content; a paragraph holds one of them or none.
"""

import re
from dataclasses import replace
from hashlib import sha256

from sayso.data.actor import Actor
from sayso.data.analysis import Reading
from sayso.data.article import Article, Block, Document, Moment, Precision, Span, StoryStub
from sayso.data.statement import Attribution, Speaker, Statement

MARKED = re.compile(r"<(?P<source>[^>]*)>|\{(?P<cue>[^}]*)\}|\[(?P<content>[^]]*)\]")
PRECISIONS: dict[int, Precision] = {4: "year", 7: "month", 10: "day", 16: "minute", 19: "second"}


def person(name: str, *also: str, roles: tuple[str, ...] = (), mentions: tuple[Span, ...] = ()) -> Actor:
    return Actor(f"person:{name.lower().replace(' ', '-')}", name, "person", (name, *also), roles, mentions)


RUIZ = person("Ana Ruiz", "Ruiz", roles=("mayor of Orsa",))
HOLT = person("Ben Holt", "Holt")


def moment(value: str | None, found_in: str = "dateline") -> Moment | None:
    return Moment(value, PRECISIONS.get(len(value), "second"), found_in, value) if value else None


def unmarked(marked: str) -> str:
    return MARKED.sub(lambda found: found[found.lastgroup or 0], marked)


def attribution(marked: str, offset: int = 0) -> Attribution:
    """The attribution marked in a paragraph that begins at `offset` of the text."""
    spans: dict[str, list[Span]] = {"source": [], "cue": [], "content": []}
    for found in MARKED.finditer(marked):
        part = found.lastgroup or ""
        start = offset + len(unmarked(marked[: found.start()]))
        spans[part].append(Span(start, start + len(found[part]), found[part]))
    return Attribution(tuple(spans["source"]), tuple(spans["cue"]), tuple(spans["content"]))


def speaker(source: str, actors: tuple[Actor, ...]) -> Speaker | None:
    """Whose name the source is; "she" and "he" are the first actor."""
    for actor in actors:
        if source in actor.names:
            return Speaker(actor.id, actor.name, actor.type, "name")
    if source.lower() in ("she", "he"):
        return Speaker(actors[0].id, actors[0].name, actors[0].type, "pronoun")
    return None


def statement(marked: str, offset: int, actors: tuple[Actor, ...], story: int | None = None) -> Statement:
    said = attribution(marked, offset)
    who = speaker(said.source[0].text, actors) if said.source else None
    why = None if who else "nobody in the article is called so"
    return Statement(said, "body" if story is None else "related", story, who, why)


def printed(
    *paragraphs: str,
    on: str | None = None,
    title: str = "The dam at Orsa",
    outlet: str | None = None,
    actors: tuple[Actor, ...] = (RUIZ, HOLT),
    related: tuple[tuple[str, str | None], ...] = (),
    name: str = "dam.txt",
) -> Reading:
    """The reading of an article of these marked paragraphs, and of the marked titles of other stories."""
    plain = [title, *map(unmarked, paragraphs)]
    text = "\n\n".join(plain)
    starts = [sum(len(p) + 2 for p in plain[:n]) for n in range(len(plain))]
    blocks = tuple(Block("paragraph" if n else "title", s, s + len(plain[n])) for n, s in enumerate(starts))
    said = [statement(p, s, actors) for p, s in zip(paragraphs, starts[1:], strict=True) if MARKED.search(p)]
    said += [statement(t, 0, actors, n) for n, (t, _) in enumerate(related)]
    article = Article(
        document=Document(name, None, "text/plain", sha256(f"{name}{on}{text}".encode("utf-8", "replace")).hexdigest()),
        text=text,
        blocks=blocks,
        title=title,
        outlet=outlet,
        language="en",
        published=moment(on),
        related=tuple(
            StoryStub(unmarked(t), order=n, published=moment(day, "picture path")) for n, (t, day) in enumerate(related)
        ),
    )
    return Reading(article, tuple(said), tuple(found_in(text, actor) for actor in actors))


def found_in(text: str, actor: Actor) -> Actor:
    """The actor with every place where the text names them."""
    pattern = "|".join(re.escape(name) for name in sorted(actor.names, key=len, reverse=True))
    mentions = tuple(Span(m.start(), m.end(), m.group()) for m in re.finditer(pattern, text))
    return Actor(actor.id, actor.name, actor.type, actor.names, actor.roles, mentions)


def described(reading: Reading) -> Reading:
    """The reading with every source that is nobody's name described by its own words, as one whom it does not name."""
    key = reading.article.document.sha256[:16]
    return replace(reading, statements=tuple(_described(one, key) for one in reading.statements))


def _described(statement: Statement, key: str) -> Statement:
    if statement.speaker or not statement.attribution.source:
        return statement
    words = statement.attribution.source[0].text
    who = Speaker(f"group:{words.lower().replace(' ', '-')}@{key}", words, "group", "description", named=False)
    return replace(statement, speaker=who, unresolved=None)


def denied(reading: Reading) -> Reading:
    """The reading with what "denied" attributes marked as a denial."""

    def marked(one: Statement) -> Statement:
        is_denial = any(span.text == "denied" for span in one.attribution.cue)
        return replace(one, attribution=replace(one.attribution, denied=is_denial))

    return replace(reading, statements=tuple(map(marked, reading.statements)))
