"""Projections and transforms are read, written and made with the field's names."""

from dataclasses import replace

import numpy as np
import pytest

from leadfield.api.recording.info import create_info
from leadfield.api.recording.projections import make_eeg_average_ref_proj, read_proj, write_proj
from leadfield.api.recording.transforms import CoordinateTransform, read_trans, write_trans
from leadfield.base.errors import (
    ArgumentTypeError,
    ChannelError,
    FormatError,
    InputError,
    OverwriteError,
    StateError,
    UnknownNameError,
)
from leadfield.fif.kinds import Kind
from leadfield.fif.writer import writing
from leadfield.recording.frames import Frame


@pytest.fixture
def info():
    return create_info(["E1", "E2", "E3", "S1"], 100.0, ["eeg", "eeg", "eeg", "seeg"])


class TestAverageReference:
    def test_weighs_good_electrodes_equally(self, info):
        info["bads"] = ["E2"]
        proj = make_eeg_average_ref_proj(info)
        assert proj["data"]["col_names"] == ["E1", "E3"]
        np.testing.assert_allclose(proj["data"]["data"], [[0.5**0.5, 0.5**0.5]])

    def test_is_marked_as_asked(self, info):
        assert make_eeg_average_ref_proj(info)["active"]
        assert not make_eeg_average_ref_proj(info, activate=False)["active"]

    def test_may_join_types(self, info):
        proj = make_eeg_average_ref_proj(info, ch_type=["eeg", "seeg"])
        assert (proj["data"]["ncol"], proj["desc"]) == (4, "Average EEG/SEEG reference")

    def test_needs_good_electrodes(self, info):
        info["bads"] = ["S1"]
        with pytest.raises(ChannelError, match="good seeg"):
            make_eeg_average_ref_proj(info, ch_type="seeg")

    def test_needs_electrodes(self, info):
        with pytest.raises(InputError, match="ch_type must be one of"):
            make_eeg_average_ref_proj(info, ch_type="mag")

    def test_needs_data_without_another_reference(self, info):
        info.value = replace(info.value, custom_reference=1)
        with pytest.raises(StateError, match="custom"):
            make_eeg_average_ref_proj(info)


class TestProjectionFiles:
    def test_come_back(self, info, tmp_path):
        proj = make_eeg_average_ref_proj(info, activate=False)
        write_proj(tmp_path / "x-proj.fif", proj)
        (found,) = read_proj(tmp_path / "x-proj.fif")
        assert found == proj
        assert dict(found)["desc"] == "Average EEG reference"

    def test_stay_unless_asked(self, info, tmp_path):
        proj = make_eeg_average_ref_proj(info)
        write_proj(tmp_path / "x-proj.fif", [proj])
        with pytest.raises(OverwriteError):
            write_proj(tmp_path / "x-proj.fif", [proj])
        write_proj(tmp_path / "x-proj.fif", [proj], overwrite=True)

    def test_without_projections_are_refused(self, tmp_path):
        write_trans(tmp_path / "x-trans.fif", CoordinateTransform("head", "mri"))
        with pytest.raises(FormatError, match="PROJ block"):
            read_proj(tmp_path / "x-trans.fif")

    def test_of_anything_else_are_refused(self, tmp_path):
        with pytest.raises(ArgumentTypeError, match="got dict"):
            write_proj(tmp_path / "x-proj.fif", [{"desc": "made up"}])

    def test_an_unknown_key_is_refused(self, info):
        with pytest.raises(UnknownNameError, match="'desc'"):
            make_eeg_average_ref_proj(info)["name"]


class TestTransforms:
    matrix = np.array([[0.0, -1, 0, 0.01], [1, 0, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1]])

    def test_come_back(self, tmp_path):
        trans = CoordinateTransform("head", "mri", self.matrix)
        write_trans(tmp_path / "x-trans.fif", trans)
        found = read_trans(tmp_path / "x-trans.fif")
        assert (found["from"], found["to"]) == (Frame.HEAD, Frame.MRI)
        np.testing.assert_allclose(found["trans"], self.matrix, atol=1e-9)

    def test_may_all_be_read(self, tmp_path):
        write_trans(tmp_path / "x-trans.fif", CoordinateTransform("head", "mri"))
        assert len(read_trans(tmp_path / "x-trans.fif", return_all=True)) == 1

    def test_are_equal_if_they_do_the_same(self):
        assert CoordinateTransform("head", "mri") == CoordinateTransform(4, 5)
        assert CoordinateTransform("head", "mri") != CoordinateTransform("mri", "head")

    def test_may_be_a_mapping_with_the_same_keys(self, tmp_path):
        write_trans(tmp_path / "x-trans.fif", dict(CoordinateTransform("head", "mri")))
        assert read_trans(tmp_path / "x-trans.fif").to_str == "MRI (surface RAS)"

    def test_in_an_unknown_frame_are_refused(self):
        with pytest.raises(InputError, match="fro must be one of"):
            CoordinateTransform("heads", "mri")

    def test_of_another_shape_are_refused(self):
        with pytest.raises(InputError, match="shape 4 x 4"):
            CoordinateTransform("head", "mri", np.eye(3))

    def test_of_another_type_are_refused(self, tmp_path):
        with pytest.raises(ArgumentTypeError, match="CoordinateTransform"):
            write_trans(tmp_path / "x-trans.fif", np.eye(4))

    def test_are_not_found_in_files_without(self, tmp_path):
        with writing(tmp_path / "x.fif") as writer:
            writer.void(Kind.NOP)
        with pytest.raises(FormatError, match="a transform"):
            read_trans(tmp_path / "x.fif")
