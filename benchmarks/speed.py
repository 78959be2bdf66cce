"""How fast and how big: `python -m benchmarks.speed CORPORA DOCUMENT`.

Words per second and peak memory of reading PolNeAR dev on one core and on two, warm; the wall time of a first
`sayso read DOCUMENT`, process start included; the size of the model file and of a fresh install.
"""

import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import typer

from corpora import polnear

MODEL = Path(__file__).parents[1] / "src" / "sayso" / "models" / "en" / "model.onnx"
ROOT = Path(__file__).parents[1]


def main(corpora: Path, document: Path, cores: str = "0", install: bool = True) -> None:
    """Print a line per figure. With `--cores 0,1` the warm part runs in this process on those cores, and that alone."""
    if os.environ.get("SAYSO_BENCHMARK_CHILD"):
        print(json.dumps(warm(corpora, {int(core) for core in cores.split(",")})))
        return
    for chosen in ("0", "0,1"):
        figures = child(corpora, document, chosen)
        print(f"{len(chosen.split(','))} core(s): {figures['words']:,.0f} words/s, peak {figures['megabytes']:.0f} MB")
    seconds = [cold(document) for _ in range(7)]
    print(f"cold start: median {statistics.median(seconds):.2f} s, {min(seconds):.2f}–{max(seconds):.2f}")
    print(f"model file: {MODEL.stat().st_size / 1e6:.1f} MB")
    if install:
        print(f"fresh install: {fresh_install():.0f} MB")


def warm(corpora: Path, cores: set[int]) -> dict[str, float]:
    """Words per second over all dev articles as `sayso add` reads them, after a first pass over ten of them."""
    os.sched_setaffinity(0, cores)
    from sayso.ingest.prefetch import ahead
    from sayso.pipeline import read

    texts = list(polnear.texts(corpora))
    for text in texts[:10]:
        read(text.encode())
    started = time.perf_counter()
    for _, result in ahead(lambda text: read(text.encode()), texts):
        result()
    seconds = time.perf_counter() - started
    words = sum(len(text.split()) for text in texts)
    return {"words": words / seconds, "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3}


def child(corpora: Path, document: Path, cores: str) -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.speed", str(corpora), str(document), "--cores", cores]
    run = subprocess.run(
        command, env={**os.environ, "SAYSO_BENCHMARK_CHILD": "1"}, capture_output=True, check=True, text=True
    )
    return json.loads(run.stdout)


def cold(document: Path) -> float:
    started = time.perf_counter()
    subprocess.run([sys.executable, "-m", "sayso", "read", str(document)], capture_output=True, check=True)
    return time.perf_counter() - started


def fresh_install() -> float:
    """Megabytes that `pip install .` puts into an empty virtual environment, pip itself not counted."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder], check=True)
        python = f"{folder}/bin/python"
        subprocess.run([sys.executable, "-m", "pip", "--python", python, "install", "-q", str(ROOT)], check=True)
        return sum(f.stat().st_size for f in Path(folder).rglob("*") if f.is_file() and not f.is_symlink()) / 1e6


if __name__ == "__main__":
    typer.run(main)
