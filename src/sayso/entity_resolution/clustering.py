"""Groups of appearances that are one actor's, joined the surest first, never against what keeps two apart."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush
from typing import Final

from sayso.entity_resolution.features import Case, Reason, weigh
from sayso.entity_resolution.name_similarity import family_key, is_full
from sayso.entity_resolution.profile import Profile, merged

SURE: Final = 2.0
"""Log odds from which two are joined: seven to one."""

MARGIN: Final = 1.0
"""How much likelier than all others one must be to be chosen among several."""

_FEW: Final = 20
ALONE: Final = Reason(0.5, "nobody else on the record has this family name")
UNLIKE: Final = Case(())
SAME_WORDS: Final = Case((Reason(4.0, "the same name"),))


@dataclass(frozen=True, slots=True)
class Group:
    """Appearances, by ref, that are one actor's, what is known of him, and the case for each that was joined."""

    refs: tuple[str, ...]
    profile: Profile
    cases: dict[str, Case] = field(default_factory=dict)

    @property
    def first(self) -> str:
        return self.refs[0]

    @property
    def families(self) -> frozenset[str]:
        """The keys of the family names that these go by."""
        return frozenset(family_key(name) for name in self.profile.names)

    @property
    def is_short(self) -> bool:
        """Whether no name of theirs is a full one."""
        return not any(is_full(name) for name in self.profile.names)


class Apart:
    """The pairs of appearances that people decided to be different actors'."""

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        self._others: defaultdict[str, set[str]] = defaultdict(set)
        for one, other in pairs:
            self._others[one].add(other)
            self._others[other].add(one)

    def keeps(self, some: Iterable[str], other: Iterable[str]) -> bool:
        """Whether a decision keeps these apart from those."""
        if not self._others:
            return False
        forbidden: set[str] = set().union(*(self._others.get(ref, set()) for ref in some))
        return not forbidden.isdisjoint(other)


def join(some: Group, other: Group, case: Case) -> Group:
    """One group of two; the smaller is taken to be joined to the larger, and the case kept for its members."""
    larger, smaller = sorted((some, other), key=lambda group: (group.is_short, -len(group.refs), group.first))
    cases = larger.cases | dict.fromkeys(smaller.refs, case) | smaller.cases
    return Group(tuple(sorted((*larger.refs, *smaller.refs))), merged((larger.profile, smaller.profile)), cases)


def collapsed(groups: Iterable[Group], alike: Callable[[Group], Hashable], apart: Apart) -> list[Group]:
    """Make one of all groups for which `alike` gives the same, save where a decision keeps them apart."""
    gathered: dict[Hashable, list[list[Group]]] = {}
    for group in sorted(groups, key=lambda group: group.first):
        sets = gathered.setdefault(alike(group), [])
        home = next((some for some in sets if not any(apart.keeps(group.refs, g.refs) for g in some)), None)
        if home is None:
            sets.append([group])
        else:
            home.append(group)
    return [_all_in_one(some) for sets in gathered.values() for some in sets]


def _all_in_one(groups: list[Group]) -> Group:
    """One group of many at once; the case for each is made against the first."""
    if len(groups) == 1:
        return groups[0]
    first, *others = sorted(groups, key=lambda group: (-len(group.refs), group.first))
    cases = dict(first.cases)
    for other in others:
        case = weigh(first.profile, other.profile) or SAME_WORDS
        cases |= dict.fromkeys(other.refs, case) | other.cases
    refs = tuple(sorted(ref for group in groups for ref in group.refs))
    return Group(refs, merged(group.profile for group in groups), cases)


def with_joined(group: Group, others: list[tuple[Group, Case]]) -> Group:
    """A group with others that were joined to it, each for its own reasons."""
    if not others:
        return group
    cases = dict(group.cases)
    for other, case in others:
        cases |= dict.fromkeys(other.refs, case) | other.cases
    refs = tuple(sorted(ref for one in (group, *(other for other, _ in others)) for ref in one.refs))
    return Group(refs, merged((group.profile, *(other.profile for other, _ in others))), cases)


def agglomerated(groups: Iterable[Group], apart: Apart, bonus: Reason | None = None) -> list[Group]:
    """Join what is surely one, the surest pair first, until nothing sure is left; `bonus` speaks for every pair."""
    alive = dict(enumerate(sorted(groups, key=lambda group: group.first)))

    def entry_of(m: int, n: int) -> _Queued | None:
        case = sure_case(alive[m], alive[n], apart, bonus)
        return _Queued((-case.weight, m, n, case)) if case else None

    queue = [entry for n in alive for m in range(n) if (entry := entry_of(m, n))]
    heapify(queue)
    while queue:
        _, m, n, case = heappop(queue)
        if m in alive and n in alive:
            number = max(alive) + 1
            joined = join(alive.pop(m), alive.pop(n), case)
            alive[number] = joined
            for other in list(alive):
                if other != number and (entry := entry_of(other, number)):
                    heappush(queue, entry)
    return list(alive.values())


class _Queued(tuple[float, int, int, Case]):
    """A pair in the queue; two of equal weight are taken in their order, cases are not compared."""

    def __lt__(self, other: tuple[object, ...]) -> bool:
        return self[:3] < other[:3]


def sure_case(some: Group, other: Group, apart: Apart, bonus: Reason | None = None) -> Case | None:
    """The case for two groups being one, where it is sure and no decision is against it."""
    case = weigh(some.profile, other.profile)
    if case and bonus:
        case = Case((*case.reasons, bonus))
    if case is None or case.weight < SURE or apart.keeps(some.refs, other.refs):
        return None
    return case


class Rivals:
    """Groups among which one is sought; of many, only those that share more with it than a name are looked at."""

    def __init__(self, groups: Iterable[Group]) -> None:
        self.groups = list(groups)
        self._index: defaultdict[str, list[Group]] = defaultdict(list)
        if len(self.groups) > _FEW:
            for group in self.groups:
                for feature in _features(group):
                    self._index[feature].append(group)

    def near(self, one: Group) -> list[Group]:
        if len(self.groups) <= _FEW:
            return [group for group in self.groups if group is not one]
        found = {g.first: g for feature in _features(one) for g in self._index[feature] if g is not one}
        return list(found.values())


def _features(group: Group) -> Iterator[str]:
    """What two groups must share to be one in spite of many rivals: company, the noun of a role, or a full name."""
    yield from group.profile.company
    yield from (f"role {role.head}" for role in group.profile.roles)
    yield from (f"name {' '.join(name.words)}" for name in group.profile.names if is_full(name))


def likeliest(one: Group, rivals: Rivals, apart: Apart) -> Iterator[tuple[Group, Case]]:
    """The groups to which one may belong, the likeliest first, each with its case."""
    possible = [(g, case) for g in rivals.near(one) if (case := weigh(one.profile, g.profile))]
    possible = [(g, case) for g, case in possible if not apart.keeps(one.refs, g.refs)]
    yield from sorted(possible, key=lambda found: (-found[1].weight, found[0].first))


def gathered(groups: Iterable[Group], apart: Apart) -> list[Group]:
    """Join each group to the likeliest of those before it, if that is sure: for many of whom little is known."""
    found: list[_Growing] = []
    for one in sorted(groups, key=lambda group: group.first):
        homes = {growing.group.first: growing for growing in found}
        home, case = next(likeliest(one, Rivals(growing.group for growing in found), apart), (one, UNLIKE))
        if case.weight >= SURE:
            homes[home.first].take(one, case)
        else:
            found.append(_Growing(one))
    return [growing.whole() for growing in found]


class _Growing:
    """A group that takes others in: its profile is made anew when it has doubled, so that a thousand cost little."""

    def __init__(self, group: Group) -> None:
        self.group = group
        self._taken: list[tuple[Group, Case]] = []

    def take(self, one: Group, case: Case) -> None:
        self._taken.append((one, case))
        if len(self._taken) >= len(self.group.refs):
            self.group = self.whole()

    def whole(self) -> Group:
        whole, self._taken = with_joined(self.group, self._taken), []
        return whole


def attached(ones: Iterable[Group], groups: list[Group], apart: Apart) -> tuple[list[Group], list[Group]]:
    """Add each of `ones` to the group that it surely belongs to; returns the groups, and those left over."""
    rivals, left = Rivals(groups), []
    joining: defaultdict[str, list[tuple[Group, Case]]] = defaultdict(list)
    for one in ones:
        case, group = chosen(one, list(likeliest(one, rivals, apart)), among=len(groups))
        if case is None or group is None:
            left.append(one)
        else:
            joining[group.first].append((one, case))
    return [with_joined(group, joining[group.first]) for group in groups], left


def chosen(one: Group, possible: list[tuple[Group, Case]], among: int) -> tuple[Case | None, Group | None]:
    """The likeliest where it is sure and no other comes near; where it is the only one, that is a reason too."""
    if not possible:
        return None, None
    group, case = possible[0]
    if len(possible) == among == 1 and one.is_short:
        case = Case((*case.reasons, ALONE))
    clear = len(possible) == 1 or case.weight - possible[1][1].weight >= MARGIN
    return (case, group) if clear and case.weight >= SURE else (None, None)
