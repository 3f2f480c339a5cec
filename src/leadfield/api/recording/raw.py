"""Raw recordings: ``Raw``."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, Self, final, overload

import numpy as np
from numpy.typing import ArrayLike, NDArray

from leadfield import filters, summaries
from leadfield.api import interop, recording
from leadfield.api.recording.annotate_raw import with_annotations
from leadfield.api.recording.annotations import Annotations, annotations_of, redate
from leadfield.api.recording.as_recording import as_recording
from leadfield.api.recording.channel_data import ChannelData
from leadfield.api.recording.crop_by_annotations import crops_of_annotations
from leadfield.api.recording.describe_raw import describe_raw
from leadfield.api.recording.filter_samples import (
    check_jobs,
    check_spectrum_options,
    filtered,
    notched,
)
from leadfield.api.recording.info import Info
from leadfield.api.recording.plot_raw import plot_raw
from leadfield.api.recording.raw_frame import frame_of_raw, raw_form
from leadfield.api.recording.read_samples import (
    SampleRange,
    read_item,
    read_samples,
    sample_numbers,
)
from leadfield.api.recording.resample_raw import moved_events, with_rate
from leadfield.api.recording.save_raw import RawFormat, SplitNaming, save_raw
from leadfield.api.recording.set_samples import set_item
from leadfield.base.checks import one_of, whole
from leadfield.base.front_door import public
from leadfield.base.log import LOGGER, Verbose, verbose_aware
from leadfield.recording.concatenate import concatenated
from leadfield.recording.raw import RawRecording, with_projections_applied
from leadfield.recording.samples import ArraySamples
from leadfield.recording.spans import segments_between, span_of

if TYPE_CHECKING:
    from pandas import DataFrame

    from leadfield.api.recording.data_frames import Scalings, TimeFormat
    from leadfield.api.recording.projection_items import ProjectionItem
    from leadfield.base.arrays import Floats, Ints
    from leadfield.base.raise_or_warn import OnMissing
    from leadfield.filters.bands import Transition
    from leadfield.filters.design import FilterMethod
    from leadfield.filters.fir_design import FirDesign, FirPhase, FirWindow
    from leadfield.filters.iir_design import IirParams
    from leadfield.filters.resampling import ResampleMethod, Window
    from leadfield.recording.info import MeasurementInfo
    from leadfield.recording.picks import Picks


@final
@public("leadfield.io")
class Raw(ChannelData):
    """Continuous recording.

    Open one with :func:`leadfield.io.read_raw_fif`, or make one from an array with
    :func:`leadfield.io.RawArray`. Samples are read from the file when they are needed,
    unless they were loaded. Methods change the object in place and return it, as in
    MNE-Python: ``raw.copy().crop(0, 10)`` leaves ``raw`` alone. ``raw[picks, start:stop]``
    reads samples and their times; of a recording in memory, samples can be set so.

    Parameters
    ----------
    value : recording.raw.RawRecording
        The recording as a value that cannot be changed, such as another object's
        ``raw.value``; or a recording of MNE-Python's.

    See Also
    --------
    read_raw_fif : Open a recording.
    RawArray : Make one from an array.

    Examples
    --------
    >>> data, times = raw[:2, :50]
    >>> data.shape, times.shape
    ((2, 50), (50,))
    """

    def __init__(self, value: RawRecording) -> None:
        value = as_recording(value)
        self._value = value
        self.info = Info(value.info)
        self._annotations = annotations_of(value.annotations, value.info.measured_at)
        self._own: NDArray[Any] | None = None  # the samples' array while nobody else has it

    @property
    def value(self) -> RawRecording:
        """The recording, with what was changed in ``info`` and ``annotations``."""
        self._own = None  # whoever asks may keep it
        return self._current()

    @value.setter
    def value(self, value: RawRecording) -> None:
        self._value, self._own = value, None
        # The holders stay the same, so that what users keep of them stays true.
        self.info.value = value.info
        self._annotations.value = value.annotations
        redate(self._annotations, value.info.measured_at)

    def _current(self) -> RawRecording:
        """The recording for a reader that does not keep it."""
        info, annotations = self.info.value, self._annotations.value
        return replace(self._value, info=info, annotations=annotations)

    def __getstate__(self) -> dict[str, Any]:
        return {**vars(self), "_own": None}

    @property
    def annotations(self) -> Annotations:
        """Annotations; onsets count from the measurement date, or from sample 0 without one."""
        return self._annotations

    @property
    def first_samp(self) -> int:
        """Number of the first sample."""
        return self._value.first_sample

    @property
    def last_samp(self) -> int:
        """Number of the last sample."""
        return self._value.first_sample + self.n_times - 1

    @property
    def first_time(self) -> float:
        """Time of the first sample in s, which is its number divided by the sampling rate."""
        return self._value.first_time

    @property
    def n_times(self) -> int:
        """Number of samples."""
        return self._value.n_samples

    @property
    def times(self) -> Floats:
        """Times in s, from 0 at the first sample."""
        times: Floats = np.arange(self.n_times) / self.info.value.sampling_rate
        times.flags.writeable = False
        return times

    @property
    def duration(self) -> float:
        """Duration in s."""
        return self.n_times / self.info.value.sampling_rate

    @property
    def filenames(self) -> tuple[Path, ...]:
        """Files that the recording was read from."""
        return self._value.files

    @property
    def preload(self) -> bool:
        """Whether the samples are in memory."""
        return self._value.preloaded

    @property
    def orig_format(self) -> str:
        """Sample format of the file: ``"single"``, ``"double"``, ``"int"``, ``"short"``."""
        return self._value.sample_format

    def __len__(self) -> int:
        return self.n_times

    def __repr__(self) -> str:
        name = self.filenames[0].name if self.filenames else "from an array"
        where = "in memory" if self.preload else "in the file"
        return (
            f"<Raw | {name}, {len(self.ch_names)} x {self.n_times} ({self.duration:.1f} s), "
            f"{where}>"
        )

    def _repr_html_(self) -> str:
        return summaries.facts_table(
            "Raw", summaries.recording_facts(self.value, in_memory=self.preload)
        )

    def __getitem__(self, item: Picks | tuple[Picks, int | slice]) -> tuple[NDArray[Any], Floats]:
        return read_item(self._current(), item)

    def __setitem__(self, item: Picks | tuple[Picks, int | slice], values: ArrayLike) -> None:
        self._value, self._own = set_item(self._current(), self._own, item, values)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def close(self) -> None:
        """Do nothing: files are closed again after each reading."""

    def copy(self) -> Raw:
        """Copy the recording.

        Returns
        -------
        raw : Raw
            A copy that is independent of this object; samples in memory are shared
            until either changes.
        """
        return Raw(self.value)

    def _pick_rows(self, rows: Ints) -> None:
        self.value = self.value.picked(rows)

    def _take_info(self, info: MeasurementInfo) -> None:
        self.value = replace(self.value, info=info)

    def _samples(self, purpose: str) -> NDArray[Any]:
        return self._value.in_memory(purpose)

    def _edit_samples(
        self,
        edit: Callable[[Any], Any],
        info: MeasurementInfo,
        purpose: str,
    ) -> None:
        self.value = self.value.edited(edit, info, purpose)

    def _rename_channels(self, new: Mapping[str, str]) -> None:
        self.value = self.value.renamed(new)

    def _copy_samples(self) -> NDArray[Any]:
        return self.value.values(0, self.n_times)

    def _set_samples(self, data: NDArray[Any], info: MeasurementInfo) -> None:
        self.value = replace(self.value, info=info, samples=ArraySamples(data))

    @overload
    def get_data(
        self,
        picks: Picks = None,
        start: int = 0,
        stop: int | None = None,
        reject_by_annotation: Literal["omit", "NaN"] | None = None,
        return_times: Literal[False] = False,
        units: str | Mapping[str, str] | None = None,
        *,
        exclude: Literal["bads"] | Collection[str] = (),
        tmin: float | None = None,
        tmax: float | None = None,
        verbose: Verbose = None,
    ) -> NDArray[Any]: ...
    @overload
    def get_data(
        self,
        picks: Picks = None,
        start: int = 0,
        stop: int | None = None,
        reject_by_annotation: Literal["omit", "NaN"] | None = None,
        *,
        return_times: Literal[True],
        units: str | Mapping[str, str] | None = None,
        exclude: Literal["bads"] | Collection[str] = (),
        tmin: float | None = None,
        tmax: float | None = None,
        verbose: Verbose = None,
    ) -> tuple[NDArray[Any], Floats]: ...
    @verbose_aware
    def get_data(
        self,
        picks: Picks = None,
        start: int = 0,
        stop: int | None = None,
        reject_by_annotation: Literal["omit", "NaN"] | None = None,
        return_times: bool = False,
        units: str | Mapping[str, str] | None = None,
        *,
        exclude: Literal["bads"] | Collection[str] = (),
        tmin: float | None = None,
        tmax: float | None = None,
        verbose: Verbose = None,
    ) -> NDArray[Any] | tuple[NDArray[Any], Floats]:
        """Read samples into an array.

        Parameters
        ----------
        picks : str | array_like | slice | None
            Channels by name, type or number; None for all.
        start, stop : int | None
            First sample and the one after the last, counted from 0.
        reject_by_annotation : "omit" | "NaN" | None
            What to do with samples that a bad annotation covers: omit them, set them to
            NaN, or (None) keep them.
        return_times : bool
            Whether to return the times as well.
        units : str | dict of str | None
            Units such as ``"uV"``, or ``dict(grad="fT/cm", eeg="uV")``; None for SI.
        exclude : list of str | "bads"
            Channels to exclude when picking by type.
        tmin, tmax : float | None
            Time window in s, instead of ``start`` and ``stop``; rounded down to samples.
        verbose : bool | str | int | None
            Verbosity.

        Returns
        -------
        data : ndarray, shape (n_channels, n_times)
            The samples, complex if the file's are; a new array that is yours to change.
        times : ndarray, shape (n_times,)
            Their times in s; only with ``return_times``.
        """
        data, times = read_samples(
            self._current(),
            picks,
            SampleRange(start=start, stop=stop, tmin=tmin, tmax=tmax),
            exclude=exclude,
            reject_by_annotation=reject_by_annotation,
            units=units,
        )
        return (data, times) if return_times else data

    def time_as_index(
        self,
        times: ArrayLike,
        use_rounding: bool = False,
        origin: datetime | float | None = None,
    ) -> Ints:
        """Convert times to sample numbers.

        Parameters
        ----------
        times : float | array_like
            Times in s.
        use_rounding : bool
            Whether to round to the nearest sample; otherwise decimals are cut off.
        origin : datetime | float | None
            Date that ``times`` count from; None for the first sample.

        Returns
        -------
        index : ndarray of int
            Sample numbers; the first sample of the recording is 0.
        """
        return sample_numbers(self.value, times, origin, rounded=use_rounding)

    @verbose_aware
    def load_data(self, verbose: Verbose = None) -> Self:
        """Load all samples into memory, in place.

        Parameters
        ----------
        verbose : bool | str | int | None
            Verbosity.

        Returns
        -------
        self : Raw
            The object itself.
        """
        self.value = self.value.loaded()
        return self

    @verbose_aware
    def crop(
        self,
        tmin: float = 0.0,
        tmax: float | None = None,
        include_tmax: bool = True,
        *,
        reset_first_samp: bool = False,
        verbose: Verbose = None,
    ) -> Self:
        """Crop to a time window, in place.

        Parameters
        ----------
        tmin, tmax : float | None
            Time window in s; None for the end of the recording. Times start at 0 again,
            sample numbers do not.
        include_tmax : bool
            Whether to include the sample at ``tmax``.
        reset_first_samp : bool
            Whether to set the number of the first sample to 0.
        verbose : bool | str | int | None
            Verbosity.

        Returns
        -------
        self : Raw
            The object itself.
        """
        rate = self.info.value.sampling_rate
        span = span_of(rate, self.n_times, tmin, tmax, include_tmax=include_tmax)
        value = self.value.cropped(*span)
        self.value = value.counted_from(0) if reset_first_samp else value
        return self

    @verbose_aware
    def crop_by_annotations(
        self, annotations: Annotations | None = None, *, verbose: Verbose = None
    ) -> list[Raw]:
        """Cut out what annotations cover.

        Parameters
        ----------
        annotations : Annotations | None
            The spans; None for the recording's own annotations.
        verbose : bool | str | int | None
            Verbosity.

        Returns
        -------
        raws : list of Raw
            A recording for each annotation, from its onset to the sample at its end.

        Examples
        --------
        >>> raw.crop_by_annotations(Annotations([1.0, 5.0], 0.5, "rest"))[1].duration
        0.51
        """
        return [Raw(one) for one in crops_of_annotations(self.value, annotations)]

    def append(self, raws: Raw | Sequence[Raw], preload: bool | None = None) -> None:
        """Append recordings, in place; where they meet is annotated.

        Parameters
        ----------
        raws : Raw | list of Raw
            The recordings, in order, with the same channels.
        preload : bool | None
            Whether to load all samples into memory; None for if those of all recordings
            are there already. Otherwise samples are read when they are needed.

        Raises
        ------
        MismatchError
            If channels, bad channels, sampling rates or projectors differ.

        See Also
        --------
        leadfield.concatenate_raws : Also check positions of the head, and join events.
        """
        one_of("preload", preload, [True, False, None])
        others = raws if isinstance(raws, list | tuple) else [raws]
        values = [self.value, *(as_recording(one) for one in others)]
        self.value = concatenated(values, load=preload)

    @overload
    def describe(self, data_frame: Literal[False] = False) -> None: ...
    @overload
    def describe(self, data_frame: Literal[True]) -> DataFrame: ...
    def describe(self, data_frame: bool = False) -> DataFrame | None:
        """Print a table of the channels: names, types, units, quartiles of their samples.

        Parameters
        ----------
        data_frame : bool
            Whether to return the table, in SI units, instead of printing it.

        Returns
        -------
        result : None | pandas.DataFrame
            The table, if it was asked for.

        Raises
        ------
        MissingPackageError
            If a table is asked for and pandas is not installed.

        Examples
        --------
        >>> table = raw.describe(data_frame=True)
        >>> list(table)
        ['name', 'type', 'unit', 'min', 'Q1', 'median', 'Q3', 'max']
        """
        return describe_raw(self.value, repr(self), data_frame=data_frame)

    @verbose_aware
    def to_data_frame(
        self,
        picks: Picks = None,
        index: Literal["time"] | Sequence[Literal["time"]] | None = None,
        scalings: Scalings = None,
        copy: bool = True,  # noqa: ARG002 - there is no other way
        start: int | None = None,
        stop: int | None = None,
        long_format: bool = False,
        time_format: TimeFormat | Literal["datetime"] | None = None,
        *,
        verbose: Verbose = None,
    ) -> DataFrame:
        """Put samples into a data frame.

        Parameters
        ----------
        picks : str | array_like | slice | None
            Channels by name, type or number; None for all.
        index : "time" | None
            Whether times are the index, or a column.
        scalings : dict of float | float | None
            Factors by channel type, or for all of them; where there is none, samples are in
            the units that figures have: fT, fT/cm, µV, ...
        copy : bool
            Has no effect: the frame always has samples of its own.
        start, stop : int | None
            First sample and the one after the last, counted from 0.
        long_format : bool
            Whether to have a row for each sample of each channel, with its name and type,
            instead of a column for each channel.
        time_format : "ms" | "timedelta" | "datetime" | None
            Times as whole milliseconds, as durations, as dates (if the recording has one),
            or in s.
        verbose : bool | str | int | None
            Verbosity.

        Returns
        -------
        df : pandas.DataFrame
            The samples.

        Raises
        ------
        MissingPackageError
            If pandas is not installed: ``pip install "leadfield[tables]"``.

        Examples
        --------
        >>> raw.to_data_frame(index="time").shape
        (3000, 33)
        """
        form = raw_form(self.value, index, time_format, long_format=long_format)
        return frame_of_raw(self.value, picks, scalings, (start, stop), form)

    def get_annotation_spans(self) -> tuple[Floats, Floats]:
        """Get the ends of the annotations on the clock of :attr:`times`.

        Returns
        -------
        tmin, tmax : ndarray, shape (n_annotations,)
            Onsets and ends in s, counted from the first sample; onsets of ``annotations`` count
            from sample 0.

        Examples
        --------
        >>> tmin, tmax = raw.get_annotation_spans()
        >>> len(tmin) == len(raw.annotations)
        True
        """
        tmin = self._annotations.onset - self.first_time
        return tmin, tmin + self._annotations.duration

    @verbose_aware
    def set_annotations(
        self,
        annotations: Annotations | None,
        emit_warning: bool = True,
        on_missing: OnMissing = "raise",
        *,
        verbose: Verbose = None,
    ) -> Self:
        """Replace the annotations, in place.

        Parameters
        ----------
        annotations : Annotations | None
            The new annotations; None to remove all.
        emit_warning : bool
            Whether to warn about annotations outside the data, which are dropped.
        on_missing : "raise" | "warn" | "ignore"
            What to do if they name channels that are not in the data.
        verbose : bool | str | int | None
            Verbosity.

        Returns
        -------
        self : Raw
            The object itself.

        Raises
        ------
        StateError
            If the annotations have a date and the recording has none.
        """
        self.value = with_annotations(
            self.value, annotations, on_missing, emit_warning=emit_warning
        )
        return self

    @verbose_aware
    def apply_proj(
        self,
        *,
        projs: ProjectionItem | Sequence[ProjectionItem] | None = None,
        verbose: Verbose = None,
    ) -> Self:
        """Apply SSP projectors, in place.

        Parameters
        ----------
        projs : ProjectionItem | list of ProjectionItem | None
            The projectors to apply, which must be among those of ``info``; None for all.
        verbose : bool | str | int | None
            Verbosity.

        Returns
        -------
        self : Raw
            The object itself.
        """
        self.value = recording.edit_projections.with_some_applied(
            self.value, projs, with_projections_applied
        )
        return self

    @verbose_aware
    def rescale(self, scalings: float | Mapping[str, float], *, verbose: Verbose = None) -> Self:
        """Multiply samples, in place, to correct data that were not in SI units.

        Parameters
        ----------
        scalings : float | dict of float
            A factor by channel type, or one for all, which must then be of one type.
        verbose : bool | str | int | None
            Verbosity.

        Returns
        -------
        self : Raw
            The object itself.

        Raises
        ------
        StateError
            If the samples are not in memory.

        Examples
        --------
        >>> import numpy as np
        >>> from leadfield import create_info
        >>> from leadfield.io import RawArray
        >>> volts = RawArray(np.full((1, 2), 50.0), create_info(["Cz"], 100.0, "eeg"))
        >>> volts.rescale({"eeg": 1e-6}).get_data()
        array([[5.e-05, 5.e-05]])
        """
        info = self.info.value
        factors = recording.edit_samples.factors_by_channel(info, scalings)
        self._edit_samples(lambda data: data * factors, info, "rescaling")
        return self

    def add_events(
        self, events: ArrayLike, stim_channel: str | None = None, replace: bool = False
    ) -> None:
        """Add events to a trigger channel, in place.

        Parameters
        ----------
        events : array_like of int, shape (n_events, 3)
            Sample, anything, event code, which is added to what is there.
        stim_channel : str | None
            Name of the channel; None for the usual one, or that of the environment variable
            MNE_STIM_CHANNEL.
        replace : bool
            Whether the channel is set to 0 before.

        Raises
        ------
        StateError
            If the samples are not in memory.
        InputError
            If events are outside the recording.
        """
        edit = recording.edit_samples.event_writer(
            self._value, events, stim_channel, replace=replace
        )
        self._edit_samples(edit, self.info.value, "adding events")

    @verbose_aware
    def load_bad_channels(
        self, bad_file: str | Path | None = None, force: bool = False, verbose: Verbose = None
    ) -> None:
        """Replace the bad channels by those that a text file lists, one a line.

        Parameters
        ----------
        bad_file : path-like | None
            The file; None for no bad channels.
        force : bool
            Whether names that are not in the data are left out with a warning; else they are
            refused.
        verbose : bool | str | int | None
            Verbosity.
        """
        self.info["bads"] = recording.edit_channels.listed_bads(
            self.info.value, bad_file, force=force
        )

    def fix_mag_coil_types(self) -> Self:
        """Let magnetometers of types T1 and T2 be T3, in place, as Neuromag's mostly are.

        Older files have the wrong type; the effect on sources is small.

        Returns
        -------
        self : Raw
            The object itself.
        """
        self._take_info(recording.edit_channels.with_current_coils(self.info.value))
        return self

    @verbose_aware
    def apply_gradient_compensation(self, grade: int, verbose: Verbose = None) -> Self:
        """Apply gradient compensation of a given grade, in place.

        Parameters
        ----------
        grade : int
            The grade; 0 for uncompensated data.
        verbose : bool | str | int | None
            Verbosity.

        Returns
        -------
        self : Raw
            The object itself.

        Raises
        ------
        MismatchError
            If the recording has no weights for that grade.
        StateError
            If SSP projectors have been applied already.
        """
        before = self.compensation_grade
        self.value = self.value.compensated(whole("grade", grade))
        LOGGER.info("Compensation grade %d, was %d", self.compensation_grade, before)
        return self

    @verbose_aware
    def filter(
        self,
        l_freq: float | None,
        h_freq: float | None,
        picks: Picks = None,
        filter_length: str | int = "auto",
        l_trans_bandwidth: Transition = "auto",
        h_trans_bandwidth: Transition = "auto",
        n_jobs: int | None = None,
        method: FilterMethod = "fir",
        iir_params: IirParams | None = None,
        phase: FirPhase | Literal["forward"] = "zero",
        fir_window: FirWindow = "hamming",
        fir_design: FirDesign = "firwin",
        skip_by_annotation: str | Collection[str] = ("edge", "bad_acq_skip"),
        pad: str = "reflect_limited",
        verbose: Verbose = None,
    ) -> Self:
        """Filter some channels, in place; samples are loaded into memory first.

        Parameters
        ----------
        l_freq, h_freq : float | None
            Edges of the pass band in Hz: a high-pass with ``l_freq`` alone, a low-pass with
            ``h_freq`` alone, a band-pass with both, and a band-stop if ``l_freq`` is the
            higher.
        picks : str | array_like | slice | None
            Channels by name, type or number; None for all data channels, bad ones included.
        filter_length : str | int
            Length of an FIR filter in samples or as a time such as ``"10s"`` or
            ``"500ms"``; ``"auto"`` for what the transition bands ask for.
        l_trans_bandwidth, h_trans_bandwidth : float | "auto"
            Widths of the transition bands of an FIR filter in Hz; ``"auto"`` for a quarter
            of the frequency, but at least 2 Hz, as far as there is room.
        n_jobs : int | None
            Has no effect.
        method : "fir" | "iir"
            What to filter with.
        iir_params : dict | None
            ``order`` and ``ftype`` (and ``rp``, ``rs``, ``output``), or ``sos``, or ``b``
            and ``a``; ``padlen``. None for a Butterworth of order 4.
        phase : "zero" | "zero-double" | "linear" | "minimum" | "minimum-half" | "forward"
            Phase of the filter; ``"forward"`` is for IIR filters.
        fir_window : "hamming" | "hann" | "blackman"
            Window of an FIR filter.
        fir_design : "firwin" | "firwin2"
            How the taps of an FIR filter are found: in time, or from its frequency response.
        skip_by_annotation : str | list of str
            Annotations that start so are left out: what lies between is filtered apart.
        pad : str
            How the edges are padded for an FIR filter: a mode of :func:`numpy.pad` or
            ``"reflect_limited"``.
        verbose : bool | str | int | None
            Verbosity.

        Returns
        -------
        self : Raw
            The object itself.

        Raises
        ------
        InputError
            If a frequency is not below half the sampling rate, or the filter is too short
            for its transition bands.
        """
        check_jobs(n_jobs)
        options = {
            "length": filter_length,
            "l_trans": l_trans_bandwidth,
            "h_trans": h_trans_bandwidth,
            "phase": phase,
            "window": fir_window,
            "design": fir_design,
            "padding": pad,
        }
        design = {"method": method, "iir_params": iir_params, "options": options}
        value = self.value
        segments = segments_between(value, skip_by_annotation)
        data = self._copy_samples()
        self._set_samples(*filtered(data, value.info, l_freq, h_freq, picks, segments, design))
        return self

    @verbose_aware
    def notch_filter(
        self,
        freqs: ArrayLike | None,
        picks: Picks = None,
        filter_length: str | int = "auto",
        notch_widths: ArrayLike | None = None,
        trans_bandwidth: float = 1.0,
        n_jobs: int | None = None,
        method: FilterMethod | Literal["spectrum_fit"] = "fir",
        iir_params: IirParams | None = None,
        mt_bandwidth: float | None = None,
        p_value: float = 0.05,
        phase: FirPhase | Literal["forward"] = "zero",
        fir_window: FirWindow = "hamming",
        fir_design: FirDesign = "firwin",
        pad: str = "reflect_limited",
        skip_by_annotation: str | Collection[str] = ("edge", "bad_acq_skip"),
        verbose: Verbose = None,
    ) -> Self:
        """Filter some frequencies out, in place; samples are loaded into memory first.

        Parameters
        ----------
        freqs : float | array_like
            Frequencies in Hz, such as ``np.arange(50, 251, 50)``.
        picks : str | array_like | slice | None
            Channels by name, type or number; None for all data channels, bad ones included.
        filter_length : str | int
            Length of an FIR filter in samples or as a time such as ``"10s"``.
        notch_widths : float | array_like | None
            Widths of the stop bands in Hz; None for a 200th of the frequencies.
        trans_bandwidth : float
            Width of both transition bands of a stop band together, in Hz.
        n_jobs : int | None
            Has no effect.
        method : "fir" | "iir"
            What to filter with; ``"spectrum_fit"`` is not supported.
        iir_params : dict | None
            As of :meth:`filter`.
        mt_bandwidth : None
            Not supported: it belongs to ``"spectrum_fit"``.
        p_value : float
            Has no effect: it belongs to ``"spectrum_fit"``.
        phase : "zero" | "zero-double" | "linear" | "minimum" | "minimum-half" | "forward"
            Phase of the filter; ``"forward"`` is for IIR filters.
        fir_window : "hamming" | "hann" | "blackman"
            Window of an FIR filter.
        fir_design : "firwin" | "firwin2"
            How the taps of an FIR filter are found.
        pad : str
            How the edges are padded for an FIR filter.
        skip_by_annotation : str | list of str
            Annotations that start so are left out: what lies between is filtered apart.
        verbose : bool | str | int | None
            Verbosity.

        Returns
        -------
        self : Raw
            The object itself.
        """
        check_jobs(n_jobs)
        check_spectrum_options(method, mt_bandwidth, p_value)
        options = {
            "length": filter_length,
            "phase": phase,
            "window": fir_window,
            "design": fir_design,
            "padding": pad,
        }
        design = {"method": method, "iir_params": iir_params, "options": options}
        value = self.value
        stops = filters.design.notch_edges(freqs, notch_widths, trans_bandwidth)
        segments = segments_between(value, skip_by_annotation)
        self._set_samples(
            *notched(self._copy_samples(), value.info, stops, picks, segments, design)
        )
        return self

    @overload
    def resample(
        self,
        sfreq: float,
        *,
        npad: int | Literal["auto"] = "auto",
        window: Window = "auto",
        stim_picks: Picks = None,
        n_jobs: int | None = None,
        events: None = None,
        pad: str = "auto",
        method: ResampleMethod = "fft",
        verbose: Verbose = None,
    ) -> Self: ...
    @overload
    def resample(
        self,
        sfreq: float,
        *,
        npad: int | Literal["auto"] = "auto",
        window: Window = "auto",
        stim_picks: Picks = None,
        n_jobs: int | None = None,
        events: ArrayLike,
        pad: str = "auto",
        method: ResampleMethod = "fft",
        verbose: Verbose = None,
    ) -> tuple[Self, Ints]: ...
    @verbose_aware
    def resample(
        self,
        sfreq: float,
        *,
        npad: int | Literal["auto"] = "auto",
        window: Window = "auto",
        stim_picks: Picks = None,
        n_jobs: int | None = None,
        events: ArrayLike | None = None,
        pad: str = "auto",
        method: ResampleMethod = "fft",
        verbose: Verbose = None,
    ) -> Self | tuple[Self, Ints]:
        """Resample all channels, in place; samples are loaded into memory first.

        Parameters
        ----------
        sfreq : float
            New sampling rate in Hz. Frequencies above its half are taken out.
        npad : int | "auto"
            Number of samples added to either edge (``method="fft"``); ``"auto"`` for a
            length that is a power of 2.
        window : str | tuple | ndarray | callable | None
            Window in the frequency domain (``"auto"``: boxcar), or of the low-pass filter of
            ``method="polyphase"`` (``"auto"``: Kaiser's with 5).
        stim_picks : array_like | None
            Trigger channels, whose values are taken over and not interpolated; None for
            all of type ``"stim"``. Short triggers can be lost: find events first, and give
            them as ``events``.
        n_jobs : int | None
            Has no effect.
        events : array_like of int, shape (n_events, 3) | None
            Events to resample with the recording.
        pad : str
            How the edges are padded: a mode of :func:`numpy.pad`, ``"reflect_limited"``, or
            ``"auto"``, which reflects.
        method : "fft" | "polyphase"
            How to resample.
        verbose : bool | str | int | None
            Verbosity.

        Returns
        -------
        self : Raw
            The object itself.
        events : ndarray of int, shape (n_events, 3)
            The events at their new samples; only with ``events``.
        """
        check_jobs(n_jobs)
        options = filters.resampling.ResampleOptions(
            method=method, n_padding=npad, window=window, padding=pad
        )
        before = self.value
        self.value = with_rate(before, sfreq, stim_picks, options, told=events is not None)
        return self if events is None else (self, moved_events(events, before, self.value))

    @verbose_aware
    def save(
        self,
        fname: str | Path,
        picks: Picks = None,
        tmin: float = 0,
        tmax: float | None = None,
        buffer_size_sec: float | None = None,
        drop_small_buffer: bool = False,
        proj: bool = False,
        fmt: RawFormat = "single",
        overwrite: bool = False,
        split_size: str | int = "2GB",
        split_naming: SplitNaming = "neuromag",
        verbose: Verbose = None,
    ) -> list[Path]:
        """Save the recording as a FIF file, split into several if it is long.

        Parameters
        ----------
        fname : path-like
            The first file, ``.fif`` or ``.fif.gz``.
        picks : str | array_like | slice | None
            Channels by name, type or number; None for all.
        tmin, tmax : float | None
            Time window to write, in s; None for the end of the recording, and no later than it.
        buffer_size_sec : float | None
            Length of data buffers in s; None for that of the original file.
        drop_small_buffer : bool
            Whether to drop the last buffer if it is shorter than the others.
        proj : bool
            Whether to apply SSP projectors before writing.
        fmt : "single" | "double" | "int" | "short"
            Sample format: 32 or 64 bit floats, 32 or 16 bit integers.
        overwrite : bool
            Whether to overwrite existing files.
        split_size : str | int
            Maximum file size in bytes, or like ``"100MB"``; at most 2 GB.
        split_naming : "neuromag" | "bids"
            ``x_raw-1.fif`` or ``x_split-02_raw.fif`` for the second file.
        verbose : bool | str | int | None
            Verbosity.

        Returns
        -------
        fnames : list of Path
            The files.

        Raises
        ------
        OverwriteError
            If a file exists and ``overwrite`` is False.
        DataError
            If samples do not fit into whole numbers.
        """
        return save_raw(
            self.value,
            fname,
            picks=picks,
            tmin=tmin,
            tmax=tmax,
            buffer_size_sec=buffer_size_sec,
            drop_small_buffer=drop_small_buffer,
            proj=proj,
            fmt=fmt,
            overwrite=overwrite,
            split_size=split_size,
            split_naming=split_naming,
        )

    def to_mne(self) -> Any:
        """Make MNE-Python's recording of it.

        Returns
        -------
        raw : mne.io.RawArray
            The same recording, with samples in memory of its own.

        Raises
        ------
        MissingPackageError
            If MNE-Python is not installed: ``pip install mne``.

        Examples
        --------
        >>> raw.to_mne().filter(None, 40.0)  # doctest: +SKIP
        """
        return interop.raw_to_mne.recording_to_mne(self.value)

    plot = plot_raw


# For isinstance in scripts: MNE-Python has a class for each format, all of them BaseRaw.
BaseRaw = Raw
