"""What one place of a page tells of its article."""

from dataclasses import dataclass

from sayso.data.article import Moment
from sayso.reading.metadata.dates import refined


@dataclass(frozen=True, slots=True)
class Told:
    """Title, outlet, byline and date, as far as one place of a page tells them."""

    title: str | None = None
    outlet: str | None = None
    byline: tuple[str, ...] = ()
    published: Moment | None = None

    def or_else(self, other: "Told") -> "Told":
        """The same, with what is missing filled in from another place."""
        return Told(
            self.title or other.title,
            self.outlet or other.outlet,
            self.byline or other.byline,
            refined(self.published, other.published),
        )
