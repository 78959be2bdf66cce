"""Gold data as training, tuning and benchmarks share it: the rows of a corpus that may be used for what is done."""

from corpora.splits import Purpose, Refused, Splits, rows

__all__ = ["Purpose", "Refused", "Splits", "rows"]
