"""How an article begins: its headline (often twice), date and byline stand above the lead, in any order."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from sayso.data.article import Moment
from sayso.reading.blocks.draft import Passage, ends_sentence, same_words
from sayso.reading.metadata.datelines import dateline, dateline_of, day_in_heading, first_published_in, updated_in
from sayso.reading.metadata.dates import find_date, refined
from sayso.reading.metadata.day_order import day_first_told
from sayso.reading.metadata.merge import Told
from sayso.reading.metadata.names import byline, dated_byline, wire_in
from sayso.reading.metadata.signatures import says_byline_again

_LONGEST_TITLE = 250
_READ = 40
_HEAD = 120
_LINES_BELOW = 4
_LINES_ABOVE = 12  # an opening has no more lines; further down, a date line is part of the story


@dataclass(slots=True)
class Opening:
    """What stands above the body, and the body."""

    title: str | None = None
    published: Moment | None = None
    outlet: str | None = None
    byline: tuple[str, ...] = ()
    updated: Moment | None = None
    wire: str | None = None
    body: list[Passage] = field(default_factory=list)
    written_by: Sequence[str] = ()
    text: str = ""

    @property
    def told(self) -> Told:
        return Told(self.title, self.outlet, self.byline, self.published, self.updated, self.wire)


def read_opening(passages: list[Passage], title: str | None = None, written_by: Sequence[str] = ()) -> Opening:
    """Part an article's opening from its body; `title` and `written_by` are what the page has told already."""
    opening = Opening(title, written_by=written_by, text="\n".join(passage.text for passage in passages[:_READ]))
    above = _lines_above(passages)
    opening.body.extend(
        passage for place, passage in enumerate(passages[:above]) if not _takes(opening, passages, place)
    )
    opening.body.extend(passages[above:])
    _read_dateline(opening)
    return opening


def _is_prose(passage: Passage) -> bool:
    return passage.kind in ("paragraph", "quote") and ends_sentence(passage.text) and not byline(passage.text)


def _lines_above(passages: list[Passage]) -> int:
    """How many passages stand above the first sentence."""
    for place, passage in enumerate(passages[:_LINES_ABOVE]):
        if _is_prose(passage):
            return place + 1
    return min(len(passages), _LINES_ABOVE)


def _takes(opening: Opening, passages: list[Passage], place: int) -> bool:
    """Whether a line belongs to the opening; what it says is taken in."""
    line = passages[place].text
    if opening.title and same_words(line, opening.title):
        return True
    day_first = day_first_told(line, opening.text)
    if found := dateline(line, day_first) or (day_in_heading(line, day_first) if opening.title else None):
        opening.published = opening.published or found
        opening.updated = opening.updated or updated_in(line)
        return True
    if names := _byline_and_date(opening, line):
        opening.byline = opening.byline or names
        return True
    if says_byline_again(line, opening.written_by):
        return True
    if not opening.title and not opening.body and _is_title(passages, place):
        opening.title, opening.outlet = _parted_title(line, passages[place + 1 : place + 4])
        return True
    return False


def _byline_and_date(opening: Opening, line: str) -> tuple[str, ...]:
    """The names of a byline, also where a date stands on the same line: "By Jane Doe | 10 October 2015"."""
    names = byline(line) or dated_byline(line)
    found = find_date(line, day_first_told(line, opening.text)) if names else None
    if found and found.precision not in ("month", "year"):
        opening.published = opening.published or Moment(found.value, found.precision, "dateline", line)
    if names:
        opening.wire = opening.wire or wire_in(line)
    return names


def _is_title(passages: list[Passage], place: int) -> bool:
    """A headline is a line above more text that is no sentence, or that is said again below."""
    passage = passages[place]
    if len(passage.text) > _LONGEST_TITLE or passage.kind in ("list", "quote") or "\n" in passage.text:
        return False
    below = passages[place + 1 : place + 4]
    if any(same_words(passage.text, other.text) for other in below):
        return True
    closed = passage.text.rstrip("\"'”’»)").endswith((".", ",", ";", ":", "…"))
    return bool(below) and passage.kind in ("heading", "paragraph") and not closed


def _parted_title(line: str, below: list[Passage]) -> tuple[str, str | None]:
    """A headline and its outlet: "Dam Opens - The Elna Post" over a second headline "Dam Opens" tells both."""
    for passage in below:
        headline = passage.text
        if not line.startswith(headline):
            continue  # nor is a pattern made of a paragraph of megabytes
        if parted := re.fullmatch(rf"{re.escape(headline)}\s{{1,4}}[-–—|·]\s{{1,4}}(.{{2,60}})", line):
            return headline, parted[1]
    return line, None


def _read_dateline(opening: Opening) -> None:
    """The day and the wire that "LONDON, Oct 10, 2015 (Reuters) - " tells; the words stay where they are."""
    first = next((passage.text for passage in opening.body if passage.kind == "paragraph"), "")
    told = dateline_of(first, day_first_told(first[:_HEAD], opening.text))
    opening.wire = opening.wire or told.wire
    opening.outlet = opening.outlet or told.wire
    opening.published = refined(opening.published, told.published)
    if opening.published is None:
        ends = (*opening.body[:2], *opening.body[2:][-_LINES_BELOW:])
        found = (first_published_in(passage.text, day_first_told(passage.text, opening.text)) for passage in ends)
        opening.published = next(filter(None, found), None)
