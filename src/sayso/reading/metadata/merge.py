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


def byline_told(
    told: Iterable[tuple[str, ...]], outlet: str | None, shown: Iterable[tuple[str, ...]] = ()
) -> tuple[str, ...]:
    """The byline where several places tell one, the surest first; `shown` are those that readers see.

    The outlet's own name and what somebody logs in with give way to a name that readers see, and a list of names to a
    longer list that holds them all. A nickname that readers see gives way to nobody but whom it may be short for.
    """
    found = [names for names in told if names]
    chosen = next((names for names in found if not _says_little(names, outlet)), next(iter(found), ()))
    nickname = next((names for names in shown if len(names) == 1 and is_login(names[0])), None)
    if nickname and chosen != nickname and not _may_be_short_for(nickname[0], chosen):
        chosen = nickname
    for names in found:
        if _folded(chosen) < _folded(names) and len(names) <= _MOST_AUTHORS:
            chosen = names
    return chosen


def _says_little(names: tuple[str, ...], outlet: str | None) -> bool:
    site = _letters(outlet or "")
    bare = [_letters(name) for name in names]
    return all(map(is_login, names)) or bool(site and all(_is_site(name, site) for name in bare))


def _is_site(name: str, site: str) -> bool:
    """Whether a name is most of what a site is called, or has it in it: Ela of "Elavegan" is a person."""
    return site in name or (name in site and 2 * len(name) >= len(site))


def _may_be_short_for(login: str, names: Iterable[str]) -> bool:
    letters = _letters(login)
    parts = [part for name in names for word in name.split() if len(part := _letters(word)) > 2]
    return any(part in letters or letters.startswith(part[:3]) for part in parts)


def _folded(names: Iterable[str]) -> set[str]:
    return {_letters(name) for name in names}


def _letters(name: str) -> str:
    return "".join(filter(str.isalnum, name.casefold()))
