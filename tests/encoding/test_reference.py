import numpy as np
import pytest

from sayso.encoding.encoder import Encoding
from sayso.encoding.reference import MEANING, chances


def encoded(*pieces: tuple[list[float], list[float], float]) -> Encoding:
    """Pieces of three characters each: what they look for, what they are found by, how likely they mean no name."""
    values = np.zeros((len(pieces), 2 * MEANING + 1), dtype=np.float32)
    for row, (seeks, found, none) in zip(values, pieces, strict=True):
        row[: len(seeks)], row[MEANING : MEANING + len(found)], row[-1] = seeks, found, none
    starts = np.arange(len(pieces)) * 3
    return Encoding(starts, starts + 3, np.zeros(1, dtype=np.int64), {"reference": values})


ANA, BEN, SHE = ([], [1.0, 0.0], 0.0), ([], [0.0, 1.0], 0.0), ([9.0, 0.0], [], 0.0)


def test_a_pronoun_means_the_name_that_is_found_by_what_it_looks_for() -> None:
    none, ana, ben = chances(encoded(ANA, BEN, SHE), (6, 9), [(0, 3), (3, 6)])
    assert ana > 0.99
    assert none + ana + ben == pytest.approx(1)


def test_it_may_mean_none_of_them() -> None:
    none, *names = chances(encoded(ANA, BEN, ([9.0, 0.0], [], 20.0)), (6, 9), [(0, 3), (3, 6)])
    assert none > 0.99
    assert len(names) == 2


def test_without_names_it_means_none() -> None:
    assert chances(encoded(SHE), (0, 3), []) == [1.0]


def test_a_place_without_pieces_looks_for_nothing() -> None:
    assert chances(encoded(ANA), (7, 9), [(0, 3)]) == pytest.approx([0.5, 0.5])
