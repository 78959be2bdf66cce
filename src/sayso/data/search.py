"""What a record is asked for, and in what order."""

from dataclasses import dataclass, replace
from typing import Literal


@dataclass(frozen=True, slots=True)
class Meant:
    """Whom a name means on a record, looked up once: their ids, the most quoted first, and what each is called."""

    name: str
    ids: tuple[str, ...] = ()
    names: tuple[str, ...] = ()

    @property
    def is_taken_for(self) -> str | None:
        """The one whom the name is taken to mean, where it is neither an id nor a part of what he is called."""
        if len(self.ids) != 1 or self.name == self.ids[0] or self.name.casefold() in self.names[0].casefold():
            return None
        return self.names[0]


@dataclass(frozen=True, slots=True)
class Search:
    """What to look for; None asks for nothing. Every door to a record takes these fields, as `search_fields` has them.

    `by` and `about` are names, whole or in part, or ids; or whom such a name means, once that is known. Dates are
    ISO 8601, as coarse as one likes: "2015", "2015-05". `topic` is part of a heading in any case; `confidence` the
    least that will do, between 0 and 1. `having` puts a statement into a cell of a tally, column by column, as a URL
    writes it: "gender=woman&outlet=The+Post". Unless `each` is false, every printing of an utterance is found.
    """

    words: str | None = None
    by: str | Meant | None = None
    about: str | Meant | None = None
    since: str | None = None
    until: str | None = None
    kind: str | None = None
    outlet: str | None = None
    act: str | None = None
    negated: bool | None = None
    hypothetical: bool | None = None
    topic: str | None = None
    confidence: float | None = None
    denied: bool | None = None
    shown: bool | None = None
    having: str | None = None
    anonymous: bool | None = None
    independent: bool | None = None
    each: bool | None = None

    @property
    def for_people(self) -> "Search":
        """The same as people are shown it unless they ask otherwise: one line for all that print an utterance."""
        return replace(self, shown=_or(self.shown, usual=True), each=_or(self.each, usual=False))


def _or(asked: bool | None, *, usual: bool) -> bool:
    return usual if asked is None else asked


Order = Literal["time", "newest", "rank"]

Match = Literal["exact", "variants"]
"""Whether only names with the very words count, or names spelled otherwise too where there are none."""
