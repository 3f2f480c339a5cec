"""The page on EEG without an MRI runs to its end, and what it says of errors is so."""

import numpy as np
import pytest

import leadfield


@pytest.fixture(scope="module")
def page(run, root):
    """What the page leaves behind; it makes leadfield quiet."""
    before = leadfield.set_log_level("warning", return_old_level=True)
    try:
        return run(root / "docs" / "tutorials" / "plot_template_head.py")
    finally:
        leadfield.set_log_level(before)


def test_the_source_is_found_where_a_template_finds_it(page):
    rr = page.left["rr"]
    assert 1e3 * np.linalg.norm(rr[page.found] - rr[page.vertex]) < 25
    assert page.time == pytest.approx(0.08, abs=0.01)


def test_a_template_is_worse_than_the_own_head_and_a_sphere_is_worse_still(page):
    medians = {head: np.median(errors) for head, errors in page.errors.items()}
    assert medians["own head"] < 5
    assert medians["own head"] < medians["template"] < medians["sphere"]


def test_a_template_costs_what_the_page_says(page):
    half, most = np.quantile(page.errors["template"], (0.5, 0.75))
    assert 12 < half < 18
    assert 28 < most < 36


def test_electrodes_are_at_the_scalp(page):
    scalp = page.surfs[0]["rr"]
    away = np.linalg.norm(page.electrodes[:, np.newaxis] - scalp, axis=2).min(axis=1)
    assert 1e3 * np.median(away) < 8  # from the nearest vertex: they are 14 mm apart
    assert 1e3 * away.max() < 15
