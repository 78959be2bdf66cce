"""Points in time as people read them."""

import re
from typing import Final

_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day(value: str | None) -> str:
    """ "2024-05-21T06:30:00" as "21 May 2024", "2024-05" as "May 2024".

    >>> day("2024-05-21T06:30:00"), day("2024"), day(None)
    ('21 May 2024', '2024', 'undated')
    """
    if not value:
        return "undated"
    found = re.match(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?", value)
    if not found:
        return value
    year, month, day_ = found.groups()
    return " ".join(filter(None, [day_ and str(int(day_)), month and _MONTHS[int(month) - 1], year]))
