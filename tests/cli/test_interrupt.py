"""Ctrl+C ends the program at once, whatever its children are reading, and they end with it."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.ingest.site import drips, site

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
STUCK = (
    "import sys; from sayso.cli import app; from sayso.ingest.child import Task; from sayso.ingest.pool import Readers;"
    "Readers.read = lambda self, found, name: self.ask(Task('tests.ingest.mishaps:hangs', name, {}));"
    "app(sys.argv[1:])"
)


def interrupted(tmp_path: Path, *words: str) -> tuple[float, str]:
    """How long a command goes on after Ctrl+C, given time to get stuck, and what it says on standard error."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}  # where `tests` lies, for the child that is to hang
    command = [sys.executable, "-c", STUCK, *words]
    with subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, text=True, env=environment) as program:
        time.sleep(6)
        assert program.poll() is None
        started = time.monotonic()
        program.send_signal(signal.SIGINT)
        told = program.communicate(timeout=60)[1]
    assert program.returncode not in (0, None)
    return time.monotonic() - started, told


@pytest.mark.parametrize("verb", ["read", "add"])
def test_a_document_that_hangs_does_not_hold_ctrl_c(tmp_path: Path, verb: str) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text(f"Ana Ruiz said that {name} had come.")
    seconds, told = interrupted(tmp_path, verb, "a.txt", "b.txt", "c.txt")
    assert seconds < 4
    assert "Traceback" not in told


def test_nor_does_a_server_that_drips(tmp_path: Path) -> None:
    with site(drips(b"HTTP/1.1 200 OK\r\nX-Slow: ", b"a", seconds=90)) as url:
        seconds, told = interrupted(tmp_path, "read", "--allow-private", url)
    assert seconds < 4
    assert "Traceback" not in told
