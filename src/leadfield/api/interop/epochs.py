"""Epochs of MNE-Python's."""

from dataclasses import dataclass, replace
from typing import Any, Literal, Self, final

import numpy as np

from leadfield.api.interop.annotations import spans_of
from leadfield.api.interop.info import measurement_info_of
from leadfield.api.interop.origin import mne_bases
from leadfield.api.interop.values import path_or_none
from leadfield.base.arrays import Floats, Ints, lock_arrays
from leadfield.base.errors import ArgumentTypeError, StateError
from leadfield.epochs.epoch_annotations import EpochAnnotations
from leadfield.epochs.epoch_projections import set_projection
from leadfield.epochs.epoch_set import EpochSet
from leadfield.epochs.metadata import Metadata, metadata_of
from leadfield.epochs.rejection import Rejection
from leadfield.epochs.samples import EpochsInMemory, EpochSource
from leadfield.epochs.selection import EventSelection

Part = Literal["real", "imag"]


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class MneEpochs(EpochSource):
    """Good epochs that MNE-Python reads when they are asked for, of which ``rows`` are taken.

    ``n_epochs`` and ``n_times`` are those the object had when it was taken.
    """

    epochs: Any
    rows: Ints
    n_epochs: int
    n_times: int

    def __post_init__(self) -> None:
        lock_arrays(self)

    def drop_reason(self, row: int, sample: int) -> str | None:  # noqa: ARG002 - bad ones are gone
        """None: all epochs exist."""
        return None

    def read(self, row: int, sample: int) -> Floats:  # noqa: ARG002 - rows are enough
        """A new array, detrended, baseline corrected and projected as there."""
        found = self.epochs
        if (len(found.events), len(found.times)) != (self.n_epochs, self.n_times):
            msg = (
                "epochs of MNE-Python's must stay as they are while they are used, their number "
                "or their times changed: hand them over again, or a copy of them"
            )
            raise StateError(msg)
        data: Floats = found.get_data(item=[int(self.rows[row])], copy=False, verbose="ERROR")[0]
        return data

    def select(self, rows: Ints) -> Self:
        """Only these epochs."""
        return replace(self, rows=self.rows[rows])


def epochs_from_mne(epochs: object, part: Part | None = None) -> EpochSet | None:
    """Value of epochs of MNE-Python's, of whatever maker; None for anything else.

    Bad epochs are dropped there, as whatever reads samples there does. Samples in memory are
    shared; others are read by MNE-Python when they are needed. Complex ones are refused unless
    a ``part`` of them is asked for.
    """
    if "BaseEpochs" not in mne_bases(epochs):
        return None
    found: Any = epochs
    found.drop_bad()
    info = measurement_info_of(found.info)
    baseline = found.baseline
    value = EpochSet(
        info=info,
        source=_source(found, part),
        event_selection=EventSelection(
            events=found.events,
            event_id=found.event_id,
            selection=found.selection,
            drop_log=tuple(map(tuple, found.drop_log)),
            metadata=_metadata(found.metadata),
        ),
        times=found.times,
        baseline=None if baseline is None else (float(baseline[0]), float(baseline[1])),
        rejection=Rejection(
            reject=found.reject or {},
            flat=found.flat or {},
            tmin=found.reject_tmin,
            tmax=found.reject_tmax,
        ),
        bad_dropped=True,
        recording_rate=float(np.asarray(getattr(found, "_raw_sfreq", info.sampling_rate)).item()),
        annotations=_annotations(getattr(found, "annotations", None)),
        file=path_or_none(getattr(found, "filename", None)),
    )
    delayed = getattr(found, "_do_delayed_proj", False)
    return set_projection(value, "delayed") if delayed else value


def _annotations(annotations: Any) -> EpochAnnotations | None:
    if annotations is None:
        return None
    return EpochAnnotations(spans=spans_of(annotations), counted_from=annotations.orig_time)


def _metadata(table: Any) -> Metadata | None:
    """The table; a list of records, which stands for it without pandas, is left out."""
    return None if table is None or isinstance(table, list) else metadata_of(table)


def are_complex(epochs: object) -> bool:
    """Whether these are epochs of MNE-Python's with complex samples, such as analytic signals."""
    samples = getattr(epochs, "_data", None) if "BaseEpochs" in mne_bases(epochs) else None
    return samples is not None and np.iscomplexobj(samples)


def _source(epochs: Any, part: Part | None) -> EpochSource:
    n = len(epochs.events)
    if not epochs.preload:
        return MneEpochs(epochs=epochs, rows=np.arange(n), n_epochs=n, n_times=len(epochs.times))
    data = np.asarray(epochs._data)  # noqa: SLF001 - what is public may make a copy
    if part is not None:
        return EpochsInMemory(data=getattr(data, part))
    if data.dtype.kind not in "fiu":
        msg = (
            f"epochs must be real numbers, got {data.dtype}: take their absolute values, or give "
            "analytic signals to apply_inverse_epochs"
        )
        raise ArgumentTypeError(msg)
    return EpochsInMemory(data=data)
