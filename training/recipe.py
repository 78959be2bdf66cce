"""A recipe: all that a training run is told, read from one TOML file of `recipes/`."""

import tomllib
from collections.abc import Mapping
from dataclasses import MISSING, Field, dataclass, fields
from pathlib import Path
from typing import Any, get_type_hints

HOME = Path(__file__).parent / "recipes"
FAMILIES_AT_MOST = 0.1
"""Of a batch: invented articles teach one fault each, and news must go on outweighing them."""


@dataclass(frozen=True)
class Recipe:
    """What one network is trained from, on and how. Rates are those of AdamW at their highest."""

    start: str
    """Starting weights: "minilm" or "mpnet"."""

    epochs: int
    rate: float
    """Of the encoder."""

    batch: int
    """Windows a step."""

    new_rate: float = 1e-3
    """Of the layers that start from nothing."""

    int8_epochs: int = 0
    """The last epochs, in which the network reads as int8 will."""

    seed: int = 1
    names: float = 0.3
    reference: float = 0.1
    """What the losses of names and of reference weigh beside that of attribution."""

    teacher: str = ""
    """The recipe of those who teach it; without one it learns from people alone."""

    teacher_seeds: tuple[int, ...] = ()
    """A teacher for each; of several the mean of what they say is taught."""

    following: float = 0.7
    """How much of the loss of attribution is following the teachers; the rest is what people marked."""

    families: int = 0
    """Windows of each batch that are invented articles, see `corpora/families`."""


def read(path: Path) -> Recipe:
    """Read a recipe; raises ValueError, which names the file, where a key is unknown, missing or no such value."""
    known = {field.name: field for field in fields(Recipe)}
    try:
        values = tomllib.loads(path.read_text("utf-8"))
        _refuse_keys(values, known)
        recipe = Recipe(**{key: _value(key, value) for key, value in values.items()})
        _refuse_sense(recipe)
    except ValueError as error:
        raise ValueError(f"{path.name}: {error}") from None
    return recipe


def _refuse_keys(values: Mapping[str, Any], known: Mapping[str, Field[Any]]) -> None:
    if unknown := values.keys() - known:
        raise ValueError(f"nothing is called {', '.join(sorted(unknown))}; there are {', '.join(known)}")
    if missing := [name for name, field in known.items() if field.default is MISSING and name not in values]:
        raise ValueError(f"{', '.join(missing)} must be told")


def _value(key: str, value: Any) -> Any:
    """A value as its field has it: lists are tuples there, whole numbers may be rates."""
    wanted = get_type_hints(Recipe)[key]
    if wanted == tuple[int, ...]:
        if isinstance(value, list) and all(type(one) is int for one in value):
            return tuple(value)
    elif type(value) is wanted or (wanted is float and type(value) is int):
        return wanted(value)
    raise ValueError(f"{key} cannot be {value!r}")


def _refuse_sense(recipe: Recipe) -> None:
    if bool(recipe.teacher) != bool(recipe.teacher_seeds):
        raise ValueError("teacher and teacher_seeds go together")
    if recipe.families > FAMILIES_AT_MOST * recipe.batch:
        raise ValueError(f"{recipe.families} families in a batch of {recipe.batch} are more than one in ten")
