"""The only room that knows ONNX: texts in, each head's score for every label of every word piece out."""

import json
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from threading import Lock
from typing import Self

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from sayso.encoding.cores import cores
from sayso.encoding.layout import BLANK_LINE, FEATURES, Ints, features
from sayso.encoding.windows import Window, windows

Floats = NDArray[np.float32]

LENGTH = 254
"""Pieces that the model reads at once: 256 less the marks for a window's beginning and end."""

EDGE = 20
"""Pieces at a window's border whose own scores are not used: they are seen from one side only."""

BEGIN, END = 101, 102
_LOADING = Lock()


@dataclass(frozen=True, slots=True)
class Encoding:
    """A text as the encoder sees it.

    `starts`, `ends`: (pieces,) code points; `paragraphs`: the pieces that begin one, after a blank line; no paragraph
    is begun where there are no pieces. `scores[head]`: (pieces, labels), unnormalised; for the head "reference" not
    labels but the numbers that `reference.py` explains.
    """

    starts: Ints
    ends: Ints
    paragraphs: Ints
    scores: dict[str, Floats]


@dataclass(frozen=True, slots=True)
class Head:
    """What one head tells of a piece: its labels, and the score of going from each to each."""

    labels: tuple[str, ...]
    transitions: Floats


class Encoder:
    """A model file with its tokenizer. Safe to share between threads.

    One window is one run of the model: int8 ranges are taken over a whole run, so that batching windows would
    let one article's words move another's scores. The cores work on several windows at a time instead, of whatever
    texts are asked for at that time.
    """

    def __init__(self, folder: Path, threads: int | None = None) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(folder / "model.onnx", options, providers=["CPUExecutionProvider"])
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._outputs = {output.name: output.shape[-1] for output in self._session.get_outputs()}
        self._pool = ThreadPoolExecutor(threads or cores())
        self.heads = _heads(self._session.get_modelmeta().custom_metadata_map)
        self.version = self._session.get_modelmeta().custom_metadata_map["version"]

    @classmethod
    def shipped(cls) -> Self:
        """The English model in the package, loaded once per process whoever asks first."""
        with _LOADING:
            return cls._shipped()

    @classmethod
    @cache
    def _shipped(cls) -> Self:
        return cls(Path(str(files("sayso") / "models" / "en")))

    def encode(self, texts: Iterable[str]) -> list[Encoding]:
        """Encode each of `texts`; a result depends on its own text alone."""
        planned = [self._plan(text) for text in texts]
        runs = [[self._pool.submit(self._run, plan, window) for window in plan.windows] for plan in planned]
        return [self._gathered(plan, (run.result() for run in row)) for plan, row in zip(planned, runs, strict=True)]

    def _plan(self, text: str) -> "_Plan":
        encoded = self._tokenizer.encode(text, add_special_tokens=False)
        offsets = np.array(encoded.offsets, dtype=np.int64).reshape(-1, 2)
        starts, ends = offsets[:, 0], offsets[:, 1]
        inputs = {"pieces": np.array(encoded.ids, dtype=np.int64), **features(text, starts, ends)}
        return _Plan(starts, ends, inputs, windows(len(starts), LENGTH, EDGE))

    def _run(self, plan: "_Plan", window: Window) -> list[Floats]:
        framed = {name: np.pad(plan.inputs[name][window.left : window.right], 1)[None] for name in FEATURES}
        pieces = np.concatenate(([BEGIN], plan.inputs["pieces"][window.left : window.right], [END]))[None]
        scores = self._session.run(list(self._outputs), {"pieces": pieces, **framed})
        kept = slice(window.first - window.left + 1, window.last - window.left + 1)
        return [np.asarray(head[0, kept], dtype=np.float32) for head in scores]

    def _gathered(self, plan: "_Plan", runs: Iterator[list[Floats]]) -> Encoding:
        rows = list(runs)
        scores = {
            name: np.concatenate([row[i] for row in rows]) if rows else np.zeros((0, width), np.float32)
            for i, (name, width) in enumerate(self._outputs.items())
        }
        return Encoding(plan.starts, plan.ends, np.flatnonzero(plan.inputs["gap"] == BLANK_LINE), scores)


@dataclass(frozen=True, slots=True)
class _Plan:
    starts: Ints
    ends: Ints
    inputs: dict[str, Ints]
    windows: list[Window]


def _heads(metadata: dict[str, str]) -> dict[str, Head]:
    return {
        name: Head(tuple(head["labels"]), np.array(head["transitions"], dtype=np.float32))
        for name, head in json.loads(metadata["heads"]).items()
    }
