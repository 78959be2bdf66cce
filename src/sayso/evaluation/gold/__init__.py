"""Articles that people annotated, to measure by: one file here per format, all give `Gold`."""

from sayso.evaluation.gold.annotated import Gold
from sayso.evaluation.gold.files import Entry, entries

__all__ = ["Entry", "Gold", "entries"]
