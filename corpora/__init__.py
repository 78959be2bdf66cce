"""Gold data as training, tuning and benchmarks share it: each corpus read, and what each document may be used for."""

from corpora.splits import Purpose, Refused, Splits, rows

__all__ = ["Purpose", "Refused", "Splits", "rows"]
