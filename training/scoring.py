"""What a network says of each piece of a document's attributions, read in windows as the shipped model reads it."""

from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor

from sayso.encoding.encoder import EDGE
from sayso.encoding.layout import FEATURES
from sayso.encoding.windows import Window, windows
from training.device import half, moved, place_of
from training.examples import LENGTH, Pieces
from training.network import LABELS, Network
from training.starting import CLS, SEP

AT_ONCE = 16


@torch.no_grad()
def emissions(network: Network, pieces: Pieces) -> np.ndarray:
    """The attribution head's scores, pieces × labels."""
    parts = [np.zeros((0, len(LABELS["attribution"])), np.float32)]
    planned, device = windows(len(pieces.ids), LENGTH - 2, EDGE), place_of(network)
    for at in range(0, len(planned), AT_ONCE):
        some = planned[at : at + AT_ONCE]
        ids, mask, features = _stacked(pieces, some)
        with half(device):
            scores = network(ids.to(device), mask.to(device), moved(features, device))["attribution"]
        found = scores.float().cpu().numpy()
        parts += [found[row, w.first - w.left + 1 : w.last - w.left + 1] for row, w in enumerate(some)]
    return np.concatenate(parts)


def _stacked(pieces: Pieces, planned: Sequence[Window]) -> tuple[Tensor, Tensor, dict[str, Tensor]]:
    """Windows of one document; all are of one length, since the last is moved back to fill it."""
    ids = torch.tensor(np.array([[CLS, *pieces.ids[w.left : w.right], SEP] for w in planned]))
    told = {name: np.array([np.pad(pieces.features[name][w.left : w.right], 1) for w in planned]) for name in FEATURES}
    return ids, torch.ones_like(ids), {name: torch.tensor(values) for name, values in told.items()}
