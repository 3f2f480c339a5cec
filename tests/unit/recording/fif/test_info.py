"""Measurement information comes back from a file; what cannot be is refused or warned of."""

from dataclasses import replace
from datetime import UTC, datetime

import numpy as np
import pytest

from leadfield.base.errors import FormatError, MismatchError
from leadfield.fif.kinds import Block, Kind, Type
from leadfield.fif.named_matrix import NamedMatrix, write_named_matrix
from leadfield.fif.reader import FifFile
from leadfield.fif.writer import writing
from leadfield.recording.compensation import Compensation
from leadfield.recording.create import average_reference, create_measurement_info
from leadfield.recording.fif.channels import write_channels
from leadfield.recording.fif.info import read_info, write_info
from leadfield.recording.fif.opaque_blocks import write_opaque_block
from leadfield.recording.fif.positions import write_transform
from leadfield.recording.frames import Frame, Transform
from leadfield.recording.info import DigitisedPoint, OpaqueBlock
from leadfield.recording.projection import Projection

TURN = np.array([[0.0, -1, 0, 0.01], [1, 0, 0, 0.02], [0, 0, 1, 0.04], [0, 0, 0, 1]])


def read(path):
    with FifFile(path) as fif:
        return read_info(fif)


def back(tmp_path, info, **options):
    """The information after a way through a file."""
    path = tmp_path / "x.fif"
    with writing(path, overwrite=True) as writer, writer.block(Block.MEAS):
        write_info(writer, info, **options)
    return read(path)


def made(tmp_path, fill, n=2):
    """A file with little more than channels and what ``fill`` adds."""
    path = tmp_path / "x.fif"
    info = create_measurement_info([f"C{i}" for i in range(n)], 100.0, "mag")
    with (
        writing(path, overwrite=True) as writer,
        writer.block(Block.MEAS),
        writer.block(Block.MEAS_INFO),
    ):
        writer.integers(Kind.NCHAN, n)
        writer.reals(Kind.SFREQ, 100.0)
        write_channels(writer, info.channels)
        fill(writer)
    return path


class TestEverythingComesBack:
    def test_channels(self, tmp_path, info):
        found, asked = back(tmp_path, info, keep_ranges=True).channels, info.channels
        for name in ("kinds", "coil_types", "units", "cals", "ranges", "frames"):
            np.testing.assert_array_equal(getattr(found, name), getattr(asked, name))
        assert found.names == asked.names
        assert found.types == asked.types

    def test_ranges_become_1_where_samples_are_stored_without(self, tmp_path, info):
        assert (back(tmp_path, info).channels.ranges == 1).all()

    def test_names_too_long_for_a_record(self, tmp_path, info):
        long = info.renamed({"E1": "electrode number one", "E2": "electrode number two"})
        asked = long.with_bads(["electrode number two"])
        asked = asked.with_projections([average_reference(asked, active=False)])
        found = back(tmp_path, asked)
        assert found.names == asked.names
        assert found.bads == asked.bads
        assert found.projections[0].same_as(asked.projections[0])

    def test_names_in_any_script(self, tmp_path, info):
        asked = info.renamed({"M": "µ", "G": "电极", "E1": "电极2"}).with_bads(["电极"])
        found = back(tmp_path, asked)
        assert (found.names, found.bads) == (asked.names, asked.bads)

    def test_numbers_and_words(self, tmp_path, info):
        asked = replace(
            info,
            highpass=0.5,
            lowpass=40.0,
            line_frequency=50.0,
            description="of a day",
            experimenter="somebody",
            custom_reference=1,
            measured_at=datetime(2002, 12, 3, 19, 1, 10, 720100, UTC),
        )
        found = back(tmp_path, asked)
        for name in (
            *("sampling_rate", "highpass", "lowpass", "line_frequency", "description"),
            *("experimenter", "custom_reference", "measured_at"),
        ):
            assert getattr(found, name) == getattr(asked, name), name

    def test_no_date(self, tmp_path, info):
        assert back(tmp_path, info).measured_at is None

    def test_a_date_before_1970(self, tmp_path, info):
        asked = replace(info, measured_at=datetime(1963, 1, 2, 3, 4, 5, 600, UTC))
        assert back(tmp_path, asked).measured_at == asked.measured_at

    def test_bads_and_projections(self, tmp_path, info):
        field = Projection(
            description="PCA",
            kind=1,
            active=True,
            channel_names=("M", "G"),
            vectors=np.array([[0.6, 0.8]]),
            explained_variance=0.25,
        )
        found = back(tmp_path, info.with_bads(["G"]).with_projections([field]))
        assert found.bads == ("G",)
        assert found.projections[0].same_as(field)
        assert found.projections[0].explained_variance == 0.25

    def test_transforms(self, tmp_path, info):
        asked = Transform(source=Frame.DEVICE, target=Frame.HEAD, matrix=TURN)
        found = back(tmp_path, replace(info, device_to_head=asked)).device_to_head
        assert found.same_as(asked)

    def test_digitised_points(self, tmp_path, info):
        (found,) = back(tmp_path, info).digitisation
        assert (found.kind, found.ident, found.frame) == (1, 2, Frame.HEAD)
        np.testing.assert_allclose(found.position, [0, 0.1, 0], rtol=1e-7)

    def test_compensations_to_the_last_bit(self, tmp_path, info):
        one = Compensation(
            kind=0x47314252,
            grade=1,
            row_names=("M",),
            column_names=("G", "STI"),
            weights=np.array([[1 / 3, 1 / 7]]),
        )
        (found,) = back(tmp_path, replace(info, compensations=(one,))).compensations
        assert (found.grade, found.row_names, found.column_names) == (1, ("M",), ("G", "STI"))
        np.testing.assert_array_equal(found.weights, one.weights)

    def test_blocks_that_nobody_reads(self, tmp_path, info):
        inner = OpaqueBlock(kind=Block.HPI_COIL, tags=((Kind.HPI_COIL_NO, 3, b"\0\0\0\1"),))
        outer = OpaqueBlock(kind=Block.HPI_MEAS, tags=(), children=(inner,))
        block = OpaqueBlock(
            kind=Block.MEAS_INFO, tags=((Kind.PROJ_NAME, 10, b"study"),), children=(outer,)
        )
        found = back(tmp_path, replace(info, opaque_blocks=(block,))).opaque_blocks[0]
        assert outer in found.children
        assert (Kind.PROJ_NAME, 10, b"study") in found.tags


def test_points_in_two_frames_cannot_be_saved(tmp_path, info):
    other = DigitisedPoint(kind=1, ident=1, position=np.zeros(3), frame=Frame.MRI)
    with pytest.raises(MismatchError, match="one frame"):
        back(tmp_path, replace(info, digitisation=(*info.digitisation, other)))


def test_a_transform_the_other_way_round_is_turned(tmp_path):
    away = Transform(source=Frame.HEAD, target=Frame.DEVICE, matrix=TURN)
    found = read(made(tmp_path, lambda w: write_transform(w, away))).device_to_head
    assert found.same_as(away.inverse())


def test_a_transform_may_stand_with_the_head_position_coils(tmp_path):
    there = Transform(source=Frame.DEVICE, target=Frame.HEAD, matrix=TURN)

    def fill(writer):
        with writer.block(Block.HPI_RESULT):
            write_transform(writer, there)

    assert read(made(tmp_path, fill)).device_to_head.same_as(there)


def test_weights_for_stored_numbers_are_calibrated(tmp_path, info):
    path = tmp_path / "x.fif"
    with (
        writing(path) as writer,
        writer.block(Block.MEAS),
        writer.block(Block.MEAS_INFO),
    ):
        writer.integers(Kind.NCHAN, len(info.channels))
        writer.reals(Kind.SFREQ, 100.0)
        write_channels(writer, info.channels, keep_ranges=True)
        with writer.block(Block.CTF_COMP), writer.block(Block.CTF_COMP_DATA):
            writer.integers(Kind.CTF_COMP_KIND, 0x47324252)
            matrix = NamedMatrix(row_names=("M",), column_names=("G",), data=np.array([[6.0]]))
            write_named_matrix(writer, Kind.CTF_COMP_DATA, matrix)
    (one,) = read(path).compensations
    # Row: 2 x 1, column: 3 x 4.
    assert (one.grade, one.weights.item()) == (2, pytest.approx(6.0 * 2 / 12))


def separated(order, components):
    tags = (
        (Kind.SSS_ORD_IN, Type.INT, np.array(order, ">i4").tobytes()),
        (Kind.SSS_COMPONENTS, Type.INT, np.array(components, ">i4").tobytes()),
    )
    inner = OpaqueBlock(kind=Block.SSS_INFO, tags=tags)
    record = OpaqueBlock(
        kind=Block.PROCESSING_RECORD,
        tags=((Kind.CREATOR, Type.STRING, b"made up"),),
        children=(inner,),
    )
    return OpaqueBlock(kind=Block.PROCESSING_HISTORY, tags=(), children=(record,))


class TestHistory:
    def test_counts_the_inner_components_that_were_used(self, tmp_path):
        # Order 2 has 8 inner components; the rest are outer ones.
        block = separated(2, [1, 1, 0, 1, 1, 1, 0, 1, 1, 1, 1])
        (step,) = read(made(tmp_path, lambda w: write_opaque_block(w, block))).history
        assert (step.degrees, step.creator) == (6, "made up")

    def test_is_written_again(self, tmp_path, info):
        block = separated(1, [1, 1, 1])
        assert back(tmp_path, replace(info, opaque_blocks=(block,))).history[0].degrees == 3


class TestOddities:
    def test_names_used_twice_are_numbered(self, tmp_path, info):
        path = tmp_path / "x.fif"
        twice = info.channels.renamed(["A", "A_", "B", "C", "D"])
        with writing(path) as writer, writer.block(Block.MEAS), writer.block(Block.MEAS_INFO):
            writer.integers(Kind.NCHAN, 5)
            writer.reals(Kind.SFREQ, 100.0)
            write_channels(writer, twice)
        path.write_bytes(path.read_bytes().replace(b"A_", b"A\0"))
        with pytest.warns(RuntimeWarning, match="numbered 'A'"):
            assert read(path).names == ("A-0", "A-1", "B", "C", "D")

    def test_bads_that_are_not_there_are_left_out(self, tmp_path):
        def fill(writer):
            with writer.block(Block.BAD_CHANNELS):
                writer.names(Kind.CH_NAME_LIST, ["C1", "gone"])

        path = made(tmp_path, fill)
        with pytest.warns(RuntimeWarning, match="'gone'"):
            assert read(path).bads == ("C1",)

    def test_projection_vectors_stored_the_other_way_are_turned(self, tmp_path):
        def fill(writer):
            with writer.block(Block.PROJ), writer.block(Block.PROJ_ITEM):
                writer.names(Kind.PROJ_ITEM_CH_NAME_LIST, ["C0", "C1"])
                writer.text(Kind.NAME, "turned")
                writer.integers(Kind.PROJ_ITEM_KIND, 1)
                writer.integers(Kind.PROJ_ITEM_NVEC, 1)
                writer.matrix(Kind.PROJ_ITEM_VECTORS, [[0.6], [0.8]])

        (one,) = read(made(tmp_path, fill)).projections
        np.testing.assert_allclose(one.vectors, [[0.6, 0.8]], rtol=1e-7)

    def test_filters_without_a_number_are_the_widest(self, tmp_path):
        path = made(tmp_path, lambda w: w.reals(Kind.LOWPASS, np.nan))
        found = read(path)
        assert (found.highpass, found.lowpass) == (0, 50)


class TestRefusals:
    @pytest.mark.parametrize("rate", [0.0, -1.0, 1e-38, 1e38, np.inf, np.nan])
    def test_an_impossible_sampling_rate(self, rate, tmp_path):
        path = tmp_path / "x.fif"
        with writing(path) as writer, writer.block(Block.MEAS), writer.block(Block.MEAS_INFO):
            writer.integers(Kind.NCHAN, 1)
            writer.reals(Kind.SFREQ, rate)
            write_channels(writer, create_measurement_info(1 * ["a"], 1.0).channels)
        with pytest.raises(FormatError, match="a sampling rate of"):
            read(path)

    @pytest.mark.parametrize("name", ["cals", "ranges"])
    @pytest.mark.parametrize("value", [np.nan, np.inf, 1e38])
    def test_a_calibration_that_cannot_be(self, name, value, tmp_path, info):
        values = getattr(info.channels, name).copy()
        values[0] = value
        channels = replace(info.channels, **{name: values})
        with pytest.raises(FormatError, match="finite and at most"):
            back(tmp_path, replace(info, channels=channels), keep_ranges=True)

    @pytest.mark.parametrize("value", [np.nan, 1e38])
    def test_a_projection_that_cannot_be(self, value, tmp_path, info):
        one = Projection(
            description="", kind=1, active=False, channel_names=info.names[:1], vectors=[[value]]
        )
        with pytest.raises(FormatError, match="finite vectors"):
            back(tmp_path, info.with_projections([one]))

    def test_more_channels_announced_than_come(self, tmp_path, info):
        path = tmp_path / "x.fif"
        with writing(path) as writer, writer.block(Block.MEAS), writer.block(Block.MEAS_INFO):
            writer.integers(Kind.NCHAN, 9)
            writer.reals(Kind.SFREQ, 100.0)
            write_channels(writer, info.channels)
        with pytest.raises(FormatError, match="the 9 channels it announces, it has 5"):
            read(path)

    def test_a_calibration_that_is_no_number(self, tmp_path, info):
        wrong = replace(info.channels, cals=np.array([1, np.nan, 1, 1, 1]))
        with pytest.raises(FormatError, match="cal must be finite"):
            back(tmp_path, replace(info, channels=wrong))

    def test_mixed_compensation_grades(self, tmp_path, info):
        coils = info.channels.coil_types.copy()
        coils[0] |= 1 << 16
        wrong = replace(info.channels, coil_types=coils)
        with pytest.raises(FormatError, match="one compensation grade"):
            back(tmp_path, replace(info, channels=wrong))

    def test_a_file_without_a_measurement(self, tmp_path):
        path = tmp_path / "x.fif"
        with writing(path) as writer, writer.block(Block.MNE):
            writer.void(Kind.NOP)
        with pytest.raises(FormatError, match="MEAS block, it has MNE"):
            read(path)

    def test_two_measurements(self, tmp_path, info):
        path = tmp_path / "x.fif"
        with writing(path) as writer:
            for _ in range(2):
                with writer.block(Block.MEAS):
                    write_info(writer, info)
        with pytest.raises(FormatError, match="one MEAS block"):
            read(path)
