"""The one box: names first, then statements, then articles, for whatever is typed into it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, case, func, select

from sayso.data.results import ArticleRef, Candidate
from sayso.data.search import Meant, Order, Search
from sayso.data.search_fields import beside_words
from sayso.data.understood import Card, How, Understood
from sayso.lexicon.questions import LATELY, SAYING, STOP
from sayso.record.query.filters import UNDATED, conditions, is_by
from sayso.record.query.fulltext import article_has
from sayso.record.query.lookup import candidates
from sayso.record.query.naming import likely
from sayso.record.query.typed import LONG, Typed, any_two, taken_apart
from sayso.record.store.load_articles import ARTICLES, ref_of
from sayso.record.store.load_statements import numbered_rows
from sayso.record.store.schema import articles, statements
from sayso.text.days import day

MOST_CARDS = 5
MOST_ARTICLES = 5
_FEW_WORDS = 4
"""Of more words than this no beginning of a name is looked for."""

Try = tuple[Search, Order | None, str | None]
"""A search, its order where it has one of its own, and what is told if it is the first that finds something."""


def understood(connection: Connection, asked: Search, today: date) -> Understood:
    """What words that were typed find, beside what else is asked for; raises BadQuery."""
    free = asked.by is None and asked.about is None
    typed = taken_apart(connection, asked.words or "", today, with_names=free)
    people, how = _people(connection, typed, free=free)
    tries = list(_tries(asked, typed, people))
    hit = next((one for one in tries if _finds(connection, one[0])), None)
    found, (search, order, let_go) = hit is not None, hit or tries[0]
    if not found and len(people) == 1 and how in ("half", "nearly"):
        search, let_go, found = replace(asked, words=None, by=_meant(people)), f"Taken to mean {people[0].name}.", True
    told = (*filter(None, [typed.told]), *_taken_as(typed, search, people), *filter(None, [let_go]))
    if not found:
        told = (*told, _nothing(asked, typed))
    cards = tuple(_cards(connection, people[:MOST_CARDS], how))
    return Understood(search, order, cards, _articles(connection, search, typed), told, found)


def _people(connection: Connection, typed: Typed, *, free: bool) -> tuple[tuple[Candidate, ...], How]:
    """Whom the words name, the one who speaks first; else those whom they nearly name."""
    if not free or typed.is_language:
        return (), "name"
    if typed.named:
        first = [one for one in (typed.by, typed.about, *typed.named) if one]
        ordered = [who for one in dict.fromkeys(first) for who in candidates(connection, one.ids)]
        return tuple(dict.fromkeys(ordered)), first[0].how
    if 0 < len(typed.words) <= _FEW_WORDS and typed.words == typed.rest:
        how, ids = likely(connection, typed.words) or ("name", [])
        return candidates(connection, ids), how
    return (), "name"


def _tries(asked: Search, typed: Typed, people: Sequence[Candidate]) -> Iterator[Try]:
    """What is looked for, then what is let go, one thing after another, until something is found."""
    if typed.is_language:
        yield asked, None, None
        return
    base = _base(asked, typed, people)
    yield base, None, None
    rest = list(typed.rest)
    some = f"No statement holds all of “{' '.join(rest)}”; these hold some of it."
    if base.denied:
        yield replace(base, denied=None), None, "None of these is marked as a denial."
    if typed.silent:
        yield replace(asked, words=" ".join(typed.whole)), None, "Nobody is on the record as not commenting so."
    if base.by and len(rest) > 1:
        yield replace(base, words=any_two(rest) if len(rest) > 2 else " OR ".join(rest)), "rank", some
    if base.by and rest and base.about:
        yield replace(base, about=None), None, some
    if typed.since or typed.until:
        other_days = replace(base, since=asked.since, until=asked.until)
        yield other_days, None, f"Nothing is {_time(typed.since, typed.until)}; these are from other times."
    whole = list(typed.words) or rest
    if base.by or base.about:
        yield replace(asked, words=" ".join(whole)), None, "These hold the words, whoever says them."
    telling = [word for word in rest if word.lower() not in STOP | SAYING | LATELY]
    if telling and len(telling) < len(rest):
        order: Order | None = "newest" if any(word.lower() in LATELY for word in rest) else None
        yield replace(asked, words=" ".join(telling)), order, f"These hold “{' '.join(telling)}”."
    if len(rest) > 2:
        yield replace(asked, words=any_two(rest)), "rank", some
    if base.by and rest:
        none = f"None of theirs holds “{' '.join(rest)}”; these are all of theirs."
        yield replace(base, words=None, about=None), None, none


def _base(asked: Search, typed: Typed, people: Sequence[Candidate]) -> Search:
    """All that the words ask for."""
    words = " ".join(typed.rest) or None
    found = replace(
        asked,
        words=words,
        since=asked.since or typed.since,
        until=asked.until or typed.until,
        outlet=asked.outlet or typed.outlet,
        denied=True if typed.denied else asked.denied,
        act="did not comment" if typed.silent else asked.act,
    )
    if typed.by is None and typed.about is None:
        return found
    speaks = _speaking(typed, people)
    spoken_of = typed.about or (typed.by if speaks is None and not typed.rest else None)
    if speaks is None and spoken_of is None:
        return replace(found, words=" ".join(typed.words) or words)
    return replace(found, by=speaks, about=typed.name(spoken_of) if spoken_of else None)


def _speaking(typed: Typed, people: Sequence[Candidate]) -> str | Meant | None:
    """Whose statements are meant: those of the one who is named and has any; of several in one office nobody's."""
    if typed.by is None:
        return None
    ids = {one.id for one in people if one.id in typed.by.ids and one.statements}
    if not ids or (typed.by.how == "role" and len(ids) > 1):
        return None
    if typed.by.how == "name":
        return typed.name(typed.by)
    return _meant([one for one in people if one.id in ids])


def _meant(people: Sequence[Candidate]) -> Meant:
    return Meant(people[0].name, tuple(one.id for one in people), tuple(one.name for one in people))


def _finds(connection: Connection, search: Search) -> bool:
    query = select(statements.c.id).where(statements.c.is_shown, *conditions(connection, search)).limit(1)
    return connection.scalar(query) is not None


def _taken_as(typed: Typed, search: Search, people: Sequence[Candidate]) -> Iterator[str]:
    """What the words were taken for, where that is more than the words."""
    parts = []
    if search.by:
        parts.append(f"said by {_name(search.by, people)}")
    if search.about:
        parts.append(f"about {_name(search.about, people)}")
    if search.words and (typed.by or typed.since or typed.until or typed.outlet or typed.denied or typed.silent):
        parts.append(f"holding “{search.words if len(search.words) < LONG * 4 else ' '.join(typed.rest)}”")
    if search.denied and (typed.denied or parts):
        parts.append("denied")
    if typed.silent and search.act:
        parts.append("declining to comment")
    if search.outlet and typed.outlet:
        parts.append(f"published in {search.outlet}")
    if (typed.since or typed.until) and (search.since or search.until):
        parts.append(_time(search.since, search.until))
    if parts:
        yield f"Statements {', '.join(parts)}."


def _time(since: str | None, until: str | None) -> str:
    if since == until:
        return f"of {day(since)}"
    return ", ".join(f"{word} {day(value)}" for word, value in (("since", since), ("until", until)) if value)


def _nothing(asked: Search, typed: Typed) -> str:
    """That nothing was found, and what else was asked for than the words: they may well be on the record."""
    beside = beside_words(asked)
    rest = f" and meets all else that is asked: {', '.join(beside)}" if beside else ""
    return f"No statement on the record holds “{typed.plain}”{rest}."


def _name(whom: str | Meant, people: Sequence[Candidate]) -> str:
    name = whom.name if isinstance(whom, Meant) else whom
    return people[0].name if len(people) == 1 else name


def _cards(connection: Connection, people: Sequence[Candidate], how: How) -> Iterator[Card]:
    """Each of them with how much they say, when, and their latest words."""
    found = [connection.execute(_shown_of(connection, one.id)).one() for one in people]
    rows = dict(numbered_rows(connection, [one.latest for one in found if one.latest is not None]))
    for actor, (said, first, number) in zip(people, found, strict=True):
        latest = rows.get(number)
        days = sorted(day.partition("T")[0] for day in (first, latest.dated if latest else None) if day)
        yield Card(actor, how, said, days[0] if days else None, days[-1] if days else None, latest)


def _shown_of(connection: Connection, actor: str) -> Select[Any]:
    """How many statements of an actor there are, as facets count them, the day of the first, which is the latest."""
    theirs = is_by(connection, [actor]), statements.c.shown, statements.c.is_shown
    when = statements.c.in_time
    number = select(func.count(case((statements.c.independent, 1)))).where(*theirs)  # a copy is no second saying
    first = select(statements.c.dated).where(*theirs, when < UNDATED).order_by(when).limit(1)
    latest = select(statements.c.id).where(*theirs, when < UNDATED).order_by(when.desc()).limit(1)
    return select(number.scalar_subquery(), first.scalar_subquery(), latest.scalar_subquery().label("latest"))


def _articles(connection: Connection, search: Search, typed: Typed) -> tuple[ArticleRef, ...]:
    """The newest articles that hold the words; none where only somebody or some days are asked for."""
    words = typed.plain if typed.is_language else " ".join(typed.rest)
    if not words or len(typed.plain.split()) > LONG:
        return ()
    query = ARTICLES.where(articles.c.is_current, article_has(words))
    newest = query.order_by(articles.c.published.desc().nulls_last(), articles.c.key).limit(MOST_ARTICLES)
    return tuple(map(ref_of, connection.execute(newest)))
