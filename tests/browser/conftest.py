"""A browser without a network, pages opened in it from files, and what they were made of."""

import os
import shutil
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

import leadfield as mne
from leadfield.minimum_norm import apply_inverse, make_inverse_operator

HOSTILE = "<img src=x onerror=alert(1)>"
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
# Panels are told their sizes after they are laid out: what they draw follows a frame later.
TWO_FRAMES = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
SOFTWARE = ["--use-angle=swiftshader", "--enable-unsafe-swiftshader"]


@pytest.fixture(scope="session")
def launch():
    """Function that opens a browser without a network; tests skip where there is none."""
    found = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if found is None:
        pytest.skip("there is no Chromium here")
    api = pytest.importorskip("playwright.sync_api")
    with api.sync_playwright() as playwright:

        def opens(*flags):
            browser = playwright.chromium.launch(
                executable_path=found, args=["--no-sandbox", *flags]
            )
            return browser.new_context(offline=True, viewport={"width": 1400, "height": 860})

        yield opens


@pytest.fixture(scope="session")
def browser(launch):
    """A browser that draws in software."""
    return launch(*SOFTWARE)


@pytest.fixture(scope="session")
def browser_without_graphics(launch):
    """A browser that cannot draw in three dimensions."""
    return launch("--disable-3d-apis")


@pytest.fixture(scope="session")
def study(experiment):
    """Evoked response, inverse operator and subjects of the simulated experiment."""
    folder = experiment / "MEG" / "sample"
    raw = mne.io.read_raw_fif(folder / "sample_audvis_filt-0-40_raw.fif")
    picks = mne.pick_types(raw.info, meg=True, eog=True)
    reject = {"grad": 4000e-13, "mag": 4e-12, "eog": 150e-6}
    epochs = mne.Epochs(raw, mne.find_events(raw), {"left": 1}, picks=picks, reject=reject)
    noise = mne.compute_covariance(epochs, tmax=0.0, method="shrunk")
    evoked = epochs.average().pick_types(meg=True)
    evoked.comment = HOSTILE
    forward = mne.read_forward_solution(folder / "sample_audvis-meg-oct-6-fwd.fif")
    inverse = make_inverse_operator(evoked.info, forward, noise)
    return SimpleNamespace(evoked=evoked, inverse=inverse, subjects=experiment / "subjects")


@pytest.fixture(scope="session")
def estimate(study):
    """Function that makes an estimate of the study."""

    def make(snr=3.0, method="dSPM", pick_ori=None):
        return apply_inverse(
            study.evoked, study.inverse, 1 / snr**2, method, pick_ori=pick_ori, verbose="error"
        )

    return make


@pytest.fixture
def open_page(browser, tmp_path):
    """Function that opens a page and waits until it is ready; it must ask for nothing else."""
    opened = []

    def opens(path, size=(1400, 860), ready="true"):
        page = browser.new_page()
        page.set_viewport_size({"width": size[0], "height": size[1]})
        heard = SimpleNamespace(requests=[], errors=[])
        page.on("request", lambda request: heard.requests.append(request.url))
        page.on("pageerror", lambda error: heard.errors.append(str(error)))
        page.on(
            "console",
            lambda line: heard.errors.append(line.text) if line.type == "error" else None,
        )
        page.on("dialog", lambda dialog: heard.errors.append(dialog.message) or dialog.dismiss())
        page.goto(Path(path).as_uri())
        page.wait_for_selector(f'.leadfield-view[data-ready="{ready}"]', timeout=120_000)
        page.evaluate(TWO_FRAMES)
        opened.append((page, heard, path))
        return page

    yield opens
    for page, heard, path in opened:
        if folder := os.environ.get("LEADFIELD_SCREENSHOTS"):
            name = f"{tmp_path.name}-{page.viewport_size['width']}.png"
            page.screenshot(path=Path(folder) / name)
        page.close()
        outside = [url for url in heard.requests if not url.startswith(("data:", "blob:"))]
        assert outside == [Path(path).as_uri()]
        assert heard.errors == []


@pytest.fixture(scope="session")
def some_vertices():
    """Function that gives a few sources with their courses, each side's strongest among them."""

    def choose(stc, count=12):
        rng = np.random.default_rng(0)
        found = []
        for side, vertices, data in (
            ("lh", stc.lh_vertno, stc.lh_data),
            ("rh", stc.rh_vertno, stc.rh_data),
        ):
            sizes = np.linalg.norm(data, axis=1) if data.ndim == 3 else np.abs(data)
            rows = [int(sizes.max(axis=1).argmax()), *rng.integers(len(vertices), size=count)]
            found += [(side, int(vertices[row]), data[row]) for row in rows]
        return found

    return choose
