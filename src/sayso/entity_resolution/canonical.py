"""What an actor is called on the record, and by which id."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sayso.data.actor import ActorType
from sayso.entity_resolution.appearance import Appearance
from sayso.entity_resolution.clustering import Group
from sayso.entity_resolution.name_similarity import is_full, parsed

_LAST = "9999"
Label = tuple[str, str, ActorType]
Pairs = Sequence[tuple[str, str]]


def head_of(refs: Iterable[str], known: Mapping[str, Appearance], same: Pairs) -> str:
    """The appearance after which the actor is called: the one that a decision names first, else by the name used most.

    A full name goes before a family name alone; of names used as much the fullest, of appearances the earliest. So one
    page that has somebody's name wrong, or longer than all others, renames nobody.
    """
    refs = list(refs)
    if decided := _kept(set(refs), same):
        return decided
    uses = Counter(known[ref].name for ref in refs)
    return min(refs, key=lambda ref: (*_rank(known[ref].name, uses), *_when(known[ref])))


def named(groups: Iterable[Group], known: Mapping[str, Appearance], same: Pairs) -> dict[str, Label]:
    """Id, name and type by a group's first ref. Of namesakes the earliest has the bare id, the others their ref."""
    heads = {group.first: known[head_of(group.refs, known, same)] for group in groups}
    earliest = {group.first: min(_when(known[ref]) for ref in group.refs) for group in groups}
    takers: defaultdict[str, list[str]] = defaultdict(list)
    for first, head in heads.items():
        takers[head.actor].append(first)
    labels = {}
    for rivals in takers.values():
        for place, first in enumerate(sorted(rivals, key=lambda first: (earliest[first], first))):
            head = heads[first]
            labels[first] = (head.ref if place else head.actor, head.name, head.type)
    return labels


def _kept(refs: set[str], same: Pairs) -> str | None:
    """Whom decisions keep when two become one: always the first of the two, or what he was kept as before."""
    root: dict[str, str] = {}
    for one, other in same:
        if one in refs and other in refs:
            kept, gone = root.get(one, one), root.get(other, other)
            root |= {ref: kept for ref, is_now in root.items() if is_now == gone}
            root |= {one: kept, other: kept, kept: kept, gone: kept}
    return next(iter(root.values()), None)


def _rank(name: str, uses: Mapping[str, int]) -> tuple[bool, int, int, str]:
    read = parsed(name)
    return not (read and is_full(read)), -uses[name], -len(read.words) if read else 0, name


def _when(appearance: Appearance) -> tuple[str, str]:
    return appearance.published or _LAST, appearance.ref
