"""How many processor cores this process may use."""

import os

SHARE = "SAYSO_CORES"
"""The variable that tells a process to use fewer than there are: its share, where others work beside it."""


def cores() -> int:
    """The cores that this process is allowed; all there are where the system does not tell."""
    there = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    share = os.environ.get(SHARE, "")
    return max(1, min(there, int(share))) if share.isascii() and share.isdigit() else there
