"""A record whose answers become tables."""

from collections.abc import Sequence
from typing import Any, cast

from sayso.data.search import Search
from sayso.data.tally import GenderBy, Unit
from sayso.frames.found import FoundStatements, FoundTally
from sayso.record import Record as PlainRecord


class Record(PlainRecord):
    """A record at a path or URL, made when there is none, for programs and notebooks."""

    def said(self, words: str | None = None, **asked: Any) -> FoundStatements:
        """The statements that meet all that is asked, by the fields of `Search` and `limit`; docs/search.md has them.

        Raises BadQuery for words that cannot be read, TypeError for a field that there is not.
        """
        return FoundStatements(super().said(words, **asked), self.own_columns)

    def every(self, search: Search, *, limit: int | None = None) -> FoundStatements:
        """All statements that a search finds, in order of time; the undated last. Raises BadQuery."""
        return FoundStatements(iter(super().every(search, limit=limit)), self.own_columns)

    def tally(
        self,
        search: Search | Sequence[str],
        by: Sequence[str] = (),
        *,
        unit: Unit = "statements",
        gender_by: GenderBy = "text",
        query: str = "",
        **asked: Any,
    ) -> FoundTally:
        """Count by columns: `tally(["outlet", "gender"], outlet="Post")`, or of a Search, `tally(search, ["outlet"])`.

        Unlike `sayso tally` it counts what people are not shown too, unless `shown=True` is asked. Raises BadTally, or
        BadQuery.
        """
        if not isinstance(search, Search):
            search, by = Search(**asked), cast("Sequence[str]", search)
        query = query or f"tally({list(by)}, unit={unit!r}, gender_by={gender_by!r}, {search})"
        return FoundTally.of(super().tally(search, by, unit=unit, gender_by=gender_by, query=query))
