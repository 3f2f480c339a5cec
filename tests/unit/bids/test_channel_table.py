"""``channels.tsv`` says which channels are what, and which are bad."""

import pytest

from leadfield.base.errors import FormatError
from leadfield.bids.channel_table import with_channel_table
from leadfield.recording.create import create_measurement_info


@pytest.fixture
def info():
    names = ["MEG 001", "EEG 001", "EEG 002"]
    return create_measurement_info(names, 100.0, ["mag", "eeg", "eeg"]).with_bads(["EEG 001"])


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "sub-01_channels.tsv"

    def write(*rows):
        path.write_text("\n".join("\t".join(row) for row in rows))
        return path

    return write


def test_types_are_the_tables_but_those_of_coils(info, table):
    path = table(("name", "type"), ("MEG 001", "MEGGRADPLANAR"), ("EEG 002", "HEOG"))
    assert with_channel_table(info, path).channels.types == ("mag", "eeg", "eog")


def test_bads_are_the_tables_alone(info, table):
    path = table(("name", "status"), ("MEG 001", "Bad"), ("EEG 001", "good"), ("EEG 002", "n/a"))
    assert with_channel_table(info, path).bads == ("MEG 001",)


def test_without_a_status_bads_are_the_recordings(info, table):
    assert with_channel_table(info, table(("name",), ("MEG 001",))).bads == ("EEG 001",)


def test_an_unknown_type_is_misc_and_said(info, table):
    path = table(("name", "type"), ("EEG 001", "WINDSPEED"))
    with pytest.warns(RuntimeWarning, match="taken as misc: 'WINDSPEED'"):
        assert with_channel_table(info, path).channels.types[1] == "misc"


def test_channels_that_are_not_recorded_are_said(info, table):
    path = table(("name", "status"), ("MEG 001", "good"), ("MEG 999", "bad"))
    with pytest.warns(RuntimeWarning, match="'MEG 999'"):
        assert with_channel_table(info, path).bads == ()


def test_a_table_of_another_recording_is_refused(info, table):
    with pytest.raises(FormatError, match="must name channels of the recording"):
        with_channel_table(info, table(("name",), ("Fz",)))


def test_a_channel_must_come_once(info, table):
    with pytest.raises(FormatError, match="'EEG 001' come twice"):
        with_channel_table(info, table(("name",), ("EEG 001",), ("EEG 001",)))
