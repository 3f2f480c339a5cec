"""Figures in notebooks: each appears once, wherever a user expects it."""

import nbclient
import nbformat
import pytest

SETUP = """
import leadfield
from leadfield.datasets import template
evoked = leadfield.EvokedArray(
    [[0, 1e-6, 0], [0, -1e-6, 0]], leadfield.create_info(["E1", "E2"], 100.0, "eeg"), tmin=0.0)
cov = leadfield.make_ad_hoc_cov(evoked.info)
stc = leadfield.SourceEstimate([[1.0], [3.0]], [[12], [7]], 0, 1, "fsaverage5")
look = dict(hemi="rh", subjects_dir=template.data_path(), size=120)
"""
CELLS = {
    "the value of the first line": SETUP + "evoked.plot()",
    "a name": "fig = evoked.plot()",
    "a trailing semicolon": "evoked.plot();",
    "a name that is the last line": "fig = evoked.plot(); fig",
    "a name of an earlier cell": "fig",
    "the user's own call of pyplot": "from matplotlib import pyplot\nevoked.plot()\npyplot.show()",
    "shown at once": "from IPython.display import display\ndisplay(evoked.plot())",
    "a tuple": "cov.plot(evoked.info)",
    "not to be shown": "hidden = evoked.plot(show=False)",
    "not to be shown, but the last line": "hidden",
    "the user's axes": "axes = pyplot.figure().subplots()\nevoked.plot(axes=axes);",
    "a brain": "stc.plot(**look)",
    "a brain with text": "brain = stc.plot(**look)\nbrain.add_text(0.1, 0.9, 'here')",
    "a brain of an earlier cell": "brain",
    "a brain shown on request": "brain.show()",
    "a brain that is closed": "with stc.plot(**look) as brain: brain.add_foci(7, True)",
    "nothing of earlier cells": "pyplot.get_fignums()",
}
PICTURES = dict.fromkeys(CELLS, 1) | {
    "a tuple": 2,
    "not to be shown": 0,
    "a brain that is closed": 0,
    "nothing of earlier cells": 0,
}


@pytest.fixture(scope="module")
def executed():
    """The outputs of each cell of a notebook in a fresh kernel."""
    notebook = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell(c) for c in CELLS.values()]
    )
    nbclient.NotebookClient(notebook, timeout=120, kernel_name="python3").execute()
    return {name: cell.outputs for name, cell in zip(CELLS, notebook.cells, strict=True)}


@pytest.mark.parametrize("name", CELLS)
def test_a_figure_appears_once_below_its_cell(executed, name):
    shown = [output for output in executed[name] if "image/png" in output.get("data", {})]
    assert len(shown) == PICTURES[name]


def test_pyplot_keeps_no_figure_that_was_shown(executed):
    (output,) = executed["nothing of earlier cells"]
    assert output["data"]["text/plain"] == "[]"


def test_no_cell_fails_on_the_way(executed):
    kinds = [output["output_type"] for outputs in executed.values() for output in outputs]
    assert "error" not in kinds
