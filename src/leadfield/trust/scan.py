"""Scan energies: the part of the data's energy that one dipole at each source explains."""

from dataclasses import dataclass

import numpy as np

from leadfield.base.arrays import Floats, Ints, lock_arrays, locked
from leadfield.inverse.operator import InverseModel

UNSEEN = 1e-7  # share of the best direction's power below which sensors do not see one


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Scan:
    """An orthonormal basis of what one dipole at each source can give, in components of data.

    ``bases`` (n_sources, n_directions, n_components) have a row for each direction, all 0 for
    one that no sensor sees, such as the radial one in a sphere for MEG. Components are those of
    :mod:`leadfield.trust.data_components`.
    """

    bases: Floats

    def __post_init__(self) -> None:
        bases = locked(self.bases, shape=(None, None, None), name="bases")
        object.__setattr__(self, "bases", bases)
        lock_arrays(self)

    @property
    def n_sources(self) -> int:
        """Number of sources."""
        return int(self.bases.shape[0])

    @property
    def n_directions(self) -> int:
        """Directions a source has: 3, or 1 where its orientation is fixed."""
        return int(self.bases.shape[1])

    @property
    def n_components(self) -> int:
        """Number of components of the data."""
        return int(self.bases.shape[2])


def white_leads(model: InverseModel) -> Floats:
    """White lead field (n_sources, n_directions, n_components), without the operator's priors.

    A unit dipole along each of the model's orientations, in components of one epoch.
    """
    variances = model.source_variances
    deviations = np.sqrt(variances)
    scale = np.divide(
        1,
        variances if model.leads_weighted else deviations,
        out=np.zeros_like(variances),
        where=variances > 0,
    )
    leads = model.leads * (model.singular_values / np.sqrt(model.nave))
    leads *= scale[:, np.newaxis]
    white: Floats = leads.reshape(model.sources.n_sources, model.per_source, -1)
    return white


def make_scan(leads: Floats) -> Scan:
    """The scan of a white lead field (n_sources, n_directions, n_components)."""
    bases = leads
    for _ in range(2):  # the second round takes out the first one's rounding
        values, vectors = np.linalg.eigh(bases @ bases.swapaxes(1, 2))
        seen = values > UNSEEN * values[:, -1:]
        scale = np.divide(
            1, np.sqrt(np.where(seen, values, 1)), where=seen, out=np.zeros_like(values)
        )
        bases = (vectors * scale[:, np.newaxis]).swapaxes(1, 2) @ bases
    return Scan(bases=bases)


def scan_energies(bases: Floats, components: Floats) -> Floats:
    """Energies (n_sources, n_times) that dipoles explain of components (n_components, n_times).

    ``bases`` are a scan's, of all sources or some.
    """
    n, directions, count = bases.shape
    along = bases.reshape(n * directions, count) @ components
    along *= along
    energies: Floats = along.reshape(n, directions, -1).sum(axis=1)
    return energies


def without_source(bases: Floats, sources: Ints, components: Floats) -> Floats:
    """Components (n_components, n_times) less what the source of each time explains of them."""
    own = bases[sources]
    along = own @ components.T[:, :, np.newaxis]
    explained = (own.swapaxes(1, 2) @ along)[:, :, 0].T
    rest: Floats = components - explained
    return rest
