"""A record of a few readings, as far as `sayso verify` asks it."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from hashlib import sha256

from sayso.article import Article
from sayso.pipeline import Reading
from sayso.record import ArticleRef, StatementRow


@dataclass(frozen=True)
class Capture:
    article: str
    name: str
    url: str | None
    captured_at: str
    read_by: str
    sha256: str
    is_current: bool = True


@dataclass(frozen=True)
class Held:
    capture: Capture
    article: Article
    statements: tuple[StatementRow, ...]


@dataclass
class Shelf:
    """Readings by key, and the documents that they came as."""

    holdings: dict[str, Held] = field(default_factory=dict)
    originals: dict[str, bytes | None] = field(default_factory=dict)

    def put(self, key: str, reading: Reading, url: str | None = None, *, is_current: bool = True) -> None:
        article = reading.article
        self.originals[key] = article.text.encode()
        digest = sha256(article.text.encode()).hexdigest()
        capture = Capture(key, article.document.name, url, "2024-03-04", "sayso 0.1.0", digest, is_current)
        named = ArticleRef(key, article.title, article.outlet, article.published)
        rows = tuple(
            StatementRow(f"{key}.{n}", article.document, named, said, None) for n, said in enumerate(reading.statements)
        )
        self.holdings[key] = Held(capture, article, rows)

    def captures(self) -> Iterator[Capture]:
        return (held.capture for held in self.holdings.values())

    def held(self, article: str) -> Held:
        return self.holdings[article]

    def original(self, article: str) -> bytes | None:
        return self.originals[article]

    def opened(self, place: str, *, must_exist: bool = False) -> AbstractContextManager["Shelf"]:
        return nullcontext(self)
