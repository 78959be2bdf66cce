"""Organisations, countries and groups: one where their names are, or where an article says what the letters mean."""

from collections import defaultdict
from collections.abc import Hashable, Mapping
from functools import lru_cache

from sayso.coreference.body_clusters import key_of
from sayso.entity_resolution.appearance import Appearance
from sayso.entity_resolution.clustering import Apart, Group, collapsed
from sayso.entity_resolution.name_similarity import parsed

Key = tuple[str, ...]


def joined_bodies(groups: list[Group], known: Mapping[str, Appearance], apart: Apart) -> list[Group]:
    """The bodies behind these appearances; a short name that articles give to two of them stays by itself."""
    meanings: defaultdict[tuple[str, Key], set[Key]] = defaultdict(set)
    for group in groups:
        for appearance in (known[ref] for ref in group.refs):
            full = _key(appearance.name)
            for name in appearance.names:
                if (short := _key(name)) != full and len(short) < len(full):
                    meanings[appearance.type, short].add(full)

    def body(group: Group) -> Hashable:
        appearance = known[group.first]
        key = _key(appearance.name)
        meant = meanings.get((appearance.type, key), set())
        return appearance.type, next(iter(meant)) if len(meant) == 1 else key

    return collapsed(groups, body, apart)


@lru_cache(maxsize=20_000)
def _key(name: str) -> Key:
    read = parsed(name)
    return key_of(read) if read else (name,)
