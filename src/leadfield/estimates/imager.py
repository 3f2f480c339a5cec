"""What turns whitened components into source activity: a kernel with its orientation chosen."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import numpy as np

from leadfield.base.arrays import Floats, Ints
from leadfield.base.checks import one_of
from leadfield.base.errors import MismatchError
from leadfield.forward.orient import source_normals
from leadfield.inverse.kernel import Kernel
from leadfield.inverse.operator import InverseModel
from leadfield.numerics.namespace import AnyArray, namespace_of


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Imager:
    """Rows of a kernel for chosen sources and orientations.

    ``leads`` (n_sources * c, n_components) times ``gains`` (n_components, n_components) or
    (n_components,), if there are any, times components give c numbers a source; c is
    ``per_source``. ``mixing``, if any, weighs them (n_sources, c), or mixes them to o others
    (n_sources, o, c); ``combined`` takes their norm. The noise normalisation is in ``mixing``.

    The arrays may be of any library with the array API, on any device: see ``moved``.
    """

    leads: Floats
    gains: Floats | None
    mixing: Floats | None
    per_source: int
    combined: bool

    @property
    def n_sources(self) -> int:
        """Number of sources."""
        return int(self.leads.shape[0]) // self.per_source

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

    def moved(self, convert: Callable[[Floats], AnyArray]) -> "Imager":
        """The same with other arrays, such as ``lambda x: torch.tensor(x, device="cuda")``."""
        return replace(
            self,
            leads=convert(self.leads),
            gains=None if self.gains is None else convert(self.gains),
            mixing=None if self.mixing is None else convert(self.mixing),
        )

    def gained(self, components: Floats) -> Floats:
        """The components times the gains."""
        gains = self.gains
        if gains is None:
            return components
        return gains @ components if gains.ndim == 2 else gains[:, None] * components

    def lines(self, rows: slice) -> Floats:
        """Leads (n, c, n_components) of a run of sources."""
        c = self.per_source
        return self.by_source(self.leads[c * rows.start : c * rows.stop, :])

    def by_source(self, numbers: Floats) -> Floats:
        """Rows (n * c, k), c of each source, as (n, c, k)."""
        c = self.per_source
        shape = (numbers.shape[0] // c, c, numbers.shape[1])
        out: Floats = namespace_of(numbers).reshape(numbers, shape)
        return out

    def mixed(self, rows: slice, numbers: Floats) -> Floats:
        """Numbers (n, c, k) of a run of sources weighed or turned to (n, o, k)."""
        if self.mixing is None:
            return numbers
        mixing = self.mixing[rows, ...]
        return mixing[:, :, None] * numbers if mixing.ndim == 2 else mixing @ numbers

    def multiplied(self, inward: Floats) -> "Imager":
        """The imager of data whose components are ``inward`` @ data: all factors are in its leads.

        It is as large, and rounds least where it goes on in single precision.
        """
        numbers = self.by_source(self.leads @ self.gained(inward))
        lines = self.mixed(slice(0, self.n_sources), numbers)
        return Imager(
            leads=lines.reshape(-1, lines.shape[2]),
            gains=None,
            mixing=None,
            per_source=lines.shape[1],
            combined=self.combined,
        )

    def linear(self) -> Floats:
        """Lines (n_sources, n_components) or (n_sources, 3, n_components) for gained components.

        Only an imager that combines nothing is linear.
        """
        everything = slice(0, self.n_sources)
        lines = self.mixed(everything, self.lines(everything))
        return lines if self.vector else lines[:, 0, :]


def make_imager(
    kernel: Kernel, orientation: str | None, *, rows: Ints | None = None, use_patches: bool = True
) -> Imager:
    """The imager of a kernel for ``orientation`` None, ``"normal"`` or ``"vector"``.

    ``rows`` (growing) are the sources wanted; ``use_patches`` takes mean normals of patches
    where the kernel's columns are along x, y and z.
    """
    one_of("pick_ori", orientation, ORIENTATIONS)
    turned = ORIENTATIONS[orientation]
    model, solution = kernel.model, kernel.solution
    n, c = model.sources.n_sources, model.per_source
    leads = solution.leads.reshape(n, c, -1)
    weights = solution.weights.reshape((n, c) if solution.weights.ndim == 1 else (n, c, c))
    if solution.noise_norm is not None:
        weights = weights * solution.noise_norm.reshape((n,) + (1,) * (weights.ndim - 1))
    turns = turned(model, use_patches=use_patches)
    if rows is not None:
        leads, weights = leads[rows], weights[rows]
        turns = None if turns is None else turns[rows]
    mixing: Floats | None = weights
    if turns is not None:
        mixing = turns * weights[:, np.newaxis] if weights.ndim == 2 else turns @ weights
        if turns.shape[1] == 1:
            # One line a source instead of three: a third of the work for all data to come.
            leads, mixing = _single_lines(leads, mixing[:, 0]), None
    return Imager(
        leads=leads.reshape(-1, leads.shape[2]),
        gains=solution.gains,
        mixing=mixing,
        per_source=leads.shape[1],
        combined=orientation is None and model.free,
    )


def _single_lines(leads: Floats, weights: Floats) -> Floats:
    """Weighted sums (n, 1, n_components) of each source's leads (n, 3, n_components)."""
    if not weights[:, :2].any():
        return weights[:, 2:, np.newaxis] * leads[:, 2:]
    return weights[:, np.newaxis] @ leads


def _as_they_are(model: InverseModel, *, use_patches: bool) -> None:
    """Components along the columns' own directions."""


def _along_normals(model: InverseModel, *, use_patches: bool) -> Floats:
    """The normal component: rows (n_sources, 1, 3) that pick it from the columns'."""
    kind = model.sources.kind
    if kind not in {"surface", "discrete"}:
        msg = f"pick_ori='normal' needs sources with normals, got a {kind} source space"
        raise MismatchError(msg)
    if not model.free:
        msg = (
            "pick_ori='normal' needs an operator of loose or free orientations, got a fixed one, "
            "which has no other component: use pick_ori=None"
        )
        raise MismatchError(msg)
    axes = model.orientations.reshape(-1, 3, 3)
    if np.allclose(axes, np.eye(3), atol=1e-6):
        return source_normals(model.sources, use_patches=use_patches)[:, np.newaxis]
    return np.broadcast_to([[0.0, 0.0, 1.0]], (len(axes), 1, 3))


def _as_vectors(model: InverseModel, *, use_patches: bool) -> Floats:  # noqa: ARG001
    """Rows (n_sources, 3, c) that turn the columns' components to x, y and z."""
    return model.orientations.reshape(-1, model.per_source, 3).transpose(0, 2, 1)


ORIENTATIONS: Mapping[str | None, Callable[..., Floats | None]] = {
    None: _as_they_are,
    "normal": _along_normals,
    "vector": _as_vectors,
}
