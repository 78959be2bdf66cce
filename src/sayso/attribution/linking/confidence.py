"""How sure we are of an attribution, as a probability that its words are in the right mouth.

A logistic curve over what the model says of the spans and what they look like, fitted on PolNeAR dev
(`training/calibrate.py`): of the attributions at 0.7, about seven in ten are right.
"""

from collections.abc import Sequence
from math import exp, log

from sayso.attribution.linking.linker import Linked
from sayso.data.statement import Kind

FEATURES = ("always", "least sure span", "mean span", "has source", "has cue", "direct", "mixed", "pieces")


def features(tied: Linked, kind: Kind) -> tuple[float, ...]:
    """The values of FEATURES for a linked attribution with at least one span."""
    scores = [piece.score for piece in (tied.cue, tied.source, *tied.contents) if piece]
    return (
        1.0,
        _logit(min(scores)),
        _logit(sum(scores) / len(scores)),
        float(tied.source is not None),
        float(tied.cue is not None),
        float(kind == "direct"),
        float(kind == "mixed"),
        float(min(3, len(tied.contents))),
    )


def confidence(values: Sequence[float], weights: Sequence[float]) -> float:
    """The probability, 0 to 1, to three digits."""
    return round(1 / (1 + exp(-sum(w * value for w, value in zip(weights, values, strict=True)))), 3)


def _logit(score: float) -> float:
    kept = min(max(score, 1e-4), 1 - 1e-4)
    return log(kept / (1 - kept))
