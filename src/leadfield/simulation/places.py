"""Places of simulated sources, chosen by chance or in the middle of labels."""

import numpy as np

from leadfield.base.arrays import Ints
from leadfield.base.errors import InputError, MismatchError
from leadfield.labels.label import CorticalLabel
from leadfield.labels.on_sources import hemisphere_space
from leadfield.numerics.chance import Random
from leadfield.sources.space import Sources


def label_candidates(label: CorticalLabel, sources: Sources) -> Ints:
    """The sources in a label, of which there are some."""
    found = np.intersect1d(hemisphere_space(label, sources).vertices, label.vertices)
    if not len(found):
        msg = (
            f"label {label.name!r} must hold at least one source, got none: use more sources, or a "
            "larger label"
        )
        raise MismatchError(msg)
    return found


def chance_vertex(candidates: Ints, chance: Random) -> int:
    """One of some vertices by chance."""
    draw = chance.integers if isinstance(chance, np.random.Generator) else chance.randint
    return int(candidates[draw(0, len(candidates), 1)[0]])


def chance_sources(sources: Sources, n_sources: int, chance: Random) -> tuple[Ints, ...]:
    """Vertices of so many sources, about as many in each space."""
    if n_sources > sources.n_sources:
        msg = f"n_dipoles must be at most {sources.n_sources}, the sources, got {n_sources}"
        raise InputError(msg)
    edges = np.linspace(0, n_sources, len(sources.spaces) + 1).astype(int)
    chosen = []
    for space, n in zip(sources.spaces, np.diff(edges), strict=True):
        if n > space.n_sources:
            msg = f"n_dipoles must leave each source space enough, {space.n_sources} are below {n}"
            raise InputError(msg)
        some = chance.permutation(np.arange(space.n_sources))[:n]
        chosen.append(space.vertices[np.sort(some)])
    return tuple(chosen)
