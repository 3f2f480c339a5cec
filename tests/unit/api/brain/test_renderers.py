"""Renderers of brains: one line in a table makes another."""

import numpy as np
import pytest
from matplotlib import pyplot as plt

from leadfield.api.brain import renderers
from leadfield.base.errors import InputError, StateError
from leadfield.render import window
from leadfield.render.still_image import StillImage
from leadfield.scene.renderer import PIXELS, Renderer


class Page(Renderer):
    """A page that tells which sample it shows."""

    interactive = True
    formats = ("html",)
    pages = ()

    def __init__(self, state, canvas):
        self.state, self.canvas = state, canvas
        self.samples = []
        state.subscribe(self.follow)
        Page.pages += (self,)

    @property
    def size(self):
        return self.canvas.size

    def show(self, *, block):
        self.shown = block

    def encode(self, file_format, *, transparent=False):
        return f"<p>{file_format}, sample {self.state.sample:g}, {transparent}</p>".encode()

    def close(self):
        self.state.unsubscribe(self.follow)

    def follow(self):
        self.samples.append(self.state.sample)


@pytest.fixture
def page(monkeypatch):
    monkeypatch.setattr(renderers, "RENDERERS", {**renderers.RENDERERS, "page": Page})
    monkeypatch.setattr(Page, "pages", ())
    return Page


@pytest.mark.usefixtures("page")
def test_a_file_is_written_by_the_renderer_of_its_format(plot, tmp_path):
    plot(initial_time=0.2).save_image(tmp_path / "brain.html")
    assert (tmp_path / "brain.html").read_text() == "<p>html, sample 2, False</p>"


def test_without_that_renderer_the_format_is_refused(plot, tmp_path, monkeypatch):
    others = {name: kind for name, kind in renderers.RENDERERS.items() if name != "page"}
    monkeypatch.setattr(renderers, "RENDERERS", others)
    with pytest.raises(InputError, match="ending"):
        plot().save_image(tmp_path / "brain.html")


def test_a_renderer_opened_for_one_file_is_closed_again(plot, page, tmp_path):
    brain = plot()
    brain.save_image(tmp_path / "brain.html")
    brain.set_time_point(3)
    assert page.pages[0].samples == []


def test_another_renderer_follows_the_time_and_leaves_pictures_to_matplotlib(plot, page):
    brain = plot(size=100, initial_time=0.0)
    expected = brain.screenshot()
    still, brain._renderer = brain._renderer, page(brain._state, renderers.Canvas(size=(100, 100)))
    still.close()
    brain.set_time_point(3)
    brain.set_time_point(0)
    assert brain._renderer.samples == [3, 0]
    assert np.array_equal(brain.screenshot(), expected)
    with pytest.raises(StateError, match="Matplotlib"):
        _ = brain.figure
    brain.show(block=True)
    assert brain._renderer.shown


@pytest.mark.parametrize("kind", renderers.RENDERERS.values())
def test_every_renderer_says_what_it_writes(kind):
    assert kind.formats
    assert isinstance(kind.interactive, bool)


def test_pixels_are_no_format_of_files(plot, tmp_path):
    with pytest.raises(InputError, match="ending"):
        plot().save_image(tmp_path / f"brain.{PIXELS}")


@pytest.fixture
def windows(monkeypatch):
    """Matplotlib as if it had windows, which are never on a screen."""
    shown = []
    monkeypatch.setattr(renderers, "has_windows", lambda: True)
    monkeypatch.setattr(window, "show_window", lambda figure, **_: shown.append(figure))
    return shown


def test_a_still_image_moves_into_a_window_when_it_is_shown(plot, windows):
    brain = plot(size=(300, 200), initial_time=0.2)
    brain.add_foci(0, coords_as_verts=True)
    still, expected = brain.figure, brain.screenshot()
    brain.show()
    assert windows == [brain.figure]
    assert brain.figure is not still
    assert np.array_equal(brain.screenshot(), expected)
    brain.set_time_point(3)
    assert brain._state.sample == 3
    brain.show()
    assert windows == [brain.figure, brain.figure]
    brain.close()
    assert brain.figure.number not in plt.get_fignums()


def test_without_windows_a_brain_is_a_still_image(plot):
    assert isinstance(plot()._renderer, StillImage)
