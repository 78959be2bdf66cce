"""Several teachers are one: what is taught is the mean of what they hold likely."""

from pathlib import Path

import numpy as np
import pytest

import tests.training.needs  # noqa: F401
from training.teaching import Told, mean

torch = pytest.importorskip("torch")
CRF = {"transitions": torch.zeros(3, 3)}


def told(*chances: list[float], at: float = 0.0) -> Told:
    """Lessons on one text; `at` moves its scores, which changes no probability."""
    return Told({"text": (np.log(np.array(chances)) + at).astype(np.float16)}, CRF)


def softmax(scores: np.ndarray) -> np.ndarray:
    return torch.from_numpy(scores).float().softmax(dim=-1).numpy()


def test_the_lessons_are_the_mean_of_probabilities_not_of_scores() -> None:
    found = mean([told([0.9, 0.09, 0.01], at=5.0), told([0.1, 0.2, 0.7]), told([0.2, 0.7, 0.1], at=-3.0)])
    assert softmax(found.lessons["text"]) == pytest.approx(np.array([[0.4, 0.33, 0.27]]), abs=2e-3)


def test_the_transitions_are_the_mean_of_theirs() -> None:
    other = Told(told([0.5, 0.3, 0.2]).lessons, {"transitions": torch.full((3, 3), 2.0)})
    assert torch.equal(mean([told([0.5, 0.3, 0.2]), other]).crf["transitions"], torch.ones(3, 3))


def test_one_teacher_is_taken_at_its_word() -> None:
    assert mean([one := told([0.5, 0.3, 0.2])]) is one


def test_teachers_who_were_asked_of_different_texts_are_refused() -> None:
    with pytest.raises(ValueError, match="different texts"):
        mean([told([0.5, 0.3, 0.2]), Told({}, CRF)])


def test_lessons_are_kept_with_the_run(tmp_path: Path) -> None:
    parts = {"lessons": {"text": torch.ones(4, 3).half()}, "crf": CRF}
    torch.save(parts, tmp_path / "lessons.pt")
    assert Told.read([tmp_path]).lessons["text"].shape == (4, 3)
