"""Epochs of a recording, an array or a file: ``Epochs``."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, Self, final, overload

import numpy as np
from numpy.typing import ArrayLike

from leadfield import summaries
from leadfield.api import epochs as room
from leadfield.api import interop, recording
from leadfield.api.epochs import annotate_epochs
from leadfield.api.epochs.as_evoked import as_evoked
from leadfield.api.epochs.cut_epochs import epochs_of_recording, refuse_change_of_limits
from leadfield.api.epochs.epoch_frames import epochs_form, frame_of_epochs
from leadfield.api.epochs.evoked import Evoked, evoked_of
from leadfield.api.epochs.metadata_table import MetadataTable, with_metadata
from leadfield.api.epochs.plot_epochs import plot_epochs
from leadfield.api.epochs.plot_trials import plot_drop_log
from leadfield.api.epochs.read_epoch_data import read_epoch_data
from leadfield.api.epochs.save_epochs import EpochsFormat, save_epochs
from leadfield.api.interop.origin import kind_of
from leadfield.api.recording.annotations import redate
from leadfield.api.recording.channel_data import ChannelData
from leadfield.api.recording.filter_samples import Samples, require_real
from leadfield.api.recording.filter_trials import filter_trials, resample_trials
from leadfield.api.recording.info import Info
from leadfield.api.recording.linked import LinkedDict
from leadfield.base.errors import ArgumentTypeError
from leadfield.base.front_door import public
from leadfield.base.log import Verbose, verbose_aware
from leadfield.epochs import (
    epoch_projections,
    equalize,
    good_epochs,
    indexing,
    modify,
    time_axis,
)
from leadfield.epochs.average import Method, average, evoked_of_epoch
from leadfield.epochs.selection import DropLog, DropReasons, share_dropped
from leadfield.epochs.subtract import subtract_evoked

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from matplotlib.typing import ColorType
    from pandas import DataFrame

    from leadfield.api.epochs.arguments import Baseline, EventId, EventRepeated, Proj
    from leadfield.api.epochs.as_type import MegType
    from leadfield.api.epochs.epoch_frames import FrameLevel
    from leadfield.api.recording.annotations import Annotations
    from leadfield.api.recording.data_frames import Scalings, TimeFormat
    from leadfield.api.recording.interpolate import InterpolationMode
    from leadfield.api.recording.projection_items import ProjectionItem
    from leadfield.api.recording.raw import Raw
    from leadfield.api.recording.save_raw import SplitNaming
    from leadfield.base.arrays import Floats, Ints
    from leadfield.base.raise_or_warn import OnMissing
    from leadfield.epochs.epoch_set import EpochSet
    from leadfield.epochs.rejection_functions import Criterion, Limits
    from leadfield.recording.info import MeasurementInfo
    from leadfield.recording.picks import Picks


@final
@public("leadfield")
class Epochs(ChannelData):
    """Epochs of a recording around events.

    Nothing is read until samples are needed. Then each epoch is read, detrended, baseline
    corrected, projected, and tested against ``reject`` and ``flat``; bad epochs are dropped.
    Samples do not stay in memory, unless :meth:`load_data` or ``preload=True`` asks for it.

    Parameters
    ----------
    raw : Raw
        The recording.
    events : array_like of int, shape (n_events, 3) | None
        Sample, value before, event code; None for the recording's annotations.
    event_id : int | list of int | dict | str | list of str | None
        Event codes, in a dict by name; names may have tags between slashes, by which
        epochs can be selected. None for all. Without ``events``, descriptions of annotations.
    tmin, tmax : float
        Start and end in s relative to the event.
    baseline : tuple of float | None
        Interval in s whose mean is subtracted from each channel that is data, EOG, ECG
        or EMG; None in it for an end of the epoch.
    picks : str | array_like | slice | None
        Channels by name, type or number; None for all.
    preload : bool
        Whether to load the samples into memory now.
    reject, flat : dict | None
        Largest and smallest peak-to-peak amplitude by channel type, in T, T/m, V. In the place
        of a number, a function takes the samples (n_channels, n_times) of an epoch and returns
        whether it is bad, and the reason or a list of reasons for the drop log.
    proj : bool | "delayed"
        Whether to apply SSP projectors. ``"delayed"`` uses them only to reject epochs.
    decim : int
        Keep every decim-th sample (no filter is applied).
    reject_tmin, reject_tmax : float | None
        Ends in s of the interval in which amplitudes are tested; None for the epoch's ends.
    detrend : int | None
        0 to subtract each data channel's mean, 1 its least-squares line.
    on_missing : "raise" | "warn" | "ignore"
        What to do if no event has a code that is asked for.
    reject_by_annotation : bool
        Whether to drop epochs that overlap annotations starting with "bad".
    metadata : pandas.DataFrame | None
        A table with a row for each event, of those with other codes, too.
    event_repeated : "error" | "drop" | "merge"
        What to do about several events at one sample: raise an error, use the first, or
        merge them into one event with a joint name.
    on_outside : "warn" | "raise" | "ignore"
        What to do about events outside the recording.
    verbose : bool | str | int | None
        Verbosity.

    Raises
    ------
    DataError
        If no event is left.
    ChannelError
        If there is a limit for a channel type that the epochs do not have.
    InputError
        If tmin is after tmax, or the baseline outside the epoch.

    See Also
    --------
    EpochsArray : Make epochs of an array.
    read_epochs : Read epochs from a file.
    find_events : Find events in a recording.

    Examples
    --------
    >>> import numpy as np
    >>> from leadfield import create_info
    >>> from leadfield.io import RawArray
    >>> data = np.random.default_rng(0).standard_normal((2, 1000)) * 1e-6
    >>> raw = RawArray(data, create_info(["Fz", "Cz"], 100.0, "eeg"))
    >>> events = [[100, 0, 1], [300, 0, 2], [500, 0, 1], [990, 0, 2]]
    >>> epochs = Epochs(raw, events, {"aud/left": 1, "aud/right": 2})
    >>> epochs.drop_bad().drop_log
    ((), (), (), ('TOO_SHORT',))
    >>> epochs["left"].average()
    <Evoked | 'aud/left' (average, N=2), -0.2 to 0.5 s, baseline -0.2 to 0 s, 2 channels>
    """

    _value: EpochSet
    _table: MetadataTable | None = None
    _spans: Annotations | None = None  # once somebody has asked for them

    @verbose_aware
    def __init__(
        self,
        raw: Raw,
        events: ArrayLike | None = None,
        event_id: EventId = None,
        tmin: float = -0.2,
        tmax: float = 0.5,
        baseline: Baseline = (None, 0),
        picks: Picks = None,
        preload: bool = False,
        reject: Limits | None = None,
        flat: Limits | None = None,
        proj: Proj = True,
        decim: int = 1,
        reject_tmin: float | None = None,
        reject_tmax: float | None = None,
        detrend: Literal[0, 1] | None = None,
        on_missing: OnMissing = "raise",
        reject_by_annotation: bool = True,
        metadata: DataFrame | None = None,
        event_repeated: EventRepeated = "error",
        *,
        on_outside: OnMissing = "warn",
        verbose: Verbose = None,
    ) -> None:
        value = epochs_of_recording(
            raw,
            events,
            event_id,
            tmin=tmin,
            tmax=tmax,
            baseline=baseline,
            picks=picks,
            reject=reject,
            flat=flat,
            proj=proj,
            decim=decim,
            reject_tmin=reject_tmin,
            reject_tmax=reject_tmax,
            detrend=detrend,
            on_missing=on_missing,
            reject_by_annotation=reject_by_annotation,
            metadata=metadata,
            event_repeated=event_repeated,
            on_outside=on_outside,
        )
        self.info = Info(value.info)
        self.value = modify.load_epochs(value) if preload else value

    @property
    def value(self) -> EpochSet:
        """The epochs as a frozen value, with what was changed in what users hold of it."""
        if self._table is not None:
            self._value = self._table.changed(self._value)
        if self._spans is not None:
            self._value = annotate_epochs.with_changed(self._value, self._spans)
        return replace(self._value, info=self.info.value)

    @value.setter
    def value(self, value: EpochSet) -> None:
        self._value = value
        if self._table is not None and not self._table.shows(value):
            self._table = None
        self.info.value = value.info  # the holder stays, so that users' references stay true
        if self._spans is not None and value.annotations is not None:
            self._spans.value = value.annotations.spans
            redate(self._spans, value.annotations.counted_from)
        elif value.annotations is None:
            self._spans = None

    @property
    def preload(self) -> bool:
        """Whether the samples are in memory."""
        return self._value.loaded

    @property
    def baseline(self) -> tuple[float, float] | None:
        """Start and end in s of the baseline that is subtracted, None without one."""
        return self._value.baseline

    @property
    def metadata(self) -> DataFrame | None:
        """Table with a row for each epoch, which can be changed or replaced; None without one.

        Its index is :attr:`selection`. ``epochs["rt > 0.3"]`` takes the epochs for which an
        expression of its columns holds.
        """
        metadata = self._value.event_selection.metadata
        if metadata is None:
            return None
        if self._table is None:
            self._table = MetadataTable(self._value.event_selection, metadata)
        return self._table.frame

    @metadata.setter
    def metadata(self, metadata: DataFrame | None) -> None:
        self._table = None
        self.value = with_metadata(self.value, metadata)

    @property
    def annotations(self) -> Annotations | None:
        """Annotations of the recording, which can be changed; None for epochs without one.

        Onsets count as those of ``raw.annotations`` do, and all are kept whichever epochs are:
        :meth:`get_annotations_per_epoch` says which lie where.
        """
        if self._spans is None and self._value.annotations is not None:
            self._spans = annotate_epochs.held_annotations(self._value.annotations)
        return self._spans

    @property
    def filename(self) -> Path | None:
        """File that the epochs were read from, None for none."""
        return self._value.file

    @property
    def times(self) -> Floats:
        """Times in s relative to the event."""
        return self._value.times

    @property
    def tmin(self) -> float:
        """First time in s."""
        return float(self._value.times[0])

    @property
    def tmax(self) -> float:
        """Last time in s."""
        return float(self._value.times[-1])

    @property
    def events(self) -> Ints:
        """Events (n_epochs, 3): sample, value before, event code."""
        return self._value.events

    @property
    def event_id(self) -> dict[str, int]:
        """Event codes by name; can be set and changed in place, to other names of the codes."""
        return LinkedDict(self._value.event_id.items(), self._set_event_id)

    @event_id.setter
    def event_id(self, event_id: EventId) -> None:
        self._set_event_id(event_id)

    def _set_event_id(self, event_id: EventId) -> None:
        selection = self._value.event_selection.with_names(event_id)
        self._value = replace(self._value, event_selection=selection)

    @property
    def selection(self) -> Ints:
        """Index of each epoch's event in the list that the epochs were made from."""
        return self._value.event_selection.selection

    @property
    def drop_log(self) -> DropLog:
        """For each event of the original list, why it has no epoch here, or ``()``.

        ``"IGNORED"``: another event code; ``"NO_DATA"``, ``"TOO_SHORT"``: at an end of
        the recording; a description that starts with "bad"; or names of channels.
        """
        return self._value.drop_log

    @property
    def reject(self) -> dict[str, float | Criterion] | None:
        """Largest peak-to-peak amplitudes by channel type, or functions in their place."""
        limits = LinkedDict(self._value.rejection.reject.items(), refuse_change_of_limits)
        return limits or None

    @property
    def flat(self) -> dict[str, float | Criterion] | None:
        """Smallest peak-to-peak amplitudes by channel type, or functions in their place."""
        return LinkedDict(self._value.rejection.flat.items(), refuse_change_of_limits) or None

    @property
    def reject_tmin(self) -> float | None:
        """Start in s of the interval in which amplitudes are tested."""
        return self._value.rejection.tmin

    @property
    def reject_tmax(self) -> float | None:
        """End in s of the interval in which amplitudes are tested."""
        return self._value.rejection.tmax

    def __len__(self) -> int:
        self.drop_bad()
        return len(self._value)

    def __getitem__(self, item: Any) -> Self:
        return epochs_of(indexing.select_epochs(self.value, item))

    def __iter__(self) -> Iterator[Floats]:
        for _, epoch in self._iterate_good(self.value):
            yield epoch.copy()

    def _iterate_good(self, value: EpochSet) -> Iterator[tuple[int, Floats]]:
        """Row and samples of each good epoch; the bad ones are dropped at the end."""
        drop_reasons: DropReasons = {}
        yield from good_epochs.iterate_good_epochs(value, drop_reasons)
        now = self._value
        # Not if the epochs were changed in the meantime.
        if value.source is now.source and value.event_selection is now.event_selection:
            self.value = good_epochs.drop_rejected(value, drop_reasons)

    def __repr__(self) -> str:
        return self._value.describe()

    def _repr_html_(self) -> str:
        return summaries.facts_table("Epochs", summaries.epochs_facts(self._value))

    def _average(
        self, method: str | Callable[[Floats], Floats], picks: Picks, *, by_event_type: bool
    ) -> Evoked | list[Evoked]:
        """One evoked response, or one for each event name."""
        self.value, evokeds = average(self.value, method, picks=picks, by_event_type=by_event_type)
        return list(map(evoked_of, evokeds)) if by_event_type else evoked_of(evokeds[0])

    def _pick_rows(self, rows: Ints) -> None:
        self.value = self.value.pick(rows)

    def _take_info(self, info: MeasurementInfo) -> None:
        self.value = modify.retype_epochs(self.value, info)

    def _samples(self, purpose: str) -> Floats:
        return self._value.require_data(purpose)

    def _edit_samples(
        self,
        edit: Callable[[Any], Any],
        info: MeasurementInfo,
        purpose: str,
    ) -> None:
        self.value = modify.edit_epochs(self.value, edit, info, purpose)

    def _rename_channels(self, new: Mapping[str, str]) -> None:
        self.info.value = self.info.value.renamed(new)

    def _copy_samples(self) -> Samples:
        self.value = modify.load_epochs(self.value)
        return self.value.require_data("changing samples").copy()

    def _set_samples(self, data: Samples, info: MeasurementInfo) -> None:
        self.value = modify.with_samples(self.value, require_real(data, "epochs"), info)

    def copy(self) -> Self:
        """Copy the epochs.

        Returns
        -------
        epochs : Epochs
            Changes to it leave this one alone; samples, which nobody can change, are shared.
        """
        return epochs_of(self.value)

    @verbose_aware
    def load_data(self, *, verbose: Verbose = None) -> Self:
        """Load the samples of all good epochs into memory.

        Parameters
        ----------
        verbose : bool | str | int | None
            Verbosity.

        Returns
        -------
        self : Epochs
            The object itself.
        """
        self.value = modify.load_epochs(self.value)
        return self

    @verbose_aware
    def set_annotations(
        self,
        annotations: Annotations | None,
        on_missing: OnMissing = "raise",
        *,
        verbose: Verbose = None,
    ) -> Self:
        """Replace the annotations, in place.

        Parameters
        ----------
        annotations : Annotations | None
            The new annotations, on the clock of a recording's: those of ``raw.annotations``
            after ``raw.set_annotations``. None to remove all.
        on_missing : "raise" | "warn" | "ignore"
            What to do if they name channels that are not in the data.
        verbose : bool | str | int | None
            Verbosity.

        Returns
        -------
        self : Epochs
            The object itself.
        """
        self.value = annotate_epochs.with_annotations(self.value, annotations, on_missing)
        return self

    def get_annotations_per_epoch(
        self, *, with_extras: bool = False
    ) -> list[list[tuple[Any, ...]]]:
        """Get the annotations that meet each epoch.

        Parameters
        ----------
        with_extras : bool
            Whether each tuple has a dict of extras at its end.

        Returns
        -------
        epoch_annots : list of list of tuple
            For each epoch, onset in s relative to its event, duration and description of all
            annotations that overlap with it.
        """
        return annotate_epochs.annotations_by_epoch(self.value, with_extras=with_extras)

    def add_annotations_to_metadata(
        self, overwrite: bool = False, *, with_extras: bool = True
    ) -> Self:
        """Put the annotations of each epoch into the metadata, in place.

        There are new columns ``annot_onset`` (in s relative to the event), ``annot_duration``
        and ``annot_description``, whose values are lists.

        Parameters
        ----------
        overwrite : bool
            Whether to replace such columns.
        with_extras : bool
            Whether extras have columns, too.

        Returns
        -------
        self : Epochs
            The object itself.

        Raises
        ------
        StateError
            If there are such columns already.
        """
        self.value = annotate_epochs.with_annotated_metadata(
            self.value, overwrite=overwrite, with_extras=with_extras
        )
        return self

    @verbose_aware
    def apply_proj(
        self,
        *,
        projs: ProjectionItem | Sequence[ProjectionItem] | None = None,
        verbose: Verbose = None,
    ) -> Self:
        """Apply SSP projectors, in place: now, or whenever samples are read.

        Parameters
        ----------
        projs : ProjectionItem | list of ProjectionItem | None
            The projectors to apply, which must be among those of ``info``; None for all.
        verbose : bool | str | int | None
            Verbosity.

        Returns
        -------
        self : Epochs
            The object itself.
        """
        self.value = recording.edit_projections.with_some_applied(
            self.value, projs, epoch_projections.project_epochs
        )
        return self

    def time_as_index(self, times: ArrayLike, use_rounding: bool = False) -> Ints:
        """Convert times to sample numbers.

        Parameters
        ----------
        times : float | array_like
            Times in s.
        use_rounding : bool
            Whether to round; else fractions of a sample are cut off.

        Returns
        -------
        index : ndarray of int
            The numbers, counted from the first sample.
        """
        rate = self.info.value.sampling_rate
        return time_axis.times_to_samples(self.times, rate, times, rounded=use_rounding)

    @verbose_aware
    def crop(
        self,
        tmin: float | None = None,
        tmax: float | None = None,
        include_tmax: bool = True,
        verbose: Verbose = None,
    ) -> Self:
        """Crop the time axis, in place.

        Parameters
        ----------
        tmin, tmax : float | None
            Ends in s of the interval to keep; None for the ends there are.
        include_tmax : bool
            Whether to keep the sample at ``tmax``.
        verbose : bool | str | int | None
            Verbosity.

        Returns
        -------
        self : Epochs
            The object itself.
        """
        self.value = modify.crop_epochs(self.value, tmin, tmax, include_tmax=include_tmax)
        return self

    @verbose_aware
    def decimate(self, decim: int, offset: int = 0, *, verbose: Verbose = None) -> Self:
        """Keep every decim-th sample (no filter is applied), in place.

        Parameters
        ----------
        decim : int
            The factor; the sample at time 0 is kept.
        offset : int
            Number of samples by which to move from there.
        verbose : bool | str | int | None
            Verbosity.

        Returns
        -------
        self : Epochs
            The object itself.
        """
        self.value = modify.decimate_epochs(self.value, decim, offset)
        return self

    def shift_time(self, tshift: float, relative: bool = True) -> Self:
        """Shift the time axis, in place; samples stay as they are.

        Parameters
        ----------
        tshift : float
            The shift, or (not ``relative``) the new time of the first sample, in s.
        relative : bool
            What ``tshift`` means.

        Returns
        -------
        self : Epochs
            The object itself.
        """
        self.value = modify.shift_epoch_times(self.value, tshift, relative=relative)
        return self

    @verbose_aware
    def apply_baseline(self, baseline: Baseline = (None, 0), *, verbose: Verbose = None) -> Self:
        """Subtract each channel's mean over an interval, in place.

        Parameters
        ----------
        baseline : tuple of float | None
            Start and end in s, None for an end of the data; None for no baseline
            correction, which cannot be undone once samples are in memory.
        verbose : bool | str | int | None
            Verbosity.

        Returns
        -------
        self : Epochs
            The object itself.
        """
        self.value = modify.apply_baseline(self.value, baseline)
        return self

    @verbose_aware
    def drop_bad(
        self,
        reject: Limits | Literal["existing"] | None = "existing",
        flat: Limits | Literal["existing"] | None = "existing",
        verbose: Verbose = None,
    ) -> Self:
        """Drop bad epochs, in place; samples are read only if they must be tested.

        Parameters
        ----------
        reject, flat : dict | "existing" | None
            Largest and smallest peak-to-peak amplitude by channel type, at least as
            strict as before; ``"existing"`` for those given before. A function in the place of
            a number says for the samples (n_channels, n_times) whether an epoch is bad, and why.
        verbose : bool | str | int | None
            Verbosity.

        Returns
        -------
        self : Epochs
            The object itself.
        """
        self.value = good_epochs.drop_bad(self.value, reject, flat)
        return self

    @verbose_aware
    def drop(
        self, indices: ArrayLike, reason: str | Sequence[str] = "USER", verbose: Verbose = None
    ) -> Self:
        """Drop epochs by number, in place.

        Parameters
        ----------
        indices : int | array_like of int | array_like of bool
            Numbers among the epochs there are, or a mask of those to drop.
        reason : str | list of str
            What the drop log says.
        verbose : bool | str | int | None
            Verbosity.

        Returns
        -------
        self : Epochs
            The object itself.
        """
        self.value = indexing.drop_epochs(self.value, indices, reason)
        return self

    def reset_index(self) -> None:
        """Number the epochs anew, in place: ``selection`` from 0, and an empty ``drop_log``."""
        selection = self.value.event_selection.renumbered()
        self._table = None
        self.value = replace(self.value, event_selection=selection)

    def reset_drop_log_selection(self) -> None:
        """Number the epochs anew, in place, as :meth:`reset_index` does."""
        self.reset_index()

    def drop_log_stats(self, ignore: Iterable[str] = ("IGNORED",)) -> float:
        """Compute the share of epochs that were dropped.

        Parameters
        ----------
        ignore : list of str
            Reasons that do not count.

        Returns
        -------
        perc : float
            In percent.
        """
        return share_dropped(self.drop_log, ignore)

    def plot_drop_log(
        self,
        threshold: float = 0,
        n_max_plot: int = 20,
        subject: str | None = None,
        color: ColorType = (0.9, 0.9, 0.9),
        width: float = 0.8,
        ignore: Sequence[str] = ("IGNORED",),
        show: bool = True,
    ) -> Figure | None:
        """Plot how many epochs were dropped, and because of which channels or reasons.

        Parameters
        ----------
        threshold : float
            Plot only if more than this share, in percent, was dropped.
        n_max_plot : int
            Largest number of reasons to plot.
        subject : str | None
            Name of the subject for the title.
        color : colour
            Colour of the bars.
        width : float
            Width of the bars.
        ignore : list of str
            Reasons for which an epoch does not count.
        show : bool
            Whether to open a window, where the Matplotlib backend has windows.

        Returns
        -------
        fig : matplotlib.figure.Figure | None
            The figure; None if no more than ``threshold`` were dropped.
        """
        return plot_drop_log(
            self.drop_log, threshold, n_max_plot, subject, color, width, ignore, show
        )

    def equalize_event_counts(
        self,
        event_ids: Sequence[str | Sequence[str]] | Mapping[str, int] | None = None,
        method: Literal["mintime", "truncate", "random"] = "mintime",
        *,
        rng: np.random.Generator | np.random.RandomState | int | None = None,
        random_state: np.random.RandomState | int | None = None,
    ) -> tuple[Self, Ints]:
        """Drop epochs, in place, until all conditions have equally many.

        Parameters
        ----------
        event_ids : list | dict | None
            Names of conditions, lists of names that are one condition together, or
            tags of names; None for all names.
        method : "mintime" | "truncate" | "random"
            Which epochs are kept: those nearest in time to those of the smallest condition,
            the first ones, or random ones.
        rng : Generator | RandomState | int | None
            Random generator, or seed, of ``"random"``.
        random_state : RandomState | int | None
            NumPy's older generator, or its seed, in the place of ``rng``.

        Returns
        -------
        self : Epochs
            The object itself.
        indices : ndarray of int
            Numbers of the epochs that were dropped.
        """
        chance = equalize.one_source_of_chance(rng, random_state)
        self.value, rows = equalize.equalize_event_counts(self.value, event_ids, method, chance)
        return self, rows

    @verbose_aware
    def get_data(
        self,
        picks: Picks = None,
        item: Any = None,
        units: str | Mapping[str, str] | None = None,
        tmin: float | None = None,
        tmax: float | None = None,
        *,
        exclude: Literal["bads"] | Collection[str] = (),
        copy: bool = True,
        verbose: Verbose = None,
    ) -> Floats:
        """Get the samples of the good epochs.

        Parameters
        ----------
        picks : str | array_like | slice | None
            Channels by name, number, or type without the bad ones; None for all.
        item : str | int | slice | array_like | None
            Which epochs, as between brackets; None for all.
        units : str | dict | None
            Units other than SI's, such as ``"uV"`` or ``{"grad": "fT/cm"}``.
        tmin, tmax : float | None
            Ends in s; the sample at ``tmax`` is left out.
        exclude : list of str | "bads"
            Channels to leave out, where ``picks`` is None.
        copy : bool
            Whether to return a copy; else the result may be a read-only view of the samples
            in memory.
        verbose : bool | str | int | None
            Verbosity.

        Returns
        -------
        data : ndarray, shape (n_epochs, n_channels, n_times)
            The samples.
        """
        self.value, data = read_epoch_data(
            self.value, picks, item, (tmin, tmax), units=units, exclude=exclude, copy=copy
        )
        return data

    def as_type(self, ch_type: MegType = "grad", mode: InterpolationMode = "fast") -> Epochs:
        """Map the MEG field to virtual channels of one type.

        All good MEG channels of both types go into each. They are mapped by the currents of
        least norm in a sphere around (0, 0, 40) mm of head coordinates.

        Parameters
        ----------
        ch_type : "grad" | "mag"
            The type: there is a virtual channel in the place of each good one.
        mode : "fast" | "accurate"
            49 or 99 terms of the field's series, as far as there is anything left to add.

        Returns
        -------
        epochs : Epochs
            New epochs of the good ones, in memory, under the channels' names with ``_v``.

        Raises
        ------
        ChannelError
            If there are no good channels of the type.

        Examples
        --------
        >>> epochs.as_type("mag").ch_names[0]
        'MEG 001_v'
        """
        self.value, virtual = room.as_type.epochs_as_type(self.value, ch_type, mode)
        return epochs_of(virtual)

    def iter_evoked(
        self,
        copy: bool = False,  # noqa: ARG002 - each is a new one
    ) -> Iterator[Evoked]:
        """Yield the good epochs as evoked responses of one epoch each.

        Parameters
        ----------
        copy : bool
            Has no effect: each response is a new one, whose samples are its own.

        Yields
        ------
        evoked : Evoked
            The epoch; its comment is its event code.
        """
        value = self.value
        for row, epoch in self._iterate_good(value):
            yield evoked_of(evoked_of_epoch(value, row, epoch))

    @overload
    def average(
        self, picks: Picks = None, method: Method = "mean", by_event_type: Literal[False] = False
    ) -> Evoked: ...
    @overload
    def average(
        self, picks: Picks = None, method: Method = "mean", *, by_event_type: Literal[True]
    ) -> list[Evoked]: ...
    def average(
        self, picks: Picks = None, method: Method = "mean", by_event_type: bool = False
    ) -> Evoked | list[Evoked]:
        """Average the good epochs.

        The mean takes one pass, with one epoch in memory at a time.

        Parameters
        ----------
        picks : str | array_like | slice | None
            Channels by name, type or number; None for all data channels.
        method : "mean" | "median" | callable
            How to average; a function turns (n_epochs, n_channels, n_times) into
            (n_channels, n_times).
        by_event_type : bool
            Whether to average the epochs of each event name separately.

        Returns
        -------
        evoked : Evoked | list of Evoked
            The average, or one for each event name.

        Raises
        ------
        DataError
            If no epoch is left; it says which channels rejected how many.
        """
        return self._average(method, picks, by_event_type=by_event_type)

    @overload
    def standard_error(
        self, picks: Picks = None, by_event_type: Literal[False] = False
    ) -> Evoked: ...
    @overload
    def standard_error(
        self, picks: Picks = None, *, by_event_type: Literal[True]
    ) -> list[Evoked]: ...
    def standard_error(
        self, picks: Picks = None, by_event_type: bool = False
    ) -> Evoked | list[Evoked]:
        """Compute the standard error of the average of the good epochs, in one pass.

        Parameters
        ----------
        picks : str | array_like | slice | None
            Channels by name, type or number; None for all data channels.
        by_event_type : bool
            Whether to treat the epochs of each event name separately.

        Returns
        -------
        std_err : Evoked | list of Evoked
            Standard deviation (divided by n) over the root of n.
        """
        return self._average("std", picks, by_event_type=by_event_type)

    def subtract_evoked(self, evoked: Evoked | None = None) -> Self:
        """Subtract an evoked response from each epoch, in place.

        What is left is not locked to the event (induced activity).

        Parameters
        ----------
        evoked : Evoked | None
            The response; None for the average of these epochs.

        Returns
        -------
        self : Epochs
            The object itself.

        Raises
        ------
        ChannelError
            If the response lacks a data channel of the epochs.
        MismatchError
            If the response has other times.
        """
        self.value = subtract_evoked(self.value, None if evoked is None else as_evoked(evoked))
        return self

    @verbose_aware
    def to_data_frame(
        self,
        picks: Picks = None,
        index: FrameLevel | Sequence[FrameLevel] | None = None,
        scalings: Scalings = None,
        copy: bool = True,  # noqa: ARG002 - there is no other way
        long_format: bool = False,
        time_format: TimeFormat | None = None,
        *,
        verbose: Verbose = None,
    ) -> DataFrame:
        """Put the samples of the good epochs into a data frame.

        Parameters
        ----------
        picks : str | array_like | slice | None
            Channels by name, type or number; None for all.
        index : "time" | "epoch" | "condition" | list | None
            What of the time, the epoch (its ``selection``) and the condition (the name of its
            event) is in the index; the others are columns.
        scalings : dict of float | float | None
            Factors by channel type, or for all of them; where there is none, samples are in
            the units that figures have: fT, fT/cm, µV, ...
        copy : bool
            Has no effect: the frame always has samples of its own.
        long_format : bool
            Whether to have a row for each sample of each channel, with its name and type,
            instead of a column for each channel.
        time_format : "ms" | "timedelta" | None
            Times as whole milliseconds, as durations, or in s.
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
        DataError
            If no epoch is left.

        Examples
        --------
        >>> df = epochs.to_data_frame(index=["condition", "epoch", "time"])
        >>> len(df) == len(epochs) * len(epochs.times)
        True
        """
        form = epochs_form(index, time_format, long_format=long_format)
        self.value, frame = frame_of_epochs(self.value, picks, scalings, form)
        return frame

    @verbose_aware
    def save(
        self,
        fname: str | Path,
        split_size: str | int = "2GB",
        fmt: EpochsFormat = "single",
        overwrite: bool = False,
        split_naming: SplitNaming = "neuromag",
        verbose: Verbose = None,
    ) -> list[Path]:
        """Write the good epochs to a ``-epo.fif`` file, or to several if they are many.

        Parameters
        ----------
        fname : path-like
            The file.
        split_size : str | int
            Largest size of a file, in bytes or such as ``"500MB"``; at most 2 GB.
        fmt : "single" | "double"
            32 or 64 bits a sample.
        overwrite : bool
            Whether to overwrite existing files.
        split_naming : "neuromag" | "bids"
            Whether parts are called ``x-epo-1.fif`` or ``x_split-02_epo.fif``.
        verbose : bool | str | int | None
            Verbosity.

        Returns
        -------
        fnames : list of Path
            The files.
        """
        self.value, paths = save_epochs(
            self.value, fname, split_size, fmt, split_naming, overwrite=overwrite
        )
        return paths

    def to_mne(self) -> Any:
        """Make MNE-Python's epochs of it.

        Bad epochs are dropped.

        Returns
        -------
        epochs : mne.EpochsArray
            The good epochs, with samples in memory of their own.

        Raises
        ------
        MissingPackageError
            If MNE-Python is not installed: ``pip install mne``.
        """
        self.drop_bad()
        loaded = modify.load_epochs(self.value)
        good_epochs.require_epochs(loaded)
        return interop.epochs_to_mne.epochs_to_mne(loaded)

    plot = plot_epochs
    filter = filter_trials
    resample = resample_trials


def as_epochs(epochs: object) -> Epochs:
    """Epochs, ours or MNE-Python's, of which bad ones are dropped."""
    if isinstance(epochs, Epochs):
        return epochs
    taken = interop.epochs.epochs_from_mne(epochs)
    if taken is None:
        msg = f"epochs must be Epochs, got {kind_of(epochs)}"
        raise ArgumentTypeError(msg)
    return epochs_of(taken)


# For isinstance in scripts: MNE-Python has a class for each source, all of them BaseEpochs.
BaseEpochs = Epochs


def epochs_of(value: EpochSet) -> Epochs:
    """Epochs that hold a value, which they share."""
    epochs = Epochs.__new__(Epochs)
    epochs.info = Info(value.info)
    epochs.value = value
    return epochs
