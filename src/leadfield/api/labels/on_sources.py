"""Labels on source spaces: sign flips, and which labels are neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from leadfield.api.labels.as_label import as_cortical_labels, as_label
from leadfield.api.sources.source_spaces import SourceSpaces, as_sources
from leadfield.base.errors import MismatchError
from leadfield.base.front_door import public
from leadfield.labels.adjacency import adjacency_of_groups
from leadfield.labels.on_sources import hemisphere_space
from leadfield.labels.sign_flip import sign_flips
from leadfield.sources.adjacency import adjacency_of_sources

if TYPE_CHECKING:
    from scipy.sparse import coo_array

    from leadfield.api.labels.label import BiHemiLabel, Label
    from leadfield.base.arrays import Floats, Ints
    from leadfield.labels.label import CorticalLabel
    from leadfield.sources.space import Sources


@public("leadfield")
def label_sign_flip(label: Label | BiHemiLabel, src: SourceSpaces) -> Floats:
    """Find which sources of a label point against its main direction.

    Parameters
    ----------
    label : Label | BiHemiLabel
        The label.
    src : SourceSpaces
        The source spaces of both hemispheres.

    Returns
    -------
    flip : ndarray, shape (n_sources,)
        1 for each source in the label whose normal goes with the label's main direction, -1
        where it goes against.

    Raises
    ------
    MismatchError
        If the source spaces are not two hemispheres.

    See Also
    --------
    extract_label_time_course : Uses them in the modes ``"mean_flip"`` and ``"pca_flip"``.

    Notes
    -----
    The main direction is the first right singular vector of the normals; its sign is chosen
    so that the normals go with it on average.

    Examples
    --------
    >>> from leadfield import read_labels_from_annot
    >>> (label,) = read_labels_from_annot(
    ...     "fsaverage5", regexp="superiortemporal-lh", subjects_dir=subjects_dir
    ... )
    >>> label_sign_flip(label, src)
    array([ 1., -1.,  1.])
    """
    sources = as_sources(src)
    if len(sources.spaces) != 2 or sources.kind != "surface":
        kinds = f"{len(sources.spaces)} of kind {sources.kind}"
        msg = f"src must be the source spaces of two hemispheres, got {kinds}"
        raise MismatchError(msg)
    normals = []
    for one in as_label(label).hemispheres:
        space = hemisphere_space(one, sources)
        normals.append(space.normals[np.intersect1d(space.vertices, one.vertices)])
    return sign_flips(np.concatenate(normals))


@public("leadfield")
def label_adjacency(labels: Sequence[Label], src: SourceSpaces) -> coo_array:
    """Find which labels are neighbours.

    Parameters
    ----------
    labels : list of Label
        The labels.
    src : SourceSpaces
        The source spaces, with triangles between the sources.

    Returns
    -------
    label_adjacency : coo_array, shape (n_labels, n_labels)
        Ones where a source of one label is a neighbour of a source of the other. A label
        that holds a source is a neighbour of itself.

    See Also
    --------
    spatial_src_adjacency : Neighbours among sources.

    Examples
    --------
    >>> from leadfield import read_labels_from_annot
    >>> labels = read_labels_from_annot("fsaverage5", subjects_dir=subjects_dir)
    >>> label_adjacency(labels[:20], src).shape
    (20, 20)
    """
    sources = as_sources(src)
    rows = [_rows(label, sources) for label in as_cortical_labels(labels)]
    return adjacency_of_groups(rows, adjacency_of_sources(sources))


def _rows(label: CorticalLabel, sources: Sources) -> Ints:
    """Where the label's sources stand among all."""
    space = hemisphere_space(label, sources)
    start = 0 if space is sources.spaces[0] else sources.spaces[0].n_sources
    return start + np.flatnonzero(np.isin(space.vertices, label.vertices))
