"""A recipe says all that a run is told, and says it in words that are known."""

from pathlib import Path

import pytest

from training.recipe import HOME, Recipe, read

NEEDED = 'start = "minilm"\nepochs = 2\nrate = 3e-4\nbatch = 12\n'


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "pupil.toml"


def test_what_is_not_told_has_a_value_of_its_own(path: Path) -> None:
    path.write_text(NEEDED, "utf-8")
    assert read(path) == Recipe(start="minilm", epochs=2, rate=3e-4, batch=12)


def test_lists_and_whole_numbers_are_taken_for_what_they_are(path: Path) -> None:
    path.write_text(NEEDED + 'teacher = "teacher"\nteacher_seeds = [1, 2]\nnames = 1\nfamilies = 1\n', "utf-8")
    recipe = read(path)
    assert (recipe.teacher_seeds, recipe.families) == ((1, 2), 1)
    assert isinstance(recipe.names, float)


@pytest.mark.parametrize(
    ("told", "complaint"),
    [
        (NEEDED + "epoch = 3", r"pupil\.toml: nothing is called epoch; there are start, epochs, "),
        ('start = "minilm"', "epochs, rate, batch must be told"),
        (NEEDED.replace("= 2", '= "two"'), "epochs cannot be 'two'"),
        (NEEDED + "seed = true", "seed cannot be True"),
        (NEEDED + "seed = 1.5", "seed cannot be 1.5"),
        (NEEDED + "families = 2", "2 families in a batch of 12 are more than one in ten"),
        (NEEDED + 'teacher = "teacher"', "teacher and teacher_seeds go together"),
        (NEEDED + "epochs", r"pupil\.toml: "),
    ],
)
def test_what_makes_no_sense_is_refused(path: Path, told: str, complaint: str) -> None:
    path.write_text(told, "utf-8")
    with pytest.raises(ValueError, match=complaint):
        read(path)


@pytest.mark.parametrize("path", sorted(HOME.glob("*.toml")), ids=lambda path: path.stem)
def test_every_recipe_can_be_read_and_its_teacher_lies_beside_it(path: Path) -> None:
    recipe = read(path)
    assert not recipe.teacher or read(path.with_name(f"{recipe.teacher}.toml"))
