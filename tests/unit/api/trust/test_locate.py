"""``locate``: what users get, and what they are told."""

import numpy as np
import pytest

from leadfield import Label
from leadfield.base.errors import ArgumentTypeError, InputError, MismatchError, StateError
from leadfield.datasets import template
from leadfield.minimum_norm import Location, detect, locate

SOURCE = 100  # of the tone, on the left


@pytest.fixture(scope="module")
def inverse(round_head):
    return round_head.inverses[0.2]


@pytest.fixture(scope="module")
def tone(round_head):
    return round_head.trials(np.random.default_rng(0), 15, field=round_head.tone)


@pytest.fixture(scope="module")
def location(tone, inverse):
    return locate(tone, inverse)


def test_a_source_is_found_with_a_set_that_holds_it(location, inverse):
    assert isinstance(location, Location)
    assert location.verdict == "one source"
    assert (location.hemi, location.time, location.coverage) == ("lh", 0.02, 0.9)
    assert inverse["src"][0]["vertno"][SOURCE] in location.vertices[0]
    assert location.vertex in location.vertices[0]
    assert len(location.vertices[1]) == 0
    assert 0.0 < location.radius < 0.05
    assert "lh vertex" in repr(location)
    assert "90 % set of" in repr(location)


def test_the_position_is_the_vertex_on_the_subjects_white_surface(location):
    from leadfield.freesurfer.surface import read_surface

    white = read_surface(template.data_path() / "fsaverage5" / "surf" / "lh.white")
    np.testing.assert_allclose(location.position, 1e-3 * white.vertices[location.vertex], atol=1e-6)


def test_noise_has_no_peak(round_head, inverse):
    noise = round_head.trials(np.random.default_rng(4), 15)
    location = locate(noise, inverse)
    assert location.verdict == "nothing detected"
    assert location.p > 0.05
    assert (location.vertex, location.hemi, location.position, location.radius) == (None,) * 4
    assert [len(v) for v in location.vertices] == [0, 0]
    assert len(location.label) == 0
    assert "nothing distinguishable from noise" in repr(location)
    with pytest.raises(StateError, match="nothing detected"):
        location.plot()


def test_a_calibration_serves_again(location, tone, inverse):
    again = locate(tone, inverse, time=0.02, calibration=location.calibration)
    assert again.vertex == location.vertex
    assert [v.tolist() for v in again.vertices] == [v.tolist() for v in location.vertices]
    assert again.calibration is location.calibration


def test_a_time_without_a_response_has_no_place(location, tone, inverse):
    silent = locate(tone, inverse, time=0.0, calibration=location.calibration)
    assert silent.verdict == "nothing detected"


def test_what_detect_said_is_heeded(location, tone, inverse):
    detection = detect(tone, inverse, n_flips=99)
    options = {"detection": detection, "calibration": location.calibration}
    assert locate(tone, inverse, **options).p == detection.p
    assert locate(tone, inverse, time=0.04, **options).verdict == "nothing detected"


def test_an_average_is_located_untested(location, tone, inverse):
    with pytest.warns(RuntimeWarning, match="cannot be tested"):
        untested = locate(tone.average(), inverse)
    assert not untested.tested
    assert untested.p is None
    assert untested.vertex == location.vertex
    assert not untested.calibration.from_trials
    assert "not tested for a response" in repr(untested)


def test_more_than_one_source_has_no_set(round_head, inverse, location):
    other = 5e-8 * round_head.forward["sol"]["data"][:, [3 * 1100]][:, 0]
    two = round_head.trials(np.random.default_rng(2), 15, field=2 * (round_head.tone + other))
    several = locate(two, inverse, calibration=location.calibration)
    assert several.verdict == "more than one source"
    assert several.radius is None
    assert several.vertex is not None
    assert [len(v) for v in several.vertices] == [0, 0]


def test_a_larger_coverage_and_error_make_a_larger_set(location, tone, inverse):
    wide = locate(tone, inverse, coverage=0.97, calibration=location.calibration)
    assert len(wide.vertices[0]) >= len(location.vertices[0])
    moved = locate(tone, inverse, registration=5e-3)
    assert sum(map(len, moved.vertices)) > len(location.vertices[0])


def test_the_label_and_the_parcels_that_it_touches(location):
    label = location.label
    assert set(location.vertices[0]) <= set(label.lh.vertices)
    near = Label(location.vertices[0], hemi="lh", name="near-lh")
    part = Label(location.vertices[0][:1], hemi="lh", name="part-lh")
    other = Label(location.vertices[0], hemi="rh", name="other-rh")
    touched = location.parcels([part, other, near])
    names = [one.name for one in touched]
    assert names == (["near-lh", "part-lh"] if len(location.vertices[0]) > 1 else names)


def test_the_set_is_drawn_on_the_brain(location):
    brain = location.plot(subjects_dir=template.data_path(), size=120, show=False)
    assert [one.name for one in brain.value.hemispheres] == ["lh"]
    picture = brain.screenshot()
    plain = picture.reshape(-1, 3).astype(int)
    assert (np.ptp(plain, axis=1) > 60).any()  # colours on grey


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"coverage": 90}, "coverage must be at least 0.5 and at most 0.99"),
        ({"registration": 1.7}, "registration must be at least 0 and at most 0.02"),
        ({"time": 0.5}, "time must be at least"),
        ({"registration": 3e-3}, "was made for registration=0.0017, got 0.003"),
    ],
)
def test_arguments_out_of_range_are_refused(location, tone, inverse, options, message):
    with pytest.raises(InputError, match=message):
        locate(tone, inverse, calibration=location.calibration, **options)


def test_a_calibration_of_another_operator_is_refused(location, tone, round_head):
    with pytest.raises(MismatchError, match="same inverse operator"):
        locate(tone, round_head.inverses[1.0], calibration=location.calibration)


def test_what_is_no_detection_is_refused(tone, inverse):
    with pytest.raises(ArgumentTypeError, match="what detect\\(\\) returned"):
        locate(tone, inverse, detection=0.01)


@pytest.mark.parametrize("loose", [0.0, 1.0])
def test_fixed_and_free_orientations_are_located(tone, round_head, loose, location):
    other = locate(tone, round_head.inverses[loose])
    assert other.verdict == "one source"
    assert np.linalg.norm(other.position - location.position) < 0.02
