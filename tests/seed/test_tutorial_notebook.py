"""The documentation's tutorial as a notebook in a fresh kernel: its pictures are there."""

import nbclient
import nbformat
import pytest

CELL = "# %%"


@pytest.fixture(scope="module")
def cells(root, experiment, tmp_path_factory):
    """The executed cells of the tutorial."""
    text = (root / "docs" / "tutorials" / "plot_localise.py").read_text(encoding="utf-8")
    assert text.count("simulated.data_path()") == 1
    text = text.replace("simulated.data_path()", f"__import__('pathlib').Path({str(experiment)!r})")
    cells = [nbformat.v4.new_code_cell(source) for source in text.split(CELL)]
    notebook = nbformat.v4.new_notebook(cells=cells)
    folder = {"metadata": {"path": str(tmp_path_factory.mktemp("notebook"))}}
    client = nbclient.NotebookClient(notebook, timeout=300, kernel_name="python3", resources=folder)
    client.execute()
    return notebook.cells


def pictures(cell):
    return [output for output in cell.outputs if "image/png" in output.get("data", {})]


def test_each_cell_that_plots_shows_its_pictures_once(cells):
    counts = [len(pictures(cell)) for cell in cells]
    assert [count for count in counts if count] == [2, 1, 1, 1, 1, 2, 1, 1, 1, 1, 3]


def test_no_figure_is_left_as_its_name_alone(cells):
    outputs = [output.get("data", {}) for cell in cells for output in cell.outputs]
    named = [data for data in outputs if data.get("text/plain", "").startswith("<Figure")]
    assert named
    assert all("image/png" in data for data in named)
