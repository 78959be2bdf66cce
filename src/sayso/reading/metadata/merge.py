"""What one place of a page tells of its article, and what holds where several tell it."""

from collections.abc import Iterable
from dataclasses import dataclass

from sayso.data.article import Moment
from sayso.reading.metadata.dates import refined
from sayso.reading.metadata.names import is_login

_MOST_AUTHORS = 6  # a list of more is taken from one place: names may be of other stories


@dataclass(frozen=True, slots=True)
class Told:
    """Title, outlet, byline and dates, as far as one place of a page tells them; `wire` is the agency that wrote it."""

    title: str | None = None
    outlet: str | None = None
    byline: tuple[str, ...] = ()
    published: Moment | None = None
    updated: Moment | None = None
    wire: str | None = None

    def or_else(self, other: "Told") -> "Told":
        """The same, with what is missing filled in from another place."""
        return Told(
            self.title or other.title,
            self.outlet or other.outlet,
            self.byline or other.byline,
            refined(self.published, other.published),
            self.updated or other.updated,
            self.wire or other.wire,
        )


def byline_told(told: Iterable[tuple[str, ...]], outlet: str | None) -> tuple[str, ...]:
    """The byline where several places tell one, the surest first.

    The outlet's own name and what somebody logs in with give way to a name that readers see, and a list of names to a
    longer list that holds them all.
    """
    found = [names for names in told if names]
    chosen = next((names for names in found if not _says_little(names, outlet)), next(iter(found), ()))
    for names in found:
        if _folded(chosen) < _folded(names) and len(names) <= _MOST_AUTHORS:
            chosen = names
    return chosen


def _says_little(names: tuple[str, ...], outlet: str | None) -> bool:
    site = _letters(outlet or "")
    bare = [_letters(name) for name in names]
    return all(map(is_login, names)) or bool(site and all(name in site or site in name for name in bare))


def _folded(names: Iterable[str]) -> set[str]:
    return {_letters(name) for name in names}


def _letters(name: str) -> str:
    return "".join(filter(str.isalnum, name.casefold()))
