"""The network: an encoder, case, gap and quotation features added to its word embeddings, a linear head per task."""

import torch
from torch import Tensor, nn
from torchcrf import CRF

from corpora.labelled import ATTRIBUTION, NAMES
from sayso.encoding.layout import FEATURES
from sayso.encoding.reference import MEANING

LABELS = {
    head: ["O", *(f"{edge}-{label}" for label in labels for edge in "BI")]
    for head, labels in {"attribution": ATTRIBUTION, "names": NAMES}.items()
}
ILLEGAL = -1e4


class Network(nn.Module):
    """Word pieces in; for each head, a score for every label of every piece (batch × pieces × labels).

    The head "reference" gives instead what a piece looks for, what it is found by, and how likely it means no name.
    """

    def __init__(self, encoder: nn.Module) -> None:
        super().__init__()
        size = encoder.config.hidden_size
        self.encoder = encoder
        self.features = nn.ModuleDict({f: nn.Embedding(n, size) for f, n in FEATURES.items()})
        self.heads = nn.ModuleDict({h: nn.Linear(size, len(labels)) for h, labels in LABELS.items()})
        self.reference = nn.Linear(size, 2 * MEANING + 1)
        self.crf = CRF(len(LABELS["attribution"]), batch_first=True)
        self.dropout = nn.Dropout(encoder.config.hidden_dropout_prob)
        _quick_dropout(self)
        self._start_neutral()

    def _start_neutral(self) -> None:
        for feature in self.features.values():
            nn.init.normal_(feature.weight, std=0.005)
        for parameter in self.crf.parameters():
            nn.init.zeros_(parameter)
        with torch.no_grad():
            self.crf.transitions += illegal(LABELS["attribution"])

    def forward(self, pieces: Tensor, mask: Tensor, features: dict[str, Tensor]) -> dict[str, Tensor]:
        embedded = self.encoder.embeddings.word_embeddings(pieces)
        for name, table in self.features.items():
            embedded = embedded + table(features[name])
        hidden = self.encoder(inputs_embeds=embedded, attention_mask=mask).last_hidden_state
        hidden = self.dropout(hidden)
        return {"reference": self.reference(hidden), **{name: head(hidden) for name, head in self.heads.items()}}


class QuickDropout(nn.Module):
    """Dropout that draws eight bytes at a time: PyTorch's own draws one by one on a CPU, a third of the whole step."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share = share

    def forward(self, values: Tensor) -> Tensor:
        if not self.training:
            return values
        drawn = torch.empty((values.numel() + 7) // 8, dtype=torch.int64, device=values.device).random_(-(2**63), None)
        kept = drawn.view(torch.uint8)[: values.numel()].view(values.shape) >= round(self.share * 256)
        return values * (kept.to(values.dtype) / (1 - self.share))


def _quick_dropout(network: nn.Module) -> None:
    for module in list(network.modules()):
        for name, child in module.named_children():
            if isinstance(child, nn.Dropout) and child.p:
                setattr(module, name, QuickDropout(child.p))


def illegal(labels: list[str]) -> Tensor:
    """labels × labels: a large negative score from any label to the inside of another kind of span."""
    scores = torch.zeros(len(labels), len(labels))
    for j, after in enumerate(labels):
        for i, before in enumerate(labels):
            if after.startswith("I-") and before[2:] != after[2:]:
                scores[i, j] = ILLEGAL
    return scores
