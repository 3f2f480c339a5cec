"""The text that leadfield was asked for: its calls fit, and its script runs to the end."""

import ast
import inspect
import re
from pathlib import Path

import numpy as np
import pytest
from matplotlib import image

import leadfield
from leadfield import minimum_norm
from leadfield.datasets import sample

SHARED = Path(__file__).resolve().parents[3] / "shared"
TEXT, SCRIPT = SHARED / "seed.txt", SHARED / "kit" / "tutorial.py"
# What each name of the text stands for.
HOLDS = {
    "mne": leadfield,
    "sample": sample,
    "make_inverse_operator": minimum_norm.make_inverse_operator,
    "apply_inverse": minimum_norm.apply_inverse,
    "write_inverse_operator": minimum_norm.write_inverse_operator,
    "epochs": leadfield.Epochs,
    "evoked": leadfield.Evoked,
    "residual": leadfield.Evoked,
    "morph": leadfield.SourceMorph,
    "stc": leadfield.SourceEstimate,
    "stc_fsaverage": leadfield.SourceEstimate,
    "stc_vec": leadfield.VectorSourceEstimate,
    "brain": leadfield.Brain,
}


def code_of(text):
    """The text's code, without what it put out."""
    pieces = text.split("```")
    code = [
        b for a, b in zip(pieces[::2], pieces[1::2], strict=False) if not a.endswith("Out:\n\n")
    ]
    uncommented = re.sub(r"^# (>>> )?", "", "\n".join(code), flags=re.MULTILINE)
    return re.sub(r" # .*$", "", uncommented, flags=re.MULTILINE)


def call_at(code):
    """The call that some code begins with."""
    for end in re.finditer(r"\)", code):
        try:
            return ast.parse(code[: end.end()].replace("\n", " "), mode="eval").body
        except SyntaxError:
            continue
    return None


def calls(code):
    """What of leadfield is called, with which arguments."""
    for match in re.finditer(r"(?<![\w.])([a-z_]+)((?:\.\w+)*)\(", code):
        node = call_at(code[match.start() :])
        if match[1] in HOLDS and node is not None:
            yield match[1] + match[2], node


ALL = list(calls(code_of(TEXT.read_text(encoding="utf-8")))) if TEXT.is_file() else []


@pytest.mark.parametrize(
    ("called", "node"), ALL, ids=[f"{i}-{called}" for i, (called, _) in enumerate(ALL)]
)
def test_a_call_of_the_text_fits(called, node):
    name, *attributes = called.split(".")
    target = HOLDS[name]
    for attribute in attributes:
        target = getattr(target, attribute)
    given = {word.arg: None for word in node.keywords if word.arg is not None}
    itself = [None] if inspect.isclass(HOLDS[name]) else []
    inspect.signature(target).bind(*itself, *node.args, **given)


@pytest.fixture(scope="module")
def pictures(run, experiment, tmp_path_factory):
    """Folder of what the text's script draws of the simulated experiment."""
    if not SCRIPT.is_file():
        pytest.skip("the script is not here")
    out = tmp_path_factory.mktemp("pictures")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MNE_DATASETS_SAMPLE_PATH", str(experiment.parent))
        patch.setattr("sys.argv", [str(SCRIPT), str(out)])
        # Its limits for eLORETA are from when that had arbitrary units.
        with pytest.warns(RuntimeWarning, match="start at 0.75, far above all values"):
            run(SCRIPT)
    return out


def test_the_script_of_the_text_draws_all_its_pictures(pictures):
    drawn = {path.stem for path in pictures.glob("*.png")}
    figures = {"activation", "cov", "evoked", "residual", "spectra", "topomap", "white"}
    brains = {"dspm", "fsaverage", "vector", "0-dSPM", "1-sLORETA", "2-eLORETA"}
    assert drawn == figures | {f"brain-{name}" for name in brains}


@pytest.mark.parametrize("name", ["dspm", "fsaverage", "vector", "0-dSPM"])
def test_activity_shows_on_a_brain_with_the_limits_of_the_text(pictures, name):
    pixels = image.imread(pictures / f"brain-{name}.png")[:600, :, :3]  # without the colour bar
    colourful = np.ptp(pixels, axis=-1) > 0.2  # the cortex is grey
    assert colourful.sum() > 100


def test_the_inverse_operator_that_the_script_wrote_is_there(pictures):
    assert minimum_norm.read_inverse_operator(pictures / "sample_audvis-meg-oct-6-inv.fif")
