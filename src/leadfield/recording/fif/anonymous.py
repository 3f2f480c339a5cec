"""Measurement info that does not tell who was measured, when, by whom and on which machine."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import numpy as np

from leadfield.base.errors import StateError
from leadfield.base.log import LOGGER, warn
from leadfield.fif.kinds import Block, Kind, Type
from leadfield.fif.structs import ID
from leadfield.recording.fif.identifiers import NO_MICROS, NO_SECONDS
from leadfield.recording.info import MeasurementInfo, OpaqueBlock

Tag = tuple[int, int, bytes]
TEXT = "mne_anonymize"
DESCRIPTION = "Anonymized using a time shift to preserve age at acquisition"
# Where dates go that users do not move by a number of days.
BEGINNING = datetime(2000, 1, 1, tzinfo=UTC)
# What users may keep of the subject.
KEPT = {"his_id": Kind.SUBJ_HIS_ID, "sex": Kind.SUBJ_SEX, "hand": Kind.SUBJ_HAND}
# Blocks of which it is known what they hold; others are left out.
BLOCKS = frozenset(
    {
        *(Block.MEAS_INFO, Block.SUBJECT, Block.DEVICE, Block.HELIUM, Block.DACQ_PARS),
        *(Block.EVENTS, Block.HPI_MEAS, Block.HPI_RESULT, Block.HPI_COIL, Block.HPI_SUBSYSTEM),
        *(Block.PROCESSING_HISTORY, Block.PROCESSING_RECORD, Block.IAS, Block.SSS_INFO),
        *(Block.SSS_CAL, Block.SSS_ST_INFO, Block.CHANNEL_DECOUPLER, Block.SSS_BASES),
    }
)
# Texts about machines, programs and channels; all others are replaced.
TEXTS = frozenset(
    {
        *(Kind.CREATOR, Kind.DACQ_PARS, Kind.DACQ_STIM, Kind.DEVICE_TYPE, Kind.DEVICE_MODEL),
        *(Kind.EVENT_CHANNEL, Kind.CH_NAME_LIST, Kind.PROJ_ITEM_CH_NAME_LIST),
        Kind.XPLOTTER_LAYOUT,
    }
)
NUMBERS = frozenset({Kind.SUBJ_ID, Kind.SUBJ_SEX, Kind.SUBJ_WEIGHT, Kind.SUBJ_HEIGHT, Kind.PROJ_ID})
LEFT_OUT = frozenset({Kind.UTC_OFFSET, Kind.SUBJ_HAND})


def anonymized(
    info: MeasurementInfo, *, days_back: float | None, keep: Collection[str]
) -> MeasurementInfo:
    """The info without names, with all dates moved back by as many days, None for to 2000.

    Without a date of the measurement, no other date is left. ``keep`` names what stays of the
    subject: ``"his_id"``, ``"sex"``, ``"hand"``.
    """
    if info.measured_at is None and days_back is not None:
        warn("the recording has no date, so nothing is moved by daysback: all dates are removed")
    if keep:
        LOGGER.info("Not anonymized of the subject: %s", ", ".join(sorted(keep)))
    shift = _shift(info.measured_at, days_back)
    change = _Change(shift, frozenset(KEPT[name] for name in keep))
    moved = None
    if info.measured_at is not None and shift is not None:
        moved = _moved_date(info.measured_at, shift)
    return replace(
        info,
        measured_at=moved,
        description=DESCRIPTION,
        experimenter=TEXT,
        opaque_blocks=tuple(map(change.block, info.opaque_blocks)),
    )


def _shift(measured_at: datetime | None, days_back: float | None) -> timedelta | None:
    """By how much dates go back, None for none left."""
    if measured_at is None:
        return None
    if days_back is None:
        return measured_at - BEGINNING
    try:
        return timedelta(days=days_back)
    except OverflowError as error:
        raise _too_far(days_back) from error


def _moved_date(date: datetime, shift: timedelta) -> datetime:
    try:
        moved = date - shift
    except OverflowError as error:
        raise _too_far(shift.days) from error
    _fits(int((moved - datetime(1970, 1, 1, tzinfo=UTC)).total_seconds()), shift)
    return moved


def _fits(seconds: int, shift: timedelta) -> int:
    """Seconds since 1970, as far as FIF files can hold them."""
    if not -(2**31) <= seconds < 2**31:
        raise _too_far(shift.days)
    return seconds


def _too_far(days: float) -> StateError:
    msg = (
        f"dates must be from 1901 to 2038 in FIF files, {days:g} days back lead out of that: pass "
        "another daysback, or set_meas_date(None) before to remove all dates"
    )
    return StateError(msg)


class _Change:
    """What becomes of blocks and tags."""

    def __init__(self, shift: timedelta | None, keep: Collection[int]) -> None:
        self._shift, self._keep = shift, keep
        self._by_kind: Mapping[int, Callable[[Tag], Tag | None]] = {
            Kind.MEAS_DATE: self._date,
            Kind.SUBJ_BIRTH_DAY: self._day,
            Kind.SUBJ_HIS_ID: lambda tag: (tag[0], Type.STRING, b"0"),
            **dict.fromkeys(NUMBERS, lambda tag: (tag[0], tag[1], bytes(len(tag[2])))),
            **dict.fromkeys(LEFT_OUT, lambda _: None),
        }

    def block(self, block: OpaqueBlock) -> OpaqueBlock:
        """A block without what tells of people and times."""
        tags = [self._tag(tag) for tag in block.tags]
        if block.kind == Block.PROCESSING_RECORD and not any(
            tag[0] == Kind.EXPERIMENTER for tag in block.tags
        ):
            tags.append((Kind.EXPERIMENTER, Type.STRING, TEXT.encode()))
        children = [self.block(child) for child in block.children if child.kind in BLOCKS]
        kept = tuple(tag for tag in tags if tag is not None)
        return replace(block, tags=kept, children=tuple(children))

    def _tag(self, tag: Tag) -> Tag | None:
        kind, type_, content = tag
        if kind in self._keep:
            return tag
        if type_ == Type.ID_STRUCT:
            return kind, type_, self._identifier(content)
        if kind in self._by_kind:
            return self._by_kind[kind](tag)
        if type_ in {Type.STRING, Type.BYTE} and kind not in TEXTS:
            return kind, Type.STRING, TEXT.encode()
        return tag

    def _moved(self, seconds: int, micros: int) -> tuple[int, int]:
        """A time stamp as dates are moved; one that says nothing stays so."""
        if self._shift is None or (seconds, micros) == (NO_SECONDS, NO_MICROS):
            return NO_SECONDS, NO_MICROS
        total = timedelta(seconds=seconds, microseconds=micros) - self._shift
        return _fits(total.days * 86400 + total.seconds, self._shift), total.microseconds

    def _identifier(self, content: bytes) -> bytes:
        value = np.frombuffer(content, ID).copy() if len(content) == ID.itemsize else None
        value = np.zeros(1, ID) if value is None else value
        moved = self._moved(int(value["seconds"][0]), int(value["micros"][0]))
        value["machine"], value["seconds"], value["micros"] = 0, *moved
        return value.tobytes()

    def _date(self, tag: Tag) -> Tag:
        stamp = np.frombuffer(tag[2][: len(tag[2]) // 4 * 4], ">i4").tolist()
        moved = self._moved(*(*stamp, 0, 0)[:2])
        return tag[0], Type.INT, np.array(moved, ">i4").tobytes()

    def _day(self, tag: Tag) -> Tag | None:
        """A birthday, so that the age stays."""
        if self._shift is None or len(tag[2]) < 4:
            return None
        day = int(np.frombuffer(tag[2][:4], ">i4")[0]) - self._shift.days
        return tag[0], tag[1], np.array(day, ">i4").tobytes()
