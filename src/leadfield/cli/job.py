"""A job of ``leadfield localize``: its settings, its inputs, and all that is checked of them."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, final

import numpy as np

from leadfield.api.events.find_events import find_events
from leadfield.api.forward.forward import Forward, read_forward_solution
from leadfield.api.recording.picks import pick_types
from leadfield.api.recording.raw import Raw
from leadfield.api.recording.read_raw import read_raw_fif
from leadfield.base.arrays import Ints, lock_arrays, locked
from leadfield.base.checks import listed, number
from leadfield.base.errors import ChannelError, DataError, InputError, MismatchError
from leadfield.base.files import as_path, existing
from leadfield.cli.anatomy import Anatomy, read_anatomy
from leadfield.cli.output_folder import check_results_folder
from leadfield.covariance.estimators import choose_estimators
from leadfield.inverse.eeg_reference import check_reference

SENSORS = {"meg": (True, False), "eeg": (False, True), "both": (True, True)}


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class Localization:
    """What to localise, and how; times in s, amplitudes in SI units."""

    raw: Path
    forward: Path
    events: Mapping[str, int]
    out: Path
    window: tuple[float, float] = (-0.2, 0.5)
    baseline: tuple[float | None, float | None] | None = (None, 0.0)
    reject: Mapping[str, float]
    flat: Mapping[str, float]
    bads: tuple[str, ...] = ()
    sensors: Literal["meg", "eeg", "both"] = "meg"
    stim: str | None = None
    estimators: tuple[str, ...] = ("shrunk", "empirical")
    rank: Literal["info", "full"] | None = None
    method: str = "dSPM"
    snr: float | Literal["auto"] = "auto"
    loose: float = 0.2
    depth: float = 0.8
    pick_ori: str | None = None
    subjects_dir: Path | None = None
    overwrite: bool = False
    report: bool = False
    live: bool = False

    @property
    def lambda2(self) -> float | None:
        """The regularisation, 1 / snr²; None leaves it to each response."""
        return None if self.snr == "auto" else 1.0 / number("snr", self.snr, above=0) ** 2


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Inputs:
    """What a job reads: ``picks`` are the channels of its epochs, bad ones left out."""

    raw: Raw
    events: Ints
    picks: Ints
    forward: Forward
    anatomy: Anatomy

    def __post_init__(self) -> None:
        # The outer objects own their arrays.
        for name in ("events", "picks"):
            object.__setattr__(self, name, locked(getattr(self, name), np.int64))
        lock_arrays(self)


def check_options(job: Localization) -> None:
    """Raise for all that can be known without reading a file."""
    check_settings(job)
    if job.live and not job.report:
        msg = "--live needs --report: it adds a live inverse to the report's brain"
        raise InputError(msg)
    check_results_folder(as_path(job.out), overwrite=job.overwrite)


def check_settings(job: Localization) -> None:
    """Raise for settings that no recording can be localised with."""
    if not job.events:
        msg = "--event must be given at least once, as NAME=CODE"
        raise InputError(msg)
    for name in job.events:
        if Path(name).name != name:
            msg = f"--event names become file names, so they cannot hold a slash: {name!r}"
            raise InputError(msg)
    _check_window(job)
    if job.snr != "auto":
        number("--snr", job.snr, above=0)
    number("--loose", job.loose, least=0, most=1)
    number("--depth", job.depth, least=0)
    for option, limits in (("--reject", job.reject), ("--flat", job.flat)):
        for kind, limit in limits.items():
            number(f"{option} {kind}", limit, above=0)
    if job.pick_ori == "normal" and job.loose == 0:
        msg = "--pick-ori normal needs --loose above 0: fixed orientations have signs anyway"
        raise InputError(msg)
    try:
        choose_estimators(list(job.estimators), None, full_rank=job.rank == "full")
    except InputError as error:
        msg = f"--cov: {error}"
        raise InputError(msg) from error


def _check_window(job: Localization) -> None:
    start, stop = (number(f"--tm{end}", x) for end, x in zip(("in", "ax"), job.window, strict=True))
    if not start < 0 < stop:
        msg = (
            f"--tmin must be below 0 and --tmax above, got {start:g} and {stop:g}: the noise is "
            "estimated from what is before the event"
        )
        raise InputError(msg)
    if job.baseline is None:
        return
    first, last = (
        end if given is None else given for given, end in zip(job.baseline, job.window, strict=True)
    )
    if not start <= first <= last <= stop:
        msg = f"--baseline must lie in the epoch, {start:g} to {stop:g} s, got {first:g},{last:g}"
        raise InputError(msg)


def read_inputs(job: Localization) -> Inputs:
    """Read a job's files, and raise unless they fit together and its options fit them."""
    for path, what in ((job.raw, "recording"), (job.forward, "--forward")):
        existing(path, what)
    raw = read_recording(job)
    forward = _forward(job)
    anatomy = read_anatomy(forward.value, job.subjects_dir)
    meg, eeg = SENSORS[job.sensors]
    data = pick_types(raw.info, meg=meg, eeg=eeg, exclude="bads")
    names = [raw.ch_names[i] for i in data]
    common = sorted(set(names) & set(forward.value.channels.names))
    if not common:
        msg = (
            f"--sensors {job.sensors} must be good channels of the recording that --forward has, "
            f"got none: recording {listed(names, 3)}, forward {listed(forward.ch_names, 3)}"
        )
        raise MismatchError(msg)
    if not forward.value.free and (job.loose > 0 or job.depth > 0):
        msg = "--forward has fixed orientations: pass --loose 0 --depth 0, or a free one"
        raise MismatchError(msg)
    check_reference(raw.info.value, common)
    picks = pick_channels(job, raw)
    kinds = set(raw.get_channel_types(picks))
    for option, limits in (("--reject", job.reject), ("--flat", job.flat)):
        for kind in set(limits) - kinds:
            there = listed(sorted(kinds))
            msg = f"{option} must be for types of the channels used, {there}, got {kind!r}"
            raise ChannelError(msg)
    events = find_conditions(job, raw)
    return Inputs(raw=raw, events=events, picks=picks, forward=forward, anatomy=anatomy)


def read_recording(job: Localization) -> Raw:
    """The recording, with all channels marked that are bad."""
    raw = read_raw_fif(job.raw)
    _mark_bads(job, raw)
    return raw


def pick_channels(job: Localization, raw: Raw) -> Ints:
    """The channels of epochs: good ones that are asked for, and those of eyes and heart."""
    meg, eeg = SENSORS[job.sensors]
    picks: Ints = pick_types(raw.info, meg=meg, eeg=eeg, eog=True, ecg=True, exclude="bads")
    return picks


def _forward(job: Localization) -> Forward:
    """The forward solution, which must have all sensors that are asked for."""
    forward = read_forward_solution(job.forward)
    types = set(forward.value.info.channels.types)
    have = bool(types & {"mag", "grad"}), "eeg" in types
    wanted = zip(("MEG", "EEG"), SENSORS[job.sensors], have, strict=True)
    lacking = [name for name, asked, there in wanted if asked and not there]
    if lacking:
        msg = (
            f"--sensors {job.sensors} needs a forward solution with {' and '.join(lacking)}, "
            f"{job.forward} has none: compute one with it, or choose other --sensors"
        )
        raise ChannelError(msg)
    return forward


def _mark_bads(job: Localization, raw: Raw) -> None:
    unknown = [name for name in job.bads if name not in raw.ch_names]
    if unknown:
        msg = f"--bad must name channels of the recording, {unknown[0]!r} is none"
        raise ChannelError(msg)
    raw.info["bads"] = list(dict.fromkeys([*raw.info["bads"], *job.bads]))


def find_conditions(job: Localization, raw: Raw) -> Ints:
    """All events, with every condition among them."""
    if job.stim is not None and job.stim not in raw.ch_names:
        msg = f"--stim must be a channel of the recording, {job.stim!r} is none"
        raise ChannelError(msg)
    events = find_events(raw, stim_channel=job.stim)
    counts = Counter(events[:, 2].tolist())
    for name, code in job.events.items():
        if code not in counts:
            there = ", ".join(f"{code} ({n} times)" for code, n in sorted(counts.items()))
            msg = f"--event {name}={code} must be a code in the recording, it has {there or 'none'}"
            raise DataError(msg)
    return events


def settings(job: Localization, inputs: Inputs) -> dict[str, Any]:
    """All that a run depends on beside its files, with defaults, by option."""
    return {
        "events": dict(job.events),
        "tmin_s": job.window[0],
        "tmax_s": job.window[1],
        "baseline_s": None if job.baseline is None else list(job.baseline),
        "reject": dict(job.reject),
        "flat": dict(job.flat),
        "bads": list(inputs.raw.info["bads"]),
        "sensors": job.sensors,
        "stim": job.stim,
        "cov": list(job.estimators),
        "rank": job.rank,
        "method": job.method,
        "snr": job.snr,
        "loose": job.loose,
        "depth": job.depth,
        "pick_ori": job.pick_ori,
        "subjects_dir": None if job.subjects_dir is None else str(job.subjects_dir),
    }
