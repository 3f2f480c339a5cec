"""Channels and SSP projectors of recordings, epochs and evoked responses: what they share."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Literal, Self

from leadfield import recording as stage
from leadfield.api import recording
from leadfield.api.recording.info import as_info
from leadfield.api.recording.picks import Eyetrack, Fnirs, Sensors, pick_types
from leadfield.api.recording.plot_projections import plot_own_projs_topomap
from leadfield.api.recording.plot_sensors import plot_sensors
from leadfield.api.recording.projection_items import ProjectionItem, as_projections
from leadfield.base.errors import ChannelError
from leadfield.base.front_door import explain_absent_members
from leadfield.base.log import Verbose, verbose_aware
from leadfield.recording.fif.identifiers import with_date
from leadfield.recording.picks import Picks, pick_channels, resolve_picks

if TYPE_CHECKING:
    from datetime import datetime

    from numpy.typing import ArrayLike, DTypeLike, NDArray

    from leadfield.api.recording.edit_persons import KeepHis
    from leadfield.api.recording.edit_reference import ElectrodeType, Reference
    from leadfield.api.recording.filter_samples import Samples
    from leadfield.api.recording.info import Info
    from leadfield.api.recording.interpolate import InterpolationMode
    from leadfield.api.recording.montage import DigMontage
    from leadfield.base.arrays import Ints
    from leadfield.base.raise_or_warn import OnMissing
    from leadfield.recording.info import MeasurementInfo


@explain_absent_members
class ChannelData(ABC):
    """Samples of channels: a recording, epochs or their average.

    A final class says how its samples follow: :meth:`_pick_rows`, :meth:`_rename_channels`,
    :meth:`_take_info`, :meth:`_samples`, :meth:`_edit_samples`, :meth:`_copy_samples`,
    :meth:`_set_samples` and :meth:`apply_proj`; ``info`` describes the channels at all times.
    """

    info: Info

    @abstractmethod
    def _pick_rows(self, rows: Ints) -> None:
        """Keep only these channels, in this order."""

    @abstractmethod
    def _rename_channels(self, new: Mapping[str, str]) -> None:
        """Give some channels other names."""

    @abstractmethod
    def _take_info(self, info: MeasurementInfo) -> None:
        """Take over an info with other types or positions of the same channels, or a date."""

    @abstractmethod
    def _samples(self, purpose: str) -> NDArray[Any]:
        """Samples in memory (..., n_channels, n_times), read-only."""

    @abstractmethod
    def _edit_samples(
        self, edit: Callable[[Any], Any], info: MeasurementInfo, purpose: str
    ) -> None:
        """Replace samples in memory (..., n_channels, n_times) by what ``edit`` makes of them.

        ``info`` describes the result; ``purpose`` is for the error without samples in memory.
        """

    @abstractmethod
    def _copy_samples(self) -> Samples:
        """Samples (..., n_channels, n_times) in an array of one's own."""

    @abstractmethod
    def _set_samples(self, data: Samples, info: MeasurementInfo) -> None:
        """Take over an array of samples, and what describes their channels and rate."""

    @abstractmethod
    @verbose_aware
    def apply_proj(
        self,
        *,
        projs: ProjectionItem | Sequence[ProjectionItem] | None = None,
        verbose: Verbose = None,
    ) -> Self:
        """Apply SSP projectors, in place."""

    @property
    def ch_names(self) -> list[str]:
        """Names of the channels."""
        return self.info.ch_names

    @property
    def proj(self) -> bool:
        """Whether there are SSP projectors and all of them are applied."""
        projections = self.info.value.projections
        return bool(projections) and all(one.active for one in projections)

    @property
    def compensation_grade(self) -> int:
        """Current grade of gradient compensation; 0 for none."""
        return self.info.value.compensation_grade

    def __contains__(self, ch_type: str) -> bool:
        types = self.info.value.channels.types
        return bool({"mag", "grad"} & set(types)) if ch_type == "meg" else ch_type in types

    def get_channel_types(
        self, picks: Picks = None, unique: bool = False, only_data_chs: bool = False
    ) -> list[str]:
        """Get the types of channels.

        Parameters
        ----------
        picks : str | array_like | slice | None
            Channels by name, type or number; None for all.
        unique : bool
            Whether to list each type only once.
        only_data_chs : bool
            Whether to list data channels only (MEG, EEG and the like).

        Returns
        -------
        types : list of str
            ``"mag"``, ``"grad"``, ``"eeg"``, ...
        """
        return self.info.get_channel_types(picks, unique, only_data_chs)

    @verbose_aware
    def pick(
        self,
        picks: Picks,
        exclude: Literal["bads"] | Collection[str] = (),
        *,
        verbose: Verbose = None,
    ) -> Self:
        """Pick channels by type, name or number, in place.

        Parameters
        ----------
        picks : str | array_like | slice | None
            Channels by name, type or number; None for all.
        exclude : list of str | "bads"
            Channels to exclude when picking by type.
        verbose : bool | str | int | None
            Verbosity.

        Returns
        -------
        self : same type
            The object itself.
        """
        self._pick_rows(resolve_picks(self.info.value, picks, none="all", exclude=exclude))
        return self

    @verbose_aware
    def pick_types(
        self,
        meg: Sensors = False,
        eeg: bool = False,
        stim: bool = False,
        eog: bool = False,
        ecg: bool = False,
        emg: bool = False,
        ref_meg: Sensors | Literal["auto"] = "auto",
        *,
        misc: bool = False,
        resp: bool = False,
        chpi: bool = False,
        exci: bool = False,
        ias: bool = False,
        syst: bool = False,
        seeg: bool = False,
        dipole: bool = False,
        gof: bool = False,
        bio: bool = False,
        ecog: bool = False,
        fnirs: bool | Fnirs | Collection[Fnirs] = False,
        csd: bool = False,
        dbs: bool = False,
        temperature: bool = False,
        gsr: bool = False,
        eyetrack: bool | Eyetrack | Collection[Eyetrack] = False,
        include: Iterable[str] = (),
        exclude: Literal["bads"] | Collection[str] = "bads",
        selection: Collection[str] | None = None,
        verbose: Verbose = None,
    ) -> Self:
        """Pick channels by type, in place.

        Parameters
        ----------
        meg : bool | str
            True for all MEG channels, or one of ``"mag"``, ``"grad"``, ``"planar1"``,
            ``"planar2"``.
        eeg, stim, eog, ecg, emg : bool
            Whether to pick channels of this type.
        ref_meg : bool | str
            Reference sensors; ``"auto"`` picks them along with MEG if the data have
            gradient compensations.
        misc, resp, chpi, exci, ias, syst, seeg, dipole, gof, bio, ecog : bool
            Whether to pick channels of this type.
        fnirs : bool | str | list of str
            True for all, or some of ``"hbo"``, ``"hbr"``, ``"fnirs_od"``, ...
        csd, dbs, temperature, gsr : bool
            Whether to pick channels of this type.
        eyetrack : bool | str | list of str
            True for all, or some of ``"eyegaze"``, ``"pupil"``.
        include : list of str
            Additional channels by name.
        exclude : list of str | "bads"
            Channels to exclude.
        selection : list of str | None
            Names that the choice of MEG and EEG channels is restricted to.
        verbose : bool | str | int | None
            Verbosity.

        Returns
        -------
        self : same type
            The object itself.

        Raises
        ------
        ChannelError
            If no channel would be left.
        """
        arguments = {k: v for k, v in locals().items() if k not in {"self", "verbose"}}
        rows = pick_types(self.info, **arguments)
        if not len(rows):
            msg = "pick_types must leave at least one channel, no channel is of the types asked for"
            raise ChannelError(msg)
        self._pick_rows(rows)
        return self

    @verbose_aware
    def pick_channels(
        self,
        ch_names: Sequence[str],
        ordered: bool = True,
        *,
        verbose: Verbose = None,
    ) -> Self:
        """Pick channels by name, in place.

        Parameters
        ----------
        ch_names : list of str
            The names.
        ordered : bool
            Whether to use this order and require all names to be in the data.
        verbose : bool | str | int | None
            Verbosity.

        Returns
        -------
        self : same type
            The object itself.
        """
        self._pick_rows(pick_channels(self.ch_names, ch_names, ordered=ordered))
        return self

    def drop_channels(self, ch_names: str | Iterable[str], on_missing: OnMissing = "raise") -> Self:
        """Drop channels by name, in place.

        Parameters
        ----------
        ch_names : str | list of str
            The names.
        on_missing : "raise" | "warn" | "ignore"
            What to do about names that are not in the data.

        Returns
        -------
        self : same type
            The object itself.
        """
        self._pick_rows(recording.edit_channels.kept_rows(self.info.value, ch_names, on_missing))
        return self

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
            What to do about names that are not in the data.
        verbose : bool | str | int | None
            Verbosity.

        Returns
        -------
        self : same type
            The object itself.
        """
        self._rename_channels(
            recording.edit_channels.new_names(
                self.info.value, mapping, on_missing, allow_duplicates=allow_duplicates
            )
        )
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
        self : same type
            The object itself.
        """
        self._take_info(
            recording.edit_channels.with_types(self.info.value, mapping, on_unit_change)
        )
        return self

    def reorder_channels(self, ch_names: Sequence[str]) -> Self:
        """Put channels into another order, in place; those that are not named are dropped.

        Parameters
        ----------
        ch_names : list of str
            The names, each once.

        Returns
        -------
        self : same type
            The object itself.
        """
        self._pick_rows(recording.edit_channels.ordered_rows(self.info.value, ch_names))
        return self

    def add_channels(self, add_list: Sequence[Self], force_update_info: bool = False) -> Self:
        """Add the channels of other objects, in place.

        Parameters
        ----------
        add_list : list of Raw | list of Epochs | list of Evoked
            Objects of the same class, with the same times and samples in memory.
        force_update_info : bool
            Whether rates, filters, positions, transforms and projectors of the others may
            differ: this object's are kept.

        Returns
        -------
        self : same type
            The object itself.

        Raises
        ------
        MismatchError
            If the objects have channels in common, or differ in what they must share.
        """
        others = recording.edit_channels.check_joinable(type(self), add_list)
        infos = [self.info.value, *map(as_info, others)]
        data = [
            one._samples("adding channels")  # noqa: SLF001 - of this class
            if isinstance(one, ChannelData)
            else one.get_data()
            for one in others
        ]
        info = stage.joined_info.join_infos(infos, force=force_update_info)
        self._edit_samples(
            partial(recording.edit_channels.with_rows_of, data), info, "adding channels"
        )
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
        self : same type
            The object itself.
        """
        info = recording.montage.placed(
            self.info.value,
            montage,
            match_case=match_case,
            match_alias=match_alias,
            on_missing=on_missing,
        )
        self._take_info(info)
        return self

    def get_montage(self) -> DigMontage | None:
        """Get the positions of the electrodes and the digitised points.

        Returns
        -------
        montage : DigMontage | None
            The montage, None without digitised points.
        """
        return recording.montage.found_montage(self.info.value)

    def set_meas_date(self, meas_date: datetime | float | tuple[int, int] | None) -> Self:
        """Set the date of the measurement, in place; annotations count from it.

        Parameters
        ----------
        meas_date : datetime | float | tuple of int | None
            The date, seconds since 1970, or (seconds, microseconds); None to remove it, also
            from the measurement's identifier.

        Returns
        -------
        self : same type
            The object itself.
        """
        self._take_info(
            with_date(self.info.value, recording.edit_annotations.as_date(meas_date, "meas_date"))
        )
        return self

    @verbose_aware
    def anonymize(
        self,
        daysback: float | None = None,
        keep_his: KeepHis = False,
        verbose: Verbose = None,
    ) -> Self:
        """Take personal data out of ``info``, in place; annotations count from the new date.

        Names, experimenter, project, serial numbers, weight and height are replaced, machines
        and what is not known are removed, and all dates are moved by the same time. Channels,
        annotations and the processing history's numbers stay.

        Parameters
        ----------
        daysback : float | None
            How many days dates are moved back; None for as many as let the measurement begin
            with the year 2000. Without a date of the measurement, all other dates are removed.
        keep_his : bool | str | list of str
            What to keep of the subject: ``"his_id"``, ``"sex"``, ``"hand"``; True for all three.
        verbose : bool | str | int | None
            Verbosity.

        Returns
        -------
        self : same type
            The object itself.

        Raises
        ------
        StateError
            If dates would become such as FIF files cannot hold.
        """
        self._take_info(recording.edit_persons.without_persons(self.info.value, daysback, keep_his))
        return self

    @verbose_aware
    def add_proj(
        self,
        projs: ProjectionItem | Sequence[ProjectionItem],
        remove_existing: bool = False,
        *,
        verbose: Verbose = None,
    ) -> Self:
        """Add SSP projectors, in place; :meth:`apply_proj` applies them.

        Parameters
        ----------
        projs : ProjectionItem | list of ProjectionItem
            The projectors.
        remove_existing : bool
            Whether to remove the existing projectors, none of which may be applied.
        verbose : bool | str | int | None
            Verbosity.

        Returns
        -------
        self : same type
            The object itself.
        """
        self.info.value = recording.edit_projections.with_new_projections(
            self.info.value, as_projections(projs), remove_existing=remove_existing
        )
        return self

    def del_proj(self, idx: int | Sequence[int] | Literal["all"] = "all") -> Self:
        """Remove SSP projectors that are not applied, in place.

        Parameters
        ----------
        idx : int | list of int | "all"
            Indices of the projectors.

        Returns
        -------
        self : same type
            The object itself.
        """
        self.info.value = recording.edit_projections.without_projections(self.info.value, idx)
        return self

    @verbose_aware
    def set_eeg_reference(
        self,
        ref_channels: Reference = "average",
        projection: bool = False,
        ch_type: ElectrodeType | Literal["auto"] | Sequence[ElectrodeType] = "auto",
        forward: None = None,
        *,
        joint: bool = False,
        verbose: Verbose = None,
    ) -> Self:
        """Set the EEG reference, in place: in the samples, or as an SSP projector.

        Source estimation needs the average reference as a projector
        (``projection=True``), also of data whose samples were re-referenced before.

        Parameters
        ----------
        ref_channels : "average" | str | list of str | dict
            The average of all good electrodes; a channel, or several whose mean is
            subtracted; an empty list for data that have the wanted reference already; a
            dict with the references of each channel.
        projection : bool
            Whether to add the average as SSP projector, which :meth:`apply_proj` applies,
            instead of subtracting it now. ``info["custom_ref_applied"]`` is then cleared.
        ch_type : "auto" | "eeg" | "ecog" | "seeg" | "dbs" | list of str
            Types of electrodes; ``"auto"`` takes the first of these types in the data.
        forward : None
            Must be None: references from a forward solution (``"REST"``) are not supported.
        joint : bool
            Whether electrodes of several types have one average, not one for each type.
        verbose : bool | str | int | None
            Verbosity.

        Returns
        -------
        self : same type
            The object itself.

        Raises
        ------
        StateError
            If the samples are not in memory and have to change, or if projectors of the
            electrodes are not applied.
        """
        info, options = self.info.value, (ref_channels, ch_type, forward)
        if projection:
            self.info.value = recording.edit_reference.with_average_projection(
                info, *options, joint=joint
            )
        else:
            plan = recording.edit_reference.plan_reference(info, *options, joint=joint)
            self._edit_samples(plan.apply, plan.info, "setting a reference")
        return self

    def add_reference_channels(self, ref_channels: str | Sequence[str]) -> Self:
        """Add reference electrodes, which record zeros, in place.

        Parameters
        ----------
        ref_channels : str | list of str
            Names of the electrodes that the data were recorded against.

        Returns
        -------
        self : same type
            The object itself.
        """
        names = [ref_channels] if isinstance(ref_channels, str) else list(ref_channels)
        info = stage.rereference.with_reference_electrodes(self.info.value, names)
        self._edit_samples(
            partial(stage.rereference.with_zeros, len(names)), info, "adding channels"
        )
        return self

    @verbose_aware
    def interpolate_bads(
        self,
        reset_bads: bool = True,
        mode: InterpolationMode = "accurate",
        origin: Literal["auto"] | ArrayLike = "auto",
        method: Mapping[str, str] | str | None = None,
        exclude: Collection[str] = (),
        on_bad_position: OnMissing = "warn",
        verbose: Verbose = None,
    ) -> Self:
        """Interpolate bad channels, in place.

        Electrodes by spherical splines, MEG channels by a map of the field that all good MEG
        channels see, in a sphere.

        Parameters
        ----------
        reset_bads : bool
            Whether interpolated channels are no longer bad.
        mode : "accurate" | "fast"
            99 or 49 terms of the field's series, as far as there is anything left to add.
        origin : "auto" | array_like of float, shape (3,)
            Centre of the head in m and head coordinates; ``"auto"`` fits a sphere to the
            digitised head.
        method : dict of str | str | None
            ``"MNE"``, a map of the field, for ``"meg"`` and ``"eeg"``; ``"spline"`` for
            ``"eeg"`` and ``"ecog"``; ``"nan"`` for any; for all or by type. None for
            ``dict(meg="MNE", eeg="spline", ecog="spline")``.
        exclude : list of str
            Channels that are not interpolated; splines do not start from them, either.
        on_bad_position : "raise" | "warn" | "ignore"
            What to do about bad channels without a position, which become NaN.
        verbose : bool | str | int | None
            Verbosity.

        Returns
        -------
        self : same type
            The object itself.

        Raises
        ------
        InputError
            If bad channels of other types would have to be interpolated, or if sensors are
            less than 6 cm from ``origin`` (electrodes, 4.2 cm).
        """
        info = self.info.value
        plan = recording.interpolate.plan_bad_channels(
            info,
            method,
            mode=mode,
            origin=origin,
            exclude=exclude,
            on_bad_position=on_bad_position,
        )
        if plan is not None:
            after = stage.interpolation.after_interpolation(info, plan, reset_bads=reset_bads)
            self._edit_samples(plan.apply, after, "interpolating channels")
        return self

    @verbose_aware
    def reconstruct_proj(
        self,
        *,
        projs: ProjectionItem | Sequence[ProjectionItem] | None = None,
        mode: InterpolationMode = "accurate",
        origin: Literal["auto"] | ArrayLike = "auto",
        forward: None = None,
        rank: None = None,
        verbose: Verbose = None,
    ) -> Self:
        """Apply SSP projectors and map the field that is left back to the sensors, in place.

        Maps of the sensors then look as without projection. Of MEG channels and of electrodes
        those are mapped that the projectors touch; bad channels stay as they are. Samples are
        loaded into memory first.

        Parameters
        ----------
        projs : ProjectionItem | list of ProjectionItem | None
            The projectors to apply, which must be among those of ``info``; None for all.
        mode : "accurate" | "fast"
            99 or 49 terms of the field's series, as far as there is anything left to add.
        origin : "auto" | array_like of float, shape (3,)
            Centre of the head in m and head coordinates; ``"auto"`` fits a sphere to the
            digitised head.
        forward, rank : None
            Must be None: fields are reconstructed in a sphere.
        verbose : bool | str | int | None
            Verbosity.

        Returns
        -------
        self : same type
            The object itself.

        Raises
        ------
        InputError
            If ``projs`` are not the data's, or sensors too near to ``origin``.
        """
        given = self.info.value.projections if projs is None else as_projections(projs)
        if not given:
            return self
        plan = recording.interpolate.plan_reconstruction(
            self.info.value, mode=mode, origin=origin, forward=forward, rank=rank
        )
        self.apply_proj(projs=projs)
        info = self.info.value
        self._set_samples(plan(info, given).apply(self._copy_samples()), info)
        return self

    @verbose_aware
    def savgol_filter(self, h_freq: float, verbose: Verbose = None) -> Self:
        """Smooth all channels with polynomials of order 5, in place.

        Samples are loaded into memory first.

        Parameters
        ----------
        h_freq : float
            About where the low-pass ends, in Hz: polynomials are fitted to windows as long
            as one period.
        verbose : bool | str | int | None
            Verbosity.

        Returns
        -------
        self : same type
            The object itself.
        """
        self._set_samples(
            *recording.filter_samples.smoothed(self._copy_samples(), self.info.value, h_freq)
        )
        return self

    @verbose_aware
    def apply_hilbert(
        self,
        picks: Picks = None,
        envelope: bool = False,
        n_jobs: int | None = None,
        n_fft: int | Literal["auto"] | None = "auto",
        *,
        verbose: Verbose = None,
    ) -> Self:
        """Compute analytic signals or their envelopes, in place.

        Samples are loaded into memory first.

        Parameters
        ----------
        picks : str | array_like | slice | None
            Channels by name, type or number; None for all data channels but reference
            sensors, bad ones included.
        envelope : bool
            Whether to take the absolute value of the analytic signal. Otherwise samples
            become complex, which recordings and averages can hold, but epochs cannot.
        n_jobs : int | None
            Has no effect.
        n_fft : int | "auto" | None
            Length of the transform, for which zeros are appended; ``"auto"`` for the next
            one that is fast, None for the number of samples.
        verbose : bool | str | int | None
            Verbosity.

        Returns
        -------
        self : same type
            The object itself.
        """
        recording.filter_samples.check_jobs(n_jobs)
        data, info = self._copy_samples(), self.info.value
        self._set_samples(
            *recording.filter_samples.with_analytic_signals(
                data, info, picks, n_fft, envelope=envelope
            )
        )
        return self

    @verbose_aware
    def apply_function(
        self,
        fun: Callable[..., Samples],
        picks: Picks = None,
        dtype: DTypeLike | None = None,
        n_jobs: int | None = None,
        channel_wise: bool = True,
        verbose: Verbose = None,
        **kwargs: Any,
    ) -> Self:
        """Apply a function to some channels, in place.

        Samples are loaded into memory first.

        Parameters
        ----------
        fun : callable
            Takes an array of samples and returns one of the same shape. If it has arguments
            ``ch_name`` or ``ch_idx``, it is told which channel it is given.
        picks : str | array_like | slice | None
            Channels by name, type or number; None for all data channels but reference
            sensors, bad ones included.
        dtype : dtype | None
            ``complex``, if the function returns complex samples, which recordings and
            averages can hold, but epochs cannot.
        n_jobs : int | None
            Has no effect.
        channel_wise : bool
            Whether to call the function for each channel (and epoch) with its samples
            (n_times,). Otherwise it is called once, with all (..., n_channels, n_times).
        verbose : bool | str | int | None
            Verbosity.
        **kwargs : dict
            More arguments of the function.

        Returns
        -------
        self : same type
            The object itself.
        """
        recording.filter_samples.check_jobs(n_jobs)
        data, info = self._copy_samples(), self.info.value
        self._set_samples(
            *recording.filter_samples.with_function_applied(
                data, info, fun, picks, dtype, kwargs, channel_wise=channel_wise
            )
        )
        return self

    plot_projs_topomap = plot_own_projs_topomap
    plot_sensors = plot_sensors
