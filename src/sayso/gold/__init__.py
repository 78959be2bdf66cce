"""Articles that people annotated, to measure by: one file here per format, all give `Gold`."""

from sayso.gold.files import Entry, entries
from sayso.gold.marking import Gold

__all__ = ["Entry", "Gold", "entries"]
