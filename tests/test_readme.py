"""The README tells the truth: its commands are run and print what it shows.

`python -m tests.test_readme` writes what they print now into it.
"""

import doctest
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
BLOCK = re.compile(r"^```console\n\$ (?P<command>.*)\n(?P<shown>(?s:.*?))^```$", re.MULTILINE)
LINK = re.compile(r"\]\((?!http)([^)#]+)\)")


def run(command: str, folder: Path) -> str:
    """What a reader sees who types `command` beside the examples, errors included."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    run = subprocess.run(
        command, shell=True, cwd=folder, env={**os.environ, "PATH": path}, capture_output=True, text=True, check=False
    )
    return run.stdout + run.stderr


def transcripts() -> Iterator[tuple[str, str]]:
    for block in BLOCK.finditer(README.read_text("utf-8")):
        yield block["command"], block["shown"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    return tmp_path


@pytest.mark.model
def test_every_command_prints_what_the_readme_shows(folder: Path) -> None:
    for command, shown in transcripts():
        assert run(command, folder) == shown, command


@pytest.mark.model
def test_the_python_example_works(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert doctest.testfile(str(README), module_relative=False).failed == 0


@pytest.mark.model
def test_the_package_docstring_works() -> None:
    import sayso

    assert doctest.testmod(sayso).failed == 0


def test_the_two_commands_are_targets_of_the_makefile() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    assert re.search(r"^demo: .*\n\t\$\(BIN\)/sayso demo$", makefile, re.MULTILINE)
    assert re.search(r"^test: ", makefile, re.MULTILINE)


def test_every_path_that_the_readme_links_to_is_there() -> None:
    assert [path for path in LINK.findall(README.read_text("utf-8")) if not (ROOT / path).exists()] == []


def rewrite(folder: Path) -> None:
    def renewed(block: re.Match[str]) -> str:
        return f"```console\n$ {block['command']}\n{run(block['command'], folder)}```"

    README.write_text(BLOCK.sub(renewed, README.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    import tempfile

    with tempfile.TemporaryDirectory() as scratch:
        shutil.copytree(ROOT / "examples", Path(scratch) / "examples")
        rewrite(Path(scratch))
