"""Exact-match F1 of the network on labelled documents, the field's measure: spans as runs of the corpus's tokens."""

import numpy as np
import torch
from tokenizers import Tokenizer

from sayso.encoding.decode import marked, viterbi
from sayso.encoding.layout import FEATURES
from sayso.encoding.windows import windows
from training.corpora import ATTRIBUTION, Labelled
from training.examples import LENGTH, cut
from training.network import LABELS, Network
from training.starting import CLS, SEP

EDGE = 32

Spans = set[tuple[int, int, str]]


def scored(
    network: Network, tokenizer: Tokenizer, articles: dict[str, list[Labelled]]
) -> list[tuple[Spans, Spans, float]]:
    """(found, gold, weight) for every copy of every article; an article's copies weigh one together."""
    network.eval()
    rows = []
    for copies in articles.values():
        found = predict(network, tokenizer, copies[0])
        rows += [(found, set(copy.spans["attribution"] or []), 1 / len(copies)) for copy in copies]
    return rows


@torch.no_grad()
def emissions(network: Network, tokenizer: Tokenizer, document: Labelled) -> np.ndarray:
    """The attribution head's scores, pieces × labels."""
    pieces = cut(document, tokenizer)
    parts = [np.zeros((0, len(LABELS["attribution"])), dtype=np.float32)]
    for left, right, first, last in windows(len(pieces.ids), LENGTH - 2, EDGE):
        ids = torch.tensor([[CLS, *pieces.ids[left:right], SEP]])
        features = {n: torch.tensor([[0, *pieces.features[n][left:right], 0]]) for n in FEATURES}
        with torch.autocast("cpu", torch.bfloat16):
            scores = network(ids, torch.ones_like(ids), features)["attribution"][0, 1:-1]
        parts.append(scores[first - left : last - left].float().numpy())
    return np.concatenate(parts)


def predict(network: Network, tokenizer: Tokenizer, document: Labelled) -> Spans:
    """The spans found, as code points."""
    scores = emissions(network, tokenizer, document)
    offsets = tokenizer.encode(document.text, add_special_tokens=False).offsets
    path = viterbi(scores, network.crf.transitions.detach().numpy())
    return {(offsets[m.first][0], offsets[m.last - 1][1], m.label) for m in marked(scores, path, LABELS["attribution"])}


def exact(rows: list[tuple[Spans, Spans, float]]) -> dict[str, float]:
    """Micro F1 in percent by label, and their precision and recall."""
    figures = {}
    for label in ATTRIBUTION:
        hit = found = gold = 0.0
        for predicted, true, weight in rows:
            mine, theirs = ({s for s in spans if s[2] == label} for spans in (predicted, true))
            hit += weight * len(mine & theirs)
            found += weight * len(mine)
            gold += weight * len(theirs)
        precision, recall = hit / max(found, 1), hit / max(gold, 1)
        f1 = 2 * precision * recall / max(precision + recall, 1e-9)
        figures |= {label: round(100 * f1, 1), f"{label}_pr": f"{100 * precision:.1f}/{100 * recall:.1f}"}
    return figures
