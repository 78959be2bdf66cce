"""A point in time as text by whose order statements are in order of time.

A time with an offset stands by its instant in Greenwich, whose day may be the one before or after the day that the
article tells. A bare day or month stands before all that is told of it by the hour.
"""

import re
from datetime import UTC, datetime

_TOLD_WITH_OFFSET = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d.*(?:Z|[+-]\d\d:?\d\d)")


def in_order_of_instants(value: str) -> str:
    """A point in time as ISO 8601 tells it, so that the earlier instant comes first.

    >>> in_order_of_instants("2024-05-21T23:30:00-05:00"), in_order_of_instants("2024-05-22T11:00+11:00")
    ('2024-05-22T04:30:00', '2024-05-22T00:00:00')
    >>> in_order_of_instants("2024-05-21T06:30"), in_order_of_instants("2024-05")
    ('2024-05-21T06:30', '2024-05')
    """
    if not _TOLD_WITH_OFFSET.fullmatch(value):
        return value
    try:
        instant = datetime.fromisoformat(value).astimezone(UTC)
    except (ValueError, OverflowError):
        return value
    return f"{instant.date().isoformat()}T{instant:%H:%M:%S}"


_LAST = "~"
"""Comes after every date."""


def place_in_time(said: str | None, published: str | None, key: str, number: int) -> str:
    """By what statements are in order of time: when said, when published, then by article and number; the unknown last.

    What was published on the day that it was said tells that day once: "<", "=" and ">" are in the order of what was
    published before, then and after. Numbers of more digits come later.

    >>> place_in_time("2024-05-21", "2024-05-21", "04da3ea48aa493e2", 12)
    '2024-05-21 =04da3ea48aa493e2212'
    >>> place_in_time("2024-05-20", "2024-05-21", "04da3ea48aa493e2", 3)
    '2024-05-20 >2024-05-21 04da3ea48aa493e213'
    """
    then, when = (in_order_of_instants(value) if value else _LAST for value in (said, published))
    beside = "=" if when == then else f"{'<' if when < then else '>'}{when} "
    return f"{then} {beside}{key}{len(str(number))}{number}"
