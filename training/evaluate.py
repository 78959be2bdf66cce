"""Exact-match F1 of the network on labelled documents, the field's measure: spans as runs of the corpus's tokens."""

from tokenizers import Tokenizer

from corpora.labelled import ATTRIBUTION, Labelled
from sayso.encoding.decode import marked, viterbi
from training.examples import cut
from training.network import LABELS, Network
from training.scoring import emissions

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


def predict(network: Network, tokenizer: Tokenizer, document: Labelled) -> Spans:
    """The spans found, as code points."""
    scores = emissions(network, cut(document, tokenizer))
    offsets = tokenizer.encode(document.text, add_special_tokens=False).offsets
    path = viterbi(scores, network.crf.transitions.detach().cpu().numpy())
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
