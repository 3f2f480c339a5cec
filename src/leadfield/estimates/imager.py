"""What turns whitened components into source activity: a kernel with its orientation chosen."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

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
    (n_components,), if there are any, times components give c numbers a source. ``mixing``
    weighs them (n_sources, c), or mixes them to o others (n_sources, o, c); ``combined``
    takes their norm. The noise normalisation is in ``mixing``.

    The arrays may be of any library with the array API, on any device: see ``moved``.
    """

    leads: Floats
    gains: Floats | None
    mixing: Floats
    combined: bool

    @property
    def per_source(self) -> int:
        """Lines of ``leads`` a source has."""
        return int(self.mixing.shape[-1])

    @property
    def vector(self) -> bool:
        """Whether a source has three numbers in the end."""
        return self.mixing.ndim == 3 and self.mixing.shape[1] == 3 and not self.combined

    def shape(self, n_times: int) -> tuple[int, ...]:
        """Shape of the activity at so many times."""
        n_sources = self.mixing.shape[0]
        return (n_sources, 3, n_times) if self.vector else (n_sources, n_times)

    def moved(self, convert: Callable[[Floats], AnyArray]) -> "Imager":
        """The same with other arrays, such as ``lambda x: torch.tensor(x, device="cuda")``."""
        return Imager(
            leads=convert(self.leads),
            gains=None if self.gains is None else convert(self.gains),
            mixing=convert(self.mixing),
            combined=self.combined,
        )

    def gained(self, components: Floats) -> Floats:
        """The components times the gains."""
        gains = self.gains
        if gains is None:
            return components
        return gains @ components if gains.ndim == 2 else gains[:, None] * components

    def multiplied(self, inward: Floats) -> "Imager":
        """The imager of data whose components are ``inward`` @ data: all factors are in its leads.

        It is as large, and rounds least where it goes on in single precision.
        """
        n, c = self.mixing.shape[0], self.per_source
        lines = (self.leads @ self.gained(inward)).reshape(n, c, inward.shape[1])
        lines = self.mixing[:, :, None] * lines if self.mixing.ndim == 2 else self.mixing @ lines
        mixing = np.broadcast_to(np.eye(3), (n, 3, 3)) if self.vector else np.ones(lines.shape[:2])
        return Imager(
            leads=lines.reshape(-1, lines.shape[2]),
            gains=None,
            mixing=mixing,
            combined=self.combined,
        )

    def linear(self) -> Floats:
        """Lines (n_sources, n_components) or (n_sources, 3, n_components) for gained components.

        Only an imager that combines nothing is linear.
        """
        shape = (self.mixing.shape[0], self.per_source, self.leads.shape[1])
        lines: Floats = namespace_of(self.leads).reshape(self.leads, shape)
        lines = self.mixing[:, :, None] * lines if self.mixing.ndim == 2 else self.mixing @ lines
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
    if turns is not None:
        weights = turns * weights[:, np.newaxis] if weights.ndim == 2 else turns @ weights
        if turns.shape[1] == 1:
            # One line a source instead of three: a third of the work for all data to come.
            leads, weights = _single_lines(leads, weights[:, 0])
    return Imager(
        leads=leads.reshape(-1, leads.shape[2]),
        gains=solution.gains,
        mixing=weights,
        combined=orientation is None and model.free,
    )


def _single_lines(leads: Floats, weights: Floats) -> tuple[Floats, Floats]:
    if not weights[:, :2].any():
        return leads[:, 2:], weights[:, 2:]
    return weights[:, np.newaxis] @ leads, np.ones((len(leads), 1))


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
