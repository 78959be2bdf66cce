"""What was read is written together, which is many times as quick as one by one, and told in its order."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sayso.data.errors import Unreadable
from sayso.data.found import Found
from sayso.data.keeping import Keep
from sayso.data.outcome import Outcome, State
from sayso.data.record_errors import Damaged, Refused
from sayso.data.results import Added
from sayso.ingest.sources import Source
from sayso.record import New, Record
from sayso.text.digests import in_digests
from sayso.text.excerpts import in_excerpts
from sayso.verification.versions import changes

if TYPE_CHECKING:
    from sayso.data.analysis import Reading

_MOST, _MOST_BYTES, _SECONDS = 200, 20_000_000, 1.0
"""A batch is written when one of these is reached: so much is lost when the power goes."""


@dataclass(frozen=True, slots=True)
class Understood:
    """A document with its digest, and what is in it unless it need not be read."""

    sha256: str
    found: Found
    reading: "Reading | None"

    @property
    def addresses(self) -> set[str]:
        """Where its page is found."""
        return {address for address in (self.found.url, self.found.asked_url) if address}


Taken = Outcome | tuple[Source, Understood]
"""A document of which it is known already what becomes of it, or one that is to be put on the record."""


def taken_from(source: Source, understood: Callable[[], Understood]) -> Taken:
    """A document, once it is read."""
    if source.passed_over:
        return Outcome(source.name, None, "passed over", why=source.passed_over)
    try:
        return source, understood()
    except Unreadable as error:
        return Outcome(source.name, None, "failed", why=error.why)


@dataclass(slots=True)
class Batch:
    """Documents in their order, no two of one page, of which some are to be written and others only told."""

    record: Record
    again: bool
    keep: Keep = "full"
    _waiting: list[Taken] = field(default_factory=list)
    _addresses: set[str] = field(default_factory=set)
    _size: int = 0
    _since: float = 0.0

    @property
    def is_due(self) -> bool:
        late = bool(self._waiting) and time.monotonic() - self._since > _SECONDS
        return late or len(self._waiting) >= _MOST or self._size >= _MOST_BYTES

    def has_page_of(self, taken: Taken) -> bool:
        """Whether a capture of its page waits to be written: which came first matters."""
        return not isinstance(taken, Outcome) and bool(taken[1].addresses & self._addresses)

    def take(self, taken: Taken) -> None:
        if not self._waiting:
            self._since = time.monotonic()
        if not isinstance(taken, Outcome):
            source, found = taken
            self._addresses |= found.addresses
            self._size += len(found.found.content)
            if found.reading is None:
                taken = Outcome(source.name, found.sha256, "already there", changed=self._gone_back(found))
        self._waiting.append(taken)

    def written(self) -> list[Outcome]:
        """Write what waits; what became of each, once it is safe on the disk."""
        waiting, self._waiting, self._addresses, self._size = self._waiting, [], set(), 0
        added = iter(self._added([one for one in waiting if not isinstance(one, Outcome)]))
        told = [one if isinstance(one, Outcome) else next(added) for one in waiting]
        self.record.failed({one.name: _why(one) for one in told if one.why})
        return told

    def _gone_back(self, found: Understood) -> str | None:
        """What changed, where a document that is there was found again, and its page was another meanwhile."""
        back_to = self.record.capture_again(found.sha256) if found.found.url else None
        return _changed(self.record, back_to) if back_to else None

    def _added(self, several: list[tuple[Source, Understood]]) -> list[Outcome]:
        """All at once; if one is refused, one by one, for the others are to be added."""
        if not several:
            return []
        there = self.record.known({found.sha256 for _, found in several})
        back = {found.sha256: self._gone_back(found) for _, found in several if found.sha256 in there}
        news = [_kept(found.reading, found.found.content, self.keep) for _, found in several if found.reading]
        try:
            added: list[Added | Refused] = [*self.record.add_all(news, again=self.again)]
        except Refused:
            added = [self._added_alone(new) for new in news]
        return [self._told(*pair, one, back) for pair, one in zip(several, added, strict=True)]

    def _added_alone(self, new: New) -> Added | Refused:
        try:
            return self.record.add_all([new], again=self.again)[0]
        except Refused as error:
            return error

    def _told(self, source: Source, found: Understood, added: Added | Refused, back: dict[str, str | None]) -> Outcome:
        """What became of a document; `back` tells what changed of those that were there before."""
        if isinstance(added, Refused):
            return Outcome(source.name, None, "failed", why=added.why)
        state: State = "added" if added.new else "already there"
        if found.sha256 in back:
            changed = back[found.sha256]
        else:  # only a capture that is new can tell of a change
            changed = _changed(self.record, added.article) if added.recaptured else None
        language = found.reading.article.language if found.reading else None
        return Outcome(source.name, found.sha256, state, added.statements, changed=changed, language=language)


def _kept(reading: "Reading", content: bytes, keep: Keep) -> New:
    """What of a document goes on the record."""
    if keep == "full":
        return New(reading, content)
    return New(in_excerpts(reading) if keep == "excerpts" else in_digests(reading))


def _why(outcome: Outcome) -> str:
    return f"passed over: {outcome.why}" if outcome.state == "passed over" else str(outcome.why)


def _changed(record: Record, article: str) -> str | None:
    """ "12 verbatim, 1 gone since 2024-05-01T09:00:00+00:00", when the page was captured before; None if never."""
    captures = record.versions(article)
    last = max(place for place, capture in enumerate(captures) if capture.article == article)
    if last == 0:
        return None
    before = captures[last - 1]
    try:
        return f"{changes(record.held(before.article), record.held(article))} since {before.captured_at}"
    except Damaged as error:
        return str(error)
