"""Who is in an article, as rows: each appearance with its names, roles, mentions and the words around it."""

from typing import Any

from sqlalchemy import Connection, select

from sayso.data.actor import Actor
from sayso.data.article import Article
from sayso.entity_resolution import around, keys_of, names_of
from sayso.record.store import schema
from sayso.record.store.bulk import insert_all, insert_numbered
from sayso.record.store.name_words import words_of
from sayso.record.store.schema_identity import unsettled


def write_actors(
    connection: Connection, article: Article, actors: tuple[Actor, ...], article_id: int
) -> dict[str, int]:
    """Everybody in the article, each for now the one so called; returns the appearances by the reading's ids."""
    if not actors:
        return {}
    insert_all(connection, schema.actors, [{"id": a.id, "name": a.name, "type": a.type} for a in actors], or_keep=True)
    seen = [
        {"local": a.id, "name": a.name, "type": a.type, "actor_id": a.id, "around": _around(article, a)} for a in actors
    ]
    ids = insert_numbered(connection, schema.appearances, article_id, seen)
    appearances = {actor.id: id_ for actor, id_ in zip(actors, ids, strict=True)}
    _write_names(connection, actors, appearances)
    roles = [
        {"appearance_id": appearances[a.id], "role": role, "n": n}
        for a in actors
        for n, role in enumerate(dict.fromkeys(a.roles))
    ]
    insert_all(connection, schema.roles, roles)
    insert_all(connection, schema.role_words, _words_of_roles({row["role"] for row in roles}), or_keep=True)
    mentions = [
        {"appearance_id": appearances[a.id], "start_char": m.start, "end_char": m.end, "text": m.text}
        for a in actors
        for m in dict.fromkeys(a.mentions)
    ]
    insert_all(connection, schema.mentions, mentions)
    return appearances


def _words_of_roles(roles: set[Any]) -> list[dict[str, str]]:
    return [{"word": word, "role": role} for role in sorted(roles) for word in sorted(set(words_of(role)))]


def _around(article: Article, actor: Actor) -> list[Any]:
    told = around(article, actor)
    return [told.near, told.far]


def _write_names(connection: Connection, actors: tuple[Actor, ...], appearances: dict[str, int]) -> None:
    """The names that the article gives each actor; their bearers are to be told apart once more."""
    ids = write_names(connection, {(actor.type, name) for actor in actors for name in names_of(actor)})
    called = [
        {"appearance_id": appearances[actor.id], "name_id": ids[name], "n": n}
        for actor in actors
        for n, name in enumerate(names_of(actor))
    ]
    insert_all(connection, schema.called, called)


def write_names(connection: Connection, borne: set[tuple[str, str]]) -> dict[str, int]:
    """Names, each with its bearer's type: the words and keys by which they are found. Returns the ids by name."""
    texts = sorted({name for _, name in borne})
    insert_all(connection, schema.names, [{"name": name} for name in texts], or_keep=True)
    query = select(schema.names).where(schema.names.c.name.in_(texts))
    ids = {row.name: row.id for row in connection.execute(query)}
    words = [{"word": word, "name_id": ids[name]} for name in texts for word in sorted(set(words_of(name)))]
    insert_all(connection, schema.name_words, words, or_keep=True)
    keys = [
        {"key": key, "name_id": ids[name]}
        for type_, name in sorted(borne)
        for key in keys_of(name, type_)  # type: ignore[arg-type]
    ]
    insert_all(connection, schema.name_keys, keys, or_keep=True)
    fresh = [{"type": type_, "name_id": ids[name]} for type_, name in sorted(borne)]
    insert_all(connection, unsettled, fresh, or_keep=True)
    return ids
