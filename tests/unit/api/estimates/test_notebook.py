"""Estimates and brains show themselves in notebooks as the viewer."""

import html
import re
import shutil

import numpy as np
import pytest

from leadfield import SourceEstimate, VectorSourceEstimate
from leadfield.base.errors import InputError, MissingPackageError, StateError
from leadfield.web import notebook
from leadfield.web.notebook import PageFrame


@pytest.fixture
def stc():
    rng = np.random.default_rng(0)
    return SourceEstimate(rng.random((9, 4)), [[1, 5, 9, 30], [2, 3, 7, 8, 40]], 0, 0.1, "ann")


@pytest.fixture
def subjects(little_subjects, tmp_path):
    """The subjects, with an inflated surface."""
    folder = shutil.copytree(little_subjects, tmp_path / "subjects")
    for white in folder.glob("*/surf/?h.white"):
        shutil.copy(white, white.with_suffix(".inflated"))
    return folder


@pytest.fixture
def _without_widgets(monkeypatch):
    def missing():
        msg = "a widget needs anywidget"
        raise MissingPackageError(msg)

    monkeypatch.setattr(notebook, "_widget_class", missing)


@pytest.mark.parametrize("vector", [False, True])
def test_an_estimate_is_a_widget_where_its_surfaces_are_known(stc, subjects, monkeypatch, vector):
    monkeypatch.setenv("SUBJECTS_DIR", str(subjects))
    if vector:
        moments = np.random.default_rng(0).standard_normal((9, 3, 4))
        stc = VectorSourceEstimate(moments, stc.vertices, 0, 0.1, "ann")
    bundle = stc._repr_mimebundle_()
    bundle = bundle[0] if isinstance(bundle, tuple) else bundle
    assert "application/vnd.jupyter.widget-view+json" in bundle


@pytest.mark.usefixtures("_without_widgets")
def test_without_widgets_it_is_a_page_in_a_frame(stc, subjects, monkeypatch):
    monkeypatch.setenv("SUBJECTS_DIR", str(subjects))
    bundle = stc._repr_mimebundle_()
    assert bundle["text/plain"] == repr(stc)
    frame = re.fullmatch(
        r'<iframe srcdoc="([^"]*)" sandbox="([^"]*)" .*</iframe>', bundle["text/html"]
    )
    assert "allow-same-origin" not in frame[2]
    assert html.unescape(frame[1]).startswith("<!doctype html>")


def test_without_surfaces_it_leaves_itself_to_the_table(stc, tmp_path, monkeypatch):
    monkeypatch.setenv("SUBJECTS_DIR", str(tmp_path))
    assert stc._repr_mimebundle_() is None
    assert "<td" in stc._repr_html_()


def test_what_a_page_cannot_show_leaves_itself_to_the_table(stc, subjects, monkeypatch):
    monkeypatch.setenv("SUBJECTS_DIR", str(subjects))
    assert (1j * stc)._repr_mimebundle_() is None


class TestBrain:
    @pytest.fixture
    def brain(self, stc, little_subjects):
        return stc.plot(subjects_dir=little_subjects, surface="white", size=100)

    def test_it_is_a_widget_with_the_time_that_is_shown(self, brain):
        widget = brain.widget(height=400)
        assert widget.height == 400
        assert widget.still.startswith("data:image/png;base64,")
        assert len(widget.data) > 1000

    @pytest.mark.usefixtures("_without_widgets")
    def test_without_widgets_it_is_a_frame(self, brain):
        assert isinstance(brain.widget(), PageFrame)

    def test_its_height_must_be_a_number_of_pixels(self, brain):
        with pytest.raises(InputError, match="height must be"):
            brain.widget(height=3)

    def test_a_closed_one_is_none(self, brain):
        brain.close()
        with pytest.raises(StateError, match="closed"):
            brain.widget()
