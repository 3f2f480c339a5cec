"""Raw recordings as users hold them."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal, Self

import numpy as np

from leadfield.api.recording.annotations import Annotations
from leadfield.api.recording.recorded_data import RecordedData
from leadfield.api.recording.split_size import as_bytes
from leadfield.base.arrays import Ints
from leadfield.base.checks import listed, number, whole
from leadfield.base.errors import ArgumentTypeError, ChannelError, StateError
from leadfield.base.log import LOGGER, Verbose, verbose_aware
from leadfield.base.public import public
from leadfield.base.raise_or_warn import raise_or_warn
from leadfield.recording.annotation import Annotation, about
from leadfield.recording.fif.write_raw import RawOptions, write_raw
from leadfield.recording.picks import resolve_picks
from leadfield.recording.spans import span_of


@public("leadfield.io")
class Raw(RecordedData):
    """A continuous recording.

    Samples are read from the file when they are asked for, unless they were loaded.
    Methods change the object in place and return it, as in MNE-Python; ``copy()``
    first keeps the old one. ``raw[picks, start:stop]`` reads samples and their times.

    Parameters
    ----------
    value : recording.raw.RawRecording
        The recording; users get theirs from files and :class:`RawArray`.

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

    def copy(self) -> "Raw":
        """Another object of the same recording.

        Returns
        -------
        raw : Raw
            Changes to it leave this one alone.
        """
        return Raw(self.value)

    def _pick_rows(self, rows: Ints) -> None:
        self.value = self.value.picked(rows)

    def _rename_channels(self, new: Mapping[str, str]) -> None:
        self.value = self.value.renamed(new)

    @verbose_aware
    def load_data(self, verbose: Verbose = None) -> Self:
        """Read all samples into memory.

        Parameters
        ----------
        verbose : bool | str | int | None
            How much to tell.

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
        """Keep a part of the time, in place.

        Parameters
        ----------
        tmin, tmax : float | None
            Ends of the part in s, None for the end there is. Times start again from 0,
            sample numbers go on.
        include_tmax : bool
            Whether the sample at ``tmax`` stays.
        reset_first_samp : bool
            Whether to count samples from 0 again.
        verbose : bool | str | int | None
            How much to tell.

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
    def set_annotations(
        self,
        annotations: Annotations | None,
        emit_warning: bool = True,
        on_missing: str = "raise",
        *,
        verbose: Verbose = None,
    ) -> Self:
        """Put annotations in the place of those there are, in place.

        Parameters
        ----------
        annotations : Annotations | None
            The annotations; None for none.
        emit_warning : bool
            Whether to warn of those that do not lie in the data.
        on_missing : "raise" | "warn" | "ignore"
            What to do where they name channels that are not there.
        verbose : bool | str | int | None
            How much to tell.

        Returns
        -------
        self : Raw
            The object itself.

        Raises
        ------
        StateError
            If the annotations have a date and the recording has none.
        """
        values: tuple[Annotation, ...] = ()
        if annotations is not None:
            shift = self._shift(annotations)
            _check_channels(annotations, self.ch_names, on_missing)
            known = about(annotations.values, self.ch_names)
            values = tuple(one.moved(shift) for one in known)
        self.value = self.value.annotated(values, tell=emit_warning)
        return self

    def _shift(self, annotations: Any) -> float:
        """Seconds from the annotations' clock to the recording's."""
        if not isinstance(annotations, Annotations):
            msg = f"annotations must be Annotations or None, got {type(annotations).__name__}"
            raise ArgumentTypeError(msg)
        began = self.info.value.measured_at
        if annotations.orig_time is None:
            return self.first_time
        if began is None:
            msg = (
                "annotations must have no orig_time, as the recording has no date: count "
                "their onsets from its first sample"
            )
            raise StateError(msg)
        return (annotations.orig_time - began).total_seconds()

    @verbose_aware
    def apply_proj(self, *, verbose: Verbose = None) -> Self:
        """Apply all projections, in place.

        Parameters
        ----------
        verbose : bool | str | int | None
            How much to tell.

        Returns
        -------
        self : Raw
            The object itself.
        """
        projections = self.info.value.projections
        if not projections or self.proj:
            LOGGER.info("No projections to apply: %s", "all are" if projections else "none there")
            return self
        self.value = self.value.projected()
        return self

    @verbose_aware
    def apply_gradient_compensation(self, grade: int, verbose: Verbose = None) -> Self:
        """Take the data to a grade of gradient compensation, in place.

        Parameters
        ----------
        grade : int
            The grade; 0 for uncompensated data.
        verbose : bool | str | int | None
            How much to tell.

        Returns
        -------
        self : Raw
            The object itself.

        Raises
        ------
        MismatchError
            If the recording has no weights for that grade.
        StateError
            If projections were applied already.
        """
        before = self.compensation_grade
        self.value = self.value.compensated(whole("grade", grade))
        LOGGER.info("Compensation grade %d, was %d", self.compensation_grade, before)
        return self

    @verbose_aware
    def save(
        self,
        fname: str | Path,
        picks: Any = None,
        tmin: float = 0,
        tmax: float | None = None,
        buffer_size_sec: float | None = None,
        drop_small_buffer: bool = False,
        proj: bool = False,
        fmt: Literal["single", "double", "int", "short"] = "single",
        overwrite: bool = False,
        split_size: str | int = "2GB",
        split_naming: Literal["neuromag", "bids"] = "neuromag",
        verbose: Verbose = None,
    ) -> list[Path]:
        """Write the recording to a FIF file, or to several if it is long.

        Parameters
        ----------
        fname : path-like
            The first file, ``.fif`` or ``.fif.gz``.
        picks : str | array_like | slice | None
            Channels by name, type or number; None for all.
        tmin, tmax : float | None
            The part to write, in s.
        buffer_size_sec : float | None
            Length of buffers in s; None for that of the file it is from.
        drop_small_buffer : bool
            Whether to leave out a last buffer that is shorter than the others.
        proj : bool
            Whether to write projected samples.
        fmt : "single" | "double" | "int" | "short"
            How samples are stored: 32 or 64 bit floats, 32 or 16 bit whole numbers.
        overwrite : bool
            Whether files that are there may be replaced.
        split_size : str | int
            Longest file in bytes, or like ``"100MB"``; at most 2 GB.
        split_naming : "neuromag" | "bids"
            ``x_raw-1.fif`` or ``x_split-02_raw.fif`` for the second file.
        verbose : bool | str | int | None
            How much to tell.

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
        value = self.value
        rate = value.info.sampling_rate
        value = value.cropped(*span_of(rate, self.n_times, tmin, tmax))
        if proj:
            value = value.projected()
        if picks is not None:
            value = value.picked(resolve_picks(value.info, picks, none="all", exclude=()))
        length = value.buffer_size or round(rate)
        if buffer_size_sec is not None:
            length = int(np.ceil(number("buffer_size_sec", buffer_size_sec, above=0) * rate))
        options = RawOptions(
            fmt=fmt,
            buffer_size=max(length, 1),
            split_size=as_bytes("split_size", split_size),
            split_naming=split_naming,
            drop_small_buffer=drop_small_buffer,
            overwrite=overwrite,
        )
        return write_raw(fname, value, options)


def _check_channels(annotations: Annotations, names: list[str], on_missing: str) -> None:
    named = {name for one in annotations.values for name in one.channel_names}
    missing = sorted(named - set(names))
    if missing:
        message = f"annotations must be about channels of the data, {listed(missing)} are not"
        raise_or_warn("on_missing", on_missing, message, ChannelError)
