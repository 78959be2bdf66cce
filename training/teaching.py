"""Larger networks' scores as lessons for a smaller one: `python -m training.teaching RECIPE CORPORA RUN`.

Writes RUN/lessons.pt: what the network in RUN, trained by RECIPE, says of every text that the smaller one will see.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated, NamedTuple

import numpy as np
import torch
import typer
from torch import Tensor, nn

from corpora.coreference import gum
from corpora.families.lessons import lessons as invented
from corpora.labelled import Labelled
from corpora.names import named
from corpora.polnear import polnear
from corpora.unlabelled import unlabelled
from sayso.encoding.decode import viterbi
from training.device import device_of
from training.examples import IGNORE, Pieces, cut
from training.network import Network
from training.recipe import Recipe, read
from training.scoring import emissions
from training.starting import MINILM, STARTS, tokenizer_of

NAMED_STEP = 4
"""One in so many of the named-entity texts is marked: enough for news of other countries."""


class Told(NamedTuple):
    """What a teacher says: by a text's key the scores of its pieces, × labels, and the CRF that they are made for."""

    lessons: dict[str, np.ndarray]
    crf: dict[str, Tensor]

    @classmethod
    def read(cls, runs: Sequence[Path]) -> "Told":
        """What the teachers of these runs say, or the mean of it where they are several."""
        return mean([cls._kept(torch.load(run / "lessons.pt", weights_only=True)) for run in runs])

    @classmethod
    def _kept(cls, parts: dict[str, dict[str, Tensor]]) -> "Told":
        return cls({key: scores.numpy() for key, scores in parts["lessons"].items()}, parts["crf"])

    def teach(self, pieces: Pieces, key: str) -> Pieces:
        """A text with its lessons, if it has any, and the best path where nobody marked its attributions."""
        lessons = self.lessons.get(key)
        if lessons is None:
            return pieces
        labels = pieces.labels
        if (labels["attribution"] == IGNORE).all():
            path = viterbi(lessons.astype(np.float32), self.crf["transitions"].numpy())
            labels = {**labels, "attribution": path}
        return replace(pieces, labels=labels, lessons=lessons)


def mean(told: Sequence[Told]) -> Told:
    """The mean of the teachers' probabilities of each label of each piece, as their logarithms, and of their CRFs."""
    first, *others = told
    if any(one.lessons.keys() != first.lessons.keys() for one in others):
        raise ValueError("the teachers were asked of different texts")
    if not others:
        return first
    lessons = {key: _mean_scores([one.lessons[key] for one in told]) for key in first.lessons}
    crf = {name: torch.stack([one.crf[name] for one in told]).mean(dim=0) for name in first.crf}
    return Told(lessons, crf)


def _mean_scores(scores: Sequence[np.ndarray]) -> np.ndarray:
    """Scores of pieces × labels whose softmax is the mean of the softmaxes of these."""
    chances = torch.from_numpy(np.stack(scores)).float().log_softmax(dim=-1)
    return (chances.logsumexp(dim=0) - np.log(len(scores))).numpy().astype(np.float16)


def main(
    recipe: Path,
    corpora: Path,
    run: Path,
    families: Annotated[bool, typer.Option(help="mark the invented articles too")] = False,
    device: Annotated[str, typer.Option(help="cpu, cuda, or auto")] = "auto",
) -> None:
    """Let the network in RUN mark PolNeAR train, some named-entity texts, the unlabelled texts and GUM."""
    teach(read(recipe), corpora, run, device_of(device), families)


def teach(recipe: Recipe, corpora: Path, run: Path, device: torch.device, families: bool) -> None:
    network = Network(STARTS[recipe.start]())
    network.load_state_dict(torch.load(run / "network.pt", map_location="cpu"))
    network.to(device).eval()
    tokenizer = tokenizer_of(MINILM)
    told: dict[str, Tensor] = {}
    texts = list(_texts(corpora, families))
    for number, document in enumerate(texts):
        told[document.key] = torch.from_numpy(emissions(network, cut(document, tokenizer))).half()
        if number % 100 == 0:
            print(f"{number}/{len(texts)}", flush=True)
    written = run / "lessons.new"
    torch.save({"lessons": told, "crf": network.cpu().crf.state_dict()}, written)
    written.replace(run / "lessons.pt")


def _texts(corpora: Path, families: bool) -> Iterator[Labelled]:
    yield from (copies[0] for copies in polnear(corpora, "train").values())
    yield from named(corpora)[::NAMED_STEP]
    yield from unlabelled(corpora)
    yield from gum(corpora, "train")
    yield from invented() if families else ()


def following_loss(mine: Tensor, lessons: Tensor, known: Tensor) -> Tensor:
    """Cross-entropy between the teacher's probabilities and the pupil's, per piece; `known` are the pieces taught."""
    if not known.any():
        return mine.sum() * 0
    wanted = nn.functional.softmax(lessons[known], dim=-1)
    return -(wanted * nn.functional.log_softmax(mine[known], dim=-1)).sum(dim=-1).mean()


if __name__ == "__main__":
    typer.run(main)
