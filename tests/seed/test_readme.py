"""The lines at the top of the README do what they say."""

import re
import shlex

import numpy as np
import pytest
from matplotlib import image

import leadfield
from leadfield.base.log import log_level
from leadfield.cli.app import app
from leadfield.datasets import simulated


def blocks(root):
    """The blocks of Python in the README."""
    text = (root / "README.md").read_text(encoding="utf-8")
    return re.findall(r"```python\n(.*?)```", text, re.DOTALL)


def test_the_lines_of_the_readme_draw_a_brain(run, root, experiment, tmp_path, monkeypatch):
    monkeypatch.setattr(simulated, "data_path", lambda: experiment)
    lines = tmp_path / "lines.py"
    lines.write_text("".join(blocks(root)[:2]), encoding="utf-8")
    made = run(lines)
    assert isinstance(made.stc, leadfield.SourceEstimate)
    assert image.imread(made.folder / "brain.png").any()
    assert b"A tone to the left ear" in (made.folder / "brain.html").read_bytes()


def test_the_lines_for_ones_own_recording_draw_a_brain(run, root, experiment, tmp_path):
    folder = experiment / "MEG" / "sample"
    own = {
        '"raw.fif"': folder / "sample_audvis_filt-0-40_raw.fif",
        '"trans.fif"': folder / "sample_audvis_raw-trans.fif",
        '"freesurfer"': experiment / "subjects",
        '"sub-01"': "sample",
    }
    text = blocks(root)[2]
    for name, value in own.items():
        assert name in text
        text = text.replace(name, repr(str(value)))
    # Its skull has fewer triangles than those of mri_watershed; distances take a while.
    text = text.replace("[0.3]", "[0.3], ico=None")
    text = text.replace("**subject)", "**subject, add_dist=False)")
    lines = tmp_path / "own.py"
    lines.write_text(text, encoding="utf-8")
    made = run(lines)
    _, time = made.stc.get_peak(hemi="rh")
    assert 0.05 < time < 0.15
    assert image.imread(made.folder / "brain.png").any()


def test_the_same_from_a_shell_gives_the_same(run, root, experiment, tmp_path, monkeypatch):
    monkeypatch.setattr(simulated, "data_path", lambda: experiment)
    lines = tmp_path / "lines.py"
    lines.write_text(blocks(root)[0], encoding="utf-8")
    wanted = run(lines).stc

    text = (root / "README.md").read_text(encoding="utf-8")
    command = re.search(r"leadfield (localize .*?)\nleadfield info", text, re.DOTALL)[1]
    folder = experiment / "MEG" / "sample"
    files = {
        "raw.fif": folder / "sample_audvis_filt-0-40_raw.fif",
        "fwd.fif": folder / "sample_audvis-meg-oct-6-fwd.fif",
        "results": tmp_path / "results",
    }
    words = [str(files.get(word, word)) for word in shlex.split(command.replace("\\\n", " "))]
    # --quiet sets the level for the whole process.
    with pytest.raises(SystemExit) as ended, log_level(None):
        app([*words, "--quiet"])
    assert ended.value.code == 0
    found = leadfield.read_source_estimate(tmp_path / "results" / "aud_l-dSPM")
    np.testing.assert_array_equal(found.data, wanted.data.astype(np.float32))
