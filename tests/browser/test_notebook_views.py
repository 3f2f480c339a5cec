"""What notebooks show of a brain works in their browser: the widget, and the page in a frame."""

import base64

import numpy as np
import pytest

from leadfield import SourceEstimate
from leadfield.web import notebook
from leadfield.web.bundle import static_text, widget_module

HOST = """
async ([code, style, data, time]) => {
  document.head.append(Object.assign(document.createElement("style"), { textContent: style }));
  const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
  const view = new DataView(bytes.buffer);
  const values = { data: view, height: 500, still: "", time, map: -1, picks: [] };
  const listeners = {};
  window.model = {
    get: (name) => values[name],
    set: (name, value) => {
      values[name] = value;
      (listeners[`change:${name}`] ?? []).forEach((f) => f());
    },
    save_changes: () => { window.saved = (window.saved ?? 0) + 1; },
    on: (event, f) => { (listeners[event] ??= []).push(f); },
    off: () => {},
  };
  const address = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
  const widget = await import(address);
  const el = document.body.appendChild(document.createElement("div"));
  await widget.default.render({ model: window.model, el });
}
"""


@pytest.fixture
def brain(little_subjects):
    rng = np.random.default_rng(0)
    stc = SourceEstimate(rng.random((9, 4)), [[1, 5, 9, 30], [2, 3, 7, 8, 40]], 0, 0.1, "ann")
    return stc.plot(subjects_dir=little_subjects, surface="white", hemi="both", size=100)


@pytest.fixture
def page(browser):
    page = browser.new_page()
    page.set_viewport_size({"width": 900, "height": 700})
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    page.close()
    assert errors == []


def test_the_widget_draws_and_follows_its_traits(brain, page):
    widget = brain.widget(height=500)
    data = base64.b64encode(widget.data).decode("ascii")
    page.set_content("<!doctype html><body></body>")
    page.evaluate(HOST, [widget_module(), static_text("viewer.css"), data, 0.2])
    page.wait_for_selector('.leadfield-view[data-ready="true"]', timeout=60_000)
    assert page.locator(".leadfield-view").bounding_box()["height"] == pytest.approx(500)
    assert page.evaluate("model.get('time')") == pytest.approx(0.2)
    page.evaluate("model.set('time', 0.1)")
    assert "0.100" in page.inner_text(".leadfield-view")


def test_the_widget_of_a_volume_takes_its_picks(little_volume, page):
    widget = little_volume.stc.widget(little_volume.src, little_volume.subjects_dir)
    data = base64.b64encode(widget.data).decode("ascii")
    page.set_content("<!doctype html><body></body>")
    page.evaluate(HOST, [widget_module(), static_text("viewer.css"), data, 0.2])
    page.wait_for_selector('.leadfield-view[data-ready="true"]', timeout=60_000)
    vertices = little_volume.stc.vertices[0][[40, 3]].tolist()
    picks = [{"hemisphere": "vol", "vertex": vertex} for vertex in vertices]
    page.evaluate("picks => model.set('picks', picks)", picks)
    page.wait_for_timeout(400)
    assert page.evaluate("model.get('picks')") == picks
    assert page.locator(".lf-picks li").count() == 2


def test_the_page_in_a_frame_draws(brain, page, monkeypatch):
    def missing():
        raise notebook.MissingPackageError

    monkeypatch.setattr(notebook, "_widget_class", missing)
    page.set_content(f"<!doctype html><body>{brain.widget(500)._repr_html_()}</body>")
    frame = page.frame_locator("iframe")
    frame.locator('.leadfield-view[data-ready="true"]').wait_for(timeout=60_000)
    assert frame.locator("canvas").first.bounding_box()["height"] > 150
