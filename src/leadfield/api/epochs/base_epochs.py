"""What epochs do with their samples: reading, averaging, saving."""

from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path
from typing import Any, Self

import numpy as np

from leadfield.api.epochs.event_epochs import EventEpochs
from leadfield.api.epochs.evoked import Evoked
from leadfield.api.recording.split_size import as_bytes
from leadfield.base.arrays import Floats, Ints
from leadfield.base.files import as_path
from leadfield.base.log import Verbose, verbose_aware, warn
from leadfield.epochs.average import average
from leadfield.epochs.baseline import Interval, inside
from leadfield.epochs.epoch_projections import project_epochs
from leadfield.epochs.evoked import EvokedResponse
from leadfield.epochs.fif.write_epochs import write_epochs
from leadfield.epochs.good_epochs import Blame, collect, drop_bad, good_epochs, none_left, settle
from leadfield.epochs.indexing import chosen_rows
from leadfield.epochs.modify import decimated, loaded, rebased, shifted
from leadfield.epochs.time_axis import part
from leadfield.recording.picks import resolve_picks
from leadfield.recording.units import factors


class BaseEpochs(EventEpochs):
    """Epochs of any origin.

    Samples are read when they are needed and not kept, unless :meth:`load_data` or
    ``preload=True`` asks for that. Bad epochs are dropped the first time samples are
    needed, or by :meth:`drop_bad`.
    """

    @property
    def preload(self) -> bool:
        """Whether the samples are in memory."""
        return self._value.loaded

    @property
    def baseline(self) -> tuple[float, float] | None:
        """Start and end in s of the baseline that is subtracted, None without one."""
        return self._value.baseline

    @property
    def metadata(self) -> None:
        """None: epochs have no table beside them."""

    def _pick_rows(self, rows: Ints) -> None:
        self._hold(self.value.picked(rows))

    def _rename_channels(self, new: Mapping[str, str]) -> None:
        self.info.value = self.info.value.renamed(new)

    def _keep_samples(self, samples: slice) -> None:
        self._hold(self.value.part(samples))

    def _decimate(self, step: int, offset: int) -> None:
        self._hold(decimated(self.value, step, offset))

    def _start_at(self, tmin: float) -> None:
        self._hold(shifted(self.value, tmin))

    def _rebase(self, baseline: Interval | None) -> None:
        self._hold(rebased(self.value, baseline))

    def copy(self) -> Self:
        """Another holder of the same epochs.

        Returns
        -------
        epochs : same type
            Changes to it leave this one alone.
        """
        return self._like(self.value)

    @verbose_aware
    def load_data(self, *, verbose: Verbose = None) -> Self:
        """Read the samples of all good epochs and keep them.

        Parameters
        ----------
        verbose : bool | str | int | None
            How much to tell.

        Returns
        -------
        self : same type
            The object itself.
        """
        self._hold(loaded(self.value))
        return self

    @verbose_aware
    def apply_proj(self, *, verbose: Verbose = None) -> Self:
        """Apply all projections, in place: now, or whenever samples are read.

        Parameters
        ----------
        verbose : bool | str | int | None
            How much to tell.

        Returns
        -------
        self : same type
            The object itself.
        """
        self._hold(project_epochs(self.value))
        return self

    @verbose_aware
    def get_data(
        self,
        picks: Any = None,
        item: Any = None,
        units: str | dict[str, str] | None = None,
        tmin: float | None = None,
        tmax: float | None = None,
        *,
        exclude: str | Collection[str] = (),
        copy: bool = True,
        verbose: Verbose = None,
    ) -> Floats:
        """Samples of the good epochs.

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
            Whether to give an array of one's own; else what is in memory is shown as
            it is, to read only.
        verbose : bool | str | int | None
            How much to tell.

        Returns
        -------
        data : ndarray, shape (n_epochs, n_channels, n_times)
            The samples.
        """
        value = self.value
        info = value.info
        samples = part(value.times, info.sampling_rate, tmin, tmax)
        if item is not None:
            value = drop_bad(value)
            self._hold(value)
            value = value.taken(chosen_rows(value, item))
        out = exclude if picks is None else "bads"
        rows = resolve_picks(info, picks, none="all", exclude=out)
        everything = len(rows) == len(info.channels) and (np.diff(rows) == 1).all()
        if value.loaded and value.settled and everything and not copy and units is None:
            shown: Floats = value.block("showing samples")[:, :, samples]
            return shown
        kept, data = collect(value, channels=None if everything else rows, samples=samples)
        if item is None:
            self._hold(kept)
        if not len(kept):
            warn(none_left(kept))
        if units is not None:
            kinds = [info.channels.types[i] for i in rows]
            data *= factors(units, kinds)[:, np.newaxis]
        return data

    def __iter__(self) -> Iterator[Floats]:
        value, blame = self.value, Blame()
        for _, epoch in good_epochs(value, blame):
            yield epoch.copy()
        self._settle(value, blame)

    def iter_evoked(self) -> Iterator[Evoked]:
        """Yield the good epochs as evoked responses of one epoch each.

        Yields
        ------
        evoked : Evoked
            The epoch; its comment is its event number.
        """
        value, blame = self.value, Blame()
        for row, epoch in good_epochs(value, blame):
            comment = str(value.choice.events[row, 2])
            one = EvokedResponse(
                info=value.info, data=epoch, first=0, n_averaged=1, comment=comment
            )
            yield Evoked.of(one.starting_at(self.tmin))
        self._settle(value, blame)

    def _settle(self, value: Any, blame: Blame) -> None:
        """Forget bad epochs after a walk, unless the epochs changed meanwhile."""
        if value.source is self._value.source and value.choice is self._value.choice:
            self._hold(settle(value, blame))

    def average(
        self,
        picks: Any = None,
        method: str | Callable[[Floats], Floats] = "mean",
        by_event_type: bool = False,
    ) -> Evoked | list[Evoked]:
        """Average the good epochs.

        Mean and standard error take one pass, with one epoch in memory at a time.

        Parameters
        ----------
        picks : str | array_like | slice | None
            Channels by name, type or number; None for all data channels.
        method : "mean" | "median" | callable
            How; a function turns (n_epochs, n_channels, n_times) into
            (n_channels, n_times).
        by_event_type : bool
            Whether to average each event name for itself.

        Returns
        -------
        evoked : Evoked | list of Evoked
            The average, or one for each event name.

        Raises
        ------
        DataError
            If no epoch is left; it says which channels rejected how many.
        """
        kept, evokeds = average(self.value, method, by_name=by_event_type)
        self._hold(kept)
        rows = resolve_picks(kept.info, picks, exclude=())
        out = [Evoked.of(one.picked(rows)) for one in evokeds]
        return out if by_event_type else out[0]

    def standard_error(
        self, picks: Any = None, by_event_type: bool = False
    ) -> Evoked | list[Evoked]:
        """Standard error of the average of the good epochs.

        Parameters
        ----------
        picks : str | array_like | slice | None
            Channels by name, type or number; None for all data channels.
        by_event_type : bool
            Whether to take each event name for itself.

        Returns
        -------
        std_err : Evoked | list of Evoked
            Standard deviation (divided by n) over the root of n.
        """
        return self.average(picks, "std", by_event_type)

    @verbose_aware
    def save(
        self,
        fname: str | Path,
        split_size: str | int = "2GB",
        fmt: str = "single",
        overwrite: bool = False,
        split_naming: str = "neuromag",
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
            Whether files that are there may be replaced.
        split_naming : "neuromag" | "bids"
            Whether parts are called ``x-epo-1.fif`` or ``x_split-02_epo.fif``.
        verbose : bool | str | int | None
            How much to tell.

        Returns
        -------
        fnames : list of Path
            The files.
        """
        kept, paths = write_epochs(
            as_path(fname),
            self.value,
            fmt=fmt,
            split_size=as_bytes("split_size", split_size),
            naming=split_naming,
            overwrite=overwrite,
        )
        self._hold(kept)
        return paths

    def __repr__(self) -> str:
        value = self._value
        state = "all good" if value.settled else "good and bad"
        baseline = "off"
        if value.baseline is not None:
            baseline = f"{value.baseline[0]:.3g} to {value.baseline[1]:.3g} s"
            if not inside(value.baseline, value.times, value.info.sampling_rate):
                baseline += " (cropped since)"
        numbers = value.choice.events[:, 2]
        counts = ", ".join(f"{name!r}: {(numbers == n).sum()}" for name, n in self.event_id.items())
        return (
            f"<{type(self).__name__} | {len(value)} events ({state}), {self.tmin:.3g} to "
            f"{self.tmax:.3g} s, baseline {baseline}, {'' if self.preload else 'not '}loaded, "
            f"{counts}>"
        )
