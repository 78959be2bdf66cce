"""A run that was cut goes on as if it had not been, and the chain does what is left of it."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import tests.training.needs  # noqa: F401
from corpora.families.lessons import lessons as invented
from tests.training.conftest import RECIPE
from training import chain, going, teaching, texts, train
from training.chain import Step, go_on
from training.recipe import Recipe, read

torch = pytest.importorskip("torch")
CPU = torch.device("cpu")


class Cut(Exception):
    """The power is gone."""


@pytest.fixture
def recipe(tmp_path: Path) -> Recipe:
    (tmp_path / "tiny.toml").write_text(RECIPE, "utf-8")
    return read(tmp_path / "tiny.toml")


def weights(run: Path) -> dict[str, torch.Tensor]:
    return torch.load(run / "network.pt", weights_only=True)


@pytest.mark.usefixtures("tiny")
def test_a_run_that_was_cut_ends_with_the_same_weights(
    corpora: Path, tmp_path: Path, recipe: Recipe, monkeypatch: pytest.MonkeyPatch
) -> None:
    recipe = replace(recipe, int8_epochs=1)
    train.train(recipe, corpora, tmp_path / "whole", CPU)
    monkeypatch.setattr(going, "KEPT_EVERY", 0.0)
    losses = train.losses
    for at in (1, 2):  # the second step of the first epoch, and, gone on from there, that of the last
        steps = iter(range(100))

        def cut(*given: object, steps: Iterator[int] = steps, at: int = at) -> torch.Tensor:
            if next(steps) == at:
                raise Cut
            return losses(*given)

        monkeypatch.setattr(train, "losses", cut)
        with pytest.raises(Cut):
            train.train(recipe, corpora, tmp_path / "cut", CPU)
    monkeypatch.setattr(train, "losses", losses)
    train.train(recipe, corpora, tmp_path / "cut", CPU)
    whole, gone_on = weights(tmp_path / "whole"), weights(tmp_path / "cut")
    assert all(torch.equal(whole[name], gone_on[name]) for name in whole)


@pytest.mark.usefixtures("tiny")
def test_a_run_does_not_go_on_by_another_recipe(corpora: Path, tmp_path: Path, recipe: Recipe) -> None:
    going.agree(recipe, tmp_path)
    with pytest.raises(ValueError, match="begun by another recipe"):
        train.train(replace(recipe, rate=2e-3), corpora, tmp_path, CPU)


def test_a_run_tells_after_a_minute_how_long_it_takes(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    now = iter([0.0, 30.0, 60.0, 90.0])
    monkeypatch.setattr(going.time, "monotonic", lambda: next(now))
    clock = going.Clock(242)
    for _ in range(3):
        clock.passed()
    assert capsys.readouterr().out == "0.03 steps a second: 240 more take 120 minutes\n"


def noting(done: list[str], *names: str, made_of: str = "") -> list[Step]:
    return [Step(name, made_of, lambda name=name: done.append(name)) for name in names]  # type: ignore[misc]


def test_the_chain_goes_on_where_it_was_stopped(tmp_path: Path) -> None:
    done: list[str] = []

    def gone() -> None:
        raise Cut

    first, second, third = noting(done, "teacher", "pupil", "export")
    with pytest.raises(Cut):
        go_on([first, second._replace(do=gone), third], tmp_path / "done.json")
    go_on([first, second, third], tmp_path / "done.json")
    go_on([first, second, third], tmp_path / "done.json")
    assert done == ["teacher", "pupil", "export"]


def test_what_hangs_on_a_step_that_changed_is_done_again(tmp_path: Path) -> None:
    done: list[str] = []
    first, second, third = noting(done, "teacher", "pupil", "export")
    go_on([first, second, third], tmp_path / "done.json")
    go_on([first, second._replace(made_of="another recipe"), third], tmp_path / "done.json")
    assert done == ["teacher", "pupil", "export", "pupil", "export"]


@pytest.mark.usefixtures("tiny")
def test_the_chain_trains_teachers_and_a_pupil_on_what_they_say(
    corpora: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "teacher.toml").write_text(RECIPE.replace("epochs = 2", "epochs = 1"), "utf-8")
    pupil = RECIPE.replace("batch = 2", "batch = 10") + 'teacher = "teacher"\nteacher_seeds = [1, 2]\nfamilies = 1\n'
    (tmp_path / "pupil.toml").write_text(pupil, "utf-8")
    few = [lesson for lesson, _ in zip(invented(), range(3), strict=False)]
    for module in (texts, teaching):
        monkeypatch.setattr(module, "invented", lambda: few)
    runs = tmp_path / "runs"
    steps = list(chain.steps(tmp_path / "pupil.toml", corpora, runs, tmp_path / "model", CPU))
    names = ["teacher-1", "lessons of teacher-1", "teacher-2", "lessons of teacher-2", "pupil"]
    assert [step.name for step in steps] == [*names, "export", "linking", "calibrate", "act", "shown"]
    go_on(steps[:5], runs / "done.json")
    assert list(json.loads((runs / "done.json").read_text("utf-8"))) == names
    assert weights(runs / "pupil").keys() == weights(runs / "teacher-1").keys()
    first, second = (weights(runs / f"teacher-{seed}")["heads.names.bias"] for seed in (1, 2))
    assert not torch.equal(first, second)
