"""The house keeps its shape: rooms know only the rooms that the drawing lets them, files and functions stay small.

The drawing is the one in docs/architecture.md. It is the table here: draw first, then import.
"""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "sayso"
PAGE = (ROOT / "docs" / "architecture.md").read_text("utf-8")
MODULES = sorted(PACKAGE.rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
BESIDE = ("training", "benchmarks", "corpora")
FILES = [*MODULES, *(path for folder in BESIDE for path in sorted((ROOT / folder).rglob("*.py")))]
MOST_LINES, MOST_IN_A_FUNCTION = 400, 40
MAY_KNOW = {"training": {"corpora"}, "benchmarks": {"corpora", "tests"}, "corpora": set(), "src": set()}
"""Which of the folders beside the package a folder may import; the package is everybody's, and what the tests attack
with the benchmarks do too."""

AT_THE_TOP = {"__init__.py", "__main__.py", "pipeline.py", "py.typed"}


def drawn() -> dict[str, set[str]]:
    """The drawing: each room with those that it may import; a line without an arrow goes on with the one before."""
    rooms: dict[str, set[str]] = {}
    (drawing,) = [
        block for block in re.findall(r"^```text\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL) if "→" in block
    ]
    for line in filter(None, drawing.splitlines()):
        room, arrow, may = line.partition("→") if "→" in line else ("", "", line)
        name = room.strip() if arrow else [*rooms][-1]
        rooms.setdefault(name, set()).update(may.split())
    return rooms


DRAWN = drawn()


@cache
def room_of(path: Path) -> str:
    """The folder of a module; what lies at the top is a room of its own, the package's front by the name of sayso.

    A folder without a front, as Alembic keeps its steps in one, belongs to the room around it.
    """
    folder = next(folder for folder in path.parents if (folder / "__init__.py").is_file())
    if folder != PACKAGE:
        return folder.relative_to(PACKAGE).as_posix()
    return "sayso" if path.stem == "__init__" else path.stem


def imported(path: Path) -> Iterator[str]:
    """The rooms from which a module imports."""
    return (_room_behind(dotted) for dotted in dotted_names(path) if dotted.partition(".")[0] == "sayso")


@cache
def told(path: Path) -> tuple[list[str], dict[str, int]]:
    """What a file imports, wherever in it, for type checking too; and how many lines its longest functions have."""
    names, functions = list[str](), dict[str, int]()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}:{node.lineno} is relative; write the room's name out"
            names += (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            names += (alias.name for alias in node.names)
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert node.end_lineno is not None
            functions[node.name] = max(functions.get(node.name, 0), node.end_lineno - node.lineno)
    return names, functions


def dotted_names(path: Path) -> list[str]:
    """All that a module imports."""
    return told(path)[0]


@cache
def _room_behind(dotted: str) -> str:
    """Where a dotted name leads: to a module, to a room's front, or to something that is defined in one of these."""
    place = PACKAGE.joinpath(*dotted.split(".")[1:])
    while not (place.with_suffix(".py").is_file() or (place / "__init__.py").is_file()):
        place = place.parent
    return room_of(place / "__init__.py" if (place / "__init__.py").is_file() else place.with_suffix(".py"))


def arrows(room: str) -> set[str]:
    return {other for path in MODULES if room_of(path) == room for other in imported(path)} - {room}


def test_every_room_is_in_the_drawing_and_every_room_in_it_is_there() -> None:
    assert {room_of(path) for path in MODULES} == set(DRAWN)


def test_every_room_says_at_its_front_what_it_is_for() -> None:
    fronts = [path for path in MODULES if path.stem == "__init__"]
    assert [path for path in fronts if not ast.get_docstring(ast.parse(path.read_text("utf-8")))] == []


def test_nothing_lies_loose_at_the_top() -> None:
    assert {path.name for path in PACKAGE.iterdir() if path.is_file()} <= AT_THE_TOP


@pytest.mark.parametrize("room", DRAWN)
def test_a_room_imports_what_the_drawing_shows_and_the_drawing_shows_no_more(room: str) -> None:
    assert arrows(room) == DRAWN[room]


def test_an_arrow_never_points_down_so_that_there_is_no_circle() -> None:
    order = [*DRAWN]
    down = [(room, other) for room, may in DRAWN.items() for other in may if order.index(other) >= order.index(room)]
    assert down == []


def test_nothing_but_fetching_and_serving_opens_a_socket() -> None:
    """What SECURITY.md says of the network; the database's driver and Ray have theirs."""
    opens = re.compile(
        r"^\s*(?:from|import) (?:socket|ssl|http\.client|urllib\.request|httpx|requests|aiohttp)\b", re.M
    )
    assert {room_of(p) for p in MODULES if opens.search(p.read_text("utf-8"))} == {"ingest", "serving/web"}


@pytest.mark.parametrize(("library", "room"), [("onnxruntime", "encoding"), ("sqlalchemy", "record")])
def test_only_one_room_knows(library: str, room: str) -> None:
    knows = re.compile(rf"^\s*(?:from|import) {library}\b", re.MULTILINE)
    assert {room_of(p).partition("/")[0] for p in MODULES if knows.search(p.read_text("utf-8"))} == {room}


@pytest.mark.parametrize("folder", MAY_KNOW)
def test_training_and_benchmarks_know_nothing_of_each_other(folder: str) -> None:
    known = {dotted.partition(".")[0] for path in (ROOT / folder).rglob("*.py") for dotted in dotted_names(path)}
    assert known & {"tests", *MAY_KNOW} - {folder} <= MAY_KNOW[folder]


@pytest.mark.parametrize("folder", ["training", "benchmarks"])
def test_only_its_own_tests_know_a_folder_beside_the_package(folder: str) -> None:
    elsewhere = (path for path in TESTS if folder not in path.relative_to(ROOT / "tests").parts)
    assert [path for path in elsewhere if any(dotted.startswith(f"{folder}.") for dotted in dotted_names(path))] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_files_and_functions_fit_a_screen(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= MOST_LINES
    assert {name: lines for name, lines in told(path)[1].items() if lines > MOST_IN_A_FUNCTION} == {}


def test_every_file_and_folder_that_the_page_names_is_there() -> None:
    named = re.findall(r"`([a-z_]+(?:/[a-z_]+)*(?:/|\.(?:py|html|txt)))`", PAGE)
    named += re.findall(r"`([a-z_]+(?:/[a-z_]+)+)`", PAGE)
    paths = {name: [place / form for place in _places(name) for form in (name, f"{name}.py")] for name in named}
    assert [name for name, places in paths.items() if not any(path.exists() for path in places)] == []


def _places(name: str) -> list[Path]:
    """A path of the page begins at the package or at the checkout; the inside of a room may go without its name."""
    return [PACKAGE, ROOT, *(_folders() if name.endswith("/") else ())]


@cache
def _folders() -> list[Path]:
    return [folder for folder in PACKAGE.rglob("*") if folder.is_dir()]


@pytest.mark.parametrize("folder", sorted({p.parent for p in (ROOT / "tests").rglob("test_*.py")}), ids=str)
def test_the_tests_have_no_room_that_the_house_has_not(folder: Path) -> None:
    room = folder.relative_to(ROOT / "tests").as_posix()
    assert room in {".", *DRAWN, *BESIDE}
