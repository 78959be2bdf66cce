"""Who gets quoted: what a tally counts by and in, and what it answers. Plain values, which need no database."""

from dataclasses import dataclass
from typing import Final, Literal, get_args

from sayso.data.errors import SaysoError
from sayso.data.made import Made

Unit = Literal["statements", "words", "utterances", "speakers", "articles"]
UNITS: Final[tuple[Unit, ...]] = get_args(Unit)
GenderBy = Literal["text", "names"]
"""By what a speaker is told to be a woman or a man: what the articles say, or given names too."""

UNNAMED: Final = "~not named"
UNLISTED: Final = "~not on the list"
NOT_GIVEN: Final = "~nothing given"
NO_PERSON: Final = "~no person"
NO_POSITION: Final = "~takes no position"
ASIDE: Final = frozenset({NO_PERSON, NO_POSITION})
"""What is counted, and of which nobody has a share: a ministry is neither a woman nor a man."""
FOR_NOBODY: Final = "~for themselves"
OPEN: Final = ""
"""Stands for what nothing tells, in `having`."""
MOST_COLUMNS: Final = 3


@dataclass(frozen=True, slots=True)
class Column:
    """What statements can be counted by; `of_speakers` when each of several who speak together has a value."""

    name: str
    help: str
    of_speakers: bool = False
    in_order: bool = False
    """Whether its values have an order of their own, as months have; the others stand by how many have them."""


COLUMNS: Final = (
    Column("outlet", "where it was published"),
    Column("author", "the byline"),
    Column("language", "the language of the article"),
    Column("section", "the section that the address of the article tells"),
    Column("year", "when it was said", in_order=True),
    Column("month", "when it was said", in_order=True),
    Column("week", "when it was said: the Monday of the week", in_order=True),
    Column("kind", "direct, indirect, mixed or headline"),
    Column("act", "what the speaker does: said, thought, wanted …"),
    Column("where", "in the body, the title, or the title of a related story"),
    Column("topic", "the heading that it stands under"),
    Column("role", "what the words call the speaker", of_speakers=True),
    Column("speaker", "who speaks", of_speakers=True),
    Column("type", "person, organisation, country or group", of_speakers=True),
    Column("named", "whether the article names the speaker", of_speakers=True),
    Column("anonymous", "whether the article says that the name is withheld", of_speakers=True),
    Column("on_behalf_of", "for whom a spokesman, a lawyer, a campaign speaks", of_speakers=True),
    Column("office", "whether the speaker is called by a public office", of_speakers=True),
    Column("gender", "a woman or a man, as the text tells", of_speakers=True),
)
"""What every record has; a list of one's own adds its columns to these."""
POSITION: Final = "position:"
"""What a column begins with that tells the speaker’s position towards whom or what comes after it."""
BY_NAME: Final = {column.name: column for column in COLUMNS}


class BadTally(SaysoError):
    """A tally that cannot be made; str() says what to ask for instead."""


def in_stratum(value: str | None) -> str:
    """What a value is called as a part of a stratum that a sample is drawn from."""
    return (value or "not told").removeprefix("~")


@dataclass(frozen=True, slots=True)
class Key:
    """A value of a column and what people call it; None, shown as such, where nothing tells."""

    value: str | None
    label: str


@dataclass(frozen=True, slots=True)
class Interval:
    """Where a share lies, 95 times in 100, were other articles of the same kind read."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Coded:
    """What people found who coded a sample of a cell: of `coded` so many are right; what that makes of its `count`."""

    coded: int
    right: int
    interval: Interval
    corrected: float


@dataclass(frozen=True, slots=True)
class Cell:
    """How many have these values, one for each column of the tally.

    `share` is its part of all in the same group (the columns before the last) of which the last column is told, and
    `interval` where that lies by chance; `least` and `most` are the shares if none, or all, of what is open in the
    group belonged here. What is open or set aside has no share. `articles` have it. `coded` is given by hand-coding.
    """

    keys: tuple[Key, ...]
    count: int
    articles: int
    share: float | None = None
    interval: Interval | None = None
    least: float | None = None
    most: float | None = None
    coded: Coded | None = None

    @property
    def values(self) -> tuple[str | None, ...]:
        return tuple(key.value for key in self.keys)

    @property
    def is_open(self) -> bool:
        """Whether nothing tells the last column."""
        return self.keys[-1].value is None

    @property
    def having(self) -> tuple[str, ...]:
        """The values as a search takes them, empty where nothing tells."""
        return tuple(key.value or OPEN for key in self.keys)


@dataclass(frozen=True, slots=True)
class Tally:
    """Cells in the order of their groups; `total` counts all, what is open too, and `open` where any column is."""

    by: tuple[str, ...]
    unit: Unit
    cells: tuple[Cell, ...]
    total: int
    open: int
    interval_by: str
    made: Made
