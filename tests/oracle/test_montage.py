"""Montages place electrodes where MNE-Python does."""

import numpy as np
import pytest

import leadfield
from leadfield.base.errors import ArgumentTypeError, ChannelError, InputError

mne = pytest.importorskip("mne")

NAMES = ["Fz", "Cz", "Pz", "Oz", "EOG"]
TYPES = ["eeg"] * 4 + ["eog"]
RNG = np.random.default_rng(0)
PLACES = dict(zip(NAMES[:4], 0.09 + 0.01 * RNG.standard_normal((4, 3)), strict=True))
HEAD = {"nasion": [0.01, 0.11, 0.0], "lpa": [-0.08, 0.01, 0.0], "rpa": [0.07, 0.0, 0.02]}
SHAPE = {"hsp": 0.1 * RNG.standard_normal((5, 3)), "hpi": 0.1 * RNG.standard_normal((3, 3))}


def pair():
    data = np.zeros((5, 10))
    return (
        leadfield.io.RawArray(data, leadfield.create_info(NAMES, 100.0, TYPES)),
        mne.io.RawArray(data, mne.create_info(NAMES, 100.0, TYPES), verbose=False),
    )


def set_both(montage, **arguments):
    ours, theirs = pair()
    ours.set_montage(leadfield.make_dig_montage(**montage), **arguments)
    theirs.set_montage(mne.channels.make_dig_montage(**montage), **arguments)
    return ours, theirs


def assert_same(ours, theirs):
    for mine, other in zip(ours.info["chs"][:4], theirs.info["chs"][:4], strict=True):
        np.testing.assert_allclose(mine["loc"], other["loc"], rtol=0, atol=1e-12)
        assert mine["coord_frame"] == other["coord_frame"]
    for mine, other in zip(ours.info["dig"], theirs.info["dig"], strict=True):
        assert [mine[k] for k in ("kind", "ident", "coord_frame")] == [
            other[k] for k in ("kind", "ident", "coord_frame")
        ]
        np.testing.assert_allclose(mine["r"], other["r"], rtol=0, atol=1e-12)


@pytest.mark.parametrize("frame", ["unknown", "mri", "head"])
@pytest.mark.parametrize("extra", [{}, SHAPE, {"ch_pos": {**PLACES, "REF": [0.0, 0.0, 0.1]}}])
def test_electrodes_are_at_the_same_places(extra, frame):
    montage = {"ch_pos": PLACES, **HEAD, "coord_frame": frame, **extra}
    assert_same(*set_both(montage))


def test_a_head_without_cardinal_points_gets_some():
    assert_same(*set_both({"ch_pos": PLACES, "coord_frame": "head"}))


def both_standard(kind, head_size):
    return (
        leadfield.make_standard_montage(kind, head_size),
        mne.channels.make_standard_montage(kind, head_size),
    )


@pytest.mark.parametrize(
    ("kind", "head_size"),
    [
        (kind, size)
        for kind in leadfield.get_builtin_montages()
        for size in ("auto", 0.085, None)
        if size is not None or "_" in kind  # angles have no size of their own
    ],
)
def test_standard_positions_are_the_same(kind, head_size):
    ours, theirs = both_standard(kind, head_size)
    mine, other = ours.get_positions(), theirs.get_positions()
    assert list(mine["ch_pos"]) == list(other["ch_pos"])
    assert mine["coord_frame"] == other["coord_frame"]
    for name, place in other["ch_pos"].items():
        np.testing.assert_allclose(mine["ch_pos"][name], place, rtol=0, atol=1e-15)
    for name in ("nasion", "lpa", "rpa"):
        np.testing.assert_allclose(mine[name], other[name], rtol=0, atol=1e-15)


def test_standard_montages_have_mne_pythons_names():
    described = dict(leadfield.get_builtin_montages(descriptions=True))
    assert list(described) == leadfield.get_builtin_montages()
    theirs = dict(mne.channels.get_builtin_montages(descriptions=True))
    counts = {k: v[v.rindex("(") :].split()[0] for k, v in theirs.items() if k in described}
    assert {k: v[v.rindex("(") :].split()[0] for k, v in described.items()} == counts


@pytest.mark.parametrize("kind", leadfield.get_builtin_montages())
def test_standard_positions_are_set_by_name(kind):
    ours, theirs = pair()
    ours.set_montage(kind)
    theirs.set_montage(kind)
    assert_same(ours, theirs)


@pytest.mark.parametrize("match_case", [True, False])
def test_older_names_are_known(match_case):
    names = ["T3", "T4", "M1", "M2", "Cb1", "CB2", "T1", "T2", "VREF", "Fz"]
    names = names if match_case else [n.lower() for n in names if n != "CB2"]
    data = np.zeros((len(names), 10))
    ours = leadfield.io.RawArray(data, leadfield.create_info(names, 100.0, "eeg"))
    theirs = mne.io.RawArray(data, mne.create_info(names, 100.0, "eeg"), verbose=False)
    for one in (ours, theirs):
        one.set_montage("fsaverage_1005", match_case=match_case, match_alias=True)
    assert_same(ours, theirs)
    mine, other = (np.array([ch["loc"][:3] for ch in one.info["chs"]]) for one in (ours, theirs))
    np.testing.assert_allclose(mine, other, rtol=0, atol=1e-12)
    assert np.isfinite(mine).all()


def test_t5_and_t6_are_where_the_successors_of_these_names_are():
    """Acharya et al. 2016: P7 and P8. MNE-Python 1.13 has them at T9 and T10."""
    names = ["T5", "T6", "P7", "P8"]
    raw = leadfield.io.RawArray(np.zeros((4, 10)), leadfield.create_info(names, 100.0, "eeg"))
    raw.set_montage("fsaverage_1005", match_alias=True)
    places = np.array([ch["loc"][:3] for ch in raw.info["chs"]])
    np.testing.assert_array_equal(places[:2], places[2:])


@pytest.mark.filterwarnings("ignore:.*(subset|positions of all)")
def test_electrodes_that_are_not_in_the_montage_have_no_place():
    few = {name: PLACES[name] for name in NAMES[:2]}
    assert_same(*set_both({"ch_pos": few, "coord_frame": "head"}, on_missing="warn"))


def test_names_match_by_case_and_alias():
    upper = {name.upper(): place for name, place in PLACES.items()}
    assert_same(*set_both({"ch_pos": upper, "coord_frame": "head"}, match_case=False))
    renamed = {f"x{name}": place for name, place in PLACES.items()}
    alias = {name: f"x{name}" for name in PLACES}
    assert_same(*set_both({"ch_pos": renamed, "coord_frame": "head"}, match_alias=alias))


def test_the_montage_of_data_is_the_same():
    ours, theirs = set_both({"ch_pos": PLACES, **HEAD, **SHAPE})
    mine, other = (one.get_montage().get_positions() for one in (ours, theirs))
    assert list(mine["ch_pos"]) == list(other["ch_pos"])
    assert mine["coord_frame"] == other["coord_frame"] == "head"
    for name in ("nasion", "lpa", "rpa", "hsp", "hpi"):
        np.testing.assert_allclose(mine[name], other[name], rtol=0, atol=1e-12)
    for name in PLACES:
        np.testing.assert_allclose(mine["ch_pos"][name], other["ch_pos"][name], atol=1e-12)
    before = ours.info["chs"][0]["loc"]
    ours.set_montage(ours.get_montage())
    np.testing.assert_allclose(ours.info["chs"][0]["loc"], before, atol=1e-12)


def test_none_removes_positions():
    ours, _ = set_both({"ch_pos": PLACES, "coord_frame": "head"})
    ours.set_montage(None)
    assert ours.info["dig"] is None is ours.get_montage()
    assert np.isnan(ours.info["chs"][0]["loc"]).all()


def test_files_keep_the_places(tmp_path):
    ours, _ = set_both({"ch_pos": PLACES, **HEAD})
    ours.save(tmp_path / "x_raw.fif", verbose=False)
    theirs = mne.io.read_raw_fif(tmp_path / "x_raw.fif", verbose=False)
    for mine, other in zip(ours.info["chs"][:4], theirs.info["chs"][:4], strict=True):
        np.testing.assert_allclose(mine["loc"], other["loc"], atol=1e-7)


class TestRefuses:
    def test_electrodes_without_a_place(self):
        with pytest.raises(ChannelError, match="'Cz'"):
            pair()[0].set_montage(
                leadfield.make_dig_montage({"Fz": [0, 0, 0.1]}, coord_frame="head")
            )

    @pytest.mark.parametrize("kind", ["standard_1020", "colin27_1005"])
    def test_positions_on_a_head_that_is_not_here(self, kind):
        with pytest.raises(InputError, match="fsaverage_1005"):
            pair()[0].set_montage(kind)

    def test_a_montage_that_only_mne_python_has(self):
        with pytest.raises(InputError, match="passed on to set_montage"):
            leadfield.make_standard_montage("GSN-HydroCel-128")

    def test_a_montage_without_a_name(self):
        with pytest.raises(ArgumentTypeError, match="name of a montage"):
            leadfield.make_standard_montage(1020)

    def test_angles_without_a_size(self):
        with pytest.raises(InputError, match="only angles"):
            leadfield.make_standard_montage("easycap-M1", head_size=None)

    @pytest.mark.parametrize("size", [0, -0.1, "large"])
    def test_a_head_of_no_size(self, size):
        with pytest.raises(InputError, match="head_size"):
            leadfield.make_standard_montage("spherical_1020", head_size=size)

    def test_aliases_that_are_no_table(self):
        with pytest.raises(InputError, match="match_alias"):
            pair()[0].set_montage("fsaverage_1020", match_alias="T3")

    def test_places_of_two_coordinates(self):
        with pytest.raises(InputError, match="three coordinates"):
            leadfield.make_dig_montage({"Fz": [0, 0.1]})
