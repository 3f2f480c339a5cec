"""MNE-Python's own estimates and labels are taken as leadfield's, and ours given back."""

import shutil
import sys

import numpy as np
import pytest

import leadfield
from leadfield.api.estimates.kinds import as_estimate
from leadfield.api.labels.as_label import as_label
from leadfield.base.errors import ArgumentTypeError, MismatchError, MissingPackageError

mne = pytest.importorskip("mne")

SOURCES = [np.arange(0, 500, 9), np.arange(3, 550, 11)]
VERTICES = {
    "SourceEstimate": SOURCES,
    "VectorSourceEstimate": SOURCES,
    "VolSourceEstimate": [np.arange(7), np.arange(3, 9)],
    "VolVectorSourceEstimate": [np.arange(5)],
    "MixedSourceEstimate": [*SOURCES, np.arange(4)],
    "MixedVectorSourceEstimate": [*SOURCES, np.arange(4)],
}


def make(name="SourceEstimate", seed=0):
    """An estimate of a class of MNE-Python's."""
    vertices = VERTICES[name]
    n = sum(map(len, vertices))
    shape = (n, 3, 6) if "Vector" in name else (n, 6)
    data = np.random.default_rng(seed).standard_normal(shape)
    return getattr(mne, name)(data, vertices, -0.1, 0.05, subject="ann")


@pytest.fixture(scope="module")
def subjects(little_subjects, tmp_path_factory):
    """A copy, for MNE-Python writes its maps beside the subjects."""
    folder = tmp_path_factory.mktemp("interop") / "subjects"
    shutil.copytree(little_subjects, folder)
    return folder


@pytest.mark.parametrize("name", VERTICES)
def test_an_estimate_of_each_class_is_taken_without_a_copy(name):
    stc = make(name)
    got = as_estimate(stc)
    assert type(got) is getattr(leadfield, name)
    assert np.shares_memory(got.data, stc.data)
    assert (got.tmin, got.tstep, got.subject) == (stc.tmin, stc.tstep, stc.subject)
    np.testing.assert_allclose(got.times, stc.times, rtol=0, atol=1e-15)
    for mine, other in zip(got.vertices, stc.vertices, strict=True):
        np.testing.assert_array_equal(mine, other)


@pytest.mark.parametrize("name", VERTICES)
def test_estimates_of_both_add_up(name):
    stc = make(name)
    assert np.array_equal((as_estimate(stc) + stc).data, 2 * stc.data)
    with pytest.raises(MismatchError, match="of one subject"):
        leadfield.SourceEstimate(make().data, SOURCES, 0, 1, "ben") + make()


def test_a_kernel_and_sensor_data_are_multiplied():
    kernel, sensors = np.ones((len(SOURCES[0]) + len(SOURCES[1]), 4)), np.eye(4)
    stc = mne.SourceEstimate((kernel, sensors), SOURCES, 0, 1)
    assert np.array_equal(as_estimate(stc).data, kernel)


def test_their_grand_average_is_ours():
    several = [make(seed=i) for i in range(3)]
    expected = np.mean([stc.data for stc in several], axis=0)
    mixed = [several[0], as_estimate(several[1]), several[2]]
    np.testing.assert_allclose(leadfield.grand_average(mixed).data, expected, rtol=1e-12)
    other = [several[0], make("VectorSourceEstimate")]
    with pytest.raises(ArgumentTypeError, match="got MNE-Python's SourceEstimate, MNE-Python's V"):
        leadfield.grand_average(other)


@pytest.mark.parametrize("name", ["SourceEstimate", "VectorSourceEstimate"])
def test_their_estimates_are_morphed_as_there(subjects, name):
    stc = make(name)
    options = {"subject_to": "ben", "subjects_dir": subjects, "spacing": None, "warn": False}
    expected = mne.compute_source_morph(stc, **options).apply(stc).data
    morph = leadfield.compute_source_morph(stc, **options)
    for got in (morph.apply(stc), morph.apply([stc])[0], next(morph.apply(iter([stc])))):
        assert type(got).__name__ == name
        # Their map is in single precision.
        np.testing.assert_allclose(got.data, expected, rtol=0, atol=1e-6 * abs(expected).max())
    ours = as_estimate(stc)
    assert np.array_equal(
        leadfield.compute_source_morph(ours, **options).apply(ours).data, got.data
    )


def source_spaces(subjects):
    return mne.setup_source_space("ann", "oct2", subjects_dir=subjects, add_dist=False)


def test_a_morph_starts_and_ends_at_their_source_spaces(subjects):
    src = source_spaces(subjects)
    vertices = [space["vertno"] for space in src]
    data = np.random.default_rng(1).standard_normal((sum(map(len, vertices)), 4))
    stc = mne.SourceEstimate(data, vertices, 0, 1, subject="ann")
    src_to = mne.setup_source_space("ben", "oct2", subjects_dir=subjects, add_dist=False)
    options = {"subjects_dir": subjects, "src_to": src_to, "subject_to": "ben", "warn": False}
    expected = mne.compute_source_morph(src, **options).apply(stc)
    got = leadfield.compute_source_morph(src, **options).apply(stc)
    for mine, other in zip(got.vertices, expected.vertices, strict=True):
        np.testing.assert_array_equal(mine, other)
    limit = 1e-6 * abs(expected.data).max()
    np.testing.assert_allclose(got.data, expected.data, rtol=0, atol=limit)


def labels():
    places = np.zeros((90, 3))
    left = mne.Label(np.arange(0, 90), places, hemi="lh", name="a-lh", subject="ann", color="red")
    right = mne.Label(np.arange(5, 95), places, hemi="rh", name="a-rh", subject="ann")
    return left, right


@pytest.mark.parametrize("mode", ["mean", "mean_flip", "pca_flip", "max", None])
def test_time_courses_of_their_labels_are_theirs(subjects, mode):
    src = source_spaces(subjects)
    vertices = [space["vertno"] for space in src]
    data = np.random.default_rng(2).standard_normal((sum(map(len, vertices)), 5))
    stcs = [mne.SourceEstimate((i + 1) * data, vertices, 0, 1, subject="ann") for i in range(2)]
    left, right = labels()
    for given in ([left, right], [left, left + right]):
        if mode is None and given[1].hemi == "both":
            continue  # there it is an error of its own
        expected = mne.extract_label_time_course(stcs, given, src, mode)
        got = leadfield.extract_label_time_course(stcs, given, src, mode)
        for mine, other in zip(got, expected, strict=True):
            for a, b in zip(mine, other, strict=True):
                np.testing.assert_allclose(a, b, rtol=0, atol=1e-12)
    one = leadfield.extract_label_time_course(stcs[0], left, src, mode)
    np.testing.assert_array_equal(one[0], got[0][0])


def test_labels_keep_name_subject_comment_colour_and_weights():
    left, right = labels()
    left.comment, left.values[3] = "by hand", 0.5
    value = as_label(left)
    assert (value.name, value.subject, value.comment) == ("a-lh", "ann", "by hand")
    assert value.hemisphere == "lh"
    assert value.colour == left.color
    np.testing.assert_array_equal(value.values, left.values)
    pair = as_label(left + right)
    assert [one.name for one in pair.hemispheres] == ["a-lh", "a-rh"]
    assert pair.colour == (left + right).color


def test_their_labels_are_added_and_written(tmp_path):
    left, right = labels()
    mine = leadfield.Label([100], hemi="lh", subject="ann")
    assert len(mine + left) == 91
    leadfield.write_label(tmp_path / "some", left)
    read = mne.read_label(tmp_path / "some-lh.label")
    np.testing.assert_array_equal(read.vertices, left.vertices)
    with pytest.raises(ArgumentTypeError, match="label must be of one hemisphere"):
        leadfield.write_label(tmp_path / "both", left + right)


def test_forward_solutions_are_restricted_by_theirs(shared):
    path = shared / "real_meg-oct-4-fwd.fif"
    forward, own = mne.read_forward_solution(path), leadfield.read_forward_solution(path)
    few = [space["vertno"][::7] for space in forward["src"]]
    stc = mne.SourceEstimate(np.zeros((sum(map(len, few)), 1)), few, 0, 1)
    for fwd in (forward, own):
        got = leadfield.restrict_forward_to_stc(fwd, stc)
        expected = mne.forward.restrict_forward_to_stc(forward, stc)
        np.testing.assert_array_equal(got["sol"]["data"], expected["sol"]["data"])
        label = mne.Label(few[0], hemi="lh", name="few")
        got = leadfield.restrict_forward_to_label(fwd, label)
        expected = mne.forward.restrict_forward_to_label(forward, label)
        np.testing.assert_array_equal(got["sol"]["data"], expected["sol"]["data"])


def test_what_is_no_estimate_is_refused_by_its_name(shared):
    src = mne.read_source_spaces(shared / "small-src.fif.gz")
    with pytest.raises(ArgumentTypeError, match="got MNE-Python's SourceSpaces"):
        leadfield.viz.plot_source_estimates(src)
    with pytest.raises(ArgumentTypeError, match="got MNE-Python's VectorSourceEstimate"):
        leadfield.viz.plot_source_estimates(make("VectorSourceEstimate"))
    with pytest.raises(ArgumentTypeError, match="each of stcs must be a source estimate, got dict"):
        leadfield.extract_label_time_course(src, labels()[0], None)


def test_their_estimates_are_drawn(subjects):
    options = {"subjects_dir": subjects, "hemi": "lh", "size": 100, "surface": "white"}
    options["brain_kwargs"] = {"show": False}
    brain = leadfield.viz.plot_source_estimates(make(), **options)
    again = leadfield.viz.plot_source_estimates(as_estimate(make()), **options)
    assert np.array_equal(brain.screenshot(), again.screenshot())


@pytest.mark.parametrize("name", VERTICES)
def test_estimates_come_back(name):
    stc = as_estimate(make(name))
    given = stc.to_mne()
    assert type(given) is getattr(mne, name)
    assert np.array_equal(given.data, stc.data)
    assert not np.shares_memory(given.data, stc.data)
    assert (given.tmin, given.tstep, given.subject) == (stc.tmin, stc.tstep, stc.subject)
    assert all(map(np.array_equal, given.vertices, stc.vertices))
    if "Vector" not in name and "Mixed" not in name:
        assert given.get_peak() == stc.get_peak()


def test_morphs_are_applied_there(little_subjects):
    stc = as_estimate(make())
    options = {"subject_to": "ben", "subjects_dir": little_subjects, "spacing": None}
    morph = leadfield.compute_source_morph(stc, smooth=4, warn=False, **options)
    given = morph.to_mne()
    assert (given.kind, given.smooth, given.spacing, given.xhemi) == ("surface", 4, None, False)
    got, expected = given.apply(stc.to_mne()), morph.apply(stc)
    limit = 1e-12 * abs(expected.data).max()
    np.testing.assert_allclose(got.data, expected.data, rtol=0, atol=limit)
    assert got.subject == "ben"
    with pytest.raises(ValueError, match="match"):
        given.apply(make("SourceEstimate").in_label(mne.Label([0, 9], hemi="lh", subject="ann")))


def assert_same_label(one, other):
    for name in ("vertices", "positions", "values"):
        assert np.array_equal(getattr(one, name), getattr(other, name))
    for name in ("hemisphere", "name", "subject", "comment", "colour"):
        assert getattr(one, name) == getattr(other, name)


def test_labels_come_back():
    left = leadfield.Label(
        [3, 8], [[0, 0, 1], [0, 1, 0]], [0.5, 2], "lh", "by hand", "a-lh", subject="s", color="red"
    )
    right = leadfield.Label([4], hemi="rh", name="a-rh", subject="s")
    given = left.to_mne()
    assert isinstance(given, mne.Label)
    assert_same_label(as_label(given), left.value)
    both = left + right
    pair = both.to_mne()
    assert isinstance(pair, mne.BiHemiLabel)
    for one, other in zip(as_label(pair).hemispheres, both.value.hemispheres, strict=True):
        assert_same_label(one, other)
    assert (pair.name, pair.color) == (both.name, both.color)
    nameless = leadfield.Label([1], hemi="rh").to_mne()
    assert nameless.vertices.tolist() == [1]


def test_without_mne_python_the_error_says_how_to_install_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "mne", None)
    with pytest.raises(MissingPackageError, match="pip install mne"):
        leadfield.Label([1], hemi="rh").to_mne()
