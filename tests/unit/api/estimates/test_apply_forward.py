"""Currents that sensors measure, as users ask for them."""

from dataclasses import replace

import numpy as np
import pytest

from leadfield.api.estimates.apply_forward import apply_forward, apply_forward_raw
from leadfield.api.estimates.kinds import estimate_of
from leadfield.api.estimates.lazy_data import LazyData
from leadfield.api.estimates.source_estimate import SourceEstimate, VectorSourceEstimate
from leadfield.api.estimates.volume_estimate import VolSourceEstimate
from leadfield.api.forward.convert import convert_forward_solution
from leadfield.api.forward.forward import Forward
from leadfield.base.errors import ArgumentTypeError, InputError, MismatchError
from leadfield.estimates.segments import Segments
from leadfield.estimates.source_courses import SourceAxes


@pytest.fixture
def fwd(problem):
    return Forward(problem.forwards["surface"])


def make(fwd, kind=SourceEstimate, n_times=6):
    vertices = [one["vertno"] for one in fwd["src"]]
    shape = (20, 3, n_times) if kind is VectorSourceEstimate else (20, n_times)
    data = 1e-9 * np.random.default_rng(1).standard_normal(shape)
    return kind(data, vertices, 0.0, 0.01)


def test_signals_are_the_lead_field_times_the_currents(fwd):
    fixed = convert_forward_solution(fwd, force_fixed=True)
    stc = make(fwd)
    found = apply_forward(fixed, stc, fwd["info"])
    np.testing.assert_allclose(found.data, fixed["sol"]["data"] @ stc.data, rtol=1e-12)


def test_currents_are_never_held_as_a_whole(fwd):
    stc, read = make(fwd), []

    def part(a, b):
        read.append((a, b))
        return stc.data[:, a:b]

    axes = SourceAxes(kind="surface", vertices=tuple(stc.vertices), tmin=0.0, tstep=0.01)
    held = estimate_of(stc.data, axes)
    held._lazy = LazyData(segments=Segments((20, 6), part, block=2))
    found = apply_forward_raw(fwd, held, fwd["info"])
    assert read == [(0, 2), (2, 4), (4, 6)]
    np.testing.assert_allclose(
        found.get_data(), apply_forward(fwd, stc, fwd["info"]).data, rtol=1e-12
    )


@pytest.mark.parametrize(("start", "stop"), [(3, 3), (9, None), (5, 1)])
def test_no_samples_are_refused(fwd, start, stop):
    with pytest.raises(InputError, match="leave some of 6 samples"):
        apply_forward(fwd, make(fwd), fwd["info"], start, stop)


def test_times_are_no_sample_numbers(fwd):
    with pytest.raises(ArgumentTypeError, match=r"whole numbers or None, got 0\.5"):
        apply_forward(fwd, make(fwd), fwd["info"], 0.5)


def test_vectors_need_free_orientations(problem, fwd):
    fixed = Forward(problem.forwards["surface"])
    fixed.value = convert_forward_solution(fixed, force_fixed=True).value
    free = make(fwd, VectorSourceEstimate)
    assert apply_forward(fixed, free, fwd["info"]).data.shape == (34, 6)  # it was free once
    fixed.value = replace(fixed.value, origin=None)
    with pytest.raises(InputError, match="needs a forward model of free orientations"):
        apply_forward(fixed, free, fwd["info"])


def test_sources_of_another_kind_are_refused(fwd):
    vertices = [one["vertno"] for one in fwd["src"]]
    volume = VolSourceEstimate(np.ones((20, 4)), vertices, 0, 1)
    with pytest.raises(MismatchError, match="surface sources, got a volume estimate"):
        apply_forward(fwd, volume, fwd["info"])


def test_complex_currents_are_refused(fwd):
    with pytest.raises(ArgumentTypeError, match="must be real"):
        apply_forward(fwd, make(fwd) * 1j, fwd["info"])


def test_what_is_no_estimate_is_refused(fwd):
    with pytest.raises(ArgumentTypeError, match="stc must be a source estimate, got"):
        apply_forward(fwd, np.ones((20, 4)), fwd["info"])
