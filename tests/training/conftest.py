"""Corpora of three invented documents and networks of a few numbers: enough to train for a few steps."""

import json
from pathlib import Path
from typing import Any

import pytest

SENTENCES = (
    ("Ana Ruiz", "said", "that the harbour would close in spring"),
    ("The miller", "denied", "that any flour had been lost"),
    ("Ben Holt", "told the council", "that the bridge was safe"),
)
RECIPE = 'start = "tiny"\nepochs = 2\nrate = 1e-3\nbatch = 2\n'
SIZE = {"hidden_size": 16, "num_hidden_layers": 1, "num_attention_heads": 2, "intermediate_size": 16}


def article(number: int) -> dict[str, Any]:
    """A row of PolNeAR, the sentences in another order for each number."""
    text, found = "", []
    for part in range(9):
        source, cue, content = SENTENCES[(number + part * part) % 3]
        at = len(text)
        text += f"{source} {cue} {content}.\n\n"
        ends = (at + len(source), at + len(source) + 1 + len(cue), len(text) - 3)
        starts = (at, ends[0] + 1, ends[1] + 1)
        names = ("source", "cue", "content")
        found.append({name: [place] for name, place in zip(names, zip(starts, ends, strict=True), strict=True)})
    silver = [(0, 3, "PERSON")]
    return {"id": f"a{number}_x", "annotator": "x", "text": text, "attributions": found, "entities_silver": silver}


def gap(number: int) -> dict[str, Any]:
    text = "Ana Ruiz met Eva Holt when she was ill."
    told = {"pron": (27, 30), "a": (0, 8), "b": (13, 21), "a_coref": True, "b_coref": False, "gender": "F"}
    return {"id": f"g{number}", "text": text, **told}


@pytest.fixture(scope="session")
def corpora(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All corpora that training reads, those that have nothing to say empty."""
    home = tmp_path_factory.mktemp("shared")
    (home / "splits.tsv").write_text("set\tdocument\tuse\n", "utf-8")
    rows = {
        "polnear/train": [article(number) for number in range(3)],
        "polnear/dev": [article(7)],
        "gap/train": [gap(1), gap(2)],
        "gap/dev": [gap(3)],
    }
    texts = ("ner_worldwide", "ner_wikigold", "ner_crossner_politics", "basil", "newsmtsc", "dse", "gum", "litbank")
    for place, lines in {**{f"{name}/train": [] for name in texts}, **rows}.items():
        path = home / "corpora" / f"{place}.jsonl"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    return home / "corpora"


@pytest.fixture
def tiny(monkeypatch: pytest.MonkeyPatch) -> None:
    """Starting weights by the name of "tiny", drawn at random."""
    import torch
    from transformers import BertConfig, BertModel

    from training.starting import STARTS

    def start() -> torch.nn.Module:
        return BertModel(BertConfig(**SIZE, attention_probs_dropout_prob=0.0), add_pooling_layer=False)

    monkeypatch.setitem(STARTS, "tiny", start)
