"""What 03/04/2015 means in a text that tells it elsewhere: by another date, a day of the week, the name of a month."""

import re
from datetime import date

from sayso.lexicon.calendar import MONTHS
from sayso.reading.metadata.dates import day_comes_first

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_NUMBERS = re.compile(r"(?<![\d/.-])(?P<one>\d{1,2})[/-](?P<two>\d{1,2})[/-](?P<year>(?:19|20)\d\d)(?!\d)")
_WEEKDAY = re.compile(r"\b(mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs|ur|urs)?(?:day)?\b", re.IGNORECASE)
_BESIDE = 14
_LONGEST_FIRST = sorted((name for name in MONTHS if len(name) > 2), key=len, reverse=True)
_NAMES = "|".join(name.capitalize() for name in _LONGEST_FIRST)
_MONTH = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)? (?:of )?({_NAMES})\b|\b({_NAMES})\.? \d{{1,2}}(?:st|nd|rd|th)?\b(?! \d)"
)
_READ = 6000
"""Characters of the text that are asked for the names of months."""


def day_first_told(line: str, text: str) -> bool | None:
    """Whether the day comes first in a line's date of numbers; None where nothing tells.

    >>> day_first_told("Posted: 03/05/2021", "It closed on 2 May.")
    True
    >>> day_first_told("Monday 03/05/2021", ""), day_first_told("03/05/2021", "")
    (True, None)
    """
    found = _NUMBERS.search(line)
    if found is None:
        return None
    told = day_comes_first(line)
    told = day_comes_first(text) if told is None else told
    told = _by_weekday(line, found) if told is None else told
    return _by_month(found, text) if told is None else told


def _by_weekday(line: str, found: re.Match[str]) -> bool | None:
    beside = line[max(0, found.start() - _BESIDE) : found.start()], line[found.end() : found.end() + _BESIDE]
    named = next((day for part in beside if (day := _WEEKDAY.search(part))), None)
    if named is None:
        return None
    number, year = _WEEKDAYS.index(named[1].lower()), int(found["year"])
    one, two = int(found["one"]), int(found["two"])
    return _only(_weekday(year, two, one) == number, _weekday(year, one, two) == number)


def _weekday(year: int, month: int, day: int) -> int | None:
    try:
        return date(year, month, day).weekday()
    except ValueError:
        return None


def _by_month(found: re.Match[str], text: str) -> bool | None:
    """By the months that a text names in its days: where one of the two is among them, it is the month."""
    named = {MONTHS[(day[1] or day[2]).casefold()] for day in _MONTH.finditer(text[:_READ])}
    return _only(int(found["two"]) in named, int(found["one"]) in named)


def _only(day_first: bool, month_first: bool) -> bool | None:
    return day_first if day_first != month_first else None
