"""What is given away is the same bytes whoever builds it, and works where only it is installed."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.test_readme import ROOT

pytestmark = pytest.mark.slow
AT = "1767225600"
"""The time that archives tell of, in seconds: it is told the builder, as reproducible-builds.org has it."""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The wheel and the sdist, built twice."""
    pytest.importorskip("hatchling", reason="builds the distribution")
    folders = tmp_path_factory.mktemp("first"), tmp_path_factory.mktemp("second")
    for folder in folders:
        command = [sys.executable, "-m", "hatchling", "build", "-d", str(folder)]
        environment = {**os.environ, "SOURCE_DATE_EPOCH": AT}
        subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)
    return folders


def test_two_builds_are_the_same_bytes(built: tuple[Path, Path]) -> None:
    first, second = ({path.name: path.read_bytes() for path in folder.iterdir()} for folder in built)
    assert len(first) == 2
    assert first == second


def test_the_wheel_has_its_licence_its_model_and_no_tests(built: tuple[Path, Path]) -> None:
    (wheel,) = built[0].glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    assert {"sayso/models/en/model.onnx", "sayso/serialise/api_v1.schema.json"} <= set(names)
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert not [name for name in names if name.startswith("tests/")]


def test_what_the_wheel_holds_runs_without_the_checkout(built: tuple[Path, Path], tmp_path: Path) -> None:
    (wheel,) = built[0].glob("*.whl")
    zipfile.ZipFile(wheel).extractall(tmp_path)
    program = "import sayso.record, sys; print(sayso.record.__file__); sayso.record.Record('new.db').make()"
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, env=environment, check=True, capture_output=True, text=True
    )
    assert done.stdout.startswith(str(tmp_path))
    assert (tmp_path / "new.db").is_file()
