"""A larger network's scores as lessons for a smaller one: `python -m training.teaching CORPORA RUN`.

Writes RUN/lessons.pt, what the network in RUN says of every text that the smaller one will see.
"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
import typer
from torch import Tensor, nn

from sayso.encoding.decode import viterbi
from sayso.encoding.layout import FEATURES
from sayso.encoding.windows import Window, windows
from training.coreference import gum
from training.corpora import named, polnear
from training.examples import IGNORE, LENGTH, Pieces, cut
from training.network import LABELS, Network
from training.starting import CLS, MINILM, SEP, STARTS, tokenizer_of
from training.unlabelled import unlabelled

EDGE = 20
AT_ONCE = 16
NAMED_STEP = 4
"""One in so many of the named-entity texts is marked: enough for news of other countries."""

Lessons = dict[str, dict[str, np.ndarray]]
"""A text's key → head → scores, pieces × labels."""


def main(corpora: Path, run: Path, start: str = "mpnet") -> None:
    """Let the network in RUN mark PolNeAR train, some named-entity texts, the unlabelled texts and GUM."""
    network = Network(STARTS[start]())
    network.load_state_dict(torch.load(run / "network.pt", map_location="cpu"), strict=False)
    network.eval()
    articles = [copies[0] for copies in polnear(corpora, "train").values()]
    tokenizer = tokenizer_of(MINILM)
    lessons: Lessons = {}
    texts = [*articles, *named(corpora)[::NAMED_STEP], *unlabelled(corpora), *gum(corpora, "train")]
    for number, document in enumerate(texts):
        lessons[document.key] = scores(network, cut(document, tokenizer))
        if number % 100 == 0:
            print(f"{number}/{len(texts)}", flush=True)
    transitions = network.crf.transitions.detach().numpy()
    torch.save({"lessons": lessons, "transitions": transitions}, run / "lessons.pt")


def taught(pieces: Pieces, lessons: dict[str, np.ndarray], transitions: np.ndarray) -> Pieces:
    """A text with its lessons, and with the teacher's best path where nobody marked its attributions."""
    labels = pieces.labels
    if len(pieces.ids) and (labels["attribution"] == IGNORE).all():
        path = viterbi(lessons["attribution"].astype(np.float32), transitions)
        labels = {**labels, "attribution": path}
    return replace(pieces, labels=labels, lessons=lessons)


@torch.no_grad()
def scores(network: Network, pieces: Pieces) -> dict[str, np.ndarray]:
    """Each head's scores for a document, pieces × labels."""
    parts: dict[str, list[np.ndarray]] = {head: [np.zeros((0, len(LABELS[head])), np.float32)] for head in LABELS}
    planned = windows(len(pieces.ids), LENGTH - 2, EDGE)
    for at in range(0, len(planned), AT_ONCE):
        some = planned[at : at + AT_ONCE]
        with torch.autocast("cpu", torch.bfloat16):
            found = network(*_stacked(pieces, some))
        for row, (left, _, first, last) in enumerate(some):
            for head in LABELS:
                parts[head].append(found[head][row, first - left + 1 : last - left + 1].float().numpy())
    return {head: np.concatenate(each).astype(np.float16) for head, each in parts.items()}


def _stacked(pieces: Pieces, planned: Sequence[Window]) -> tuple[Tensor, Tensor, dict[str, Tensor]]:
    """Windows of one document; all are of one length, since the last is moved back to fill it."""
    ids = torch.tensor(np.array([[CLS, *pieces.ids[w.left : w.right], SEP] for w in planned]))
    told = {name: np.array([np.pad(pieces.features[name][w.left : w.right], 1) for w in planned]) for name in FEATURES}
    return ids, torch.ones_like(ids), {name: torch.tensor(values) for name, values in told.items()}


def following_loss(mine: Tensor, lessons: Tensor, known: Tensor) -> Tensor:
    """Cross-entropy between the teacher's probabilities and the pupil's, per piece; `known` are the pieces taught."""
    if not known.any():
        return mine.sum() * 0
    wanted = nn.functional.softmax(lessons[known], dim=-1)
    return -(wanted * nn.functional.log_softmax(mine[known], dim=-1)).sum(dim=-1).mean()


if __name__ == "__main__":
    typer.run(main)
