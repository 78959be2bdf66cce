"""How many processor cores this process may use."""

import os


def cores() -> int:
    """The cores that this process is allowed; all there are where the system does not tell."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
