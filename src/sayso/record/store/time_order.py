"""A point in time as text by whose order statements are in order of time.

The day stays the one that the article tells, so that what is counted and shown by days is in order too. Within a day a
time with an offset stands by its instant: hours past 24 are of the next day in Greenwich, those after "!" of the day
before.
"""

import re
from datetime import UTC, datetime

_TOLD_WITH_OFFSET = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d.*(?:Z|[+-]\d\d:?\d\d)")


def in_order_of_instants(value: str) -> str:
    """A point in time as ISO 8601 tells it, so that of two on one day the earlier comes first.

    >>> in_order_of_instants("2024-05-21T23:30:00-05:00"), in_order_of_instants("2024-05-21T01:00+02:00")
    ('2024-05-21T28:30:00', '2024-05-21T!23:00:00')
    >>> in_order_of_instants("2024-05-21T06:30"), in_order_of_instants("2024-05")
    ('2024-05-21T06:30', '2024-05')
    """
    if not _TOLD_WITH_OFFSET.fullmatch(value):
        return value
    try:
        told = datetime.fromisoformat(value)
        instant = told.astimezone(UTC)
    except (ValueError, OverflowError):
        return value
    days = (instant.date() - told.date()).days
    hours = f"!{instant.hour:02}" if days < 0 else f"{instant.hour + 24 * days:02}"
    return f"{told.date()}T{hours}:{instant:%M:%S}"
