"""Learn whom pronouns and descriptions mean: `python -m training.antecedents CORPORA FOLDER CACHE`.

Writes FOLDER/antecedents.json. Each is asked as sayso asks it, with the rules' own answer among the numbers: GUM
and MEANTIME as people marked them, PolNeAR's articles with names hidden. Numpy alone; a minute on one core, most of
an hour where the corpora are still to be read (CACHE keeps what was read).
"""

import json
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np
import typer
from numpy.typing import NDArray

from corpora import rows as rows_of
from corpora.coreference import gap, gum, litbank, meantime
from corpora.labelled import Anaphor, Labelled, Place
from sayso import attribution, coreference
from sayso.coreference.antecedent_features import FEATURES
from sayso.coreference.ner_decoder import find_names
from sayso.data.actor import Mention
from sayso.data.analysis import Reading
from sayso.data.article import Article, Document, Span
from sayso.data.statement import Statement
from sayso.encoding.encoder import Encoder, Encoding
from sayso.encoding.reference import chances
from sayso.text.doc import Doc
from training.hidden_names import hidden

Floats = NDArray[np.float32]

HIDDEN: Final = 24
EPOCHS: Final = 20
RATE: Final = 3e-3
BATCH: Final = 64
DECAY: Final = 1e-2
WEIGHTS: Final = {"polnear": 1.0, "gum": 0.15, "meantime": 1.0}
MOST: Final = {"polnear": 850, "gap": 700, "litbank": 30, "gum": 200, "meantime": 60}
"""How many documents of each are read."""

SPOKEN: Final = ("polnear", "gum", "meantime")
"""The corpora in which who spoke last tells something; in the others nobody is looked for."""

SEED: Final = 3


class Asked(NamedTuple):
    """One question: a row of numbers for nobody and for each actor, and which of them are right."""

    rows: Floats
    right: NDArray[np.bool_]


def main(corpora: Path, folder: Path, cache: Path) -> None:
    """Gather, learn, and print how often the likeliest is right."""
    lessons = [(WEIGHTS[name], one) for name in WEIGHTS for one in gathered(corpora, name, "train", cache)]
    judged = {name: list(gathered(corpora, name, "dev", cache)) for name in ("gum", "gap", "polnear")}
    weights = learned(lessons, judged)
    (folder / "antecedents.json").write_text(json.dumps(as_form(weights)) + "\n", "utf-8")


def gathered(corpora: Path, name: str, split: str, cache: Path) -> Iterator[Asked]:
    """The questions of a corpus, from the cache or read anew."""
    kept = cache / f"{name}-{split}.npz"
    if not kept.exists():
        found = [one for text in documents(corpora, name, split) for one in asked_in(text, name in SPOKEN)]
        cache.mkdir(parents=True, exist_ok=True)
        np.savez_compressed(
            kept,
            rows=np.concatenate([one.rows for one in found]),
            right=np.concatenate([one.right for one in found]),
            ends=np.cumsum([len(one.rows) for one in found]),
        )
    with np.load(kept) as held:
        ends = held["ends"][:-1]
        yield from map(Asked, np.split(held["rows"], ends), np.split(held["right"], ends))


def documents(corpora: Path, name: str, split: str) -> Iterator[Labelled]:
    if name == "polnear":
        texts = dict.fromkeys(
            row["text"] for row in rows_of(corpora, name, split, "train" if split == "train" else "tune")
        )
        for number, text in enumerate(list(texts)[: MOST[name]]):
            yield hidden(_resolved(text), SEED + number)
    else:
        yield from {"gum": gum, "litbank": litbank, "gap": gap, "meantime": meantime}[name](corpora, split)[
            : MOST[name]
        ]


class _Read(NamedTuple):
    """A text as sayso reads it, up to the question who is who; what speakers report of others is left out."""

    article: Article
    doc: Doc
    mentions: list[Mention]
    places: frozenset[str]
    statements: list[Statement]
    encoding: Encoding


def _read(text: str, spoken: bool) -> _Read:
    article, encoder = Article(Document("gold", None, "text/plain", ""), text, language="en"), Encoder.shipped()
    doc = Doc.of(article)
    (encoding,) = encoder.encode([text])
    said = attribution.statements(article, doc, encoding, encoder.heads["attribution"]) if spoken else []
    named, places = find_names(article, encoding, encoder.heads["names"])
    return _Read(article, doc, named, places, list(said), encoding)


def _resolved(text: str) -> Reading:
    read = _read(text, spoken=True)
    fits = partial(chances, read.encoding)
    told = coreference.resolution(read.article, read.doc, read.mentions, read.statements, fits, places=read.places)
    return Reading(read.article, told.statements, told.actors)


def asked_in(document: Labelled, spoken: bool) -> list[Asked]:
    """Ask who every anaphor of a document is, and keep the numbers with what is right."""
    wanted = {anaphor.place: anaphor for anaphor in document.anaphors}
    kept: dict[Place, Asked] = {}

    def note(place: Place, names: list[list[Place]], found: list[list[float]]) -> list[float]:
        if place in wanted:
            kept.setdefault(place, Asked(np.array(found, np.float32), _right(wanted[place], names)))
        return [1.0, *(0.0 for _ in names)]

    read = _read(document.text, spoken)
    others = [Span.of(document.text, *place) for place in wanted]
    fits = partial(chances, read.encoding)
    coreference.everywhere(read.article, read.doc, read.mentions, read.statements, others, fits, note, read.places)
    return [one for one in kept.values() if len(one.rows) > 1]


def _right(anaphor: Anaphor, names: Iterable[list[Place]]) -> NDArray[np.bool_]:
    true = [place for place, right in zip(anaphor.candidates, anaphor.right, strict=True) if right]
    held = [any(a < end and start < b for a, b in places for start, end in true) for places in names]
    return np.array([not any(held), *held])


def learned(lessons: list[tuple[float, Asked]], judged: dict[str, list[Asked]]) -> dict[str, Floats]:
    """A layer of tanh over the scaled numbers, a score for each row, and softmax over the rows of a question; Adam."""
    draw = np.random.default_rng(SEED)
    every = np.concatenate([one.rows for _, one in lessons])
    scale = np.maximum(np.abs(every).max(axis=0), 1.0).astype(np.float32)
    weights = {
        "inner": draw.normal(0, 0.3, (every.shape[1], HIDDEN)).astype(np.float32),
        "bias": np.zeros(HIDDEN, np.float32),
        "outer": draw.normal(0, 0.3, HIDDEN).astype(np.float32),
        "straight": np.zeros(every.shape[1], np.float32),
    }
    moments = {name: (np.zeros_like(value), np.zeros_like(value)) for name, value in weights.items()}
    step = 0
    for epoch in range(EPOCHS):
        order = draw.permutation(len(lessons))
        rate = RATE * (1 - epoch / EPOCHS)
        for first in range(0, len(order), BATCH):
            step += 1
            slopes = _slopes(weights, scale, [lessons[n] for n in order[first : first + BATCH]])
            for name, slope in slopes.items():
                one, two = moments[name]
                one += 0.1 * (slope - one)
                two += 0.001 * (slope**2 - two)
                move = one / (1 - 0.9**step) / (np.sqrt(two / (1 - 0.999**step)) + 1e-8)
                weights[name] -= rate * (move + DECAY * weights[name])
        shares = {name: share_right(weights, scale, asked) for name, asked in judged.items()}
        print(epoch, {name: round(100 * share, 1) for name, share in shares.items()}, flush=True)
    return weights | {"scale": scale}


def _slopes(weights: dict[str, Floats], scale: Floats, batch: list[tuple[float, Asked]]) -> dict[str, Floats]:
    rows = np.concatenate([one.rows for _, one in batch]) / scale
    starts = np.cumsum([0, *(len(one.rows) for _, one in batch)])
    inner = np.tanh(rows @ weights["inner"] + weights["bias"])
    scores = inner @ weights["outer"] + rows @ weights["straight"]
    errors = np.zeros_like(scores)
    for (weight, one), start, end in zip(batch, starts[:-1], starts[1:], strict=True):
        likely = np.exp(scores[start:end] - scores[start:end].max())
        likely /= likely.sum()
        among = likely * one.right
        errors[start:end] = weight * (likely - among / max(among.sum(), 1e-9)) / len(batch)
    back = errors[:, None] * weights["outer"] * (1 - inner**2)
    return {
        "inner": rows.T @ back,
        "bias": back.sum(axis=0),
        "outer": inner.T @ errors,
        "straight": rows.T @ errors,
    }


def share_right(weights: dict[str, Floats], scale: Floats, asked: list[Asked]) -> float:
    """How often the likeliest row is a right one."""
    hits = 0
    for one in asked:
        rows = one.rows / scale
        scores = np.tanh(rows @ weights["inner"] + weights["bias"]) @ weights["outer"] + rows @ weights["straight"]
        hits += bool(one.right[scores.argmax()])
    return hits / max(len(asked), 1)


def as_form(weights: dict[str, Floats]) -> dict[str, object]:
    return {"features": list(FEATURES)} | {name: np.round(value, 4).tolist() for name, value in weights.items()}


if __name__ == "__main__":
    typer.run(main)
