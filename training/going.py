"""A run that can be cut off at any step: what is kept of it, what it goes on from, and how long it will take."""

import json
import time
from dataclasses import asdict
from pathlib import Path
from typing import NamedTuple

import torch

from training.device import place_of
from training.network import Network
from training.recipe import Recipe

KEPT_EVERY = 180.0
"""Seconds between two writings of the state."""

ESTIMATED_AFTER = 60.0
"""Seconds after which a run tells how long it will take."""


def agree(recipe: Recipe, run: Path) -> None:
    """Note by which recipe a run is made; raises ValueError where it was begun by another."""
    noted, told = run / "recipe.json", json.dumps(asdict(recipe))
    if noted.exists() and (before := noted.read_text("utf-8")) != told:
        raise ValueError(f"{run} was begun by another recipe, move it away or take another folder: {before}")
    noted.write_text(told, "utf-8")


class Going(NamedTuple):
    """A run under way, and the file from which it goes on when it was stopped."""

    state: Path
    network: Network
    optimizer: torch.optim.Optimizer
    schedule: torch.optim.lr_scheduler.LRScheduler

    def keep(self, epochs: int, step: int) -> None:
        """Write all that the next step hangs on: so many whole epochs are done, and so many steps of the one after."""
        parts = {name: getattr(self, name).state_dict() for name in ("network", "optimizer", "schedule")}
        if place_of(self.network).type == "cuda":
            parts["drawn there"] = torch.cuda.get_rng_state(place_of(self.network))
        written = self.state.with_suffix(".new")
        torch.save({**parts, "drawn": torch.get_rng_state(), "at": (epochs, step)}, written)
        written.replace(self.state)

    def resumed(self) -> tuple[int, int]:
        """Take up what was kept; gives the whole epochs done and the steps of the one after: none in a new run."""
        if not self.state.exists():
            return 0, 0
        kept = torch.load(self.state, map_location="cpu", weights_only=True)
        for name in ("network", "optimizer", "schedule"):
            getattr(self, name).load_state_dict(kept[name])
        torch.set_rng_state(kept["drawn"])
        if "drawn there" in kept and place_of(self.network).type == "cuda":
            torch.cuda.set_rng_state(kept["drawn there"], place_of(self.network))
        epochs, step = kept["at"]
        return epochs, step


class Clock:
    """Tells when the state is to be kept, and once, after a minute, when the run will be done."""

    def __init__(self, steps: int) -> None:
        """`steps` are those still to do."""
        self._left, self._done = steps, 0
        self._started = self._kept = time.monotonic()
        self._told = False

    def passed(self) -> None:
        """A step is done."""
        self._left, self._done = self._left - 1, self._done + 1
        seconds = time.monotonic() - self._started
        if not self._told and seconds >= ESTIMATED_AFTER:
            rate = self._done / seconds
            print(f"{rate:.2f} steps a second: {self._left} more take {self._left / rate / 60:.0f} minutes", flush=True)
            self._told = True

    def is_time_to_keep(self) -> bool:
        """Whether KEPT_EVERY is over since it last was."""
        over = time.monotonic() - self._kept >= KEPT_EVERY
        if over:
            self._kept = time.monotonic()
        return over
