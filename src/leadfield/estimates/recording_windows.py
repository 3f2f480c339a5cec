"""Windows of a recording: matrices times its samples, read in runs of windows that overlap."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import final

import numpy as np

from leadfield.base.arrays import Floats, Ints, lock_arrays
from leadfield.base.progress import tracked
from leadfield.epochs.epoch_set import EpochSet
from leadfield.estimates.spatial_filter import check_data
from leadfield.estimates.spectral_density import Run
from leadfield.recording.raw import RawRecording


def projected_matrix(epochs: EpochSet, matrix: Floats, channels: Ints) -> tuple[Floats, Ints]:
    """A matrix for unprojected samples, and the channels that it takes.

    It does what ``matrix`` does with ``channels`` of projected samples of the epochs.
    """
    basis = epochs.unapplied_projection
    if basis is None:
        return matrix, channels
    whole = np.zeros((len(matrix), len(epochs.info.names)))
    whole[:, channels] = matrix
    whole -= (matrix @ basis[channels]) @ basis.T
    used = np.flatnonzero(whole.any(axis=0))
    return whole[:, used], used


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class RecordingWindows:
    """``matrix`` times the samples of some channels of a recording, in windows.

    Windows of ``n_times`` begin at the samples ``starts``; at most ``most`` are read at once, and
    each time again that they are iterated over.
    """

    recording: RawRecording
    channels: Ints
    matrix: Floats
    starts: Ints
    n_times: int
    most: int

    def __post_init__(self) -> None:
        lock_arrays(self)

    def __iter__(self) -> Iterator[Run]:
        for run in tracked(list(self._runs()), "Spectra"):
            yield self._components(run[0], run[-1] + self.n_times), [at - run[0] for at in run]

    def _components(self, start: int, stop: int) -> Floats:
        data = self.recording.read(start, stop, self.channels)
        check_data(data)
        return self.matrix @ data

    def _runs(self) -> Iterator[list[int]]:
        """Starts of windows that are read together: they touch or overlap."""
        run: list[int] = []
        for start in self.starts.tolist():
            if run and (len(run) == self.most or start > run[-1] + self.n_times):
                yield run
                run = []
            run.append(start)
        if run:
            yield run
