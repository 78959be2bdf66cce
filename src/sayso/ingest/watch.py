"""Feeds watched day and night: what is new in them is fetched once, politely, kept as it came, and put on the record.

What was seen of a feed is kept in a file, written after every page, so that a run that was killed goes on where it was.
"""

import json
import os
import time
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path

from sayso.data.errors import Unreadable
from sayso.data.keeping import Keep
from sayso.data.limits import MOST_BYTES, ensure_fits
from sayso.data.outcome import Outcome
from sayso.ingest.add import add_all
from sayso.ingest.child import Task
from sayso.ingest.fetch import Answer, ask
from sayso.ingest.politeness import SECONDS_BETWEEN, Manners, jittered
from sayso.ingest.pool import Readers
from sayso.ingest.reservations import Reservations
from sayso.ingest.sources import Source
from sayso.ingest.warc_file import WarcFile
from sayso.record import Record

EVERY_SECONDS = 900.0
_LONGEST = 24 * 3600.0
MOST_TRIES = 3
"""How often a page is asked for that cannot be had."""


@dataclass(slots=True)
class Feed:
    """What is known of a feed: how it is asked whether it has changed, when, and of each page in it how often it was
    tried; 0 once it is done with.
    """

    etag: str | None = None
    last_modified: str | None = None
    due: float = 0.0
    failures: int = 0
    pages: dict[str, int] = field(default_factory=dict)


class Watch:
    """Feeds that are watched for a record; `folder` is where what they bring is kept, `every` how long between looks.

    Unless `keep` is "full" no page is kept as it came.

    `clock` and `sleep` are in seconds.
    """

    def __init__(
        self,
        feeds: list[str],
        record: Record,
        readers: Readers,
        folder: Path,
        *,
        every: float = EVERY_SECONDS,
        between: float = SECONDS_BETWEEN,
        allow_private: bool = False,
        allow_reserved: bool = False,
        keep: Keep = "full",
        clock: Callable[[], float] = time.time,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._record, self._readers, self._every, self._keep = record, readers, every, keep
        self._clock, self._sleep = clock, sleep
        self._ask = partial(ask, most=MOST_BYTES, allow_private=allow_private)
        self._manners = Manners(self._ask, clock, between)
        self._reserved = None if allow_reserved else Reservations(self._manners, self._ask)
        self._kept = WarcFile(folder)
        self._path = folder / "feeds.json"
        self._feeds = _loaded(self._path)
        for url in feeds:
            self._feeds.setdefault(url, Feed())
        self._watched = list(feeds)

    def forever(self) -> Iterator[Outcome]:
        """What comes in, as it comes, until it is interrupted."""
        while True:
            yield from self.once()
            self._sleep(max(1.0, min(self._feeds[url].due for url in self._watched) - self._clock()))

    def once(self) -> Iterator[Outcome]:
        """Look at every feed that is due, and at what is new in them."""
        self._record.make()
        waiting: deque[tuple[str, str | None]] = deque(
            (url, None) for url in self._watched if self._feeds[url].due <= self._clock()
        )
        while waiting:
            url, feed = self._next(waiting)
            if feed is None:
                yield from self._look(url)
                waiting += [(page, url) for page, tries in self._feeds[url].pages.items() if tries and page != url]
            elif self._feeds[feed].pages.get(url):
                yield from self._page(url, feed)
            self._save()

    def close(self) -> None:
        """Let go of the file in which pages are kept."""
        self._kept.close()

    def _next(self, waiting: "deque[tuple[str, str | None]]") -> tuple[str, str | None]:
        """The first whose host may be asked now; when none may, wait for the one that is ready soonest."""
        soonest = min(waiting, key=lambda one: self._manners.ready_at(one[0]))
        wait = self._manners.ready_at(soonest[0]) - self._clock()
        if wait > 0:
            self._sleep(wait)
        waiting.remove(soonest)
        return soonest

    def _look(self, url: str) -> Iterator[Outcome]:
        """Ask a feed for what it lists, if it has changed; pages that it does not list any more are forgotten."""
        feed = self._feeds[url]
        try:
            answer = self._answer(url, _conditions(feed))
            listed = self._listed(answer, url) if answer.status != 304 else tuple(feed.pages)
        except Unreadable as error:
            feed.failures += 1
            feed.due = self._clock() + jittered(min(self._every * 2**feed.failures, _LONGEST))
            yield Outcome(url, None, "failed", why=error.why)
            return
        feed.failures, feed.due = 0, self._clock() + jittered(self._every)
        feed.pages = {page: feed.pages.get(page, MOST_TRIES) for page in listed}
        if answer.status == 200:
            feed.etag, feed.last_modified = answer.fields.get("etag"), answer.fields.get("last-modified")

    def _listed(self, answer: Answer, url: str) -> tuple[str, ...]:
        """What a feed lists, told in a process that may fail; raises Unreadable where it is no feed."""
        if answer.status != 200:
            raise Unreadable(url, f"the server answers {answer.status} {answer.reason}".rstrip())
        given = {"content": answer.found.content, "name": url}
        listed = self._readers.ask(Task("sayso.inputs.formats:links_in", url, given))
        if listed is None:
            raise Unreadable(url, "it is no feed, sitemap or list of addresses")
        return tuple(listed)

    def _page(self, url: str, feed: str) -> Iterator[Outcome]:
        """Fetch a page, keep it, and add it; one that is on the record is done with already."""
        pages = self._feeds[feed].pages
        if self._record.has_page(url):
            pages[url] = 0
            return
        try:
            answer = self._answer(url, {})
            if answer.status != 200:
                raise Unreadable(url, f"the server answers {answer.status} {answer.reason}".rstrip())
            if self._reserved:
                self._reserved.ensure_free(url, answer)
            ensure_fits(len(answer.found.content), url)
        except Unreadable as error:
            pages[url] -= 1
            if not pages[url]:
                self._record.failed({url: error.why})
                yield Outcome(url, None, "failed", why=error.why)
            return
        if self._keep == "full":
            self._kept.keep(answer)
        found = [Source(url, lambda: answer.found)]
        yield from add_all(found, self._record, self._readers.read, jobs=1, keep=self._keep)
        pages[url] = 0

    def _answer(self, url: str, fields: dict[str, str]) -> Answer:
        answer = None
        try:
            answer = self._ask(url, fields=fields, ensure_allowed=self._allowed)
        finally:
            self._manners.asked(url, answer)
        return answer

    def _allowed(self, url: str) -> None:
        """Without the right to what is reserved, neither of the two; robots.txt is obeyed in any case."""
        (self._reserved or self._manners).ensure_allowed(url)

    def _save(self) -> None:
        """Whole or not at all."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        new = self._path.with_suffix(".new")
        new.write_text(json.dumps({url: asdict(feed) for url, feed in self._feeds.items()}), "utf-8")
        os.replace(new, self._path)


def _conditions(feed: Feed) -> dict[str, str]:
    told = {"If-None-Match": feed.etag, "If-Modified-Since": feed.last_modified}
    return {name: value for name, value in told.items() if value}


def _loaded(path: Path) -> dict[str, Feed]:
    try:
        kept = json.loads(path.read_text("utf-8"))
        return {url: Feed(**feed) for url, feed in kept.items()}
    except FileNotFoundError:
        return {}
    except (ValueError, TypeError, AttributeError) as error:
        raise Unreadable(
            str(path), f"what was seen of feeds cannot be read: {error}; remove it to begin anew"
        ) from error
