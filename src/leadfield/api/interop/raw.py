"""Recordings of MNE-Python's."""

from pathlib import Path
from typing import Any, final

import numpy as np

from leadfield.api.interop.annotations import spans_of
from leadfield.api.interop.info import measurement_info_of
from leadfield.api.interop.origin import mne_bases
from leadfield.base.arrays import Ints
from leadfield.base.errors import StateError
from leadfield.recording.raw import RawRecording
from leadfield.recording.samples import ArraySamples, Samples, Values

FORMATS = ("single", "double", "int", "short")


@final
class MneSamples(Samples):
    """Samples that MNE-Python reads from its file when they are asked for."""

    def __init__(self, raw: Any) -> None:
        self._raw = raw
        self._span = _span(raw)

    @property
    def shape(self) -> tuple[int, int]:
        """Number of channels and of samples."""
        names, first, last = self._span
        return len(names), last - first + 1

    @property
    def dtype(self) -> np.dtype[Any]:
        """Type of what is read: double precision."""
        kind = np.dtype(self._raw._dtype).kind  # noqa: SLF001 - it has no public name
        return np.dtype(np.complex128 if kind == "c" else np.float64)

    def read(self, start: int, stop: int, rows: Ints) -> Values:
        """Read as ``raw[rows, start:stop]`` does: calibrated, projected and compensated."""
        if _span(self._raw) != self._span:
            msg = (
                "a recording of MNE-Python's must stay as it is while it is used, its channels "
                "or its span changed: hand it over again, or a copy of it"
            )
            raise StateError(msg)
        if start == stop or not len(rows):
            return np.empty((len(rows), stop - start), self.dtype)
        data: Values = self._raw[rows, start:stop][0]
        return data.astype(self.dtype, copy=False)


def _span(raw: Any) -> tuple[tuple[str, ...], int, int]:
    return tuple(raw.ch_names), int(raw.first_samp), int(raw.last_samp)


def recording_from_mne(raw: object) -> RawRecording | None:
    """Value of a recording of MNE-Python's, of whatever maker; None for anything else.

    Samples are not copied: they are read by MNE-Python when they are needed, or its array is
    seen, read-only, if they are in memory.
    """
    if "BaseRaw" not in mne_bases(raw):
        return None
    found: Any = raw
    info = measurement_info_of(found.info)
    samples: Samples = MneSamples(found)
    if found.preload:
        values = found._data  # noqa: SLF001 - what is public makes a copy
        samples = ArraySamples(values.astype(samples.dtype, copy=False))
    seconds = getattr(found, "buffer_size_sec", None)
    form = getattr(found, "orig_format", None)
    return RawRecording(
        info=info,
        samples=samples,
        first_sample=int(found.first_samp),
        annotations=spans_of(found.annotations),
        files=tuple(Path(name) for name in found.filenames if name is not None),
        sample_format=form if form in FORMATS else "single",
        buffer_size=round((seconds or 0.0) * info.sampling_rate),
        shielded=bool(found.info.get("maxshield", False)),
    )
