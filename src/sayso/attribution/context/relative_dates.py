"""Days that news tells by their names: "on Saturday", "earlier this month", "on 3 May", against a date.

A value is ISO 8601 cut to what the words tell: "2015-10-10", "2015-10", "2015". A weekday is the latest such day at
or before the date, since news looks back. A week that lies in one month is told as that month, else as the year.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
NUMBERS = {
    **{"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8},
    **{"nine": 9, "ten": 10},
}
_MONTH = r"(?P<month>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)|Apr(?:il|\.)|May|June?|July?|Aug(?:ust|\.)?"
_MONTH += r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:1[89]|20)\d\d)\b"
_NOT_THEN = r"(?<!before )(?<!until )(?<!since )(?<!from )(?<!next )(?<!after )(?<!by )(?<!of )"
_WEEKDAY = "|".join(map(str.title, WEEKDAYS))
_PART = "(?:morning|afternoon|evening)"
ANY_DAY = re.compile(
    r"\d|day\b|[Nn]ight\b|morning|afternoon|evening|week|month|year|\bago\b"
    r"|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
)
"""Asked first, for the sake of speed: most sentences tell no day."""

POSSESSIVE = re.compile(r"(?: (?:morning|afternoon|evening|night))?[’']s?\b")
AT = re.compile(r"\b(?:[Aa]t|[Dd]uring) (?:the )?$")


class Told(NamedTuple):
    """Words that tell a day, where they begin, and what they tell."""

    start: int
    value: str


def days_told(words: str, published: date | None) -> Iterator[Told]:
    """Every day that `words` tell; what is relative is told only against a date of publication.

    >>> list(days_told("On Saturday she spoke, not on 3 May", date(2015, 10, 14)))
    [Told(start=0, value='2015-10-10'), Told(start=27, value='2015-05-03')]
    """
    if not ANY_DAY.search(words):
        return
    found = (
        Told(match.start(), value)
        for pattern, reading in READINGS
        for match in pattern.finditer(words)
        if not _belongs_to_an_event(match) and (value := reading(match, published)) is not None
    )
    yield from sorted(found)


def _belongs_to_an_event(match: re.Match[str]) -> bool:
    """ "last week’s vote" tells when the vote was; but what is said at Friday’s meeting is said on Friday."""
    is_possessive = POSSESSIVE.match(match.string, match.end()) is not None
    return is_possessive and not AT.search(match.string[max(0, match.start() - 12) : match.start()])


def _dated(match: re.Match[str], published: date | None) -> str | None:
    """ "3 May 2015", "May 3": without a year the latest such day."""
    month, day = _month(match["month"]), int(match["day"])
    if match["year"]:
        return _iso(int(match["year"]), month, day)
    if published is None:
        return None
    years = (published.year - back for back in range(5))
    told = (_iso(year, month, day) for year in years)
    return next((value for value in told if value and value <= published.isoformat()), None)


def _month_named(match: re.Match[str], published: date | None) -> str | None:
    """ "in May", "in May 2014", "last May"."""
    month = _month(match["month"])
    if match["year"]:
        return f"{match['year']}-{month:02}"
    if published is None:
        return None
    return f"{published.year - (month > published.month):04}-{month:02}"


def _year_named(match: re.Match[str], published: date | None) -> str | None:
    return match["year"] if published is None or int(match["year"]) <= published.year else None


def _weekday(match: re.Match[str], published: date | None) -> str | None:
    if published is None:
        return None
    back = (published.weekday() - WEEKDAYS.index(match["weekday"].lower())) % 7
    return _back(published, back)


def _days_back(match: re.Match[str], published: date | None) -> str | None:
    """ "today", "yesterday", "last night"."""
    is_past = match["when"].lower() in ("yesterday", "last night", "the day before")
    return _back(published, 1 if is_past else 0) if published else None


def _period(match: re.Match[str], published: date | None) -> str | None:
    """ "earlier this month", "last year", "last week"."""
    if published is None:
        return None
    return _in_period(published, match["unit"].lower(), 1 if match["which"].lower() == "last" else 0)


def _ago(match: re.Match[str], published: date | None) -> str | None:
    """ "two days ago", "a month ago"."""
    if published is None:
        return None
    told, unit = match["count"].lower(), match["unit"]
    count = NUMBERS[told] if told in NUMBERS else int(told)
    return _back(published, count) if unit == "day" else _in_period(published, unit, count)


def _in_period(published: date, unit: str, back: int) -> str | None:
    if unit == "week":
        return _week(published, back)
    if unit == "month":
        years, month = divmod(published.year * 12 + published.month - 1 - back, 12)
        return f"{years:04}-{month + 1:02}" if years > 0 else None
    return f"{published.year - back:04}" if published.year > back else None


def _week(published: date, back: int) -> str | None:
    if (published - date.min).days < 7 * (back + 1):
        return None
    monday = published - timedelta(days=published.weekday() + 7 * back)
    end = monday + timedelta(days=6) if back else published
    return monday.isoformat()[:7] if monday.month == end.month else f"{end.year:04}"


def _back(published: date, days: int) -> str | None:
    return (published - timedelta(days=days)).isoformat() if (published - date.min).days >= days else None


def _month(name: str) -> int:
    return next(number for number, month in enumerate(MONTHS, 1) if month.startswith(name[:3].lower()))


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:  # 31 June
        return None


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b{words}")


READINGS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date | None], str | None]], ...] = (
    (_pattern(rf"(?:[Oo]n )?(?:the )?{_DAY} (?:of )?{_MONTH}\b(?:,? {_YEAR})?"), _dated),
    (_pattern(rf"(?:[Oo]n )?{_MONTH} {_DAY}\b(?!\d)(?:,? {_YEAR})?"), _dated),
    (_pattern(rf"(?:[Ii]n|[Ll]ast|[Tt]his) (?:early |late |mid-)?{_MONTH}\b(?! \d\d?\b)(?: {_YEAR})?"), _month_named),
    (_pattern(rf"[Ii]n {_YEAR}"), _year_named),
    (_pattern(rf"{_NOT_THEN}(?:[Oo]n |[Ll]ast |[Tt]his )?(?P<weekday>{_WEEKDAY})\b"), _weekday),
    (_pattern(rf"(?P<when>[Tt]oday|[Tt]onight|[Yy]esterday|[Ll]ast night|[Tt]his {_PART})\b"), _days_back),
    (_pattern(r"(?:[Ee]arlier |[Ll]ater )?(?P<which>[Tt]his|[Ll]ast) (?P<unit>week|month|year)\b"), _period),
    (_pattern(rf"(?i:(?P<count>\d{{1,2}}|{'|'.join(NUMBERS)}) (?P<unit>day|week|month|year)s? ago)\b"), _ago),
)
"""What tells a day → how it is read."""
