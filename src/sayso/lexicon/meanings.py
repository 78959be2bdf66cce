"""What words mean, as far as a small table knows: a static vector for each, distilled from the model's first weights.

`training/meanings.py` makes the table: a row for each piece of the tokenizer's vocabulary.
"""

from functools import cache, lru_cache
from importlib.resources import files
from math import log10
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from tokenizers import Tokenizer

    Vector = NDArray[np.float32]

_FIRST_WORD: Final = 1996
"""The vocabulary has marks and letters up to here, then words by how often they are used."""


@cache
def _table() -> "NDArray[np.int8]":
    """(pieces, dimensions), each row of about the same length."""
    import numpy as np  # by who only asks a record it is not needed

    with files("sayso").joinpath("models/en/meanings.npy").open("rb") as file:
        table: NDArray[np.int8] = np.load(file)
    return table


@cache
def _tokenizer() -> "Tokenizer":
    from tokenizers import Tokenizer

    return Tokenizer.from_str(files("sayso").joinpath("models/en/tokenizer.json").read_text("utf-8"))


@lru_cache(maxsize=50_000)
def vector_of(word: str) -> "Vector":
    """(dimensions,), of length 1; for a word of several pieces their mean."""
    import numpy as np

    pieces = _tokenizer().encode(word, add_special_tokens=False).ids
    mean: Vector = _table()[pieces].astype(np.float32).sum(axis=0)
    length = float(np.linalg.norm(mean))
    return np.divide(mean, length) if length else mean


@lru_cache(maxsize=50_000)
def weight_of(word: str) -> float:
    """How much a word tells, from 0.3 for the commonest to 1 for the rare ones and for what is no word of the list."""
    rank = _tokenizer().token_to_id(word)
    if rank is None:
        return 1.0
    return min(1.0, 0.3 + log10(max(rank, _FIRST_WORD) / _FIRST_WORD) / 1.2)
