"""A record on a medium that cannot be written to is read like any other."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from sayso.record import Record
from tests.record.printed import printed

IN_A_WORLD_OF_ITS_OWN = ("unshare", "--map-root-user", "--mount", "sh", "-euc")
MOUNTED = """
mount -t tmpfs none "$1/medium"
cp "$1"/sayso.db* "$1/medium"
mount -o remount,ro "$1/medium"
"$2" -m sayso "$3" "$4" --record "$1/medium/sayso.db"
"""


def on_a_medium(folder: Path, verb: str, words: str) -> "subprocess.CompletedProcess[str]":
    (folder / "medium").mkdir(exist_ok=True)
    command = (*IN_A_WORLD_OF_ITS_OWN, MOUNTED, "sh", str(folder), sys.executable, verb, words)
    return subprocess.run(command, capture_output=True, text=True, check=False)


def can_mount() -> bool:
    if not shutil.which("unshare"):
        return False
    there = (*IN_A_WORLD_OF_ITS_OWN, "mount -t tmpfs none /mnt")
    return subprocess.run(there, capture_output=True, check=False).returncode == 0


@pytest.mark.slow
@pytest.mark.skipif(not can_mount(), reason="this system lets nobody mount a medium")
def test_it_opens_for_reading_and_writing_is_one_line(tmp_path: Path) -> None:
    with Record(tmp_path / "sayso.db") as record:
        record.add(printed("<Ana Ruiz> {said} [the dam stays]."))
    read = on_a_medium(tmp_path, "said", "dam")
    assert (read.returncode, read.stderr) == (0, "")
    assert "the dam stays" in read.stdout
    written = on_a_medium(tmp_path, "undo", "1")
    assert written.returncode
    assert written.stderr.count("\n") == 1
