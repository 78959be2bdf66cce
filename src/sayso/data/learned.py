"""What came of learning from what people decided."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Learned:
    """From how many decided pairs was learned, and of how many the weights `before` and `after` tell what was decided.

    Each pair is held against weights that were learned from the others alone.
    """

    pairs: int
    before: int
    after: int
