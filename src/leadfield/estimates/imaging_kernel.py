"""Imaging kernel: from components of the data to source activity, in factors."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import numpy as np

from leadfield.base.arrays import Floats, Ints, lock_arrays
from leadfield.numerics.namespace import AnyArray, namespace_of


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ImagingKernel:
    """A matrix from components of the data to values of sources, in factors.

    ``leads`` (n_sources * c, n_components) times ``gains`` (n_components, n_components) or
    (n_components,), if there are any, times components give c numbers a source; c is
    ``per_source``. ``mixing``, if any, weighs them (n_sources, c), or mixes them to o others
    (n_sources, o, c); ``combined`` takes their norm.

    The arrays may be of any library with the array API, on any device: see ``moved``.
    """

    leads: Floats
    gains: Floats | None = None
    mixing: Floats | None = None
    per_source: int = 1
    combined: bool = False

    def __post_init__(self) -> None:
        lock_arrays(self)

    @property
    def n_sources(self) -> int:
        """Number of sources."""
        return int(self.leads.shape[0]) // self.per_source

    @property
    def n_components(self) -> int:
        """Number of components that it takes."""
        return int(self.leads.shape[1])

    @property
    def vector(self) -> bool:
        """Whether a source has three numbers in the end."""
        mixing = self.mixing
        turned = mixing is not None and mixing.ndim == 3
        count = mixing.shape[1] if mixing is not None and turned else self.per_source
        return not self.combined and count == 3

    def shape(self, n_times: int) -> tuple[int, ...]:
        """Shape of the activity at so many times."""
        n = self.n_sources
        return (n, 3, n_times) if self.vector else (n, n_times)

    def moved(self, convert: Callable[[Floats], AnyArray]) -> "ImagingKernel":
        """The same with other arrays, such as ``lambda x: torch.tensor(x, device="cuda")``."""
        return replace(
            self,
            leads=convert(self.leads),
            gains=None if self.gains is None else convert(self.gains),
            mixing=None if self.mixing is None else convert(self.mixing),
        )

    def in_single(self) -> "ImagingKernel":
        """The same in single precision, but for the gains."""
        mixing = self.mixing
        return replace(
            self,
            leads=self.leads.astype(np.float32),
            mixing=None if mixing is None else mixing.astype(np.float32),
        )

    @property
    def is_single(self) -> bool:
        """Whether it is in NumPy's single precision."""
        return bool(self.leads.dtype == np.float32)

    def apply_gains(self, components: Floats) -> Floats:
        """The components times the gains."""
        gains = self.gains
        if gains is None:
            return components
        return gains @ components if gains.ndim == 2 else gains[:, None] * components

    def leads_of(self, rows: slice | Ints) -> Floats:
        """Leads (n, c, n_components) of some sources."""
        if not isinstance(rows, slice):
            return self.by_source(self.leads)[rows]
        c = self.per_source
        return self.by_source(self.leads[c * rows.start : c * rows.stop, :])

    def lines(self, rows: slice | Ints) -> Floats:
        """Rows (n, o, n_components), after the gains, that give the numbers of some sources."""
        return self.mix(rows, self.leads_of(rows))

    def blocks(self, height: int) -> Iterator[slice]:
        """Runs of at most so many sources, that are all of them."""
        for top in range(0, self.n_sources, height):
            yield slice(top, min(top + height, self.n_sources))

    def by_source(self, numbers: Floats) -> Floats:
        """Rows (n * c, k), c of each source, as (n, c, k)."""
        c = self.per_source
        shape = (numbers.shape[0] // c, c, numbers.shape[1])
        out: Floats = namespace_of(numbers).reshape(numbers, shape)
        return out

    def mix(self, rows: slice | Ints, numbers: Floats) -> Floats:
        """Numbers (n, c, k) of a run of sources, weighed or mixed to (n, o, k)."""
        if self.mixing is None:
            return numbers
        mixing = self.mixing[rows, ...]
        return mixing[:, :, None] * numbers if mixing.ndim == 2 else mixing @ numbers

    def multiply(self, inward: Floats) -> "ImagingKernel":
        """The kernel of data whose components are ``inward`` @ data: all factors are in its leads.

        It is as large, and rounds least where it goes on in single precision.
        """
        numbers = self.by_source(self.leads @ self.apply_gains(inward))
        rows = self.mix(slice(0, self.n_sources), numbers)
        return ImagingKernel(
            leads=rows.reshape(-1, rows.shape[2]),
            per_source=rows.shape[1],
            combined=self.combined,
        )

    def linear_rows(self) -> Floats:
        """Rows (n_sources, n_components) or (n_sources, 3, n_components) after the gains.

        Only a kernel that combines nothing is linear.
        """
        rows = self.lines(slice(0, self.n_sources))
        return rows if self.vector else rows[:, 0, :]
