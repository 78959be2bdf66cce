"""From the corpora to the shipped model: `python -m training.chain CORPORA RUNS FOLDER` leaves the model in FOLDER.

Teachers → their lessons → pupil → export → linking → calibrate → act → shown. What was stopped goes on: RUNS/done.json
tells which steps are done, and a run that was cut goes on from its own state. To begin anew, take another RUNS.
"""

import json
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Annotated, NamedTuple

import torch
import typer

from training import act, calibrate, export, linking, shown, teaching, train
from training.device import device_of
from training.recipe import HOME, read


class Step(NamedTuple):
    """A step of the chain; `made_of` tells all that it hangs on, and it is done again when that changes."""

    name: str
    made_of: str
    do: Callable[[], None]


def main(
    corpora: Path,
    runs: Path,
    folder: Path,
    recipe: Annotated[Path, typer.Option(help="the pupil's")] = HOME / "pupil.toml",
    device: Annotated[str, typer.Option(help="cpu, cuda, or auto")] = "auto",
) -> None:
    """Train, teach, export and fit, each step once."""
    go_on(list(steps(recipe, corpora, runs, folder, device_of(device))), runs / "done.json")


def steps(path: Path, corpora: Path, runs: Path, folder: Path, device: torch.device) -> Iterator[Step]:
    """All steps, by the pupil's recipe and by its teachers', which lies beside it."""
    pupil, run = read(path), runs / path.stem
    if pupil.teacher:
        shared, families = read(path.with_name(f"{pupil.teacher}.toml")), pupil.families > 0
        for seed, taught in zip(pupil.teacher_seeds, train.teachers(pupil, run), strict=True):
            own = replace(shared, seed=seed)
            yield Step(taught.name, repr(own), partial(train.train, own, corpora, taught, device))
            teach = partial(teaching.teach, own, corpora, taught, device, families)
            yield Step(f"lessons of {taught.name}", repr((own, families)), teach)
    yield Step(run.name, repr(pupil), partial(train.train, pupil, corpora, run, device))
    yield Step("export", str(folder), partial(export.main, run, folder))
    yield Step("linking", str(folder), partial(linking.main, corpora, folder))
    yield Step("calibrate", str(folder), partial(calibrate.main, corpora, folder))
    yield Step("act", str(folder), partial(act.main, corpora, corpora.resolve().parent / "speakers", folder))
    yield Step("shown", str(folder), partial(shown.main, corpora, folder))


def go_on(steps: Sequence[Step], noted: Path) -> None:
    """Do what is not done yet; what comes after a step that is done now is done after it, whether it was before."""
    done: dict[str, str] = json.loads(noted.read_text("utf-8")) if noted.exists() else {}
    for number, step in enumerate(steps):
        if done.get(step.name) == step.made_of:
            print(f"{step.name}: is done", flush=True)
            continue
        done = {one.name: one.made_of for one in steps[:number]}
        _note(noted, done)
        print(f"{step.name}: begins", flush=True)
        started = time.monotonic()
        step.do()
        print(f"{step.name}: took {time.monotonic() - started:.0f} seconds", flush=True)
        done[step.name] = step.made_of
        _note(noted, done)


def _note(noted: Path, done: dict[str, str]) -> None:
    noted.parent.mkdir(parents=True, exist_ok=True)
    written = noted.with_suffix(".new")
    written.write_text(json.dumps(done, indent=1), "utf-8")
    written.replace(noted)


if __name__ == "__main__":
    typer.run(main)
