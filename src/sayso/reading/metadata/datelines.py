"""Dates in an article's own lines: "Published: 9 May 2015", "PORT ELNA, 3 May 2021 - …", "PARIS (AP) — …"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.data.article import Moment
from sayso.lexicon.calendar import DATE_WORDS, PUBLISHED_WORDS, UPDATED_WORDS
from sayso.lexicon.english import words as listed
from sayso.reading.blocks.draft import same_words
from sayso.reading.metadata.dates import FoundDate, find_date
from sayso.reading.metadata.names import dated_byline, names_in, wire_in
from sayso.text.normalise import LETTERS

_LONGEST_DATELINE = 120
_LONGEST_LABELLED = 300
_MOST_DATES = 4
_LONGEST_LABEL = 40
_LINES_BELOW, _LINES_ABOVE = 8, 3
_COARSE = ("month", "year")
_PARTS_OFF = re.compile(
    r"\s{0,4}[|–—·•]\s{0,4}|\s{1,4}-\s{1,4}"
)  # what parts a date from the words behind it, at its end
_DASH = re.compile(r"\s{0,4}[–—]+\s{0,4}|\s{1,4}[·•|]\s{1,4}|\s{1,4}-{1,2}\s{0,4}|-{2}\s{0,4}|:\s")
_IN_BRACKETS = re.compile(r"[(\[/]\s{0,4}([A-Za-z][\w. -]{1,40}?)\s{0,4}[)\]/]")
_STARTS_OF_LINE = re.compile(r"(?<=[^\W\d_])(?=\d{1,2}\.\d{1,2}\.\d{4})")
_CLOSES = re.compile(r"[)\]]\s{1,4}|\.\s{1,4}(?=[^\W\d_a-z“\"])")
"""What may end a dateline that has no dash: "(Lorne, 3 May 2021) The", "Lorne, 3 May 2021. The"."""

_AROUND = " ,.;:|()[]–—-·•"
_MOST_PLACE_WORDS = 6
_MOST_BESIDE = 5
_NO_PLACES = listed("on in by since until from after before at as for the this that when while between")
_ISSUE = re.compile(r"\b(?:issue|vol(?:ume)?|no|number|edition|week)\.? ?\d{1,5}\b", re.IGNORECASE)
_SAYS_FIRST = re.compile(
    r"(?:This|The) (?:story|article|report|post|piece|interview|column|page) (?:was |has been )?"
    r"(?:first |originally )?(?:published|appeared|posted|printed)\b.{0,60}"
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """What the words before the dash tell of where a report comes from: its day and the wire that wrote it."""

    published: Moment | None = None
    wire: str | None = None


def dateline(line: str, day_first: bool | None = None) -> Moment | None:
    """The date of a line that says when the article appeared and nothing else; None for any other line."""
    if len(line) > _LONGEST_DATELINE:
        return None
    dates = list(_dates(line, day_first))
    if not dates or dates[0].precision in _COARSE:
        return None
    rest = line
    for date in reversed(dates):
        rest = rest[: date.start] + " " + rest[date.end :]
    if not set(LETTERS.findall(rest.lower())) <= DATE_WORDS:
        return None
    first = next((date for date in dates if _label(line, date, dates) != "updated"), dates[0])
    return Moment(first.value, first.precision, "dateline", line)


def updated_in(line: str) -> Moment | None:
    """The date of a line that it says is the last change's: "Published: 9 May 2015 | Updated: 10 May 2015"."""
    return _labelled(line, "updated")


def published_in(line: str) -> Moment | None:
    """The date of a line that it says is the publication's; the line may say more."""
    return _labelled(line, "published")


def date_near_title(lines: list[str], title: str | None, day_first: bool | None = None) -> Moment | None:
    """The date that has a line for itself, or begins one, or stands in a byline, in the lines around the headline."""
    start = place_of_title(lines, title)
    if start is None:
        return None
    around = (*lines[start + 1 : start + 1 + _LINES_BELOW], *reversed(lines[max(0, start - _LINES_ABOVE) : start]))
    for line in around:
        if found := dateline(line, day_first) or _at_its_start(line, day_first) or _in_byline(line, day_first):
            return found
    return None


def nearest_dateline(lines: list[str], title: str | None, day_first: bool | None = None) -> Moment | None:
    """Of the lines that are a date and nothing else, the one next to the headline; the first where none is shown."""
    start = place_of_title(lines, title) or 0
    found = [(abs(place - start), date) for place, line in enumerate(lines) if (date := dateline(line, day_first))]
    return min(found, key=lambda pair: pair[0])[1] if found else None


def place_of_title(lines: list[str], title: str | None) -> int | None:
    """Which of the lines is the headline, alone or with a few words that are set above or below it."""
    if not title:
        return None
    whole = (place for place, line in enumerate(lines) if same_words(line, title))
    within = (place for place, line in enumerate(lines) if len(line) <= 2 * len(title) and title in line)
    return next(whole, next(within, None))


def day_in_heading(line: str, day_first: bool | None = None) -> Moment | None:
    """The day of a line that has besides only a place, a name or the number of an issue: "Lorne | 3 May 2021"."""
    found = find_date(line, day_first) if len(line) <= _LONGEST_DATELINE else None
    if not found or found.precision in _COARSE:
        return None
    before, behind = line[: found.start].strip(_AROUND), line[found.end :].strip(_AROUND)
    beside = LETTERS.findall(_ISSUE.sub("", before or behind))
    bare = [word for word in beside if word.lower() not in DATE_WORDS]
    capital = all(word[0].isupper() for word in bare) and len(bare) <= _MOST_BESIDE
    is_alone = not (before and behind) and capital and not _NO_PLACES.intersection(word.lower() for word in beside[:1])
    return Moment(found.value, found.precision, "dateline", line) if is_alone else None


def first_published_in(line: str, day_first: bool | None = None) -> Moment | None:
    """The day of a sentence that tells when the article appeared: "This story was first published on 3 May 2021."."""
    found = find_date(line, day_first) if len(line) <= _LONGEST_LABELLED and _SAYS_FIRST.match(line) else None
    return Moment(found.value, found.precision, "dateline", line) if found and found.precision not in _COARSE else None


def dateline_of(paragraph: str, day_first: bool | None = None) -> Dateline:
    """The day and the wire before the dash of a report's first paragraph; the words stay where they are."""
    head = paragraph[:_LONGEST_DATELINE]
    ends = [*_DASH.finditer(head), *_CLOSES.finditer(head)]
    told = (_told_before(head[: end.start()], head[: end.end()].rstrip(), day_first) for end in ends)
    found = [(each, end) for each, end in zip(told, ends, strict=True) if each]
    dated = (each for each, _ in found if each.published)
    return next(dated, next((each for each, end in found if end.re is _DASH), Dateline()))


def _told_before(head: str, words: str, day_first: bool | None) -> Dateline | None:
    """What a dateline tells, where "PORT ELNA, 3 May 2021 (AP)" is one: a place, a day, a wire, and nothing besides."""
    bracket = _IN_BRACKETS.search(head)
    wire = wire_in(bracket[1]) if bracket else None
    rest = head.replace(bracket[0], " ", 1) if bracket else head
    found = find_date(rest, day_first)
    if found and found.precision == "day":
        place, behind = rest[: found.start].strip(_AROUND), rest[found.end :].strip(_AROUND)
        place, behind = (behind, "") if not place and behind.isupper() else (place, behind)
    else:
        place, behind, found = rest.strip(" ,.;"), "", None
    if behind or not _is_place(place, sure=bool(bracket or found)):
        return None
    return Dateline(Moment(found.value, "day", "dateline", words) if found else None, wire)


def _is_place(words: str, *, sure: bool) -> bool:
    """Whether words may be a place before a dash; beside a day or a wire it needs no capitals, and may be missing."""
    pieces = words.replace(",", " ").split()
    if len(pieces) > _MOST_PLACE_WORDS or (not pieces and not sure):
        return False
    if pieces and pieces[0].lower() in _NO_PLACES:
        return False
    return words.isupper() or (sure and all(piece[0].isupper() or piece.isdecimal() for piece in pieces))


def _at_its_start(line: str, day_first: bool | None) -> Moment | None:
    """A date that begins a line, parted from what follows: "24 April 2020 | Press", "29.11.2022 – The branch …"."""
    found = find_date(line[:_LONGEST_DATELINE], day_first)
    if not found or found.precision in _COARSE:
        return None
    before, after = LETTERS.findall(line[: found.start].lower()), line[found.end : _LONGEST_DATELINE]
    named = len(line) <= _LONGEST_DATELINE and names_in(after)
    if set(before) <= DATE_WORDS and (_PARTS_OFF.match(after) or named):
        return Moment(found.value, found.precision, "dateline", line[:_LONGEST_DATELINE])
    return None


def _in_byline(line: str, day_first: bool | None) -> Moment | None:
    found = find_date(line, day_first) if dated_byline(line) else None
    return Moment(found.value, found.precision, "dateline", line) if found and found.precision not in _COARSE else None


def _labelled(line: str, label: str) -> Moment | None:
    if len(line) > _LONGEST_LABELLED:
        return None
    apart = _STARTS_OF_LINE.sub(" ", line)  # "Created on09.02.2022", where only a style sheet parts the two
    dates = [date for date in _dates(apart, None) if date.precision not in _COARSE]
    for date in dates:
        if _label(apart, date, dates) == label:
            return Moment(date.value, date.precision, "dateline", line)
    return None


def _dates(line: str, day_first: bool | None) -> Iterator[FoundDate]:
    start = 0
    for _ in range(_MOST_DATES):
        found = find_date(line[start:], day_first)
        if not found:
            return
        yield FoundDate(found.value, found.precision, start + found.start, start + found.end)
        start += found.end


def _label(line: str, date: FoundDate, dates: list[FoundDate]) -> str | None:
    """What the words right before a date, behind the one before it, say that it is."""
    start = max((other.end for other in dates if other.end <= date.start), default=0)
    words = LETTERS.findall(line[max(start, date.start - _LONGEST_LABEL) : date.start].lower())
    if UPDATED_WORDS.intersection(words):
        return "updated"
    return "published" if PUBLISHED_WORDS.intersection(words) else None
