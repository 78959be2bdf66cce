"""The notebook runs from its first cell to its last."""

from pathlib import Path

import pytest

NOTEBOOK = Path(__file__).parents[2] / "docs" / "who_gets_quoted.ipynb"


@pytest.mark.model
@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
def test_it_goes_from_a_folder_of_pages_to_a_finding_with_a_plot() -> None:
    nbformat, nbclient = pytest.importorskip("nbformat"), pytest.importorskip("nbclient")
    for library in ("ipykernel", "altair", "pandas"):
        pytest.importorskip(library)
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    nbclient.NotebookClient(notebook, resources={"metadata": {"path": str(NOTEBOOK.parent)}}, timeout=300).execute()
    shown = [
        output.data
        for cell in notebook.cells
        if cell.cell_type == "code"
        for output in cell.outputs
        if "data" in output
    ]
    assert shown[0]["text/plain"] == "10"
    assert any("<table>" in str(data.get("text/html")) for data in shown)
    assert any("vega" in str(data) for data in shown)
