"""From trained weights to the shipped model: `python -m training.export RUN FOLDER`.

ONNX with fused attention, int8 weights with ranges of activations taken at run time, labels and transitions in the
file's own metadata, the tokenizer beside it.
"""

import hashlib
import json
import tempfile
from pathlib import Path

import onnx
import torch
import typer
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers import optimizer
from onnxruntime.transformers.fusion_options import FusionOptions
from torch import Tensor, nn

from sayso.encoding.layout import FEATURES
from training.network import ILLEGAL, LABELS, Network, illegal
from training.starting import MINILM, minilm, tokenizer_of

OUTPUTS = [*LABELS, "reference"]


class Exported(nn.Module):
    """The network with plain inputs and outputs, for windows without padding."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, pieces: Tensor, *features: Tensor) -> tuple[Tensor, ...]:
        scores = self.network(pieces, torch.ones_like(pieces), dict(zip(FEATURES, features, strict=True)))
        return tuple(scores[output] for output in OUTPUTS)


def main(run: Path, folder: Path) -> None:
    """Write FOLDER/model.onnx and FOLDER/tokenizer.json from RUN/network.pt."""
    network = Network(minilm())
    network.load_state_dict(torch.load(run / "network.pt", map_location="cpu"))
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        plain, fused = Path(scratch) / "plain.onnx", Path(scratch) / "fused.onnx"
        export(network, plain)
        fuse(network, plain, fused)
        quantize(fused, folder / "model.onnx")
    describe(network, folder / "model.onnx")
    tokenizer_of(MINILM).save(str(folder / "tokenizer.json"), pretty=False)


def export(network: Network, path: Path) -> None:
    network.eval()
    network.encoder.set_attn_implementation("eager")
    inputs = tuple(torch.ones(1, 8, dtype=torch.long) for _ in range(1 + len(FEATURES)))
    names = ["pieces", *FEATURES]
    torch.onnx.export(
        Exported(network),
        inputs,
        path,
        input_names=names,
        output_names=OUTPUTS,
        dynamic_axes={name: {1: "length"} for name in [*names, *OUTPUTS]},
        opset_version=17,
        dynamo=False,
    )


def fuse(network: Network, plain: Path, fused: Path) -> None:
    options = FusionOptions("bert")
    options.enable_embed_layer_norm = False
    config = network.encoder.config
    model = optimizer.optimize_model(
        str(plain),
        "bert",
        num_heads=config.num_attention_heads,
        hidden_size=config.hidden_size,
        optimization_options=options,
    )
    print(model.get_fused_operator_statistics())
    split_norms(model.model)
    model.save_model_to_file(str(fused))


def split_norms(model: onnx.ModelProto) -> None:
    """Take each SkipLayerNormalization apart again: on a CPU the fused node costs six times its two parts."""
    nodes = [part for node in model.graph.node for part in _parts(node)]
    del model.graph.node[:]
    model.graph.node.extend(nodes)


def _parts(node: onnx.NodeProto) -> list[onnx.NodeProto]:
    if node.op_type != "SkipLayerNormalization":
        return [node]
    (epsilon,) = (attribute.f for attribute in node.attribute if attribute.name == "epsilon")
    values, skipped, gamma, beta, *bias = node.input
    sums, total = [], values
    for number, addend in enumerate([skipped, *bias]):
        sums.append(onnx.helper.make_node("Add", [total, addend], [f"{node.output[0]}_sum_{number}"]))
        total = sums[-1].output[0]
    norm = onnx.helper.make_node("LayerNormalization", [total, gamma, beta], node.output[:1], epsilon=epsilon)
    return [*sums, norm]


def quantize(fused: Path, path: Path) -> None:
    """Weights to int8, a range for each output channel; the fused nodes are of no standard domain, so name it.

    Seven bits of the eight are used: processors without VNNI add pairs of products in 16 bits, and would clip more.
    """
    options = {"DefaultTensorType": onnx.TensorProto.FLOAT}
    quantize_dynamic(
        fused, path, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True, extra_options=options
    )


def describe(network: Network, path: Path) -> None:
    """Put each head's labels and transitions, and the weights' digest as the version, into the file's metadata."""
    heads = {head: {"labels": labels, "transitions": illegal(labels).tolist()} for head, labels in LABELS.items()}
    heads["attribution"]["transitions"] = network.crf.transitions.clamp(min=ILLEGAL).tolist()
    model = onnx.load(path)
    version = hashlib.sha256(path.read_bytes()).hexdigest()[:12]
    onnx.helper.set_model_props(model, {"heads": json.dumps(heads), "version": version})
    onnx.save(model, path)


if __name__ == "__main__":
    typer.run(main)
