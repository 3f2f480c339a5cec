"""A page is one file that allows its own script and style, and no address."""

import base64
import hashlib
import re
from dataclasses import replace

import numpy as np
import pytest

from leadfield import SourceEstimate
from leadfield.datasets import template
from leadfield.numerics.mesh_sphere import icosahedron
from leadfield.scene.colours import make_colour_table, signed_colormap
from leadfield.scene.limits import Limits
from leadfield.scene.smoothing import iterated_smoothing
from leadfield.web.colours import map_colours
from leadfield.web.content import PageContent, PageMap, SampleTimes
from leadfield.web.page import make_page
from leadfield.web.quantity import PageQuantity

HOSTILE = "</script><img src=x onerror=alert(1)>"


@pytest.fixture
def text(half):
    content = PageContent(
        title=HOSTILE, hemispheres=(half,), still=b"\x89PNG", description='"><script>'
    )
    return make_page(content).decode("utf-8")


def digest(content):
    return base64.b64encode(hashlib.sha256(content.encode("utf-8")).digest()).decode("ascii")


def test_the_policy_allows_what_is_in_the_page_and_nothing_else(text):
    policy = re.search(r'Content-Security-Policy" content="(.*?)">', text)[1]
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules["default-src"] == "'none'"
    (style,) = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
    (script,) = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)
    assert rules["style-src"] == f"'sha256-{digest(style)}'"
    assert rules["script-src"] == f"'sha256-{digest(script)}'"
    assert "http" not in policy
    assert "unsafe" not in policy


def test_texts_are_escaped(text):
    head = text[: text.index("<style>")] + text[text.index("</style>") : text.rindex("<script>")]
    assert HOSTILE not in head
    assert "&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;" in head
    assert 'alt="&quot;&gt;&lt;script&gt;"' in head


def test_no_text_of_the_data_can_end_its_element(text):
    block = re.search(r'class="leadfield-data">(.*?)</script>', text, re.DOTALL)[1]
    assert re.fullmatch(r"[A-Za-z0-9+/=]+", block)


def test_the_same_content_makes_the_same_page(half):
    content = PageContent(title="a", hemispheres=(half,))
    assert make_page(content) == make_page(content)


def test_a_page_of_fsaverage5_with_420_times_is_at_most_6_megabytes(tmp_path):
    rng = np.random.default_rng(0)
    vertices = [np.arange(0, 10242, 5), np.arange(0, 10242, 5)]
    n = sum(map(len, vertices))
    # Noise of 60 channels through a smooth inverse: more waves than responses have.
    moments = rng.standard_normal((n, 60)) @ rng.standard_normal((60, 420))
    stc = SourceEstimate(np.abs(moments), vertices, -0.1, 0.002, "fsaverage5")
    path = stc.to_html(tmp_path / "page.html", subjects_dir=template.data_path(), labels=None)
    assert path.stat().st_size < 6e6


def test_a_page_of_twice_160_thousand_vertices_is_at_most_20_megabytes(half):
    rng = np.random.default_rng(0)
    sphere, triangles = icosahedron(7)
    sources = np.arange(4098)  # an even grid: grades of an icosahedron come first
    folds = 1 + 0.1 * np.sin(20 * sphere[:, [0]]) * np.cos(25 * sphere[:, [1]])
    jitter = 0.1 * rng.standard_normal(sphere.shape)
    shapes = {"white": 60 * folds * sphere + jitter, "pial": 63 * sphere + jitter}
    left = replace(
        half,
        shapes={**shapes, "inflated": 80 * sphere + jitter},
        triangles=triangles,
        curvature=folds[:, 0] - 1,
        sources=sources,
        smoothing=iterated_smoothing(triangles, len(sphere), sources, 7),
    )
    waves = np.cumsum(rng.standard_normal((60, 420)), axis=1)
    one = PageMap(
        title="",
        quantity=PageQuantity(),
        times=SampleTimes(tmin=0.0, tstep=0.002, n=420),
        values=np.abs(rng.standard_normal((2 * len(sources), 60)) @ waves),
        colours=map_colours(
            make_colour_table(
                signed_colormap(), Limits(low=0.0, middle=1.0, high=2.0), transparent=True
            )
        ),
    )
    content = PageContent(title="", hemispheres=(left, replace(left, name="rh")), maps=(one,))
    assert len(make_page(content)) < 20e6
