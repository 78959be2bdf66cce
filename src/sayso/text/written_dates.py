"""Days as people write them: "May 2024", "last May", "4 March", "2024-05-21", "yesterday", "3 weeks ago".

What is told to the month or year stays as coarse as that. Where no year is told the last one is meant that has been.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

_NAMES: Final = (
    *("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug"),
    *("september sept sep", "october oct", "november nov", "december dec"),
)
_MONTHS: Final = {name: number for number, names in enumerate(_NAMES, 1) for name in names.split()}
_MONTH = rf"(?P<month>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\.?"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)"
_FORMS: Final = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"(?P<iso>\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?)",
        rf"{_DAY} (?:of )?{_MONTH}(?:,? {_YEAR})?",
        rf"{_MONTH} {_DAY}(?:,? {_YEAR})?",
        rf"(?:(?P<last>last|this|in) )?{_MONTH}(?:,? (?:of )?{_YEAR})?",
        r"(?P<one>[0-3]?\d)[./](?P<two>[0-3]?\d)[./](?P<year>(?:19|20)\d\d)",
        r"(?P<named>today|yesterday|last (?:week|month|year)|this (?:week|month|year))",
        r"(?P<number>\d{1,3}) (?P<unit>day|week|month|year)s? ago",
    )
)
_NAMED: Final = {"today": ("day", 0), "yesterday": ("day", 1)}
_BEFORE: Final = {
    **dict.fromkeys(("since", "after", "from"), "since"),
    **dict.fromkeys(("until", "till", "before", "up to"), "until"),
}


class Ambiguous(ValueError):
    """A date that is two: 4/3/2024."""


@dataclass(frozen=True, slots=True)
class Period:
    """What is told of days in a text: from when to when, as coarse as it is told, and where in the text."""

    since: str | None
    until: str | None
    start: int
    end: int


def day_told(written: str, today: date) -> str | None:
    """The day, month or year that is written, as ISO 8601; None where it is no date. Raises Ambiguous.

    >>> day_told("last May", date(2026, 11, 27)), day_told("4 March", date(2026, 1, 2))
    ('2026-05', '2025-03-04')
    """
    words = " ".join(written.split())
    for form in _FORMS:
        if found := form.fullmatch(words):
            return _iso(found, today)
    return None


def period_told(text: str, today: date) -> Period | None:
    """The period that a text tells in the most words, with the word before it: "since May 2024", "in 2015", "last May".

    A month's name alone is none, nor is a number that stands alone but for a year between 1900 and now.
    """
    return max(_periods(text, today), key=lambda one: one.end - one.start, default=None)


def _periods(text: str, today: date) -> Iterator[Period]:
    between = re.search(r"\b(?:between|from) (.{3,20}?) (?:and|to|until) (.{3,20})$", text, re.IGNORECASE)
    if between and (first := day_told(between[1], today)) and (last := day_told(between[2], today)):
        yield Period(first, last, between.start(), between.end())
    lead = rf"(?:\b(?P<lead>{'|'.join(_BEFORE)}|in|on|during|of) )?"
    for form in _FORMS:
        for found in re.finditer(rf"{lead}(?<![\w-])(?:{form.pattern})(?![\w-])", text, re.IGNORECASE):
            if _is_told(found, today) and (day := _iso(found, today)):
                way = _BEFORE.get((found["lead"] or "").lower(), "since" if _is_lately(found) else "")
                yield Period(*{"since": (day, None), "until": (None, day)}.get(way, (day, day)), *found.span())


def _is_told(found: re.Match[str], today: date) -> bool:
    """Whether words within others mean a date: "2,000 letters", "may" and "march" do not."""
    told = found.groupdict()
    if iso := told.get("iso"):
        return len(iso) > 4 or bool(told["lead"]) or 1900 <= int(iso) <= today.year
    if told.get("month") and not told.get("day"):
        return bool(told.get("year") or told.get("last") or told["lead"])
    return True


def _is_lately(found: re.Match[str]) -> bool:
    """Whether it is the time since a day: "last week", "3 days ago"."""
    return bool(found.groupdict().get("number")) or "week" in (found.groupdict().get("named") or "").lower()


def _iso(found: re.Match[str], today: date) -> str | None:
    told = found.groupdict()
    if told.get("iso"):
        return told["iso"]
    if told.get("month"):
        return _of_month(told, today)
    if told.get("one"):
        return _in_numbers(int(told["one"]), int(told["two"]), int(told["year"]), found[0])
    if named := (told.get("named") or "").lower():
        unit, back = _NAMED.get(named) or (named.split()[1], int(named.startswith("last")))
        return _ago(back, unit, today)
    return _ago(int(told["number"]), told["unit"].lower(), today)


def _of_month(told: dict[str, str], today: date) -> str | None:
    month, day = _MONTHS[told["month"].lower()], int(told.get("day") or 0)
    year = int(told["year"]) if told.get("year") else today.year
    if not told.get("year") and (year, month, day) > (today.year, today.month, today.day if day else 0):
        year -= (month, day or 0) > (today.month, today.day if day else 0)
    if (
        not told.get("year")
        and (told.get("last") or "").lower() == "last"
        and (year, month) == (today.year, today.month)
    ):
        year -= 1
    if not day:
        return f"{year}-{month:02}"
    return f"{year}-{month:02}-{day:02}" if day <= monthrange(year, month)[1] else None


def _in_numbers(one: int, two: int, year: int, written: str) -> str | None:
    if one <= 12 and two <= 12 and one != two:
        raise Ambiguous(f"“{written}” is two days: write {year}-{two:02}-{one:02} or {year}-{one:02}-{two:02}")
    day, month = (one, two) if two <= 12 else (two, one)
    return f"{year}-{month:02}-{day:02}" if month <= 12 and 1 <= day <= monthrange(year, month)[1] else None


def _ago(number: int, unit: str, today: date) -> str:
    if unit == "year":
        return str(today.year - number)
    if unit == "month":
        months = today.year * 12 + today.month - 1 - number
        return f"{months // 12}-{months % 12 + 1:02}"
    return (today - timedelta(days=number * (7 if unit == "week" else 1))).isoformat()
