"""Where the time goes: `python -m benchmarks.shares CORPORA` reads PolNeAR dev on one core and prints the shares.

Matrix multiplication is what cannot be saved without a smaller model; the rest is ours to lose. ONNX Runtime tells the
time of each kind of node by its own clock; a node of attention multiplies matrices too, and takes its softmax.
"""

import json
import os
import tempfile
import time
from collections import Counter
from pathlib import Path

import onnxruntime
import typer

from corpora import polnear

MODEL = Path(__file__).parents[1] / "src" / "sayso" / "models" / "en" / "model.onnx"
MULTIPLYING = ("DynamicQuantizeMatMul", "MatMulIntegerToFloat", "QAttention")


def main(corpora: Path) -> None:
    """Print the share of the encoder, of its kinds of node, and of everything else, in percent of all time."""
    os.sched_setaffinity(0, {0})
    from sayso.encoding.encoder import Encoder
    from sayso.pipeline import read

    encoder = Encoder.shipped()
    texts = [text.encode() for text in polnear.texts(corpora)]
    for text in texts[:10]:
        read(text)
    with tempfile.TemporaryDirectory() as folder:
        encoder._session = session = profiled(Path(folder))
        started = time.perf_counter()
        for text in texts:
            read(text)
        total = time.perf_counter() - started
        by_node = nodes(Path(session.end_profiling()))
    print(f"encoder: {100 * sum(by_node.values()) / total:.1f} % of the time")
    for node, seconds in by_node.most_common(8):
        print(f"  {node}: {100 * seconds / total:.1f} %{' (multiplies matrices)' if node in MULTIPLYING else ''}")
    multiplied = sum(by_node[node] for node in MULTIPLYING)
    print(f"matrix multiplication, attention's softmax with it: {100 * multiplied / total:.1f} %")


def profiled(folder: Path) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.enable_profiling = True
    options.profile_file_prefix = str(folder / "profile")
    return onnxruntime.InferenceSession(MODEL, options, providers=["CPUExecutionProvider"])


def nodes(profile: Path) -> Counter[str]:
    """Seconds by kind of node."""
    seconds: Counter[str] = Counter()
    for event in json.loads(profile.read_text("utf-8")):
        if event.get("cat") == "Node" and event["name"].endswith("kernel_time"):
            seconds[event["args"]["op_name"]] += event["dur"] / 1e6
    return seconds


if __name__ == "__main__":
    typer.run(main)
