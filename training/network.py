"""The network: MiniLM with case, gap and quotation features added to its word embeddings, a linear head per task."""

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torchcrf import CRF
from transformers import BertConfig, BertModel

from sayso.encoding.layout import FEATURES
from training.corpora import ATTRIBUTION, NAMES

LABELS = {
    head: ["O", *(f"{edge}-{label}" for label in labels for edge in "BI")]
    for head, labels in {"attribution": ATTRIBUTION, "names": NAMES}.items()
}
ILLEGAL = -1e4


class Network(nn.Module):
    """Word pieces in; for each head, a score for every label of every piece (batch × pieces × labels)."""

    def __init__(self, config: BertConfig) -> None:
        super().__init__()
        self.encoder = BertModel(config, add_pooling_layer=False)
        self.features = nn.ModuleDict({f: nn.Embedding(n, config.hidden_size) for f, n in FEATURES.items()})
        self.heads = nn.ModuleDict({h: nn.Linear(config.hidden_size, len(labels)) for h, labels in LABELS.items()})
        self.crf = CRF(len(LABELS["attribution"]), batch_first=True)
        self.dropout = nn.Dropout(config.hidden_dropout_prob)
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
        return {name: head(hidden) for name, head in self.heads.items()}


def illegal(labels: list[str]) -> Tensor:
    """labels × labels: a large negative score from any label to the inside of another kind of span."""
    scores = torch.zeros(len(labels), len(labels))
    for j, after in enumerate(labels):
        for i, before in enumerate(labels):
            if after.startswith("I-") and before[2:] != after[2:]:
                scores[i, j] = ILLEGAL
    return scores


def pretrained(folder: Path, dropout: float = 0.1) -> Network:
    """The network with the starting weights found in `folder` (config.json, model.safetensors)."""
    config = BertConfig.from_pretrained(folder, hidden_dropout_prob=dropout, attention_probs_dropout_prob=dropout)
    network = Network(config)
    missing, unexpected = network.encoder.load_state_dict(load_file(folder / "model.safetensors"), strict=False)
    if missing or any(not name.startswith("pooler.") for name in unexpected if name != "embeddings.position_ids"):
        raise ValueError(f"{folder}: not the expected weights: {missing} missing, {unexpected} unexpected")
    return network
