"""EEG references equal MNE-Python's, and lead to the same maps."""

import numpy as np
import pytest

import leadfield
from leadfield.base.errors import ChannelError, InputError, MismatchError, StateError
from leadfield.minimum_norm import apply_inverse, make_inverse_operator

mne = pytest.importorskip("mne")

REFERENCES = ["average", "EEG 013", ["EEG 013", "EEG 016"], [], {"EEG 013": ["EEG 014", "EEG 016"]}]


@pytest.fixture
def both(made_raw):
    """The recording of both, with all projections applied but the average reference."""
    raw = mne.io.read_raw_fif(made_raw, preload=True, verbose=False)
    ours = leadfield.io.read_raw_fif(made_raw, preload=True, verbose=False)
    return ours, raw


def shapes(both, kind):
    """Recordings, epochs or averages of both."""
    ours, theirs = both
    if kind == "raw":
        return both
    events = mne.find_events(theirs, "STI 014", verbose=False)
    arguments = {"tmin": -0.1, "tmax": 0.2, "preload": True, "proj": False}
    ours = leadfield.Epochs(ours, events, **arguments)
    theirs = mne.Epochs(theirs, events, **arguments, verbose=False)
    return (ours, theirs) if kind == "epochs" else (ours.average(), theirs.average())


def assert_same(ours, theirs):
    expected = theirs.get_data()
    assert ours.ch_names == theirs.ch_names
    np.testing.assert_allclose(
        ours.get_data(), expected, rtol=0, atol=1e-15 * np.abs(expected).max()
    )
    assert ours.info["custom_ref_applied"] == theirs.info["custom_ref_applied"]
    projections = [(one["desc"], one["active"]) for one in theirs.info["projs"]]
    assert [(one["desc"], one["active"]) for one in ours.info["projs"]] == projections


@pytest.mark.parametrize("kind", ["raw", "epochs", "evoked"])
@pytest.mark.parametrize("reference", REFERENCES, ids=str)
def test_references_are_the_same(reference, kind, both):
    ours, theirs = shapes(both, kind)
    before = ours.get_data()
    ours, signal = leadfield.set_eeg_reference(ours, reference)
    theirs, expected = mne.set_eeg_reference(theirs, reference, verbose=False)
    assert_same(ours, theirs)
    assert (signal is None) == (expected is None)
    if signal is not None:
        np.testing.assert_allclose(signal, expected, rtol=0, atol=1e-15)
        assert not np.array_equal(before, ours.get_data())


@pytest.mark.parametrize("joint", [False, True])
def test_several_types_have_one_average_each_unless_joint(joint):
    types = ["eeg"] * 3 + ["seeg"] * 3 + ["misc"]
    data = np.random.default_rng(0).standard_normal((7, 50))
    names = list("abcdefg")
    ours = leadfield.io.RawArray(data, leadfield.create_info(names, 100.0, types))
    theirs = mne.io.RawArray(data.copy(), mne.create_info(names, 100.0, types), verbose=False)
    for projection in (False, True):
        arguments = {"ch_type": ["eeg", "seeg"], "projection": projection, "joint": joint}
        assert_same(
            ours.copy().set_eeg_reference(**arguments),
            theirs.copy().set_eeg_reference(**arguments, verbose=False),
        )


def test_a_projection_takes_the_place_of_a_subtracted_average(both):
    ours, theirs = (one.set_eeg_reference("average", verbose=False) for one in both)
    assert ours.info["custom_ref_applied"] == 1
    ours.set_eeg_reference(projection=True)
    assert_same(ours, theirs.set_eeg_reference(projection=True, verbose=False))
    assert ours.info["custom_ref_applied"] == 0
    assert_same(ours.apply_proj(), theirs.apply_proj(verbose=False))


@pytest.mark.parametrize("kind", ["raw", "epochs", "evoked"])
@pytest.mark.filterwarnings("ignore:Location for this channel")
def test_reference_electrodes_are_added_alike(kind, both):
    ours, theirs = shapes(both, kind)
    ours = leadfield.add_reference_channels(ours, ["M1", "M2"])
    theirs = mne.add_reference_channels(theirs, ["M1", "M2"])
    assert_same(ours, theirs)
    assert ours.get_channel_types() == theirs.get_channel_types()
    assert_same(ours.set_eeg_reference("M1"), theirs.set_eeg_reference("M1", verbose=False))


def test_a_single_reference_electrode_has_the_digitised_place(shared):
    path = shared / "test-ave.fif.gz"
    ours = leadfield.read_evokeds(path, 0, proj=False, verbose=False)
    theirs = mne.read_evokeds(path, 0, proj=False, verbose=False)
    for one in (ours, theirs):
        one.del_proj()
        one.add_reference_channels("REF")
    for mine, other in zip(ours.info["chs"], theirs.info["chs"], strict=True):
        np.testing.assert_allclose(mine["loc"], other["loc"], rtol=0, atol=1e-7)


def test_data_that_mne_python_referenced_lead_to_its_maps(shared, made_forwards, tmp_path):
    evoked = mne.read_evokeds(shared / "test-ave.fif.gz", 0, proj=False, verbose=False)
    evoked.del_proj().pick(["eeg"]).set_eeg_reference("average", verbose=False)
    evoked.save(tmp_path / "x-ave.fif", verbose=False)
    ours = leadfield.read_evokeds(tmp_path / "x-ave.fif", 0, verbose=False)
    theirs = mne.read_evokeds(tmp_path / "x-ave.fif", 0, verbose=False)
    fwd = leadfield.read_forward_solution(made_forwards["surface"], verbose=False)
    cov = leadfield.make_ad_hoc_cov(ours.info, verbose=False)
    with pytest.raises(MismatchError, match=r"set_eeg_reference\(projection=True\)"):
        make_inverse_operator(ours.info, fwd, cov, verbose=False)
    ours.set_eeg_reference(projection=True)
    inv = make_inverse_operator(ours.info, fwd, cov, verbose=False)
    theirs.set_eeg_reference(projection=True, verbose=False)
    model = mne.read_forward_solution(made_forwards["surface"], verbose=False)
    noise = mne.make_ad_hoc_cov(theirs.info, verbose=False)
    expected = mne.minimum_norm.apply_inverse(
        theirs.apply_proj(verbose=False),
        mne.minimum_norm.make_inverse_operator(theirs.info, model, noise, verbose=False),
        verbose=False,
    )
    found = apply_inverse(ours.apply_proj(), inv, verbose=False)
    scale = np.abs(expected.data).max()
    np.testing.assert_allclose(found.data, expected.data, rtol=0, atol=1e-8 * scale)


class TestRefuses:
    def test_samples_that_are_not_in_memory(self, made_raw):
        raw = leadfield.io.read_raw_fif(made_raw, verbose=False)
        with pytest.raises(StateError, match="load_data"):
            raw.set_eeg_reference()

    def test_rest(self, both):
        with pytest.raises(InputError, match="REST"):
            both[0].set_eeg_reference("REST")

    def test_other_projections_than_the_average(self, both):
        with pytest.raises(InputError, match="'average'"):
            both[0].set_eeg_reference(["EEG 013"], projection=True)

    def test_a_channel_that_is_there_already(self, both):
        with pytest.raises(ChannelError, match="'EEG 013'"):
            both[0].add_reference_channels("EEG 013")

    def test_idle_projections_of_the_electrodes(self, both):
        raw = both[0]
        one = leadfield.make_eeg_average_ref_proj(raw.info, activate=False)
        raw.del_proj("all").add_proj(renamed(one))
        with pytest.raises(StateError, match="apply_proj"):
            raw.set_eeg_reference()


def renamed(item):
    """The same vectors, as any other projection."""
    return leadfield.Projection(data=item["data"], desc="PCA of blinks", kind=1)
