"""What recordings, epochs and evoked responses do with their channels and projections."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any, Self

import numpy as np

from leadfield.api.recording.info import Info
from leadfield.api.recording.picks import Sensors
from leadfield.api.recording.projection_items import ProjectionItem, as_projections
from leadfield.base.arrays import Ints
from leadfield.base.checks import listed, one_of, whole
from leadfield.base.errors import ChannelError, InputError, OutOfRangeError, StateError
from leadfield.base.log import LOGGER, Verbose, verbose_aware, warn
from leadfield.base.raise_or_warn import raise_or_warn
from leadfield.recording import picks as inner
from leadfield.recording.create import average_reference
from leadfield.recording.eeg_reference import has_average_reference
from leadfield.recording.projection import merged_projections


class ChannelData(ABC):
    """Samples of channels: a recording, epochs or their average."""

    info: Info

    @abstractmethod
    def _keep_channels(self, rows: Ints) -> None:
        """Keep only these channels, in this order."""

    @abstractmethod
    def _rename_channels(self, new: Mapping[str, str]) -> None:
        """Give some channels other names."""

    @abstractmethod
    @verbose_aware
    def apply_proj(self, *, verbose: Verbose = None) -> Self:
        """Apply all projections, in place."""

    @property
    def ch_names(self) -> list[str]:
        """Names of the channels."""
        return self.info.ch_names

    @property
    def proj(self) -> bool:
        """Whether there are projections and all are applied."""
        projections = self.info.value.projections
        return bool(projections) and all(one.active for one in projections)

    @property
    def compensation_grade(self) -> int:
        """Grade of the gradient compensation the data are in; 0 for none."""
        return self.info.value.compensation_grade

    def __contains__(self, ch_type: str) -> bool:
        types = self.info.value.channels.types
        return bool({"mag", "grad"} & set(types)) if ch_type == "meg" else ch_type in types

    def get_channel_types(
        self, picks: Any = None, unique: bool = False, only_data_chs: bool = False
    ) -> list[str]:
        """Types of the channels.

        Parameters
        ----------
        picks : str | array_like | slice | None
            Channels by name, type or number; None for all.
        unique : bool
            Whether to name each type once.
        only_data_chs : bool
            Whether to leave out channels that do not measure the brain.

        Returns
        -------
        types : list of str
            ``"mag"``, ``"grad"``, ``"eeg"``, ...
        """
        return self.info.get_channel_types(picks, unique, only_data_chs)

    @verbose_aware
    def pick(
        self,
        picks: Any,
        exclude: str | Collection[str] = (),
        *,
        verbose: Verbose = None,
    ) -> Self:
        """Keep some channels, in place.

        Parameters
        ----------
        picks : str | array_like | slice | None
            Channels by name, type or number; None for all.
        exclude : list of str | "bads"
            Channels to leave out when picking by type.
        verbose : bool | str | int | None
            How much to tell.

        Returns
        -------
        self : same type
            The object itself.
        """
        rows = inner.resolve_picks(self.info.value, picks, none="all", exclude=exclude)
        self._keep_channels(rows)
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
        ref_meg: Sensors | str = "auto",
        *,
        include: Iterable[str] = (),
        exclude: str | Collection[str] = "bads",
        selection: Collection[str] | None = None,
        verbose: Verbose = None,
        **others: Any,
    ) -> Self:
        """Keep channels by type, in place.

        Parameters
        ----------
        meg : bool | str
            True for all MEG channels, or one of ``"mag"``, ``"grad"``, ``"planar1"``,
            ``"planar2"``.
        eeg, stim, eog, ecg, emg : bool
            Whether to keep channels of this type.
        ref_meg : bool | str
            Reference sensors; ``"auto"`` keeps them along with MEG where the data have
            gradient compensations.
        include : list of str
            Channels to keep besides, by name.
        exclude : list of str | "bads"
            Channels to leave out.
        selection : list of str | None
            Names that MEG and EEG are limited to.
        verbose : bool | str | int | None
            How much to tell.
        **others : bool
            Any other type of :func:`pick_types`: ``misc``, ``seeg``, ``ecog``, ...

        Returns
        -------
        self : same type
            The object itself.
        """
        wanted = {"meg": meg, "eeg": eeg, "stim": stim, "eog": eog, "ecg": ecg, "emg": emg}
        rows = inner.pick_types(
            self.info.value,
            include=include,
            exclude=exclude,
            selection=selection,
            ref_meg=ref_meg,
            **wanted,
            **others,
        )
        if not len(rows):
            asked = {key: value for key, value in {**wanted, **others}.items() if value}
            msg = f"at least one channel must be left, pick_types found none for {asked}"
            raise ChannelError(msg)
        self._keep_channels(rows)
        return self

    @verbose_aware
    def pick_channels(
        self,
        ch_names: Sequence[str],
        ordered: bool = True,
        *,
        verbose: Verbose = None,
    ) -> Self:
        """Keep channels by name, in place.

        Parameters
        ----------
        ch_names : list of str
            The names.
        ordered : bool
            Whether they come in this order and all must be there.
        verbose : bool | str | int | None
            How much to tell.

        Returns
        -------
        self : same type
            The object itself.
        """
        self._keep_channels(inner.pick_channels(self.ch_names, ch_names, ordered=ordered))
        return self

    def drop_channels(self, ch_names: str | Iterable[str], on_missing: str = "raise") -> Self:
        """Leave out channels by name, in place.

        Parameters
        ----------
        ch_names : str | list of str
            The names.
        on_missing : "raise" | "warn" | "ignore"
            What to do about names that are not there.

        Returns
        -------
        self : same type
            The object itself.
        """
        out = [ch_names] if isinstance(ch_names, str) else list(ch_names)
        missing = [name for name in out if name not in self.ch_names]
        if missing:
            message = f"channels must be in the data, {listed(missing)} are not"
            raise_or_warn("on_missing", on_missing, message, ChannelError)
        rows = np.flatnonzero([name not in out for name in self.ch_names])
        if not len(rows):
            msg = "at least one channel must be left, all would be dropped"
            raise ChannelError(msg)
        self._keep_channels(rows)
        return self

    @verbose_aware
    def rename_channels(
        self,
        mapping: Mapping[str, str] | Callable[[str], str],
        *,
        on_missing: str = "raise",
        verbose: Verbose = None,
    ) -> Self:
        """Give channels other names, in place.

        Parameters
        ----------
        mapping : dict of str | callable
            New names by the old ones, or what makes one of the other.
        on_missing : "raise" | "warn" | "ignore"
            What to do about names that are not there.
        verbose : bool | str | int | None
            How much to tell.

        Returns
        -------
        self : same type
            The object itself.
        """
        if callable(mapping):
            mapping = {name: mapping(name) for name in self.ch_names}
        missing = [name for name in mapping if name not in self.ch_names]
        if missing:
            message = f"channels must be in the data, {listed(missing)} are not"
            raise_or_warn("on_missing", on_missing, message, ChannelError)
        self._rename_channels(mapping)
        return self

    @verbose_aware
    def add_proj(
        self,
        projs: ProjectionItem | Sequence[ProjectionItem],
        remove_existing: bool = False,
        *,
        verbose: Verbose = None,
    ) -> Self:
        """Add projections, not applied yet, in place.

        Parameters
        ----------
        projs : ProjectionItem | list of ProjectionItem
            The projections.
        remove_existing : bool
            Whether to take out those there are, which must not be applied.
        verbose : bool | str | int | None
            How much to tell.

        Returns
        -------
        self : same type
            The object itself.
        """
        new = [one.activated(active=False) for one in as_projections(projs)]
        old = list(self.info.value.projections)
        if remove_existing:
            if any(one.active for one in old):
                msg = "projections can only be removed before they are applied"
                raise StateError(msg)
            old = []
        self.info.value = self.info.value.with_projections(merged_projections(old, new))
        return self

    def del_proj(self, idx: int | Sequence[int] | str = "all") -> Self:
        """Remove projections that are not applied, in place.

        Parameters
        ----------
        idx : int | list of int | "all"
            Which ones.

        Returns
        -------
        self : same type
            The object itself.
        """
        info = self.info.value
        n = len(info.projections)
        if isinstance(idx, str):
            one_of("idx", idx, ["all"])
            idx = range(n)
        out = {whole("idx", place, least=-n) for place in np.atleast_1d(idx).tolist()}
        if out and max(out) >= n:
            msg = f"idx must be below {n}, the number of projections, got {max(out)}"
            raise OutOfRangeError(msg)
        out = {place % n for place in out}
        applied = [info.projections[i].description for i in out if info.projections[i].active]
        if applied:
            msg = f"projections can only be removed before they are applied, {listed(applied)} were"
            raise StateError(msg)
        kept = [one for i, one in enumerate(info.projections) if i not in out]
        self.info.value = info.with_projections(kept)
        return self

    @verbose_aware
    def set_eeg_reference(
        self,
        ref_channels: str = "average",
        projection: bool = False,
        ch_type: str = "auto",
        *,
        verbose: Verbose = None,
    ) -> Self:
        """Add the average reference as a projection, in place.

        Parameters
        ----------
        ref_channels : "average"
            The mean of all good electrodes.
        projection : bool
            Must be True: sources can be estimated only with this reference.
        ch_type : "auto" | "eeg" | "ecog" | "seeg" | "dbs"
            The type of electrodes; ``"auto"`` takes the first of these that is there.
        verbose : bool | str | int | None
            How much to tell.

        Returns
        -------
        self : same type
            The object itself; :meth:`apply_proj` applies the reference.
        """
        if ref_channels != "average" or projection is not True:
            msg = (
                "the reference must be the average, as a projection: "
                "set_eeg_reference('average', projection=True)"
            )
            raise InputError(msg)
        info = self.info.value
        types = ("eeg", "ecog", "seeg", "dbs")
        one_of("ch_type", ch_type, ["auto", *types])
        present = [kind for kind in types if kind in info.channels.types]
        kind = (present or ["eeg"])[0] if ch_type == "auto" else ch_type
        if kind == "eeg" and has_average_reference(info):
            warn("an average reference projection is there already: nothing changed")
            return self
        LOGGER.info("Average reference added as a projection, apply_proj() applies it")
        return self.add_proj(ProjectionItem(average_reference(info, (kind,), active=False)))
