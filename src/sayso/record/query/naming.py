"""Whom words that are typed name: by a name, a role, the beginning of a name, or a name that is nearly so spelled."""

from collections.abc import Iterator, Sequence

from rapidfuzz.distance import OSA
from sqlalchemy import Connection, and_, func, or_, select

from sayso.data.search import Match, Meant
from sayso.data.understood import How
from sayso.lexicon.common_words import ranks
from sayso.lexicon.offices import ABBREVIATED
from sayso.record.query.lookup import actors_called, candidates
from sayso.record.store.name_words import words_of
from sayso.record.store.schema import actors, appearances, called, name_words, names, role_words, roles

_LONGEST = 6
"""Of how many words a name or a role is looked for."""
_COMMON = 3000
"""A word no rarer than this is no name among other words in small letters: "bill", "may"."""
_MANY = 200
_LEAST_BEGUN = 3
"""Of how many letters the beginning of a name must be."""


class Named:
    """Somebody whom some of the words name: from which to which of them, how, and the ids."""

    __slots__ = ("first", "how", "ids", "last")

    def __init__(self, first: int, last: int, how: How, ids: Sequence[str]) -> None:
        self.first, self.last, self.how, self.ids = first, last, how, ids


def named_in(connection: Connection, words: Sequence[str], stop: frozenset[str]) -> list[Named]:
    """The names and roles that stand in words, the longer before the shorter, none in another, in their order."""
    may_be = _known(connection, words)
    found: list[Named] = []
    for first, last in _stretches(len(words)):
        some = words[first:last]
        if any(one.first < last and first < one.last for one in found):
            continue
        if some[0].lower() in stop or some[-1].lower() in stop:
            continue
        if one := _somebody(connection, some, may_be, alone=len(some) == len(words)):
            found.append(Named(first, last, *one))
    return sorted(found, key=lambda one: one.first)


def likely(connection: Connection, words: Sequence[str]) -> tuple[How, list[str]] | None:
    """Those whose name begins with all of these words, or is spelled nearly so; None where there are none."""
    wanted = [word for one in words for word in words_of(one)]
    if not wanted or len(wanted) > _LONGEST:
        return None
    is_begun = len(wanted) > 1 or len(wanted[0]) >= _LEAST_BEGUN
    if is_begun and not _is_common(words) and (begun := _begun(connection, wanted)):
        return "half", begun
    near = actors_called(connection, " ".join(words), "variants") or _mistyped(connection, wanted)
    return ("nearly", near) if near else None


def anyone_called(connection: Connection, name: str, match: Match = "variants") -> list[str]:
    """The ids of those whom a name means; where nobody is so called and `match` allows, whoever else it may be.

    That is, one after another: those in the office that it tells, those whose name begins so or is nearly so spelled.
    """
    exact = actors_called(connection, name, "exact")
    if exact or match == "exact":
        return exact
    office = set(words_of(" ".join(map(_office, name.split()))))
    in_office = _in_role(connection, office) if office else []
    return in_office or (likely(connection, name.split()) or ("nearly", []))[1]


def whom(connection: Connection, who: str | Meant | None) -> Meant | None:
    """Whom a name means; None where none is asked for."""
    if not who or isinstance(who, Meant):
        return who or None
    ids = anyone_called(connection, who)
    if len(ids) > 1:
        several = candidates(connection, ids)
        return Meant(who, tuple(one.id for one in several), tuple(one.name for one in several))
    names = connection.scalars(select(actors.c.name).where(actors.c.id.in_(ids))) if ids else ()
    return Meant(who, tuple(ids), tuple(names))


def _stretches(count: int) -> Iterator[tuple[int, int]]:
    for size in range(min(_LONGEST, count), 0, -1):
        for first in range(count - size + 1):
            yield first, first + size


def _known(connection: Connection, words: Sequence[str]) -> tuple[set[str], set[str]]:
    """Which words stand in any name, and which in any role."""
    folded = {word for one in words for word in words_of(_office(one))}
    in_names = select(name_words.c.word).distinct().where(name_words.c.word.in_(folded))
    in_roles = select(role_words.c.word).distinct().where(role_words.c.word.in_(folded))
    return set(connection.scalars(in_names)), set(connection.scalars(in_roles))


def _office(word: str) -> str:
    return ABBREVIATED.get(word.lower().replace(".", ""), word)


def _somebody(
    connection: Connection, some: Sequence[str], may_be: tuple[set[str], set[str]], *, alone: bool
) -> tuple[How, list[str]] | None:
    in_names, in_roles = may_be
    text = " ".join(some)
    words = set(words_of(text))
    may_name = words and words <= in_names and (alone or not _is_common(some))
    ids = actors_called(connection, text, "exact") if may_name else []
    if alone and ids and text.islower() and _has_only_initials(connection, ids, words):
        return None  # "ice" is a word too: statements that hold it are looked for, and the body is shown beside
    ids = ids if alone or len(words) > 1 else _with_last_word(connection, ids, words)
    if ids and not _is_topic(connection, ids, words):
        return "name", ids
    office = words_of(" ".join(map(_office, some)))
    may_be_role = office and set(office) <= in_roles and (alone or len(office) > 1)
    ids = _in_role(connection, set(office)) if may_be_role else []
    return ("role", ids) if ids else None


def _with_last_word(connection: Connection, ids: Sequence[str], words: set[str]) -> list[str]:
    """Those whose name ends in the word: among other words a given name alone is not taken for anybody."""
    rows = connection.execute(select(actors.c.id, actors.c.name, actors.c.type).where(actors.c.id.in_(ids)))
    return [row.id for row in rows if row.type != "person" or set(words_of(row.name)[-1:]) == words]


def _has_only_initials(connection: Connection, ids: Sequence[str], words: set[str]) -> bool:
    """Whether the one word is no more than the initials of those whom it names: none has it in small letters."""
    borne = _borne(connection, ids)
    parts = [part for name in borne for part in name.split() if words & set(words_of(part))]
    return len(words) == 1 and all(part.isupper() for part in parts)


def _borne(connection: Connection, ids: Sequence[str]) -> list[str]:
    """What articles call some actors."""
    borne = select(names.c.name).distinct().join(called, called.c.name_id == names.c.id)
    borne = borne.join(appearances, appearances.c.id == called.c.appearance_id)
    return list(connection.scalars(borne.where(appearances.c.actor_id.in_(ids))))


def _is_topic(connection: Connection, ids: Sequence[str], words: set[str]) -> bool:
    """Whether one word is but a part of what some body is called that says nothing: “survey” of a National Survey.

    What is asked for then is the word, which finds the body too.
    """
    if len(words) > 1 or any(one.statements or one.type == "person" for one in candidates(connection, ids)):
        return False
    return not any(set(words_of(name)) == words for name in _borne(connection, ids))


def _is_common(some: Sequence[str]) -> bool:
    """Whether it is a word of every day, written as one."""
    return len(some) == 1 and some[0].islower() and ranks().get(some[0], _COMMON + 1) <= _COMMON


def _in_role(connection: Connection, words: set[str]) -> list[str]:
    """Those to whom an article gives a role with all of these words."""
    having = (
        select(role_words.c.role)
        .where(role_words.c.word.in_(words))
        .group_by(role_words.c.role)
        .having(func.count() == len(words))
    )
    query = select(appearances.c.actor_id).distinct().join(roles, roles.c.appearance_id == appearances.c.id)
    return list(connection.scalars(query.where(roles.c.role.in_(having), ~appearances.c.rejected).limit(_MANY)))


def begun_with(connection: Connection, text: str) -> list[str]:
    """Those with a name in which each word of a text begins one; of one word that is short there are too many."""
    words = words_of(text)
    if not words or (len(words) == 1 and len(words[0]) < _LEAST_BEGUN - 1):
        return []
    return _begun(connection, words)


def _begun(connection: Connection, words: Sequence[str]) -> list[str]:
    found: set[int] | None = None
    for word in words:
        begins = and_(name_words.c.word >= word, name_words.c.word < word + "\uffff")
        ids = set(connection.scalars(select(name_words.c.name_id).where(begins).limit(_MANY)))
        found = ids if found is None else found & ids
    return _bearers(connection, found or set())


def _mistyped(connection: Connection, words: Sequence[str]) -> list[str]:
    """Those with a name in which each of the words stands but for a slip of the pen; the first letter is right."""
    found: set[int] | None = None
    for word in words:
        slips = 0 if len(word) < 4 else 1 if len(word) < 8 else 2
        begins = and_(name_words.c.word >= word[0], name_words.c.word < word[0] + "\uffff")
        length = func.length(name_words.c.word)
        near = or_(name_words.c.word == word, and_(begins, length.between(len(word) - slips, len(word) + slips)))
        known = connection.scalars(select(name_words.c.word).distinct().where(near))
        alike = [one for one in known if OSA.distance(word, one, score_cutoff=slips) <= slips]
        ids = set(connection.scalars(select(name_words.c.name_id).where(name_words.c.word.in_(alike)).limit(_MANY)))
        found = ids if found is None else found & ids
    return _bearers(connection, found or set())


def _bearers(connection: Connection, names: set[int]) -> list[str]:
    if not names:
        return []
    query = select(appearances.c.actor_id).distinct().join(called, called.c.appearance_id == appearances.c.id)
    return list(connection.scalars(query.where(called.c.name_id.in_(names), ~appearances.c.rejected).limit(_MANY)))
