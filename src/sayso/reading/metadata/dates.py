"""Dates as pages write them, read no further than they go.

A date is read to the precision that is written ("October 2015" is a month), never further, and never from the
clock. 03/04/2015 may be March or April, so only its year is sure. What no calendar has is no date.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from sayso.data.article import Moment, Precision, Span
from sayso.lexicon.calendar import MONTHS, OFFSETS, month_number
from sayso.text.as_read import UNSEEN, AsRead

FIRST_YEAR, LAST_YEAR = 1800, 2100

_MONTH = "(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|\.)?"
_YEAR = r"(?P<year>\d{4})(?!\d)"
_TIME = (
    r"(?P<hour>\d{1,2})(?::|\.|h)(?P<minute>\d{2})(?!\d)(?::(?P<second>\d{2})(?!\d))?(?:[.,]\d{1,9})?"
    r"\s?(?P<half>[ap]\.?m\b\.?)?\s?(?:uhr\b|hrs?\b)?"
    # a zone's name is in capitals: in French, "est" is a verb
    rf"\s?\(?(?P<zone>(?-i:(?:UTC|GMT)?[+-]\d{{2}}:?\d{{2}}\b|(?:Z|{'|'.join(OFFSETS)})\b))?\)?"
)
_GAP = r"\s{0,4}(?:(?:T|,|\||•|·|-|–|—|at\b|à\b|um\b|@|//)\s{0,4}){0,3}"
_SHAPES = (
    rf"{_MONTH}\s{{1,4}}{_DAY},?\s{{1,4}}(?P<time>{_TIME}),?\s{{1,4}}{_YEAR}",  # Oct 10 17:31:28 2015
    rf"{_MONTH}\s{{1,4}}{_DAY},?\s{{1,4}}{_YEAR}",
    rf"{_DAY}[\s-]{{1,4}}(?:of\s{{1,4}}|de\s{{1,4}})?{_MONTH},?[\s-]{{1,4}}(?:de\s{{1,4}})?{_YEAR}",
    r"(?P<year>\d{4})(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?!\d)",
    r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})(?=T\d{6}|\b)",
    rf"(?P<first>\d{{1,2}})(?P<mark>[-/.])\s?(?P<second_number>\d{{1,2}})(?P=mark)\s?{_YEAR}",
    r"(?P<year>\d{4})\s?[年년]\s?(?P<month>\d{1,2})\s?[月월]\s?(?P<day>\d{1,2})\s?[日일]",
    rf"{_MONTH},?\s{{1,4}}(?:de\s{{1,4}})?{_YEAR}",
    r"(?P<year>\d{4})-(?P<month>\d{2})(?![\d-])",
)
_DATES = tuple(re.compile(rf"(?<![\w/]){shape}", re.IGNORECASE) for shape in _SHAPES)
_FOUR_DIGITS = re.compile(r"\d{4}")  # every shape has a year
_LONE_YEAR = re.compile(r"\s{0,4}(?P<year>\d{4})\s{0,4}")
_TIME_AFTER = re.compile(_GAP + _TIME, re.IGNORECASE)
_COMPACT_TIME_AFTER = re.compile(r"T(?P<hour>\d{2})(?P<minute>\d{2})(?P<second>\d{2})(?P<zone>Z|[+-]\d{4})?")
_TIME_BEFORE = re.compile(
    r"(?<![\d.:])" + _TIME + r"(?:\s{0,4}[,|–—-]\s{0,4}|\s{1,4}on\s{1,4}|\s{1,4})(?:[^\W\d]{2,10}\.?,?\s{1,4})?",
    re.IGNORECASE,
)
_NUMBERS = re.compile(r"(?<![\d/.-])(\d{1,2})[/-](\d{1,2})[/-]\d{4}(?!\d)")
_DAY_APART = timedelta(days=1)
_WEST, _EAST = 12, 14  # hours that clocks are behind UTC, and before it
_BEFORE = 48  # characters before a date in which its time of day may stand
_EPOCH = re.compile(r"\s{0,4}(?P<seconds>1?\d{9})(?P<millis>\d{3})?\s{0,4}")


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text: `text[start:end]` says `value`, ISO 8601 cut to `precision`."""

    value: str
    precision: Precision
    start: int
    end: int


def find_date(text: str, day_first: bool | None = None) -> FoundDate | None:
    """Find the first date in a text, with the time of day beside it; offsets are code points.

    `day_first` is what 03/04/2015 means where the page tells it; else its year alone is sure.
    """
    if not text.isascii() and UNSEEN.search(text):
        return _where_it_stands(find_date(UNSEEN.sub("", text), day_first), text)
    if not _FOUR_DIGITS.search(text):
        return None
    found = [match for match in (shape.search(text) for shape in _DATES) if match]
    impossible_until = 0
    for match in sorted(found, key=lambda match: (match.start(), -match.end())):
        if match.start() < impossible_until:
            continue  # "31 February 2015" is not February 2015 either
        if date_here := _date_of(text, match, day_first):
            return date_here
        impossible_until = match.end()
    return None


def _where_it_stands(found: FoundDate | None, text: str) -> FoundDate | None:
    """A date that was found in a text without what nobody sees in it, at its place in the text."""
    if not found:
        return None
    span = AsRead.of(text).span(Span(found.start, found.end, ""))
    return replace(found, start=span.start, end=span.end)


def moment(words: str, found_in: str, day_first: bool | None = None) -> Moment | None:
    """Read a date from a field that holds one: ISO 8601, a written date, a year, or seconds since 1970."""
    words = words.strip()[:200]
    if epoch := _EPOCH.fullmatch(words):
        return _from_epoch(int(epoch["seconds"]), words, found_in)
    if (year := _LONE_YEAR.fullmatch(words)) and _plausible(int(year["year"])):
        return Moment(year["year"], "year", found_in, words)
    found = find_date(words, day_first)
    return Moment(found.value, found.precision, found_in, words) if found else None


def day_comes_first(text: str) -> bool | None:
    """Whether dates of numbers in a text have the day first, as 25/3/2015 says and 3/25/2015 denies; else None."""
    orders = {int(match[1]) > 12 for match in _NUMBERS.finditer(text) if max(int(match[1]), int(match[2])) > 12}
    return orders.pop() if len(orders) == 1 else None


def instant(value: datetime) -> str:
    """Write a date and time to the second, as a Moment holds it."""
    return value.replace(microsecond=0).isoformat()


def same_day(one: Moment, other: Moment) -> bool:
    """Whether two moments can be of one event: as far as both go, no more than a day (a time zone) apart."""
    length = min(len(one.value), len(other.value), 10)
    if length < 10:
        return one.value[:length] == other.value[:length]
    apart = date.fromisoformat(one.value[:10]) - date.fromisoformat(other.value[:10])
    return abs(apart) <= timedelta(days=1)


def refined(surer: Moment | None, other: Moment | None) -> Moment | None:
    """The surer of two moments, but the other where it says the same more exactly and the surer knows no day."""
    if surer and other and len(surer.value) < len("2015-10-10") < len(other.value) + 1 and same_day(surer, other):
        return other
    return surer or other


def as_shown(told: Moment, shown: Iterable[Moment | None]) -> Moment:
    """A moment that data tell in UTC, or else what readers see beside it, where that is the day in their zone."""
    if not told.value.endswith("+00:00"):
        return told
    hour = int(told.value[len("2015-10-10T") : len("2015-10-10T17")])
    for found in shown:
        if found and len(found.value) >= len("2015-10-10"):
            apart = date.fromisoformat(found.value[:10]) - date.fromisoformat(told.value[:10])
            is_before, is_after = apart == -_DAY_APART and hour < _WEST, apart == _DAY_APART and hour >= 24 - _EAST
            return found if is_before or is_after else told
    return told


def _from_epoch(seconds: int, words: str, found_in: str) -> Moment:
    return Moment(instant(datetime.fromtimestamp(seconds, tz=UTC)), "second", found_in, words)


def _date_of(text: str, match: re.Match[str], day_first: bool | None) -> FoundDate | None:
    groups = match.groupdict()
    day, precision = _calendar_day(groups, day_first)
    if not day:
        return None
    if precision != "day":
        return FoundDate(day, precision, match.start(), match.end())
    if groups.get("time"):
        return _with_time(day, match, match.start(), match.end())
    return _time_beside(text, day, match)


def _calendar_day(groups: dict[str, str | None], day_first: bool | None) -> tuple[str, Precision]:
    """The date that the groups of a shape give, and how far it goes; "" when no calendar has it."""
    year = int(groups["year"] or 0)
    if not _plausible(year):
        return "", "year"
    if groups.get("first"):
        numbers = int(groups["first"] or 0), int(groups["second_number"] or 0)
        if groups["mark"] == ".":  # wherever it is written with points, the day is first
            return _iso_day(year, numbers[1], numbers[0]), "day"
        return _from_numbers(year, numbers, day_first)
    month = month_number(groups["month"] or "")
    if not groups.get("day"):
        return (f"{year:04}-{month:02}", "month") if 1 <= month <= 12 else ("", "month")
    return _iso_day(year, month, int(groups["day"] or 0)), "day"


def _from_numbers(year: int, numbers: tuple[int, int], day_first: bool | None) -> tuple[str, Precision]:
    """25/3 and 3/25 are sure by themselves; 3/4 is, where the page tells which comes first."""
    first, second = numbers
    if first > 12 or first == second or (day_first and second <= 12):
        return _iso_day(year, second, first), "day"
    if second > 12 or day_first is False:
        return _iso_day(year, first, second), "day"
    return f"{year:04}", "year"


def _plausible(year: int) -> bool:
    return FIRST_YEAR <= year <= LAST_YEAR


def _iso_day(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def _time_beside(text: str, day: str, match: re.Match[str]) -> FoundDate:
    after = _COMPACT_TIME_AFTER.match(text, match.end()) or _TIME_AFTER.match(text, match.end())
    if after and (found := _with_time(day, after, match.start(), after.end())).precision != "day":
        return found
    window = text[max(0, match.start() - _BEFORE) : match.start()]
    for before in _TIME_BEFORE.finditer(window):
        if before.end() == len(window):
            start = match.start() - len(before[0])
            return _with_time(day, before, start, match.end())
    return FoundDate(day, "day", match.start(), match.end())


def _with_time(day: str, time: re.Match[str], start: int, end: int) -> FoundDate:
    groups = time.groupdict()
    hour = _hour(int(groups["hour"]), groups.get("half"))
    minute, second = int(groups["minute"]), groups.get("second")
    if hour > 23 or minute > 59 or int(second or 0) > 59:
        return FoundDate(day, "day", start, end)
    clock = f"{hour:02}:{minute:02}" + (f":{second}" if second else "")
    return FoundDate(f"{day}T{clock}{_offset(groups['zone'])}", "second" if second else "minute", start, end)


def _hour(hour: int, half: str | None) -> int:
    if not half or not 1 <= hour <= 12:
        return hour
    return hour % 12 + (12 if half[0] in "pP" else 0)


def _offset(zone: str | None) -> str:
    """The offset from UTC that a zone gives; "" for none, and for names that several zones share."""
    if not zone:
        return ""
    if zone.upper() in OFFSETS:
        return OFFSETS[zone.upper()]
    digits = zone.upper().removeprefix("UTC").removeprefix("GMT").replace(":", "")
    return "+00:00" if digits == "Z" else f"{digits[:3]}:{digits[3:]}"
