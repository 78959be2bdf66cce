"""`sayso licences`: under which terms all that is installed stands, and what the model was trained on."""

import re
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from importlib.resources import files
from typing import Final, NamedTuple

import typer

from sayso import terminal
from sayso.cli.shared import AsJson, print_json

OURS: Final = "sayso-record"
NOT_TOLD: Final = "not told"
_NEED: Final = re.compile(r"(?P<name>[A-Za-z0-9._-]+)\s*(?:\[(?P<extras>[^]]*)\])?")
_ONLY_WITH: Final = re.compile(r"\bextra\s*==\s*[\"']([^\"']+)")
_OUR_EXTRAS: Final = frozenset(
    {"coding", "documents", "export", "frames", "mcp", "plot", "postgresql", "ray", "spacy", "web"}
)
_LONGEST: Final = 60
_TRAINED_ON: Final = re.compile(r"^## What it was trained on.*?(?=^## )", re.MULTILINE | re.DOTALL)


class Licensed(NamedTuple):
    """A distribution that is installed, and its licence in the words of its own metadata."""

    name: str
    version: str
    licence: str


def licences(as_json: AsJson = False) -> None:
    """List sayso, all that it uses and is installed here, each with its licence; and what the model was trained on."""
    found = sorted(installed(OURS), key=lambda one: (one.name != OURS, one.name.lower()))
    if as_json:
        for one in found:
            print_json(one._asdict())
        return
    for one in found:
        typer.echo(f"{one.name} {one.version}: {terminal.safe(one.licence)}")
    typer.echo(f"\n{trained_on()}")


def installed(name: str) -> Iterator[Licensed]:
    """What is here of a distribution and of all that it needs, with its extras but for those that make and test it."""
    waiting, seen = [(name, frozenset[str]())], set[tuple[str, frozenset[str]]]()
    told = set[str]()
    while waiting:
        key, extras = one = waiting.pop()
        if one in seen:
            continue
        seen.add(one)
        try:
            found = distribution(key)
        except PackageNotFoundError:
            continue
        if found.metadata["Name"] not in told:
            told.add(found.metadata["Name"])
            yield Licensed(found.metadata["Name"], found.version, licence_of(found))
        waiting += _needed(found, _OUR_EXTRAS if key == OURS else extras)


def _needed(one: Distribution, extras: frozenset[str]) -> Iterator[tuple[str, frozenset[str]]]:
    """What a distribution needs, each with the extras that it is wanted with."""
    for need in one.requires or ():
        wanted = _NEED.match(need)
        only_with = _ONLY_WITH.search(need)
        if wanted and (only_with is None or only_with[1] in extras):
            of_it = frozenset(filter(None, re.split(r"\s*,\s*", wanted["extras"] or "")))
            yield re.sub(r"[-_.]+", "-", wanted["name"]).lower(), of_it


def licence_of(one: Distribution) -> str:
    """Its SPDX expression, else what it calls its licence, else what its classifiers say."""
    if plain := _told(one, "License-Expression"):
        return plain[0]
    classes = [line.rpartition(" :: ")[2] for line in _told(one, "Classifier") if line.startswith("License ::")]
    written = " ".join(" ".join(_told(one, "License")).split())
    if classes and (not written or len(written) > _LONGEST):
        return ", ".join(classes)
    return written[:_LONGEST] or NOT_TOLD


def _told(one: Distribution, field: str) -> list[str]:
    return one.metadata.get_all(field) or []


def trained_on() -> str:
    """What the model's card says of its training data and their terms."""
    card = files("sayso").joinpath("models/en/CARD.md").read_text("utf-8")
    found = _TRAINED_ON.search(card)
    assert found, "the card has lost its section on training"
    return found[0].replace("## What it was trained on", "The model was trained on (from its card)", 1).strip()
