"""The house keeps its shape: rooms know only the rooms before them, files and functions stay small."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "sayso"
ROOMS = [
    "article",
    "statement",
    "telling",
    "verifying",
    "actor",
    "reading",
    "encoding",
    "attribution",
    "actors",
    "reference",
    "identity",
    "stance",
    "record",
    "export",
    "web",
]
FILES = sorted([*PACKAGE.rglob("*.py"), *(ROOT / "training").glob("*.py"), *(ROOT / "benchmarks").rglob("*.py")])


def imported(path: Path) -> Iterator[str]:
    """The names of sayso's own modules that a file imports when it is loaded."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "sayso":
            parts = node.module.split(".")
            yield from [parts[1]] if len(parts) > 1 else [alias.name for alias in node.names]


def room_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", [p for p in PACKAGE.rglob("*.py") if room_of(p) in ROOMS], ids=str)
def test_an_arrow_never_points_up(path: Path) -> None:
    known = ROOMS.index(room_of(path))
    later = {name for name in imported(path) if name in ROOMS and ROOMS.index(name) > known}
    assert not later


@pytest.mark.parametrize("path", [p for p in PACKAGE.rglob("*.py") if "encoding" not in p.parts], ids=str)
def test_only_the_encoding_room_knows_onnx(path: Path) -> None:
    assert "onnxruntime" not in path.read_text("utf-8")


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_files_stay_under_320_lines_and_functions_fit_a_screen(path: Path) -> None:
    source = path.read_text("utf-8")
    assert len(source.splitlines()) <= 320
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef):
            assert node.end_lineno is not None
            assert node.end_lineno - node.lineno <= 40, node.name
