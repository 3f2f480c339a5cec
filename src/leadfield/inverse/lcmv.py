"""LCMV beamformers: filters that pass one source and suppress what else is in the data.

Van Veen et al. 1997; normalisation as in Sekihara & Nagarajan 2008. With white lead fields L
(k x c) of a source and the regularised covariance C of the white data (k x k) the unit-gain
filter of the source is (Lᵀ C⁻¹ L)⁻¹ Lᵀ C⁻¹.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal, final

import numpy as np

from leadfield.base.arrays import Floats, lock_arrays
from leadfield.base.checks import number, one_of
from leadfield.base.errors import DataError, InputError

BLOCK = 512  # sources at a time
# Beyond this ratio of singular values a lead field has only two directions.
SINGULAR = 1e6

WeightNorm = Literal["unit-noise-gain-invariant", "unit-noise-gain", "nai"] | None
Orientation = Literal["normal", "max-power", "vector"] | None
ORIENTATIONS: tuple[Orientation, ...] = (None, "normal", "max-power", "vector")
INVERSIONS = ("matrix", "single")


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class LcmvOptions:
    """Choices of a beamformer.

    ``reg`` is loaded on the diagonal of the data covariance, as a share of its mean
    eigenvalue. ``pick_ori`` says which orientation of three: all (None, whose power is pooled,
    or ``"vector"``), the ``"normal"`` or that of most power. ``weight_norm`` is a key of
    ``NORMS``. ``reduce_rank`` drops each lead field's weakest direction; ``inversion``
    ``"single"`` treats a source's directions one by one.
    """

    reg: float = 0.05
    pick_ori: Orientation = None
    weight_norm: WeightNorm = "unit-noise-gain-invariant"
    reduce_rank: bool = False
    inversion: Literal["matrix", "single"] = "matrix"

    def __post_init__(self) -> None:
        number("reg", self.reg, least=0)
        one_of("pick_ori", self.pick_ori, ORIENTATIONS)
        one_of("weight_norm", self.weight_norm, NORMS)
        one_of("reduce_rank", self.reduce_rank, (True, False))
        one_of("inversion", self.inversion, INVERSIONS)
        invariant = self.weight_norm == "unit-noise-gain-invariant"
        if self.inversion == "single" and self.pick_ori == "vector" and invariant:
            msg = (
                "pick_ori='vector' with inversion='single' needs weight_norm='unit-noise-gain', "
                "got 'unit-noise-gain-invariant', which mixes a source's directions"
            )
            raise InputError(msg)
        if self.inversion == "single" and self.reduce_rank:
            msg = "reduce_rank=True needs inversion='matrix', got 'single': it inverts no matrix"
            raise InputError(msg)


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class DataSpace:
    """The inverse (k, k) of a white data covariance, and the noise left in it.

    ``floor`` is its smallest eigenvalue, or what was loaded on the diagonal if that is more.
    """

    inverse: Floats
    floor: float

    def __post_init__(self) -> None:
        lock_arrays(self)


def invert_data_covariance(white: Floats, reg: float, n_channels: int) -> DataSpace:
    """The covariance (k, k) of white data of ``n_channels``, regularised and inverted."""
    values, vectors = np.linalg.eigh((white + white.T) / 2)
    # The mean over channels, as in MNE-Python, though projections left fewer dimensions.
    loading = reg * values.sum() / n_channels
    loaded = values + loading
    if not loaded[0] > loaded[-1] * np.finfo(float).eps * len(loaded):
        msg = (
            f"the data covariance must have the rank {len(values)} that the noise has, or be "
            f"regularised, its eigenvalues go from {values[0]:.3g} to {values[-1]:.3g}: take "
            "more data, give its rank, or use reg=0.05"
        )
        raise DataError(msg)
    inverse = (vectors / loaded) @ vectors.T
    return DataSpace(inverse=inverse, floor=float(max(values[0], loading)))


def lcmv_weights(
    fields: Floats, normals: Floats, space: DataSpace, options: LcmvOptions
) -> tuple[Floats, Floats | None]:
    """Weights (n, o, k) of white data, and the orientations (n, 3) of most power if asked for.

    ``fields`` (n, c, k) are the white lead fields of sources of c orientations; ``normals``
    (n, c) give the orientation of most power its sign.
    """
    n, c, k = fields.shape
    if options.reduce_rank and c == 1:
        msg = "reduce_rank=True needs a forward model of free orientations, got a fixed one"
        raise InputError(msg)
    if c == 3 and not options.reduce_rank:
        _check_directions(fields)
    free = c == 3 and options.pick_ori in {None, "vector"}
    weights = np.empty((n, c if free else 1, k))
    strongest = np.empty((n, c)) if options.pick_ori == "max-power" else None
    for a in range(0, n, BLOCK):
        rows = slice(a, a + BLOCK)
        lines = fields[rows]
        if options.reduce_rank:
            lines = _without_weakest(lines)
        if options.pick_ori == "normal":
            lines = lines[:, 2:]
        if strongest is not None:
            strongest[rows] = _strongest_orientation(lines, normals[rows], space, options)
            lines = strongest[rows, np.newaxis] @ lines
        weights[rows] = NORMS[options.weight_norm](lines, space, options)
    return weights, strongest


def _check_directions(fields: Floats) -> None:
    strengths = np.linalg.svd(fields, compute_uv=False)
    flat = int((strengths[:, 0] > SINGULAR * strengths[:, 2]).sum())
    if flat:
        msg = (
            f"lead fields must have three directions, {flat} of {len(fields)} sources have two, "
            "as in a sphere: use reduce_rank=True, or a fixed forward model"
        )
        raise DataError(msg)


def _without_weakest(lines: Floats) -> Floats:
    """Lead fields (n, 3, k) without the direction in which each is weakest."""
    u, s, vt = np.linalg.svd(lines, full_matrices=False)
    out: Floats = (u[:, :, :2] * s[:, np.newaxis, :2]) @ vt[:, :2]
    return out


def _strongest_orientation(
    lines: Floats, normals: Floats, space: DataSpace, options: LcmvOptions
) -> Floats:
    """Unit vectors (n, 3) along which the filter's power is largest.

    Without normalisation 1 / (vᵀ D v) is largest, D = Lᵀ C⁻¹ L; with it the ratio of vᵀ D v to
    vᵀ Lᵀ C⁻² L v (Sekihara & Nagarajan 2008, equation 4.47).
    """
    numerators = lines @ space.inverse
    power = numerators @ lines.swapaxes(1, 2)
    if options.weight_norm is None:
        found: Floats = np.linalg.eigh(_power(power, -1, options))[1][:, :, -1]
    else:
        root = _power(numerators @ numerators.swapaxes(1, 2), -0.5, options)
        _, vectors = np.linalg.eigh(root @ power @ root)
        found = (root @ vectors[:, :, -1:])[..., 0]
        found = found / np.linalg.norm(found, axis=1, keepdims=True)
    along = np.einsum("nc,nc->n", found, normals)
    largest = np.take_along_axis(found, np.abs(found).argmax(axis=1)[:, np.newaxis], axis=1)[:, 0]
    signs = np.sign(np.where(along == 0, largest, along))
    return found * signs[:, np.newaxis]


def _power(grams: Floats, exponent: float, options: LcmvOptions) -> Floats:
    """A power of symmetric matrices (n, c, c), or of their diagonals for ``"single"``."""
    if options.inversion == "matrix":
        return _matrix_power(grams, exponent, reduced=options.reduce_rank)
    out = np.zeros_like(grams)
    np.einsum("ncc->nc", out)[:] = np.einsum("ncc->nc", grams) ** exponent
    return out


def _matrix_power(grams: Floats, exponent: float, *, reduced: bool) -> Floats:
    """A power of symmetric matrices (n, c, c), without their weakest direction if ``reduced``."""
    if grams.shape[1] == 1:
        power: Floats = grams**exponent
        return power
    values, vectors = np.linalg.eigh(grams)
    powers = np.zeros_like(values)
    first = int(reduced)
    powers[:, first:] = values[:, first:] ** exponent
    out: Floats = (vectors * powers[:, np.newaxis]) @ vectors.swapaxes(1, 2)
    return out


def _unit_gain(lines: Floats, space: DataSpace, options: LcmvOptions) -> Floats:
    """Each source passes as it is."""
    numerators = lines @ space.inverse
    out: Floats = _power(numerators @ lines.swapaxes(1, 2), -1, options) @ numerators
    return out


def _unit_noise_gain(lines: Floats, space: DataSpace, options: LcmvOptions) -> Floats:
    """White noise comes out with variance 1 in each orientation."""
    weights = _unit_gain(lines, space, options)
    gains = np.linalg.norm(weights, axis=2, keepdims=True)
    out: Floats = np.divide(weights, gains, out=np.zeros_like(weights), where=gains > 0)
    return out


def _unit_noise_gain_invariant(lines: Floats, space: DataSpace, options: LcmvOptions) -> Floats:
    """As ``_unit_noise_gain``, however the axes of the orientations are turned."""
    numerators = lines @ space.inverse
    grams = numerators @ numerators.swapaxes(1, 2)
    out: Floats = _matrix_power(grams, -0.5, reduced=options.reduce_rank) @ numerators
    return out


def _neural_activity_index(lines: Floats, space: DataSpace, options: LcmvOptions) -> Floats:
    """Unit noise gain over the noise that the data covariance shows."""
    out: Floats = _unit_noise_gain(lines, space, options) / np.sqrt(space.floor)
    return out


NORMS: Mapping[str | None, Callable[[Floats, DataSpace, LcmvOptions], Floats]] = {
    None: _unit_gain,
    "unit-noise-gain": _unit_noise_gain,
    "unit-noise-gain-invariant": _unit_noise_gain_invariant,
    "nai": _neural_activity_index,
}
