"""What blocks that are saved as they were read say of subject, device, coils and history."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any

import numpy as np

from leadfield.base.arrays import locked, never_falls
from leadfield.fif.decode import BY_COLUMN, BY_ROW, CODING, DENSE, MOST_ACROSS, NUMBERS
from leadfield.fif.kinds import Block, Kind
from leadfield.fif.structs import DIG_POINT, ID
from leadfield.recording.info import MeasurementInfo, OpaqueBlock

Payload = tuple[int, bytes]
Decoder = Callable[[Payload], Any]
# Day 1 of the proleptic calendar, as Julian days count.
FIRST_DAY = 1_721_425
REFERENCE = re.compile("&#([0-9]{3,7});")


def _numbers(payload: Payload) -> Any:
    """The payload as a read-only array; a dense matrix in its shape."""
    type_, content = payload
    dtype = np.dtype(NUMBERS.get(type_ & 0xFFFF, ">u1"))
    if type_ & DENSE:
        n_axes = int(np.frombuffer(content[-4:], ">i4")[0]) if len(content) >= 4 else 0
        tail = 4 * (n_axes + 1)
        if not 0 < n_axes <= 3 or tail > len(content):
            return locked(np.empty(0), np.float64)
        shape = np.frombuffer(content[-tail:-4], ">i4")[::-1]
        content = content[:-tail]
        if (shape > 0).all() and int(np.prod(shape.astype(np.int64))) * dtype.itemsize == len(
            content
        ):
            return locked(np.frombuffer(content, dtype).reshape(shape), dtype.newbyteorder("="))
    whole = len(content) // dtype.itemsize * dtype.itemsize
    return locked(np.frombuffer(content[:whole], dtype), dtype.newbyteorder("="))


def _first(payload: Payload) -> Any:
    values = _numbers(payload)
    return values.real.ravel()[0].item() if values.size else None


def _integer(payload: Payload) -> int | None:
    value = _first(payload)
    return None if value is None or not np.isfinite(value) else int(value)


def _real(payload: Payload) -> float | None:
    value = _first(payload)
    return None if value is None else float(value)


def _text(payload: Payload) -> str:
    letters = payload[1].decode("latin-1").rstrip("\0")
    return REFERENCE.sub(lambda m: chr(int(m[1])) if 255 < int(m[1]) < 0x110000 else m[0], letters)


def _day(payload: Payload) -> date | None:
    number = _integer(payload)
    if number is None or not FIRST_DAY < number < FIRST_DAY + date.max.toordinal():
        return None
    return date.fromordinal(number - FIRST_DAY)


def _identifier(payload: Payload) -> dict[str, Any] | None:
    if len(payload[1]) != ID.itemsize:
        return None
    value = np.frombuffer(payload[1], ID)[0]
    return {
        "version": int(value["version"]),
        "machid": locked(value["machine"], np.int64),
        "secs": int(value["seconds"]),
        "usecs": int(value["micros"]),
    }


def _stamp(payload: Payload) -> tuple[int, ...]:
    return tuple(int(n) for n in _numbers(payload).ravel())


def _moment(payload: Payload) -> datetime | None:
    numbers = _numbers(payload).real.ravel()
    if not numbers.size or not (np.abs(numbers) < 2**32).all():
        return None
    seconds, micros = (*numbers.tolist(), 0)[:2]
    return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds, microseconds=micros)


def _names(payload: Payload) -> tuple[str, ...]:
    text = _text(payload).partition("\0")[0]
    return tuple(name.replace("{COLON}", ":") for name in text.split(":")) if text else ()


def _sparse(payload: Payload) -> Any:
    """A sparse matrix, by columns; None for what is none."""
    import scipy

    type_, content = payload
    by_row = type_ & CODING == BY_ROW
    if len(content) < 16 or not (by_row or type_ & CODING == BY_COLUMN):
        return None
    n_entries, *shape, n_axes = (int(n) for n in np.frombuffer(content[-16:], ">i4"))
    n_lines, n_places = shape if by_row else shape[::-1]
    size = 4 * (2 * n_entries + n_lines + 1)
    if n_axes != 2 or min(n_entries, *shape) < 0 or size + 16 != len(content):
        return None
    if n_places > MOST_ACROSS:
        return None
    numbers = np.frombuffer(content[:size], ">i4").astype(np.int32)
    values = np.frombuffer(content[: 4 * n_entries], ">f4").astype(np.float32)
    places, starts = numbers[n_entries : 2 * n_entries], numbers[2 * n_entries :]
    falls = starts[0] != 0 or starts[-1] != n_entries or not never_falls(starts)
    if falls or (places < 0).any() or (places >= n_places).any():
        return None
    kind = scipy.sparse.csr_array if by_row else scipy.sparse.csc_array
    return kind((values, places, starts), shape=(shape[0], shape[1])).tocsc()


Fields = Mapping[int, tuple[str, Decoder]]
SUBJECT: Fields = {
    Kind.SUBJ_ID: ("id", _integer),
    Kind.SUBJ_HIS_ID: ("his_id", _text),
    Kind.SUBJ_LAST_NAME: ("last_name", _text),
    Kind.SUBJ_FIRST_NAME: ("first_name", _text),
    Kind.SUBJ_MIDDLE_NAME: ("middle_name", _text),
    Kind.SUBJ_BIRTH_DAY: ("birthday", _day),
    Kind.SUBJ_SEX: ("sex", _integer),
    Kind.SUBJ_HAND: ("hand", _integer),
    Kind.SUBJ_WEIGHT: ("weight", _real),
    Kind.SUBJ_HEIGHT: ("height", _real),
}
DEVICE: Fields = {
    Kind.DEVICE_TYPE: ("type", _text),
    Kind.DEVICE_MODEL: ("model", _text),
    Kind.DEVICE_SERIAL: ("serial", _text),
    Kind.DEVICE_SITE: ("site", _text),
}
RESULT: Fields = {
    Kind.HPI_DIGITIZATION_ORDER: ("order", _numbers),
    Kind.HPI_COILS_USED: ("used", _numbers),
    Kind.HPI_COIL_MOMENTS: ("moments", _numbers),
    Kind.HPI_FIT_GOODNESS: ("goodness", _numbers),
    Kind.HPI_FIT_GOOD_LIMIT: ("good_limit", _real),
    Kind.HPI_FIT_DIST_LIMIT: ("dist_limit", _real),
    Kind.HPI_FIT_ACCEPT: ("accept", _integer),
}
MEASUREMENT: Fields = {
    Kind.BLOCK_ID: ("block_id", _identifier),
    Kind.PARENT_BLOCK_ID: ("parent_id", _identifier),
    Kind.CREATOR: ("creator", _text),
    Kind.SFREQ: ("sfreq", _real),
    Kind.NCHAN: ("nchan", _integer),
    Kind.NAVE: ("nave", _integer),
    Kind.HPI_NCOIL: ("ncoil", _integer),
    Kind.FIRST_SAMPLE: ("first_samp", _integer),
    Kind.LAST_SAMPLE: ("last_samp", _integer),
}
COIL: Fields = {
    Kind.HPI_COIL_NO: ("number", _integer),
    Kind.EPOCH: ("epoch", _numbers),
    Kind.HPI_SLOPES: ("slopes", _numbers),
    Kind.HPI_CORR_COEFF: ("corr_coeff", _numbers),
    Kind.HPI_COIL_FREQ: ("coil_freq", _real),
}
SUBSYSTEM: Fields = {
    Kind.HPI_NCOIL: ("ncoil", _integer),
    Kind.EVENT_CHANNEL: ("event_channel", _text),
}
SUBSYSTEM_COIL: Fields = {Kind.EVENT_BITS: ("event_bits", _numbers)}
HELIUM: Fields = {
    Kind.HE_LEVEL_RAW: ("he_level_raw", _real),
    Kind.HELIUM_LEVEL: ("helium_level", _real),
    Kind.ORIG_FILE_GUID: ("orig_file_guid", _text),
    Kind.GANTRY_ANGLE: ("gantry_angle", _integer),
    Kind.MEAS_DATE: ("meas_date", _moment),
}
EVENTS: Fields = {
    Kind.EVENT_CHANNELS: ("channels", _numbers),
    Kind.EVENT_LIST: ("list", _numbers),
}
RECORD: Fields = {
    Kind.PARENT_FILE_ID: ("parent_file_id", _identifier),
    Kind.BLOCK_ID: ("block_id", _identifier),
    Kind.PARENT_BLOCK_ID: ("parent_block_id", _identifier),
    Kind.MEAS_DATE: ("date", _stamp),
    Kind.EXPERIMENTER: ("experimenter", _text),
    Kind.CREATOR: ("creator", _text),
}
SEPARATION: Fields = {
    Kind.SSS_JOB: ("job", _integer),
    Kind.SSS_FRAME: ("frame", _integer),
    Kind.SSS_ORIGIN: ("origin", _numbers),
    Kind.SSS_ORD_IN: ("in_order", _integer),
    Kind.SSS_ORD_OUT: ("out_order", _integer),
    Kind.SSS_NMAG: ("nchan", _integer),
    Kind.SSS_COMPONENTS: ("components", _numbers),
    Kind.SSS_NFREE: ("nfree", _integer),
    Kind.HPI_FIT_GOOD_LIMIT: ("hpi_g_limit", _real),
    Kind.HPI_FIT_DIST_LIMIT: ("hpi_dist_limit", _real),
}
CALIBRATION: Fields = {
    Kind.SSS_CAL_CHANS: ("cal_chans", _numbers),
    Kind.SSS_CAL_CORRS: ("cal_corrs", _numbers),
}
CROSS_TALK: Fields = {
    Kind.BLOCK_ID: ("block_id", _identifier),
    Kind.PARENT_BLOCK_ID: ("parent_block_id", _identifier),
    Kind.MEAS_DATE: ("date", _numbers),
    Kind.CREATOR: ("creator", _text),
    Kind.DECOUPLER_MATRIX: ("decoupler", _sparse),
    Kind.PROJ_ITEM_CH_NAME_LIST: ("ch_names", _names),
}
TEMPORAL: Fields = {
    Kind.SSS_JOB: ("job", _integer),
    Kind.SSS_ST_CORR: ("subspcorr", _real),
    Kind.SSS_ST_LENGTH: ("buflen", _real),
}


def _walk(block: OpaqueBlock) -> Iterator[OpaqueBlock]:
    for child in block.children:
        yield child
        yield from _walk(child)


def _blocks(info: MeasurementInfo, kind: int, *, top: int = Block.MEAS_INFO) -> list[OpaqueBlock]:
    outer = [block for block in info.opaque_blocks if block.kind == top]
    return [block for one in outer for block in _walk(one) if block.kind == kind]


def _fields(block: OpaqueBlock, names: Fields) -> dict[str, Any]:
    found = {}
    for kind, type_, content in block.tags:
        if kind in names:
            name, decode = names[kind]
            found[name] = decode((type_, content))
    return found


def _inner(block: OpaqueBlock, kind: int, names: Fields) -> list[dict[str, Any]]:
    return [_fields(child, names) for child in _walk(block) if child.kind == kind]


def _own(info: MeasurementInfo, kind: int, decode: Decoder) -> Any:
    """A tag of the measurement info itself."""
    blocks = [block for block in info.opaque_blocks if block.kind == Block.MEAS_INFO]
    found = [(t, content) for block in blocks for k, t, content in block.tags if k == kind]
    return decode(found[0]) if found else None


def _only(info: MeasurementInfo, kind: int, names: Fields) -> dict[str, Any] | None:
    blocks = _blocks(info, kind)
    return _fields(blocks[0], names) if len(blocks) == 1 else None


def _anywhere(info: MeasurementInfo, kind: int, names: Fields) -> dict[str, Any] | None:
    """The first block of a kind in measurement info or in the processing history."""
    blocks = _blocks(info, kind) or _blocks(info, kind, top=Block.PROCESSING_HISTORY)
    return _fields(blocks[0], names) if blocks else None


def _text_in(info: MeasurementInfo, kind: int) -> str | None:
    found = _only(info, Block.DACQ_PARS, {kind: ("text", _text)})
    return None if found is None else found.get("text")


def _result(block: OpaqueBlock) -> dict[str, Any]:
    points = [
        np.frombuffer(content, DIG_POINT)[0]
        for kind, _, content in block.tags
        if kind == Kind.DIG_POINT and len(content) == DIG_POINT.itemsize
    ]
    dig = [
        {"kind": int(p["kind"]), "ident": int(p["ident"]), "r": locked(p["r"]), "coord_frame": 0}
        for p in points
    ]
    return {"dig_points": dig, **_fields(block, RESULT)}


def _record(block: OpaqueBlock) -> dict[str, Any]:
    max_info = {
        "sss_info": next(iter(_inner(block, Block.SSS_INFO, SEPARATION)), {}),
        "max_st": next(iter(_inner(block, Block.SSS_ST_INFO, TEMPORAL)), {}),
        "sss_ctc": next(iter(_inner(block, Block.CHANNEL_DECOUPLER, CROSS_TALK)), {}),
        "sss_cal": next(iter(_inner(block, Block.SSS_CAL, CALIBRATION)), {}),
    }
    return {**_fields(block, RECORD), "max_info": max_info}


def _measurement(block: OpaqueBlock) -> dict[str, Any]:
    return {**_fields(block, MEASUREMENT), "hpi_coils": _inner(block, Block.HPI_COIL, COIL)}


def _subsystem(block: OpaqueBlock) -> dict[str, Any]:
    coils = _inner(block, Block.HPI_COIL, SUBSYSTEM_COIL)
    return {**_fields(block, SUBSYSTEM), **({"hpi_coils": coils} if coils else {})}


# Keys of an info, and what gives them.
GETTERS: Mapping[str, Callable[[MeasurementInfo], Any]] = {
    "subject_info": lambda info: _only(info, Block.SUBJECT, SUBJECT),
    "device_info": lambda info: _only(info, Block.DEVICE, DEVICE),
    "hpi_results": lambda info: [_result(one) for one in _blocks(info, Block.HPI_RESULT)],
    "hpi_meas": lambda info: [_measurement(one) for one in _blocks(info, Block.HPI_MEAS)],
    "proc_history": lambda info: [
        _record(one) for one in _blocks(info, Block.PROCESSING_RECORD, top=Block.PROCESSING_HISTORY)
    ],
    "hpi_subsystem": lambda info: next(
        (_subsystem(one) for one in _blocks(info, Block.HPI_SUBSYSTEM)), None
    ),
    "helium_info": lambda info: _only(info, Block.HELIUM, HELIUM),
    "events": lambda info: [_fields(one, EVENTS) for one in _blocks(info, Block.EVENTS)],
    "cross_talk": lambda info: _anywhere(info, Block.CHANNEL_DECOUPLER, CROSS_TALK),
    "fine_calibration": lambda info: _anywhere(info, Block.SSS_CAL, CALIBRATION),
    "acq_pars": lambda info: _text_in(info, Kind.DACQ_PARS),
    "acq_stim": lambda info: _text_in(info, Kind.DACQ_STIM),
    "meas_id": lambda info: _own(info, Kind.PARENT_BLOCK_ID, _identifier),
    "utc_offset": lambda info: _own(info, Kind.UTC_OFFSET, _text),
    "proj_id": lambda info: _own(info, Kind.PROJ_ID, _integer),
    "proj_name": lambda info: _own(info, Kind.PROJ_NAME, _text),
    "gantry_angle": lambda info: _own(info, Kind.GANTRY_ANGLE, _integer),
    "xplotter_layout": lambda info: _own(info, Kind.XPLOTTER_LAYOUT, _text),
    "kit_system_id": lambda info: _own(info, Kind.KIT_SYSTEM_ID, _integer),
    # Whoever writes a file gives it an identity of its own.
    "file_id": lambda _: None,
}
