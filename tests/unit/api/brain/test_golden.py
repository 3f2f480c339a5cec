"""Brains look as they did: pictures compared with those kept in ``tests/golden``.

``LEADFIELD_NEW_GOLDEN=1 pytest`` writes them anew; look at them before committing.
"""

import os
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from leadfield.api.brain.plot import plot_estimate
from leadfield.datasets import template

GOLDEN = Path(__file__).parents[3] / "golden"
# Text is left out: fonts differ between machines. What is left depends on float32
# sums only; another processor may round the odd pixel at an edge to the other side.
BARE = {"colorbar": False, "time_label": None}
LEVELS, SHARE = 3, 0.005


def hot(plot, _):
    brain = plot(hemi="lh", initial_time=0.2, **BARE)
    brain.add_foci(0, coords_as_verts=True, color="blue", scale_factor=2, alpha=0.5)
    return brain


def signed(plot, _):
    clim = {"kind": "value", "pos_lims": [1, 3, 8]}
    options = {
        "hemi": "both",
        "views": ["dorsal", "lateral"],
        "background": "white",
        "size": (200, 300),
    }
    return plot("signed", clim=clim, initial_time=0.2, **options, **BARE)


def vectors(plot, _):
    return plot("moments", hemi="lh", initial_time=0.2, brain_alpha=0.6, scale_factor=2.5, **BARE)


def labels(plot, patch):
    brain = plot(hemi="split", views=["lateral", "frontal"], background="0.9", **BARE)
    brain.add_label(patch([-0.9, 0.1, 0.3], 0.6), color="cyan", borders=True)
    brain.add_label(patch([0.9, 0.1, 0.3], 0.5, hemi="rh"), color="lime", alpha=0.6)
    return brain


def template_brain(_, __):
    """The embedded subject with its own parcellation."""
    n = 642
    values = np.zeros((2 * n, 1))
    values[[100, n + 200]] = 10.0
    brain = plot_estimate(
        values=values,
        vertices=[np.arange(n)] * 2,
        times=[0.0],
        subject="fsaverage5",
        vector=False,
        subjects_dir=template.data_path(),
        hemi="split",
        views=["lateral", "medial"],
        smoothing_steps=8,
        clim={"kind": "value", "lims": [0.5, 2, 5]},
        size=(320, 240),
        colorbar=False,
    )
    brain.add_annotation("aparc")
    return brain


@pytest.mark.parametrize("draw", [hot, signed, vectors, labels, template_brain])
def test_brains_look_as_they_did(draw, plot, patch):
    brain = draw(plot, patch)
    panels = tuple(replace(panel, title="") for panel in brain.value.panels)
    brain._state.set_scene(replace(brain.value, panels=panels))
    picture = brain.screenshot()
    path = GOLDEN / f"brain-{draw.__name__}.png"
    if os.environ.get("LEADFIELD_NEW_GOLDEN"):
        Image.fromarray(picture).save(path)
    kept = np.asarray(Image.open(path).convert("RGB"))
    assert picture.shape == kept.shape
    differs = np.abs(picture.astype(int) - kept).max(axis=2) > LEVELS
    assert differs.mean() <= SHARE
