"""What people decide of a record: who is who, whose words, what is no statement."""

from collections.abc import Callable, Iterable
from typing import Literal

from sqlalchemy import Engine

from sayso.data.entry import Known
from sayso.data.results import Decision
from sayso.data.search import Search
from sayso.record.curation.apply import NOBODY
from sayso.record.curation.authority_list import on_the_record, write_list
from sayso.record.curation.decisions import (
    Signed,
    decide_identity,
    forget,
    gender,
    judge,
    outlet,
    place,
    reattribute,
    reject,
    rename,
    take_over,
    undo,
)
from sayso.record.curation.resolve import settle
from sayso.record.curation.trim import trim
from sayso.record.engine import connected
from sayso.record.purge import purge
from sayso.record.query.lookup import anchor_named
from sayso.record.query.printings import utterance_called
from sayso.record.query.saved import drop, save, seen, sent
from sayso.record.store.judgements import position_called
from sayso.record.store.selectors import mention_called, statement_called


class Deciding:
    """The decisions that a record takes, each with who makes it and why."""

    _engine: Engine
    _time: Callable[[], str]

    def same(self, one: str, other: str, *, who: str, why: str | None = None) -> Decision:
        """Decide that two actors, each by a name that means no one else or by id, are one: the first.

        An appearance can be named too, "person:john-smith@04da3ea48aa493e2". Raises NobodyNamed, SeveralNamed, or
        Undecidable where it contradicts a decision that stands.
        """
        return self._decide_identity("same", one, other, self._signed(who, why))

    def different(self, one: str, other: str, *, who: str, why: str | None = None) -> Decision:
        """Decide that two actors are never one; raises what `same` does."""
        return self._decide_identity("different", one, other, self._signed(who, why))

    def _decide_identity(self, verb: Literal["same", "different"], one: str, other: str, signed: Signed) -> Decision:
        with connected(self._engine, writes=True) as connection:
            first, second = (anchor_named(connection, name) for name in (one, other))
            return decide_identity(connection, verb, first, second, signed)

    def rename(self, one: str, name: str, *, who: str, why: str | None = None) -> Decision:
        """Decide what an actor is called; raises NobodyNamed or SeveralNamed."""
        with connected(self._engine, writes=True) as connection:
            return rename(connection, anchor_named(connection, one), name, self._signed(who, why))

    def outlet(self, one: str, name: str, *, who: str, why: str | None = None) -> Decision:
        """Decide what the outlet that is called `one` is called; by the name of another it is that one from now on.

        Raises Undecidable where nothing on the record is published by `one`.
        """
        with connected(self._engine, writes=True) as connection:
            return outlet(connection, one, name, self._signed(who, why))

    def gender(self, one: str, as_: str, *, who: str, why: str | None = None) -> Decision:
        """Decide that tables count an actor as "woman", "man" or "not told"; raises as `rename` does."""
        with connected(self._engine, writes=True) as connection:
            return gender(connection, anchor_named(connection, one), as_, self._signed(who, why))

    def reattribute(self, statement: str, to: str, *, who: str, why: str | None = None) -> Decision:
        """Decide whose words the statement with this id are: an actor's, or "nobody"'s; raises what `same` does."""
        with connected(self._engine, writes=True) as connection:
            anchor = None if to == NOBODY else anchor_named(connection, to)
            return reattribute(connection, statement_called(connection, statement), anchor, self._signed(who, why))

    def reject(self, what: str, *, who: str, why: str | None = None) -> Decision:
        """Decide that a statement is none ("04da3ea48aa493e2.4"), or that a mention is ("04da3ea48aa493e2:120-128").

        Raises Undecidable where there is no such thing.
        """
        with connected(self._engine, writes=True) as connection:
            if ":" in what:
                return reject(connection, "reject mention", mention_called(connection, what), self._signed(who, why))
            return reject(connection, "reject", statement_called(connection, what), self._signed(who, why))

    def forget(self, what: str, *, who: str, why: str | None = None) -> tuple[Decision, ...]:
        """Take an article by its key, or all captures of the page at a URL, off the record for good.

        Its bytes, text, captures, index and the decisions about it go; a decision with its digest stays for each, and
        one for the address, so that neither is read again by accident. Nothing of its text is left in the files
        then. What was forgotten before makes no decision. Raises NoSuchArticle, or RecordError where the files cannot
        be written anew now: then it is off the record all the same, and to be forgotten once more.
        """
        with connected(self._engine, writes=True) as connection:
            made = forget(connection, what, self._signed(who, why))
        purge(self._engine)
        return tuple(made)

    def trim(self, before: str) -> int:
        """Keep of the articles that were added before a moment, ISO 8601, no more than their statements' sentences.

        Their documents go as well, and nothing of either is left in the files then. Returns how many had more to them;
        raises RecordError where the files cannot be written anew now: then it is done all the same but for that.
        """
        with connected(self._engine, writes=True) as connection:
            trimmed = trim(connection, before)
        if trimmed:
            purge(self._engine)
        return trimmed

    def join(self, statement: str, utterance: str, *, who: str, why: str | None = None) -> Decision:
        """Decide that a statement prints an utterance, which is named by its id or by that of another statement.

        Raises Undecidable or NoSuchUtterance where there is no such thing.
        """
        with connected(self._engine, writes=True) as connection:
            into = utterance_called(connection, utterance)
            return place(connection, "join", statement_called(connection, statement), into, self._signed(who, why))

    def split(self, statement: str, *, who: str, why: str | None = None) -> Decision:
        """Decide that a statement does not print the utterance of which it is told to be; raises what `join` does."""
        with connected(self._engine, writes=True) as connection:
            out_of = utterance_called(connection, statement)
            return place(connection, "split", statement_called(connection, statement), out_of, self._signed(who, why))

    def judge(self, position: str, as_: str, *, who: str, why: str | None = None) -> Decision:
        """Decide that the position with this id is "right", "wrong", "turned" round, or of the "other side".

        Raises Undecidable where there is no such position.
        """
        with connected(self._engine, writes=True) as connection:
            return judge(connection, position_called(connection, position), as_, self._signed(who, why))

    def undo(self, number: int | None = None, *, who: str, why: str | None = None) -> Decision:
        """Take back a decision, the last that stands unless told which; raises Undecidable where there is none."""
        with connected(self._engine, writes=True) as connection:
            return undo(connection, number, self._signed(who, why))

    def _signed(self, who: str, why: str | None) -> Signed:
        return Signed(self._time(), who, why)

    def take_over(self, decided: Iterable[Decision]) -> int:
        """Append the decisions of another record, by whom and when they were made; returns how many are new here."""
        others = tuple(decided)
        with connected(self._engine, writes=True) as connection:
            new = take_over(connection, others)
        if new and any(one.verb == "forget" for one in others):
            purge(self._engine)
        return new

    def refer(self, known: Iterable[Known]) -> int:
        """Take in entries of the user's own list of actors; returns how many of the list are on the record now."""
        with connected(self._engine, writes=True) as connection:
            write_list(connection, known)
            settle(connection)
            return on_the_record(connection)

    def save(self, name: str, search: Search, hook: str | None = None) -> None:
        """Keep a search under a name, in the place of any that has it; what is on the record now is not new.

        `hook` is an address to be told of what is: see `unsent`.
        """
        with connected(self._engine, writes=True) as connection:
            save(connection, name, search, self._time(), hook)

    def sent(self, name: str, until: str) -> None:
        """The hook of a saved search has been told of all that had come in by then; raises NotSaved."""
        with connected(self._engine, writes=True) as connection:
            sent(connection, name, until)

    def seen(self, name: str) -> None:
        """Nothing in this saved search is new from now on; raises NotSaved."""
        with connected(self._engine, writes=True) as connection:
            seen(connection, name, self._time())

    def drop_saved(self, name: str) -> None:
        """Keep a search no longer; raises NotSaved."""
        with connected(self._engine, writes=True) as connection:
            drop(connection, name)
