"""The lines at the top of the README do what they say."""

import re

from matplotlib import image

import leadfield
from leadfield.datasets import simulated


def test_the_lines_of_the_readme_draw_a_brain(run, root, experiment, tmp_path, monkeypatch):
    monkeypatch.setattr(simulated, "data_path", lambda: experiment)
    text = (root / "README.md").read_text(encoding="utf-8")
    lines = tmp_path / "lines.py"
    lines.write_text(re.search(r"```python\n(.*?)```", text, re.DOTALL)[1], encoding="utf-8")
    made = run(lines)
    assert isinstance(made.stc, leadfield.SourceEstimate)
    assert image.imread(made.folder / "brain.png").any()
