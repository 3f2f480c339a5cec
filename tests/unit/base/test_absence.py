"""Names that are not here: what is said, and that nothing else changes."""

import copy
import pickle

import numpy as np
import pytest

import leadfield
from leadfield.base.absent_members import MEMBERS
from leadfield.base.absent_names import NAMES


@pytest.fixture
def raw():
    info = leadfield.create_info(["Fz", "Cz"], 100.0, "eeg")
    return leadfield.io.RawArray(np.zeros((2, 50)), info)


@pytest.fixture
def stc():
    return leadfield.SourceEstimate(np.zeros((3, 4)), [[0, 1], [2]], 0.0, 0.1, "ann")


def said(thing, name):
    with pytest.raises(AttributeError) as caught:
        getattr(thing, name)
    return str(caught.value)


def test_a_reader_of_another_format_says_how_to_go_on():
    assert said(leadfield.io, "read_raw_ctf") == (
        "module 'leadfield.io' has no attribute 'read_raw_ctf', which MNE-Python has: read the "
        "recording with mne.io.read_raw_ctf of MNE-Python and pass its Raw to leadfield, or save "
        "it as FIF there and read it with leadfield.io.read_raw_fif"
    )


@pytest.mark.parametrize("name", ["chpi", "inverse_sparse", "time_frequency", "Report"])
def test_so_does_every_part_of_mne_python(name):
    assert "which MNE-Python has: " in said(leadfield, name)


@pytest.mark.parametrize(
    ("name", "meant"),
    [("compute_covarance", "compute_covariance"), ("sourceestimate", "SourceEstimate")],
)
def test_what_was_meant_is_asked(name, meant):
    assert said(leadfield, name).endswith(f"did you mean {meant}?")


def test_a_name_behind_another_door_is_told():
    assert said(leadfield, "read_raw_fif").endswith("it is leadfield.io.read_raw_fif")


def test_what_nobody_has_is_only_said_not_to_be_there():
    assert said(leadfield, "nothing") == "module 'leadfield' has no attribute 'nothing'"
    assert said(leadfield, "__wrapped__") == "module 'leadfield' has no attribute '__wrapped__'"


def test_methods_say_so_too(raw, stc):
    assert "pass its Raw to leadfield" in said(raw, "interpolate_to")
    moments = leadfield.VectorSourceEstimate(np.ones((1, 3, 1)), [[0], []], 0, 1)
    assert "save one value a source" in said(moments, "save_as_surface")
    assert said(raw, "get_datta").endswith("did you mean get_data?")
    assert said(stc, "get_peek").endswith("did you mean get_peak?")
    assert said(raw, "_private") == "'Raw' object has no attribute '_private'"


def test_models_and_labels_say_so_too(raw):
    cov = leadfield.make_ad_hoc_cov(raw.info)
    assert "make a dict of it" in said(cov, "update")
    assert "info.to_mne().to_json_dict" in said(raw.info, "to_json_dict")
    label = leadfield.Label([1, 2], hemi="lh")
    assert said(label, "centre_of_mass").endswith("did you mean center_of_mass?")


@pytest.mark.parametrize("kind", ["raw", "stc"])
def test_objects_are_copied_and_pickled_as_before(kind, request):
    thing = request.getfixturevalue(kind)
    for again in (copy.copy(thing), copy.deepcopy(thing), pickle.loads(pickle.dumps(thing))):
        np.testing.assert_array_equal(again.times, thing.times)
    assert not hasattr(thing, "compute_nothing")
    assert getattr(thing, "compute_nothing", 7) == 7
    assert "interpolate_to" not in dir(thing)


def test_the_error_inside_a_property_comes_to_light():
    empty = leadfield.Raw.__new__(leadfield.Raw)
    with pytest.raises(AttributeError, match="no attribute 'info'"):
        _ = empty.ch_names


@pytest.mark.parametrize("table", [NAMES, *MEMBERS.values()])
def test_each_name_stands_once_in_a_table(table):
    names = [name for one in table for name in one.names.split()]
    assert len(names) == len(set(names))
    assert all(one.advice.format(name="x", kind="y") for one in table)
