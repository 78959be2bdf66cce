"""Whom a pronoun means: the loss of the head that finds it among the names of a window, and its score on GAP."""

from collections.abc import Sequence
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor

from corpora import rows
from corpora.coreference import gap
from corpora.labelled import Place
from sayso.encoding.reference import MEANING
from training.device import moved, place_of
from training.examples import Window, batch, cut
from training.network import Network


def choices(values: Tensor, place: Place, candidates: Sequence[Place]) -> Tensor:
    """How well each candidate fits, and first of all that none does; `values` are a window's, pieces × numbers."""
    seeks = values[slice(*place)].mean(dim=0)
    found = torch.stack([values[slice(*candidate), MEANING : 2 * MEANING].mean(dim=0) for candidate in candidates])
    return torch.cat([seeks[-1:], found @ seeks[:MEANING]])


def reference_loss(values: Tensor, anaphors: Sequence[tuple[int, Place, list[Place], list[bool]]]) -> Tensor:
    """Minus log-likelihood of the right names together, or of none where none is right, per anaphor."""
    if not anaphors:
        return values.sum() * 0
    total = values.new_zeros(())
    for row, place, candidates, right in anaphors:
        scores = choices(values[row], place, candidates)
        wanted = torch.tensor([not any(right), *right], device=values.device)
        total = total + scores.logsumexp(dim=0) - scores[wanted].logsumexp(dim=0)
    return total / len(anaphors)


@torch.no_grad()
def gap_f1(network: Network, tokenizer: Tokenizer, corpora: Path) -> dict[str, float]:
    """F1 in percent on GAP dev, over all and by gender: is this name the pronoun's?"""
    network.eval()
    counts = {"M": [0, 0, 0], "F": [0, 0, 0]}
    for row, document in zip(rows(corpora, "gap", "dev", "score"), gap(corpora, "dev"), strict=True):
        pieces = cut(document, tokenizer)
        tensors = moved(batch([Window(pieces, 0, len(pieces.ids))]), place_of(network))
        features = {name: tensors[name] for name in network.features}
        values = network(tensors["pieces"], tensors["mask"], features)["reference"][0]
        ((_, place, candidates, right),) = tensors["anaphors"]
        best = int(choices(values, place, candidates).argmax())
        found = [best == n + 1 for n in range(len(right))]
        hit = sum(f and r for f, r in zip(found, right, strict=True))
        for n, more in enumerate((hit, sum(found), sum(right))):
            counts[row["gender"]][n] += more
    counts["all"] = [sum(pair) for pair in zip(counts["M"], counts["F"], strict=True)]
    return {f"gap_{who}": round(200 * hit / max(found + gold, 1), 1) for who, (hit, found, gold) in counts.items()}
