"""Which printings are of one utterance, and which are altered printings of one.

What comes out hangs on the printings alone and not on their order; only the ids tell what was there before.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from itertools import combinations

from sayso.utterances.likeness import Relation, compare
from sayso.utterances.printing import Printing


@dataclass(frozen=True, slots=True)
class Change:
    """Of which utterance another is an altered printing, and what differs: its own words and those in their place."""

    of: str
    words: str
    instead_of: str


@dataclass(frozen=True, slots=True)
class Utterance:
    """One act of speaking: its id, its printings in order, and of what it is an altered printing, if of any."""

    id: str
    printings: tuple[Printing, ...]
    altered: Change | None = None


Pair = tuple[str, str]


@dataclass(slots=True)
class _Related:
    """Printings by their keys, and how each two of them stand, where that tells something."""

    printings: dict[str, Printing]
    relations: dict[Pair, Relation] = field(default_factory=dict)

    def between(self, one: str, other: str) -> Relation | None:
        return self.relations.get((one, other) if one < other else (other, one))


def grouped(printings: Iterable[Printing]) -> list[Utterance]:
    """The utterances of one speaker's printings, in order of their first."""
    related = _Related({p.key: p for p in sorted(printings, key=lambda p: p.key)})
    free = [p for p in related.printings.values() if p.given is None]
    for one, other in combinations(free, 2):
        relation = compare(one, other)
        if relation.how != "unlike":
            related.relations[one.key, other.key] = relation
    groups = _with_given(_joined(related, free), related)
    ids = _ids([[related.printings[key] for key in group] for group in groups])
    altered = _altered(groups, ids, related)
    return [
        Utterance(id_, tuple(related.printings[key] for key in group), altered.get(n))
        for n, (group, id_) in enumerate(zip(groups, ids, strict=True))
    ]


def _joined(related: _Related, free: Sequence[Printing]) -> list[list[str]]:
    """Join first the two that have most printings in common, unless any of the one is kept apart from any of the other.

    So what is cut so short that it fits a saying and its opposite goes to the one that most print.
    """
    group_of = {p.key: [p.key] for p in free}
    same = _same(related)
    pairs = [(-len(same[a] & same[b]), -related.relations[a, b].score, a, b) for a in same for b in same[a] if a < b]
    for _, _, one, other in sorted(pairs):
        some, others = group_of[one], group_of[other]
        if some is not others and not _kept_apart(some, others, related):
            some += others
            group_of |= dict.fromkeys(others, some)
    return sorted({id(group): sorted(group) for group in group_of.values()}.values())


def _same(related: _Related) -> dict[str, set[str]]:
    """With which others each printing prints the same."""
    bent = _bent(related)
    same: dict[str, set[str]] = {key: set() for key in related.printings}
    for (one, other), relation in related.relations.items():
        within = related.printings[one].story == related.printings[other].story
        if relation.how == "same" and (within or not {one, other} & bent):
            same[one].add(other)
            same[other].add(one)
    return same


def _bent(related: _Related) -> set[str]:
    """The printings that a copy of a story has altered: more of its other copies have it otherwise than so.

    They are nobody else's words: what they happen to say elsewhere is another saying.
    """
    balance: Counter[str] = Counter()
    touched: set[str] = set()
    for (one, other), relation in related.relations.items():
        first, second = related.printings[one], related.printings[other]
        copies = first.story == second.story and first.article != second.article
        if copies and relation.how in ("same", "altered"):
            by = 1 if relation.how == "same" else -1
            balance.update({one: by, other: by})
            touched |= {one, other} if by < 0 else set()
    return {key for key in touched if balance[key] < 0}


def _kept_apart(some: Sequence[str], others: Sequence[str], related: _Related) -> bool:
    for one in some:
        for other in others:
            relation = related.between(one, other)
            if relation is not None and relation.how != "same":
                return True
            if _decided_apart(related.printings[one], related.printings[other]):
                return True
    return False


def _decided_apart(one: Printing, other: Printing) -> bool:
    return other.utterance in one.kept_from or one.utterance in other.kept_from


def _with_given(groups: list[list[str]], related: _Related) -> list[list[str]]:
    """Put what people put into an utterance where most of it is; where nothing of it is left, together."""
    by_id: dict[str, list[str]] = {}
    for printing in related.printings.values():
        if printing.given is None:
            continue
        if printing.given not in by_id:
            homes = [(sum(related.printings[k].utterance == printing.given for k in g), g) for g in groups]
            most, home = max(homes, key=lambda found: found[0], default=(0, []))
            by_id[printing.given] = home if most else []
            if not most:
                groups.append(by_id[printing.given])
        by_id[printing.given].append(printing.key)
    return sorted(sorted(group) for group in groups)


def _ids(groups: Sequence[Sequence[Printing]]) -> list[str]:
    """Each keeps the id that most of it has; of several with one id the largest. Others are named after their first."""
    claims = [
        (-count, id_ != group[0].own, group[0].key, id_, n)
        for n, group in enumerate(groups)
        for id_, count in Counter(p.given or p.utterance for p in group).items()
        if id_
    ]
    ids: dict[int, str] = {}
    for _, _, _, id_, n in sorted(claims):
        if n not in ids and id_ not in ids.values():
            ids[n] = id_
    taken = {id_ for *_, id_, _ in claims}
    return [ids.get(n) or _fresh(group, taken) for n, group in enumerate(groups)]


def _fresh(group: Sequence[Printing], taken: set[str]) -> str:
    """The id of the first that can give its own; an id that others kept is not given again."""
    owned = [p.own for p in group]
    again = (utterance_id(own, str(n)) for n in range(len(taken)) for own in owned)
    found = next(id_ for id_ in (*owned, *again) if id_ not in taken)
    taken.add(found)
    return found


def utterance_id(*place: str) -> str:
    """The id of the utterance that is made with a printing, from where that stands and what it says."""
    return "u" + blake2b("\n".join(place).encode("utf-8", "replace"), digest_size=7).hexdigest()


def _altered(groups: Sequence[Sequence[str]], ids: Sequence[str], related: _Related) -> Mapping[int, Change]:
    """Of two utterances that differ in sense alone the one that fewer articles, and then later ones, print."""
    number = {key: n for n, group in enumerate(groups) for key in group}
    best: dict[int, tuple[tuple[int, float, str], Change]] = {}
    for (one, other), relation in sorted(related.relations.items()):
        m, n = number[one], number[other]
        if relation.how != "altered" or m == n or _at_other_times(groups[m], groups[n], related):
            continue
        words = relation.change
        if _standing(groups[m], related) > _standing(groups[n], related):
            m, n, words = n, m, words[::-1]
        size = _standing(groups[n], related)[0], relation.score, one + other
        if m not in best or (-size[0], -size[1], size[2]) < (-best[m][0][0], -best[m][0][1], best[m][0][2]):
            best[m] = size, Change(ids[n], *words)
    return {n: change for n, (_, change) in best.items()}


def _at_other_times(some: Sequence[str], others: Sequence[str], related: _Related) -> bool:
    """Whether any of these tells another day than any of those: then the two were said, and neither is altered."""
    told = [[p.day or "" for p in map(related.printings.__getitem__, group) if p.told] for group in (some, others)]
    return any(one != other for one in told[0] for other in told[1])


def _standing(group: Sequence[str], related: _Related) -> tuple[int, tuple[int, ...]]:
    """By how many articles an utterance is printed; of equals the earlier one stands higher."""
    articles = {related.printings[key].article for key in group}
    return len(articles), tuple(-ord(c) for c in group[0])
