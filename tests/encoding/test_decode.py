from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from sayso.encoding.decode import marked, viterbi

LABELS = ("O", "B-source", "I-source", "B-cue", "I-cue")
FREE = np.zeros((5, 5), dtype=np.float32)
LEGAL = np.array([[-1e4 if label[0] == "I" and prior[2:] != label[2:] else 0 for label in LABELS] for prior in LABELS])


def sure(*labels: str) -> np.ndarray:
    """Emissions that are certain of the given labels."""
    return np.eye(5, dtype=np.float32)[[LABELS.index(label) for label in labels]] * 20


def test_two_spans_of_a_kind_that_touch_stay_two() -> None:
    emissions = sure("B-source", "I-source", "B-source", "O", "B-cue")
    spans = [(m.label, m.first, m.last) for m in marked(emissions, viterbi(emissions, FREE), LABELS)]
    assert spans == [("source", 0, 2), ("source", 2, 3), ("cue", 4, 5)]


def test_an_illegal_label_gives_way_to_the_best_legal_path() -> None:
    emissions = sure("O", "I-cue", "I-cue")
    emissions[1, LABELS.index("B-cue")] = 19
    assert [LABELS[i] for i in viterbi(emissions, LEGAL)] == ["O", "B-cue", "I-cue"]


def test_a_text_without_pieces_has_no_labels() -> None:
    assert viterbi(np.zeros((0, 5), dtype=np.float32), FREE).tolist() == []


@given(
    arrays(np.float32, st.tuples(st.integers(1, 40), st.just(5)), elements=st.floats(-9, 9, width=32)),
    st.sets(st.integers(1, 39)),
)
def test_stretches_decoded_side_by_side_are_each_decoded_as_alone(emissions: np.ndarray, cuts: set[int]) -> None:
    begins = np.array(sorted({0, *(cut for cut in cuts if cut < len(emissions))}))
    alone = [viterbi(part, LEGAL) for part in np.split(emissions, begins[1:])]
    assert viterbi(emissions, LEGAL, begins).tolist() == np.concatenate(alone).tolist()


@given(arrays(np.float32, st.tuples(st.integers(1, 40), st.just(5)), elements=st.floats(-9, 9, width=32)))
def test_decoded_paths_are_always_legal(emissions: np.ndarray) -> None:
    path = [LABELS[i] for i in viterbi(emissions, LEGAL)]
    assert not any(b[0] == "I" and a[2:] != b[2:] for a, b in pairwise(path))
