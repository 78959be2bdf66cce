"""Who is in an article, as rows: each appearance with its names, roles, mentions and the words around it."""

from typing import Any

from sqlalchemy import Connection

from sayso.data.actor import Actor
from sayso.data.article import Article
from sayso.entity_resolution import around, keys_of, names_of
from sayso.record.store import schema
from sayso.record.store.name_words import initials_of, words_of
from sayso.record.store.schema_identity import unsettled
from sayso.record.store.sheaf import Sheaf


def add_actors(sheaf: Sheaf, article: Article, actors: tuple[Actor, ...], article_id: int) -> dict[str, int]:
    """Everybody in the article, each for now the one so called; returns the appearances by the reading's ids."""
    if not actors:
        return {}
    sheaf.add(schema.actors, [{"id": a.id, "name": a.name, "type": a.type} for a in actors])
    appearances = {}
    for n, a in enumerate(actors):
        seen = {"article_id": article_id, "n": n, "local": a.id, "name": a.name, "type": a.type, "actor_id": a.id}
        appearances[a.id] = sheaf.add_one(schema.appearances, {**seen, "around": _around(article, a)})
    _add_names(sheaf, actors, appearances)
    roles = [
        {"appearance_id": appearances[a.id], "role": role, "n": n}
        for a in actors
        for n, role in enumerate(dict.fromkeys(a.roles))
    ]
    sheaf.add(schema.roles, roles)
    sheaf.add(schema.role_words, _words_of_roles({row["role"] for row in roles}))
    mentions = [
        {
            "appearance_id": appearances[a.id],
            "start_char": m.start,
            "end_char": m.end,
            "text": None if m.text == a.name else m.text,
        }
        for a in actors
        for m in dict.fromkeys(a.mentions)
    ]
    sheaf.add(schema.mentions, mentions)
    return appearances


def _words_of_roles(roles: set[Any]) -> list[dict[str, str]]:
    return [{"word": word, "role": role} for role in sorted(roles) for word in sorted(set(words_of(role)))]


def _around(article: Article, actor: Actor) -> list[Any]:
    told = around(article, actor)
    return [told.near, told.far, told.born]


def _add_names(sheaf: Sheaf, actors: tuple[Actor, ...], appearances: dict[str, int]) -> None:
    """The names that the article gives each actor; their bearers are to be told apart once more."""
    ids = _named(sheaf, {(actor.type, name) for actor in actors for name in names_of(actor)})
    called = [
        {"appearance_id": appearances[actor.id], "name_id": ids[name], "n": n}
        for actor in actors
        for n, name in enumerate(names_of(actor))
    ]
    sheaf.add(schema.called, called)


def write_names(connection: Connection, borne: set[tuple[str, str]]) -> dict[str, int]:
    """Names, each with its bearer's type: the words and keys by which they are found. Returns the ids by name."""
    sheaf = Sheaf(connection)
    ids = _named(sheaf, borne)
    sheaf.write()
    return ids


def _named(sheaf: Sheaf, borne: set[tuple[str, str]]) -> dict[str, int]:
    texts = sorted({name for _, name in borne})
    ids = sheaf.names(texts)
    words = {(word, name) for name in texts for word in words_of(name)}
    initials = {(initials_of(name), name) for type_, name in borne if type_ != "person"}
    both = sorted(words | {(word, name) for word, name in initials if word})
    sheaf.add(schema.name_words, [{"word": word, "name_id": ids[name]} for word, name in both])
    keys = [
        {"key": key, "name_id": ids[name]}
        for type_, name in sorted(borne)
        for key in keys_of(name, type_)  # type: ignore[arg-type]
    ]
    sheaf.add(schema.name_keys, keys)
    fresh = [{"type": type_, "name_id": ids[name]} for type_, name in sorted(borne)]
    sheaf.add(unsettled, fresh)
    return ids
