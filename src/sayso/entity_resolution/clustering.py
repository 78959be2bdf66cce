"""Groups of appearances that are one actor's, joined the surest first, never against what keeps two apart.

How likely two groups are one is what their appearances say on average, so that no single likeness joins two that are
otherwise unlike.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush
from typing import Final

from sayso.entity_resolution.features import Case, Reason, ruled_out, weigh
from sayso.entity_resolution.name_similarity import family_keys, is_full
from sayso.entity_resolution.profile import Profile, merged

SURE: Final = 0.0
"""Log odds, on average, from which two are joined: likelier one than two."""

MARGIN: Final = 1.0
"""How much likelier than all others one must be to be chosen among several."""

Weights = dict[int, dict[int, float]]
_FEW: Final = 20
_AT_ONCE: Final = 150
_OTHERS: Final = -0.5
_MEMBERS: Final = 5
_UNLIKE: Final = -4.0
SAME_WORDS: Final = Case.of(Reason(4.0, "the same name"))


@dataclass(frozen=True, slots=True)
class Group:
    """Appearances, by ref, that are one actor's, what is known of him, and the case for each that was joined.

    `members` are what single appearances say, of many a few that stand for the rest.
    """

    refs: tuple[str, ...]
    profile: Profile
    members: tuple[Profile, ...]
    cases: dict[str, Case] = field(default_factory=dict)

    @property
    def first(self) -> str:
        return self.refs[0]

    @property
    def families(self) -> frozenset[str]:
        """The keys of the family names that these go by."""
        return frozenset(key for name in self.profile.names for key in family_keys(name))

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


def case_of(some: Group, other: Group) -> Case | None:
    """The case for two groups being one: the reasons of all that is known, and what they weigh from one to one."""
    whole = weigh(some.profile, other.profile)
    if whole is None or len(some.members) == len(other.members) == 1:
        return whole
    each = [case.weight if (case := weigh(a, b)) else _UNLIKE for a in some.members for b in other.members]
    return Case(whole.reasons, sum(each) / len(each))


def _few(members: Iterable[Profile]) -> tuple[Profile, ...]:
    """Some of many members, taken evenly from all."""
    known = list(members)
    step = max(1, -(-len(known) // _MEMBERS))
    return tuple(known[::step])


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
        cases |= dict.fromkeys(other.refs, case_of(first, other) or SAME_WORDS) | other.cases
    return _of_all(groups, cases)


def _of_all(groups: Iterable[Group], cases: dict[str, Case]) -> Group:
    ordered = sorted(groups, key=lambda group: group.first)
    refs = tuple(sorted(ref for group in ordered for ref in group.refs))
    members = _few(member for group in ordered for member in group.members)
    return Group(refs, merged(group.profile for group in ordered), members, cases)


def with_joined(group: Group, others: list[tuple[Group, Case]]) -> Group:
    """A group with others that were joined to it, each for its own reasons."""
    if not others:
        return group
    cases = dict(group.cases)
    for other, case in others:
        cases |= dict.fromkeys(other.refs, case) | other.cases
    return _of_all([group, *(other for other, _ in others)], cases)


def agglomerated(groups: Iterable[Group], apart: Apart, bonus: Reason | None = None) -> list[Group]:
    """Join what is surely one, the surest pair first, until nothing sure is left; `bonus` speaks for every pair.

    Of many, so many at a time are joined first, and then what has come of them.
    """
    ordered = sorted(groups, key=lambda group: group.first)
    while len(ordered) > _AT_ONCE:
        parts = [ordered[n : n + _AT_ONCE] for n in range(0, len(ordered), _AT_ONCE)]
        joined = sorted((g for part in parts for g in _joined(part, apart, bonus)), key=lambda group: group.first)
        if len(joined) == len(ordered):
            return joined
        ordered = joined
    return _joined(ordered, apart, bonus)


def _joined(groups: list[Group], apart: Apart, bonus: Reason | None) -> list[Group]:
    alive = dict(enumerate(groups))
    weights = _weighed(groups, apart, bonus)
    queue = [(-weight, m, n) for n in alive for m, weight in weights[n].items() if m < n and weight >= SURE]
    heapify(queue)
    while queue:
        against, m, n = heappop(queue)
        if m in alive and n in alive and not _torn(m, n, alive, weights):
            number = max(alive) + 1
            weights[number] = _on_average(m, n, alive, weights)
            some, other = alive.pop(m), alive.pop(n)
            whole = weigh(some.profile, other.profile) or SAME_WORDS
            alive[number] = join(some, other, Case((*whole.reasons, bonus) if bonus else whole.reasons, -against))
            for third, weight in weights[number].items():
                weights[third][number] = weight
                if weight >= SURE:
                    heappush(queue, (-weight, third, number))
    return list(alive.values())


def _weighed(groups: list[Group], apart: Apart, bonus: Reason | None) -> Weights:
    """How likely each two are one; two of whom something is against it have no weight."""
    found: Weights = {n: {} for n in range(len(groups))}
    more = bonus.weight if bonus else 0.0
    for n, other in enumerate(groups):
        for m, some in enumerate(groups[:n]):
            if not (apart.keeps(some.refs, other.refs) or ruled_out(some.profile, other.profile)):
                case = case_of(some, other)
                found[m][n] = found[n][m] = (case.weight if case else _UNLIKE) + more
    return found


def _on_average(m: int, n: int, alive: Mapping[int, Group], weights: Weights) -> dict[int, float]:
    """How likely each other is to be one with two that are joined: on average over the appearances of both."""
    some, other = _appearances(alive[m]), _appearances(alive[n])
    if not some + other:
        some = other = 1
    others = sorted(weights[m].keys() & weights[n].keys() & alive.keys())
    return {o: (some * weights[m][o] + other * weights[n][o]) / (some + other) for o in others}


def _appearances(group: Group) -> int:
    """In how many articles somebody is; what a list has of him is no word on whom articles tell of."""
    return len(group.refs) - (1 if group.profile.listed else 0)


def _torn(m: int, n: int, alive: Mapping[int, Group], weights: Weights) -> bool:
    """Whether the smaller of two is as likely to be a third, who is not the larger."""
    larger, smaller = sorted((m, n), key=lambda number: _size(alive[number]))
    best = weights[m][n] - MARGIN
    rivals = [o for o, weight in weights[smaller].items() if o != larger and o in alive and weight > best]
    return any(weights[larger].get(rival, _UNLIKE) < _OTHERS for rival in rivals)


def join(some: Group, other: Group, case: Case) -> Group:
    """One group of two; the smaller is taken to be joined to the larger, and the case kept for its members."""
    larger, smaller = sorted((some, other), key=_size)
    return with_joined(larger, [(smaller, case)])


def _size(group: Group) -> tuple[bool, int, bool, str]:
    return group.is_short, -len(group.refs), not group.profile.roles, group.first


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
    possible = [(g, case) for g in rivals.near(one) if (case := case_of(one, g))]
    possible = [(g, case) for g, case in possible if not apart.keeps(one.refs, g.refs)]
    yield from sorted(possible, key=lambda found: (-found[1].weight, found[0].first))


def attached(
    ones: Iterable[Group], groups: list[Group], apart: Apart, bonus: Callable[[Group], Reason | None] = lambda _: None
) -> tuple[list[Group], list[Group]]:
    """Add each of `ones` to the group that it surely belongs to; returns the groups, and those left over.

    `bonus` is what speaks for each of them beside its likeness to one of the groups.
    """
    rivals, left = Rivals(groups), []
    joining: defaultdict[str, list[tuple[Group, Case]]] = defaultdict(list)
    for one in ones:
        more = bonus(one)
        possible = [(g, case.and_also(more) if more else case) for g, case in likeliest(one, rivals, apart)]
        case, group = chosen(possible)
        if case is None or group is None:
            left.append(one)
        else:
            joining[group.first].append((one, case))
    joined = {first: _never_two_of_one_article(some) for first, some in joining.items()}
    left += [one for first, some in joining.items() for one, case in some if (one, case) not in joined[first]]
    return [with_joined(group, joined.get(group.first, [])) for group in groups], left


def _never_two_of_one_article(some: Iterable[tuple[Group, Case]]) -> list[tuple[Group, Case]]:
    """Of those who would belong to one, the likeliest of each article, for an article that has two tells them apart."""
    taken: list[tuple[Group, Case]] = []
    for one, case in sorted(some, key=lambda found: (-found[1].weight, found[0].first)):
        if not any(ruled_out(one.profile, other.profile) for other, _ in taken):
            taken.append((one, case))
    return taken


def chosen(possible: list[tuple[Group, Case]]) -> tuple[Case | None, Group | None]:
    """The likeliest where it is sure and no other comes near."""
    if not possible:
        return None, None
    group, case = possible[0]
    clear = len(possible) == 1 or case.weight - possible[1][1].weight >= MARGIN
    return (case, group) if clear and case.weight >= SURE else (None, None)
