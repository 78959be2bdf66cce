"""A larger network's scores as lessons for a smaller one: `python -m training.teaching CORPORA RUN`.

Writes RUN/lessons.pt, what the network in RUN says of every text that the smaller one will see.
"""

from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
import typer
from torch import Tensor, nn

from corpora.coreference import gum
from corpora.names import named
from corpora.polnear import polnear
from corpora.unlabelled import unlabelled
from sayso.encoding.decode import viterbi
from training.examples import IGNORE, Pieces, cut
from training.network import Network
from training.scoring import emissions
from training.starting import MINILM, STARTS, tokenizer_of

NAMED_STEP = 4
"""One in so many of the named-entity texts is marked: enough for news of other countries."""


class Told(NamedTuple):
    """What a teacher says: by a text's key the scores of its pieces, × labels, and the CRF that they are made for."""

    lessons: dict[str, np.ndarray]
    crf: dict[str, Tensor]

    @classmethod
    def read(cls, run: Path) -> "Told":
        return torch.load(run / "lessons.pt", weights_only=False)

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


def main(corpora: Path, run: Path, start: str = "mpnet") -> None:
    """Let the network in RUN mark PolNeAR train, some named-entity texts, the unlabelled texts and GUM."""
    network = Network(STARTS[start]())
    network.load_state_dict(torch.load(run / "network.pt", map_location="cpu"))
    network.eval()
    articles = [copies[0] for copies in polnear(corpora, "train").values()]
    tokenizer = tokenizer_of(MINILM)
    lessons: dict[str, np.ndarray] = {}
    texts = [*articles, *named(corpora)[::NAMED_STEP], *unlabelled(corpora), *gum(corpora, "train")]
    for number, document in enumerate(texts):
        lessons[document.key] = emissions(network, cut(document, tokenizer)).astype(np.float16)
        if number % 100 == 0:
            print(f"{number}/{len(texts)}", flush=True)
    torch.save(Told(lessons, network.crf.state_dict()), run / "lessons.pt")


def following_loss(mine: Tensor, lessons: Tensor, known: Tensor) -> Tensor:
    """Cross-entropy between the teacher's probabilities and the pupil's, per piece; `known` are the pieces taught."""
    if not known.any():
        return mine.sum() * 0
    wanted = nn.functional.softmax(lessons[known], dim=-1)
    return -(wanted * nn.functional.log_softmax(mine[known], dim=-1)).sum(dim=-1).mean()


if __name__ == "__main__":
    typer.run(main)
