"""Measurement information: ``Info``, ``create_info``, ``read_info``."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Self, final

import numpy as np

from leadfield import summaries
from leadfield.api import interop, recording
from leadfield.api.mapping_view import MappingView
from leadfield.api.recording.as_info import as_info as as_info  # noqa: PLC0414 - taken here
from leadfield.api.recording.bad_channels import BadChannels, names_once
from leadfield.api.recording.plot_sensors import plot_sensors
from leadfield.api.recording.projection_items import projection_item_of
from leadfield.api.recording.read_only_list import ReadOnlyList
from leadfield.api.recording.transforms import (
    CoordinateTransform,
    as_transform,
    coordinate_transform_of,
)
from leadfield.base.checks import number
from leadfield.base.errors import ArgumentTypeError, StateError
from leadfield.base.front_door import public
from leadfield.base.log import Verbose, verbose_aware
from leadfield.fif.reader import FifFile
from leadfield.recording.create import create_measurement_info
from leadfield.recording.fif.identifiers import with_date
from leadfield.recording.fif.info import read_info as read_measurement_info
from leadfield.recording.fif.opaque_fields import GETTERS as OPAQUE
from leadfield.recording.picks import Picks, types_of_picks
from leadfield.recording.projector import normalized

if TYPE_CHECKING:
    from datetime import datetime

    from leadfield.api.recording.edit_persons import KeepHis
    from leadfield.api.recording.montage import DigMontage
    from leadfield.base.raise_or_warn import OnMissing
    from leadfield.recording.channels import Channels
    from leadfield.recording.compensation import Compensation
    from leadfield.recording.frames import Transform
    from leadfield.recording.info import MeasurementInfo


def _channels(channels: Channels) -> list[Mapping[str, Any]]:
    columns = zip(
        channels.names,
        channels.kinds.tolist(),
        channels.coil_types.tolist(),
        channels.units.tolist(),
        channels.unit_multipliers.tolist(),
        channels.cals.tolist(),
        channels.ranges.tolist(),
        channels.locations,
        channels.frames.tolist(),
        channels.logical_numbers.tolist(),
        range(1, len(channels) + 1),
        strict=True,
    )
    keys = (
        *("ch_name", "kind", "coil_type", "unit", "unit_mul", "cal", "range", "loc"),
        *("coord_frame", "logno", "scanno"),
    )
    return [MappingProxyType(dict(zip(keys, column, strict=True))) for column in columns]


def _compensation(one: Compensation) -> Mapping[str, Any]:
    matrix = {
        "nrow": len(one.row_names),
        "ncol": len(one.column_names),
        "row_names": list(one.row_names),
        "col_names": list(one.column_names),
        "data": one.weights,
    }
    return MappingProxyType(
        {"kind": one.grade, "ctfkind": one.kind, "data": MappingProxyType(matrix)}
    )


def _points(info: MeasurementInfo) -> list[Mapping[str, Any]] | None:
    points: list[Mapping[str, Any]] = [
        MappingProxyType(
            {"kind": p.kind, "ident": p.ident, "r": p.position, "coord_frame": p.frame}
        )
        for p in info.digitisation
    ]
    return points or None


def _wrapped(transform: Transform | None) -> CoordinateTransform | None:
    return None if transform is None else coordinate_transform_of(transform)


NAMES_ADVICE = (
    "info['ch_names'] cannot be changed: call rename_channels(), reorder_channels() or "
    "drop_channels() of the data, or change a copy, list(info['ch_names'])"
)
CHANNELS_ADVICE = (
    "info['chs'] cannot be changed: call add_channels(), drop_channels() or "
    "set_channel_types() of the data, or change a copy, list(info['chs'])"
)

GETTERS: dict[str, Callable[[MeasurementInfo], Any]] = {
    "ch_names": lambda info: ReadOnlyList(info.names, NAMES_ADVICE),
    "chs": lambda info: ReadOnlyList(_channels(info.channels), CHANNELS_ADVICE),
    "nchan": lambda info: len(info.channels),
    "sfreq": lambda info: info.sampling_rate,
    "highpass": lambda info: info.highpass,
    "lowpass": lambda info: info.lowpass,
    "line_freq": lambda info: info.line_frequency,
    # A tuple, so that appending to it fails instead of being forgotten.
    "projs": lambda info: tuple(projection_item_of(one) for one in info.projections),
    "comps": lambda info: [_compensation(one) for one in info.compensations],
    "dev_head_t": lambda info: _wrapped(info.device_to_head),
    "ctf_head_t": lambda info: _wrapped(info.ctf_to_head),
    "dev_ctf_t": lambda info: _wrapped(info.device_to_ctf),
    "dig": _points,
    "meas_date": lambda info: info.measured_at,
    "custom_ref_applied": lambda info: info.custom_reference,
    "description": lambda info: info.description,
    "experimenter": lambda info: info.experimenter,
    **OPAQUE,
}


def _text(value: object) -> str | None:
    return None if value is None else str(value)


SETTERS: dict[str, Callable[[MeasurementInfo, Any], MeasurementInfo]] = {
    "bads": lambda info, value: info.with_bads(names_once(value)),
    "description": lambda info, value: replace(info, description=_text(value)),
    "experimenter": lambda info, value: replace(info, experimenter=_text(value)),
    "line_freq": lambda info, value: replace(
        info, line_frequency=None if value is None else number("line_freq", value, above=0)
    ),
    "dev_head_t": lambda info, value: replace(
        info, device_to_head=None if value is None else as_transform(value)
    ),
}


@final
@public("leadfield")
class Info(MappingView):
    """Measurement info: channels, sampling rate, filters, bads, projectors, transforms.

    A mapping with MNE-Python's keys. ``info["bads"]`` can be set and changed in place;
    ``"description"``, ``"experimenter"``, ``"line_freq"`` and ``"dev_head_t"`` can be set.
    Everything else follows from the data it belongs to.

    Parameters
    ----------
    value : recording.info.MeasurementInfo
        The measurement info as a value; users get an Info from files, from
        :func:`create_info` or as ``.info`` of their data. MNE-Python's Info is taken, too.

    See Also
    --------
    create_info : Create one.

    Examples
    --------
    >>> info = create_info(["EEG 001", "EEG 002"], sfreq=100.0, ch_types="eeg")
    >>> info["bads"] = ["EEG 002"]
    >>> info["bads"], info["nchan"]
    (['EEG 002'], 2)
    """

    _noun = "info"
    _costly = frozenset({"chs", "dig", "projs"})

    def __init__(self, value: MeasurementInfo) -> None:
        self._value = as_info(value)

    @property
    def value(self) -> MeasurementInfo:
        """The information, as a value that cannot be changed."""
        return self._value

    @value.setter
    def value(self, value: MeasurementInfo) -> None:
        self._value = value

    def _table(self) -> Mapping[str, Callable[[MeasurementInfo], Any]]:
        return {"bads": lambda _: BadChannels(self), **GETTERS}

    def __setitem__(self, key: str, value: Any) -> None:
        if key not in SETTERS:
            msg = (
                f"info[{key!r}] cannot be set, only {', '.join(map(repr, SETTERS))}: "
                "change the data it belongs to"
            )
            raise StateError(msg)
        self.value = SETTERS[key](self.value, value)

    @property
    def ch_names(self) -> list[str]:
        """Names of the channels."""
        return list(self.value.names)

    def copy(self) -> Info:
        """Copy the info.

        Returns
        -------
        info : Info
            A copy that is independent of this object.
        """
        return Info(self.value)

    def get_channel_types(
        self, picks: Picks = None, unique: bool = False, only_data_chs: bool = False
    ) -> list[str]:
        """Get the types of channels.

        Parameters
        ----------
        picks : str | array_like | slice | None
            Channels by name, type or number; None for all.
        unique : bool
            Whether to list each type only once, in order of first appearance.
        only_data_chs : bool
            Whether to list data channels only (MEG, EEG and the like).

        Returns
        -------
        types : list of str
            ``"mag"``, ``"grad"``, ``"eeg"``, ``"eog"``, ``"stim"``, ...
        """
        return types_of_picks(self.value, picks, unique=unique, only_data=only_data_chs)

    @property
    def compensation_grade(self) -> int:
        """Current grade of gradient compensation; 0 for none."""
        return self.value.compensation_grade

    @verbose_aware
    def rename_channels(
        self,
        mapping: Mapping[str, str] | Callable[[str], str],
        allow_duplicates: bool = False,
        *,
        on_missing: OnMissing = "raise",
        verbose: Verbose = None,
    ) -> Self:
        """Rename channels, in place.

        Parameters
        ----------
        mapping : dict of str | callable
            New name for each old one, or a function from old to new names.
        allow_duplicates : bool
            Whether names that become equal are numbered, with a warning; else they are
            refused.
        on_missing : "raise" | "warn" | "ignore"
            What to do about names that are not here.
        verbose : bool | str | int | None
            Verbosity.

        Returns
        -------
        self : Info
            The object itself.
        """
        new = recording.edit_channels.new_names(
            self.value, mapping, on_missing, allow_duplicates=allow_duplicates
        )
        self.value = self.value.renamed(new)
        return self

    @verbose_aware
    def set_channel_types(
        self,
        mapping: Mapping[str, str],
        *,
        on_unit_change: OnMissing = "warn",
        verbose: Verbose = None,
    ) -> Self:
        """Set the types of channels, in place.

        Parameters
        ----------
        mapping : dict of str
            New type for each name: ``{"EEG 061": "eog"}``.
        on_unit_change : "raise" | "warn" | "ignore"
            What to do about channels whose unit changes with their type.
        verbose : bool | str | int | None
            Verbosity.

        Returns
        -------
        self : Info
            The object itself.
        """
        self.value = recording.edit_channels.with_types(self.value, mapping, on_unit_change)
        return self

    @verbose_aware
    def set_montage(
        self,
        montage: DigMontage | str | None,
        match_case: bool = True,
        match_alias: Mapping[str, str] | bool = False,
        on_missing: OnMissing = "raise",
        verbose: Verbose = None,
    ) -> Self:
        """Set the positions of electrodes, in place.

        Parameters
        ----------
        montage : DigMontage | str | None
            The positions, which also replace the digitised points, or the name of a standard
            montage (:func:`make_standard_montage`); None to remove both.
        match_case : bool
            Whether upper and lower case differ in names.
        match_alias : dict of str | bool
            Names of the montage by names of the data, where they differ. True knows older
            names of the 10-20 system, such as T3 for T7, and M1 and M2.
        on_missing : "raise" | "warn" | "ignore"
            What to do about electrodes that the montage does not have.
        verbose : bool | str | int | None
            Verbosity.

        Returns
        -------
        self : Info
            The object itself.
        """
        self.value = recording.montage.placed(
            self.value,
            montage,
            match_case=match_case,
            match_alias=match_alias,
            on_missing=on_missing,
        )
        return self

    def get_montage(self) -> DigMontage | None:
        """Get the positions of the electrodes and the digitised points.

        Returns
        -------
        montage : DigMontage | None
            The montage, None without digitised points.
        """
        return recording.montage.found_montage(self.value)

    def set_meas_date(self, meas_date: datetime | float | tuple[int, int] | None) -> Self:
        """Set the date of the measurement, in place.

        Parameters
        ----------
        meas_date : datetime | float | tuple of int | None
            The date, seconds since 1970, or (seconds, microseconds); None to remove it, also
            from the measurement's identifier.

        Returns
        -------
        self : Info
            The object itself.
        """
        date = recording.edit_annotations.as_date(meas_date, "meas_date")
        self.value = with_date(self.value, date)
        return self

    def normalize_proj(self) -> None:
        """Let SSP projectors stand on the good channels that are here, and on no others.

        Their vectors get length 1 again. Do so only if what is left of them still shows the
        disturbance: they were computed with the channels that are bad or gone.
        """
        self.value = self.value.with_projections(
            normalized(self.value.projections, self.value.names, self.value.bads)
        )

    @verbose_aware
    def anonymize(
        self,
        daysback: float | None = None,
        keep_his: KeepHis = False,
        verbose: Verbose = None,
    ) -> Self:
        """Take personal data out, in place, as :func:`leadfield.io.anonymize_info` does.

        Parameters
        ----------
        daysback : float | None
            How many days dates are moved back; None for as many as let the measurement begin
            with the year 2000.
        keep_his : bool | str | list of str
            What to keep of the subject: ``"his_id"``, ``"sex"``, ``"hand"``; True for all three.
        verbose : bool | str | int | None
            Verbosity.

        Returns
        -------
        self : Info
            The object itself.
        """
        self.value = recording.edit_persons.without_persons(self.value, daysback, keep_his)
        return self

    @verbose_aware
    def save(self, fname: str | Path, *, overwrite: bool = False, verbose: Verbose = None) -> None:
        """Write the info to a FIF file.

        Parameters
        ----------
        fname : path-like
            The file, such as ``sub-info.fif``.
        overwrite : bool
            Whether to overwrite an existing file.
        verbose : bool | str | int | None
            Verbosity.

        Raises
        ------
        OverwriteError
            If the file exists and ``overwrite`` is False.
        """
        recording.save_info.save_info(fname, self.value, overwrite=overwrite)

    def to_mne(self) -> Any:
        """Make MNE-Python's measurement info of it.

        Returns
        -------
        info : mne.Info
            The same information; what is read from files and only saved again, such as the
            subject, goes along.

        Raises
        ------
        MissingPackageError
            If MNE-Python is not installed: ``pip install mne``.

        Examples
        --------
        >>> info = create_info(["EEG 001", "EEG 002"], sfreq=100.0, ch_types="eeg")
        >>> info.to_mne()["ch_names"]  # doctest: +SKIP
        ['EEG 001', 'EEG 002']
        """
        return interop.info_to_mne.info_to_mne(self.value)

    def __repr__(self) -> str:
        value = self.value
        kinds = self.get_channel_types()
        counts = ", ".join(f"{kinds.count(k)} {k}" for k in dict.fromkeys(kinds))
        return (
            f"<Info | {len(value.channels)} channels ({counts}), {value.sampling_rate:g} Hz, "
            f"{value.highpass:g} to {'any' if value.lowpass is None else f'{value.lowpass:g}'} "
            f"Hz, {len(value.bads)} bad, "
            f"{len(value.projections)} projections>"
        )

    def _repr_html_(self) -> str:
        return summaries.facts_table("Info", summaries.info_facts(self.value))

    plot_sensors = plot_sensors


@public("leadfield")
@verbose_aware
def create_info(
    ch_names: int | Sequence[str],
    sfreq: float,
    ch_types: str | Sequence[str] = "misc",
    verbose: Verbose = None,
) -> Info:
    """Create measurement info from channel names and types.

    Parameters
    ----------
    ch_names : list of str | int
        Names, or the number of channels, which are then named ``"0"``, ``"1"``, ...
    sfreq : float
        Sampling frequency in Hz.
    ch_types : list of str | str
        A type for each channel or one for all: ``"mag"``, ``"grad"``, ``"eeg"``,
        ``"eog"``, ``"stim"``, ``"misc"``, ...
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    info : Info
        The measurement info; channel positions are NaN.

    Raises
    ------
    InputError
        If a type is unknown, names are not unique, or the counts differ.

    Examples
    --------
    >>> info = create_info(["Fz", "Cz", "EOG"], 250.0, ["eeg", "eeg", "eog"])
    >>> info.get_channel_types()
    ['eeg', 'eeg', 'eog']
    """
    if isinstance(ch_names, str):
        msg = f"ch_names must be a list of names or their number, got {ch_names!r}: [{ch_names!r}]?"
        raise ArgumentTypeError(msg)
    if isinstance(ch_names, int | np.integer):
        ch_names = [str(i) for i in range(ch_names)]
    return Info(create_measurement_info(ch_names, sfreq, ch_types))


@public("leadfield.io")
@verbose_aware
def read_info(fname: str | Path, verbose: Verbose = None) -> Info:
    """Read measurement info from a FIF file.

    Parameters
    ----------
    fname : path-like
        File with raw data, epochs or evoked responses.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    info : Info
        The measurement info.

    Raises
    ------
    FormatError
        If the file is not a FIF file or has no measurement info.

    See Also
    --------
    create_info : Create one from names and types.

    Examples
    --------
    >>> files = raw.save("tone_raw.fif")
    >>> read_info(files[0])["nchan"]
    33
    """
    with FifFile(fname) as fif:
        return Info(read_measurement_info(fif))
