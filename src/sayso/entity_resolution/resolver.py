"""Who is who: each appearance goes to one actor, and what is not sure stays apart, with those it may be.

decided (by people) → collapsed (same name, same office) → joined (persons in full, bodies) → attached (short names)
→ named. The result hangs on nothing but the set of appearances and decisions, in whatever order they come.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from sayso.data.actor import ActorType
from sayso.entity_resolution.appearance import Appearance, ref_of
from sayso.entity_resolution.body_resolution import joined_bodies
from sayso.entity_resolution.canonical import Label, Pairs, head_of, named
from sayso.entity_resolution.clustering import Apart, Group, Rivals, likeliest
from sayso.entity_resolution.features import Case, Reason
from sayso.entity_resolution.name_similarity import FAMILY_KEY, keys_of
from sayso.entity_resolution.person_resolution import joined_people
from sayso.entity_resolution.profile import Profile, merged, profile_of
from sayso.entity_resolution.union_find import Union

State = Literal["mention", "candidate", "confirmed"]

_WORTH_SHOWING = -1.0
_MOST_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Link:
    """Why an appearance is taken to be its actor's: how likely that is, and the reasons in words.

    It is `confirmed` when it was joined to others; a `candidate` when it stands apart from one whom it may be; else
    a mere `mention`.
    """

    ref: str
    state: State
    score: float | None = None
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Perhaps:
    """Another actor whom this one may be, how likely, and why."""

    id: str
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Identity:
    """One actor: id, name, type, the appearances that are his, and whom else he may be."""

    id: str
    name: str
    type: ActorType
    links: tuple[Link, ...]
    perhaps: tuple[Perhaps, ...] = ()


def identify(appearances: Iterable[Appearance], same: Pairs = (), different: Pairs = ()) -> list[Identity]:
    """Tell who is who. `same` and `different` are pairs of refs that people decided on, in order."""
    known = {appearance.ref: appearance for appearance in appearances}
    same = [pair for pair in same if pair[0] in known and pair[1] in known]
    apart = Apart(different)
    groups = _decided(known, same, apart)
    heads = {group.first: head_of(group.refs, known, same) for group in groups}
    people = [group for group in groups if known[heads[group.first]].type == "person"]
    bodies = [group for group in groups if known[heads[group.first]].type != "person"]
    found = [*joined_people(people, apart), *joined_bodies(bodies, known, apart)]
    labels = named(found, known, same)
    persons = [group for group in found if labels[group.first][2] == "person"]
    maybes = {group.first: near for group, near in _with_maybes(persons, apart)}
    return [_identity(group, labels, maybes.get(group.first, [])) for group in found]


def _decided(known: Mapping[str, Appearance], same: Pairs, apart: Apart) -> list[Group]:
    """One group for each set of appearances that decisions join, and for each appearance by itself."""
    union = Union(known)
    for one, other in [*same, *_same_elsewhere(known, same, apart)]:
        union.join(one, other)
    decided = Case.of(Reason(9.0, "it was decided so"))
    return [_group([profile_of(known[ref]) for ref in refs], refs, decided) for refs in union.sets()]


def _group(members: list[Profile], refs: Sequence[str], decided: Case) -> Group:
    whole = merged(members)
    return Group(tuple(refs), whole, (whole,), dict.fromkeys(refs[1:], decided))


def _same_elsewhere(known: Mapping[str, Appearance], same: Pairs, apart: Apart) -> Iterator[tuple[str, str]]:
    """Two names decided to be one actor's are so in every article that takes them for two people."""
    for one, other in same:
        first, second = known[one].actor, known[other].actor
        for appearance in list(known.values()):
            twin = ref_of(second, appearance.article)
            both = appearance.actor == first != second and twin in known
            if both and not apart.keeps([appearance.ref], [twin]):
                yield appearance.ref, twin


def _with_maybes(found: list[Group], apart: Apart) -> Iterator[tuple[Group, list[tuple[Group, Case]]]]:
    """Each group with those that may be the same: a short name's family, a lone full name's like."""
    by_key: defaultdict[str, list[Group]] = defaultdict(list)
    for group in found:
        for key in _meeting_keys(group):
            by_key[key].append(group)
    rivals = {key: Rivals(groups) for key, groups in by_key.items()}
    for group in found:
        near: dict[str, tuple[Group, Case]] = {}
        if group.is_short or len(group.refs) == 1:
            for key in _meeting_keys(group):
                if group.is_short or not key.startswith(FAMILY_KEY):
                    near |= {g.first: (g, case) for g, case in likeliest(group, rivals[key], apart)}
        yield group, sorted(near.values(), key=lambda found: (-found[1].weight, found[0].first))


def _meeting_keys(group: Group) -> list[str]:
    keys = {key for name in group.profile.names for key in keys_of(name.text, "person")}
    return sorted({key for key in keys if not key.startswith(FAMILY_KEY)} | group.families)


def _identity(group: Group, labels: Mapping[str, Label], maybes: list[tuple[Group, Case]]) -> Identity:
    id_, name, type_ = labels[group.first]
    near = [(g, case) for g, case in maybes if case.weight >= _WORTH_SHOWING][:_MOST_SHOWN]
    perhaps = tuple(Perhaps(labels[g.first][0], case.score, case.words) for g, case in near)
    alone: State = "candidate" if perhaps else "mention"
    links = [_link(ref, group.cases.get(ref), "confirmed" if len(group.refs) > 1 else alone) for ref in group.refs]
    return Identity(id_, name, type_, tuple(links), perhaps)


def _link(ref: str, case: Case | None, state: State) -> Link:
    return Link(ref, state, case.score if case else None, case.words if case else ())
