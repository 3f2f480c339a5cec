"""FreeSurfer's files read beside MNE-Python and nibabel, on the embedded subject."""

import numpy as np
import pytest
from nibabel.freesurfer import read_annot

from leadfield.datasets import template
from leadfield.freesurfer.annotation import read_annotation
from leadfield.freesurfer.overlay import read_morph
from leadfield.freesurfer.surface import read_surface

mne = pytest.importorskip("mne")


@pytest.fixture(scope="module")
def subject():
    return template.data_path() / template.SUBJECT


@pytest.mark.parametrize("name", ["surf/lh.white", "surf/rh.sphere.reg", "bem/inner_skull.surf"])
def test_surfaces_read_alike(subject, name):
    vertices, triangles = mne.read_surface(subject / name)
    ours = read_surface(subject / name)
    assert np.array_equal(ours.vertices, vertices)
    assert np.array_equal(ours.triangles, triangles)


def test_overlays_read_alike(subject):
    path = subject / "surf" / "lh.sulc"
    assert np.array_equal(read_morph(path), mne.surface.read_curvature(path, binary=False))


def test_parcellations_read_alike(subject):
    path = subject / "label" / "rh.aparc.annot"
    parts, table, names = read_annot(path)
    ours = read_annotation(path)
    assert np.array_equal(ours.labels, parts)
    assert list(ours.names) == [name.decode() for name in names]
    assert np.array_equal(ours.colours[:, :3], table[:, :3])
