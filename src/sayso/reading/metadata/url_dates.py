"""Dates that stand in addresses: /2015/05/19/ in a link, .NET ticks in the name of a picture."""

import re
from datetime import datetime, timedelta

from sayso.data.article import Moment
from sayso.lexicon.calendar import month_number
from sayso.reading.metadata.dates import instant, moment, same_day

_DAY_PATH = re.compile(
    r"(?<!\d)(?P<year>(?:18|19|20)\d{2})(?P<mark>[/_-]?)(?P<month>\d{1,2}|[a-z]{3,9})(?P=mark)(?P<day>\d{1,2})(?!\d)",
    re.IGNORECASE,
)
_MONTH_PATH = re.compile(r"/(?P<year>(?:19|20)\d{2})[/-](?P<month>\d{2}|[a-z]{3,9})(?=[/_]|$)", re.IGNORECASE)
_HOST = re.compile(r"^[a-z]{1,10}://[^/?#]*", re.IGNORECASE)
_ARCHIVE = re.compile(r"^https?://web\.archive\.org/web/\d{4,14}[a-z_]{0,8}/", re.IGNORECASE)  # the day of the copy
_TICKS = re.compile(r"(?<!\d)6[2-6]\d{16}(?!\d)")
_TICKS_A_MICROSECOND = 10
_SHORT_DAY = 2  # "2015519" could be read in two ways: without marks, month and day have two digits


def date_in_url(url: str, found_in: str = "url") -> Moment | None:
    """Read the day, or else the month, that the path of an address shows."""
    path = _HOST.sub("", _ARCHIVE.sub("", url[:2000], count=1), count=1)
    for match in _DAY_PATH.finditer(path):
        if found := _day(match, path, found_in):
            return found
    for match in _MONTH_PATH.finditer(path):
        number = month_number(match["month"])
        if 1 <= number <= 12:
            return Moment(f"{match['year']}-{number:02}", "month", found_in, path)
    return None


def date_in_picture(path: str) -> Moment | None:
    """Read when a picture was filed: from .NET ticks in its name, unless its folder names another day."""
    folder = date_in_url(path, "picture path")
    ticks = _ticks(path)
    if folder and ticks and not same_day(folder, ticks):
        return folder
    return ticks or folder


def _day(match: re.Match[str], path: str, found_in: str) -> Moment | None:
    month = month_number(match["month"])
    if not match["mark"] and (len(match["month"]) < _SHORT_DAY or len(match["day"]) < _SHORT_DAY):
        return None
    found = moment(f"{match['year']}-{month:02}-{int(match['day']):02}", found_in)
    return Moment(found.value, "day", found_in, path) if found and found.precision == "day" else None


def _ticks(path: str) -> Moment | None:
    """.NET counts ticks of 100 nanoseconds from the first of January of the year 1."""
    match = _TICKS.search(path)
    if not match:
        return None
    when = datetime(1, 1, 1) + timedelta(microseconds=int(match[0]) // _TICKS_A_MICROSECOND)
    return Moment(instant(when), "second", "picture path", path)
