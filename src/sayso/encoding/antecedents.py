"""How likely a pronoun or description means each of those whom it may mean: numbers in, probabilities out.

The numbers are those of `coreference/antecedent_features.py`; one hidden layer beside a straight line gives each row
a score, and the rows of one question share the probability. Learned by `training/antecedents.py`.
"""

import json
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

Places = Sequence[Sequence[tuple[int, int]]]


def ranked(place: tuple[int, int], names: Places, rows: Sequence[Sequence[float]]) -> list[float]:
    """The probability of each row, nobody's first; where it stands and where they are named are not looked at."""
    learned = _weights()
    scaled = np.asarray(rows, np.float32) / learned["scale"]
    inner = np.tanh(scaled @ learned["inner"] + learned["bias"])
    scores = inner @ learned["outer"] + scaled @ learned["straight"]
    likely = np.exp(scores - scores.max())
    return [float(chance) for chance in likely / likely.sum()]


@cache
def _weights() -> dict[str, NDArray[np.float32]]:
    form: dict[str, Any] = json.loads((files("sayso") / "models" / "en" / "antecedents.json").read_text("utf-8"))
    return {name: np.array(value, np.float32) for name, value in form.items() if name != "features"}
