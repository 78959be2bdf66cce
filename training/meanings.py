"""Static vectors for word pieces, by which printings are compared: `python -m training.meanings src/sayso/models/en`.

Every piece is read alone by the starting weights, as model2vec does it; what all have in common is taken away, and the
rest is brought to a few dimensions and to eight bits. Nothing is learned from any text.
"""

import sys
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from training.starting import CLS, SEP, minilm

DIMENSIONS = 96
_AT_ONCE = 1024
_IN_COMMON = 1
"""Of so many of the strongest directions nothing is kept: they tell common words from rare ones."""


def main() -> None:
    folder = Path(sys.argv[1])
    encoder = minilm()
    encoder.eval()
    read = _alone(encoder)
    np.save(folder / "meanings.npy", _small(read))


@torch.no_grad()
def _alone(encoder: nn.Module) -> Tensor:
    """(pieces, hidden): the mean over each piece between the marks of a text's beginning and end."""
    size = encoder.config.vocab_size
    rows = []
    for start in range(0, size, _AT_ONCE):
        pieces = torch.arange(start, min(start + _AT_ONCE, size))
        marks = torch.full_like(pieces, CLS), torch.full_like(pieces, SEP)
        hidden = encoder(torch.stack([marks[0], pieces, marks[1]], dim=1)).last_hidden_state
        rows.append(nn.functional.normalize(hidden.mean(dim=1), dim=1))
    return torch.cat(rows)


def _small(read: Tensor) -> np.ndarray:
    """(pieces, DIMENSIONS), int8."""
    centred = read - read.mean(dim=0)
    _, _, directions = torch.linalg.svd(centred, full_matrices=False)
    kept = centred @ directions[_IN_COMMON : _IN_COMMON + DIMENSIONS].T
    kept = nn.functional.normalize(kept, dim=1)
    return (kept * 127 / kept.abs().max()).round().to(torch.int8).numpy()


if __name__ == "__main__":
    main()
