"""What a record is asked: who said what, who is who, what came in."""

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Engine, func, select

from sayso.data.changes import Since
from sayso.data.entry import Known
from sayso.data.made import Made, without_model
from sayso.data.results import (
    ArticleRef,
    AsRead,
    Candidate,
    Capture,
    Decision,
    Dossier,
    Facets,
    Failed,
    Held,
    Maybe,
    Page,
    PositionRow,
    Printings,
    Proof,
    Related,
    Saved,
    State,
    StatementRow,
)
from sayso.data.search import Match, Order, Search
from sayso.data.tally import Column, GenderBy, Tally, Unit
from sayso.data.understood import Understood
from sayso.record.curation.authority_list import on_the_list
from sayso.record.curation.decisions import decided
from sayso.record.curation.since import since
from sayso.record.engine import connected, one_moment
from sayso.record.query.box import understood
from sayso.record.query.disk import disk
from sayso.record.query.dossier import dossier
from sayso.record.query.facets import facets
from sayso.record.query.filters import conditions
from sayso.record.query.lookup import candidates
from sayso.record.query.naming import anyone_called, begun_with, whom
from sayso.record.query.paging import page
from sayso.record.query.positions import stances
from sayso.record.query.printings import printings
from sayso.record.query.provenance import made
from sayso.record.query.related_articles import related_articles
from sayso.record.query.review_queue import doubtful, perhaps_same
from sayso.record.query.sample import drawn
from sayso.record.query.saved import all_saved, new_in, unsent
from sayso.record.query.state import state
from sayso.record.query.tally import tally
from sayso.record.query.tally_columns import known_columns, own_columns
from sayso.record.store.captures import captured_again
from sayso.record.store.load_articles import as_read, captures, held, lately, original, versions
from sayso.record.store.load_for_verification import proofs
from sayso.record.store.load_statements import CURRENT, IN_ORDER_OF_TIME, read_rows
from sayso.record.store.once import changes
from sayso.record.store.schema import articles, documents, failures, statements
from sayso.record.store.schema_identity import decisions
from sayso.record.store.selectors import statement_called

_AT_ONCE = 200


class Asking:
    """The questions that a record answers."""

    _engine: Engine
    _clock: Callable[[], datetime]

    def one_moment(self) -> AbstractContextManager[None]:
        """While this is open, all that its thread asks is answered from one moment's view, and comes the sooner."""
        return one_moment(self._engine)

    def changes(self) -> str:
        """How many times the record was written to: while that is the same, so is every answer."""
        with connected(self._engine) as connection:
            return changes(connection)

    def failures(self) -> tuple[Failed, ...]:
        """The documents that could not be put on the record, by name."""
        with connected(self._engine) as connection:
            rows = connection.execute(select(failures).order_by(failures.c.name))
            return tuple(Failed(row.name, row.why, row.failed_at) for row in rows)

    def said(
        self,
        words: str | None = None,
        *,
        by: str | None = None,
        about: str | None = None,
        since: str | None = None,
        until: str | None = None,
        kind: str | None = None,
        outlet: str | None = None,
        act: str | None = None,
        negated: bool | None = None,
        hypothetical: bool | None = None,
        topic: str | None = None,
        confidence: float | None = None,
        denied: bool | None = None,
        shown: bool | None = None,
        having: str | None = None,
        anonymous: bool | None = None,
        independent: bool | None = None,
        each: bool | None = None,
        limit: int | None = None,
    ) -> Iterator[StatementRow]:
        """The statements that meet all that is asked, as `Search` explains it, in order of time; the undated last.

        `about` leaves out what they say themselves. Raises BadQuery for words that cannot be read.
        """
        marks = act, negated, hypothetical, topic, confidence, denied, shown, having, anonymous, independent, each
        yield from self.every(Search(words, by, about, since, until, kind, outlet, *marks), limit=limit)

    def every(self, search: Search, *, limit: int | None = None) -> Iterator[StatementRow]:
        """All statements that a search finds, in order of time; the undated last. Raises BadQuery."""
        if search.each is False:
            yield from self._lines(search, limit)
            return
        with connected(self._engine) as connection:
            query = CURRENT.where(*conditions(connection, search)).order_by(IN_ORDER_OF_TIME).limit(limit)
            yield from read_rows(connection, query)

    def _lines(self, search: Search, limit: int | None) -> Iterator[StatementRow]:
        """A statement for each utterance found, page after page of one moment's view."""
        with connected(self._engine) as connection:
            after, left = None, limit
            while left is None or left > 0:
                some = page(connection, search, min(_AT_ONCE, left or _AT_ONCE), after, "time")
                yield from some.rows
                left = None if left is None else left - len(some.rows)
                if (after := some.next) is None:
                    return

    def printings(self, id_: str) -> Printings:
        """One act of speaking with all that print it, by its id or a statement's; raises NoSuchUtterance."""
        with connected(self._engine) as connection:
            return printings(connection, id_)

    def related(self, article: str) -> tuple[Related, ...]:
        """Other articles on the matter of one, the earliest first; raises NoSuchArticle."""
        with connected(self._engine) as connection:
            return related_articles(connection, article)

    def meant(self, search: Search) -> Search:
        """The search with whom its names mean in their place, so that one who asks several things looks once."""
        with connected(self._engine) as connection:
            return replace(search, by=whom(connection, search.by), about=whom(connection, search.about))

    def search(self, search: Search, *, limit: int = 50, after: str | None = None, order: Order = "time") -> Page:
        """A page of the statements found; `after` is the `next` of the page before.

        Raises BadQuery for words that cannot be read, BadCursor for a cursor that is none.
        """
        with connected(self._engine) as connection:
            return page(connection, search, limit, after, order)

    def understood(self, search: Search) -> Understood:
        """What words find that somebody typed into the one box: whom they name, statements, articles.

        Names, roles, days, outlets and plain questions are understood, and what is let go to find anything is told.
        What else the search asks for holds; who has told `by` or `about` has named somebody. Raises BadQuery.
        """
        with connected(self._engine) as connection:
            return understood(connection, search, self._clock().date())

    def suggested(self, begun: str, limit: int = 8) -> tuple[Candidate, ...]:
        """Those with a name whose words begin with these, the most quoted first."""
        with connected(self._engine) as connection:
            return candidates(connection, begun_with(connection, begun))[:limit]

    def tally(
        self,
        search: Search,
        by: Sequence[str],
        *,
        unit: Unit = "statements",
        gender_by: GenderBy = "text",
        query: str = "",
    ) -> Tally:
        """Count what a search finds by one to three columns, the last of them in shares of the groups before it.

        `query` is what is told of how it was asked. Raises BadTally for columns that there are not, or BadQuery.
        """
        with connected(self._engine) as connection:
            counted = tally(connection, search, by, unit, gender_by)
            share = sum(cell.count for cell in counted.cells if cell.is_open) / counted.total if counted.total else None
            how = made(connection, self._time(), query, share)
        return Tally(tuple(by), unit, counted.cells, counted.total, counted.open, counted.interval_by, how)

    def sample(
        self, search: Search, by: Sequence[str] = (), *, number: int, seed: int
    ) -> tuple[tuple[StatementRow, tuple[str, ...], int], ...]:
        """Draw so many statements of each stratum that columns make: each with its stratum and how many that has.

        The same seed draws the same of the same record. Raises BadTally, or BadQuery.
        """
        with connected(self._engine) as connection:
            return tuple(drawn(connection, search, by, number, seed))

    def made(self, query: str = "") -> Made:
        """What the record is now, and which sayso asks it: how what `query` gives comes about."""
        with connected(self._engine) as connection:
            return made(connection, self._time(), query)

    def columns(self) -> tuple[Column, ...]:
        """What statements can be counted by: what every record has, and the columns of the user's own list."""
        with connected(self._engine) as connection:
            return tuple(known_columns(connection).values())

    def own_columns(self) -> dict[str, dict[str, str]]:
        """What the columns of the user's own list give to actors, by their ids."""
        with connected(self._engine) as connection:
            return own_columns(connection)

    def facets(self, search: Search) -> Facets:
        """How many statements a search finds, by speaker, outlet, month and kind, and how many are denials."""
        with connected(self._engine) as connection:
            return facets(connection, search)

    def stances(
        self, holder: str | None = None, target: str | None = None, *, limit: int | None = None
    ) -> Iterator[PositionRow]:
        """Who stands where, in order of time, the undated last: the positions of a holder, towards a target.

        A position that contradicts an earlier one of the same holder on the same target has its id in `reverses`.
        """
        with connected(self._engine) as connection:
            yield from stances(connection, holder, target, limit)

    def doubtful(self, *, limit: int = 50, after: str | None = None) -> Page:
        """The statements that no one has decided on, the least certain first; raises BadCursor."""
        with connected(self._engine) as connection:
            return doubtful(connection, limit, after)

    def perhaps_same(self, limit: int = 20) -> tuple[tuple[Candidate, Maybe], ...]:
        """The actors who may be one and are kept apart, the likeliest first."""
        with connected(self._engine) as connection:
            return perhaps_same(connection, limit)

    def captures(self) -> Iterator[Capture]:
        """Every document on the record, in the order of their articles' keys."""
        with connected(self._engine) as connection:
            yield from captures(connection)

    def captured_again(self) -> Iterator[tuple[str, str]]:
        """The digests of documents that were captured more than once, with when, but for each one's first time."""
        with connected(self._engine) as connection:
            yield from captured_again(connection)

    def versions(self, page: str) -> tuple[Capture, ...]:
        """All captures of a page, by its URL or the key of one's article, the first first; raises NoSuchArticle."""
        with connected(self._engine) as connection:
            return versions(connection, page)

    def held(self, article: str) -> Held:
        """An article with all that was found in it; raises NoSuchArticle."""
        with connected(self._engine) as connection:
            return held(connection, article)

    def as_read(self, article: str) -> AsRead:
        """An article as it was read, before anything was decided or told across articles; raises NoSuchArticle."""
        with connected(self._engine) as connection:
            return as_read(connection, article)

    def proofs(self, articles: Collection[str] | None = None) -> Iterator[Proof]:
        """All that it takes to check every article, or some, against itself, in the order of their keys."""
        with connected(self._engine) as connection:
            yield from proofs(connection, articles)

    def original(self, article: str) -> bytes | None:
        """The document of an article as it came, if it was kept; raises NoSuchArticle, or Damaged."""
        with connected(self._engine) as connection:
            return original(connection, article)

    def lately(self, limit: int = 10) -> tuple[ArticleRef, ...]:
        """The articles that came in last."""
        with connected(self._engine) as connection:
            return lately(connection, limit)

    def who(self, name: str, match: Match = "variants", limit: int | None = None) -> Dossier:
        """All there is on the actor so named; raises NobodyNamed, or SeveralNamed with those to choose from.

        `match` says whether a name spelled nearly so will do where nobody has exactly this one; with a `limit` no more
        than so many statements by and of him are given, the first in time.
        """
        with connected(self._engine) as connection:
            return dossier(connection, name, match, limit)

    def called(self, name: str, match: Match = "variants") -> tuple[Candidate, ...]:
        """The actors whom a name, whole or in part, can mean; the most quoted first."""
        with connected(self._engine) as connection:
            return candidates(connection, anyone_called(connection, name, match))

    def listed(self) -> tuple[Known, ...]:
        """The entries of the user's own list, by their ids."""
        with connected(self._engine) as connection:
            return on_the_list(connection)

    def decisions(self) -> tuple[Decision, ...]:
        """Everything that was decided, in order, what was undone with it."""
        with connected(self._engine) as connection:
            return decided(connection)

    def last_decision(self) -> int:
        """The number of the decision made last, undone or not; 0 where there is none."""
        with connected(self._engine) as connection:
            return connection.scalar(select(func.max(decisions.c.id))) or 0

    def decided_on(self, statement: str, *, since: int = 0) -> tuple[Decision, ...]:
        """The decisions after number `since` that stand about the statement with this id; raises Undecidable."""
        with connected(self._engine) as connection:
            passage = statement_called(connection, statement)
            return tuple(one for one in decided(connection) if one.id > since and one.stands and one.passage == passage)

    def since(self, moment: str) -> Since:
        """What came in, was read otherwise, was decided and failed from a moment on, ISO 8601 in UTC."""
        with connected(self._engine) as connection:
            return since(connection, moment)

    def read_otherwise(self, reader: str) -> tuple[tuple[str, str, str | None, str | None], ...]:
        """The documents that were kept and that another than this `reader` read, or its version without a model.

        Of each the key of its article, its name, its URL and the URL asked for, the first added first. For pages in a
        language that has no model the version is all that reads.
        """
        here = reader, without_model(reader)
        kept = documents.c.content.is_not(None), documents.c.read_by.not_in(here)
        columns = articles.c.key, documents.c.name, documents.c.url, documents.c.asked_url
        query = select(*columns).join(documents, documents.c.id == articles.c.document_id).where(*kept)
        with connected(self._engine) as connection:
            rows = connection.execute(query.order_by(documents.c.id))
            return tuple((key, name, url, asked) for key, name, url, asked in rows)

    def saved(self) -> tuple[Saved, ...]:
        """The searches that are kept, by name, each with how many statements came in since it was looked at."""
        with connected(self._engine) as connection:
            return all_saved(connection)

    def new_in(self, name: str, limit: int | None = None) -> tuple[StatementRow, ...]:
        """What came in since a saved search was last looked at, in order of time; raises NotSaved."""
        with connected(self._engine) as connection:
            return new_in(connection, name, limit)

    def unsent(self, most: int) -> tuple[tuple[Saved, tuple[StatementRow, ...]], ...]:
        """The saved searches whose hooks are to be told of something new, each with up to `most` of it, the newest."""
        with connected(self._engine) as connection:
            return unsent(connection, most)

    def state(self) -> State:
        """What is on the record, in numbers; looks at all of it."""
        with connected(self._engine) as connection:
            return state(connection)

    def disk(self) -> dict[str, int]:
        """What the record takes on the disk: bytes by table with its indexes, the largest first."""
        with connected(self._engine) as connection:
            return disk(connection)

    def _time(self) -> str:
        return self._clock().isoformat(timespec="seconds")

    def count(self) -> tuple[int, int]:
        """How many articles and how many statements are on the record."""
        with connected(self._engine) as connection:
            counted = [connection.scalar(select(func.count()).select_from(t)) for t in (articles, statements)]
        return counted[0] or 0, counted[1] or 0
