"""Moments of a recording as people read them."""


def time_code(seconds: float) -> str:
    """Hours, minutes and seconds from the beginning; what is less than a second is let go.

    >>> time_code(75.9), time_code(3725)
    ('1:15', '1:02:05')
    """
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
