"""Maps of labels, and labels of maps: values spread over labels, and where there is activity."""

from collections.abc import Sequence

import numpy as np
import scipy

from leadfield.base.arrays import Floats, Ints
from leadfield.estimates.label_rows import label_rows
from leadfield.estimates.source_courses import SourceCourses
from leadfield.labels.label import AnyLabel
from leadfield.sources.adjacency import adjacency_of_sources
from leadfield.sources.space import HEMISPHERES, Sources


def vertices_of_labels(labels: Sequence[AnyLabel]) -> list[Ints]:
    """All vertices that are in a label, of each hemisphere."""
    found: dict[str, Ints] = dict.fromkeys(HEMISPHERES, np.empty(0, np.int64))
    for label in labels:
        for one in label.hemispheres:
            found[one.hemisphere] = np.union1d(found[one.hemisphere], one.vertices)
    return list(found.values())


def spread_over_labels(
    labels: Sequence[AnyLabel], values: Floats, vertices: Sequence[Ints]
) -> Floats:
    """Values (n_sources, n_times) of sources from those of labels (n_labels, n_times).

    A source in several labels takes their mean, one in none takes 0.
    """
    rows = [label_rows(label, vertices) for label in labels]
    starts = np.cumsum([0, *map(len, rows)])
    columns = np.concatenate([np.empty(0, np.int64), *rows])
    shape = (len(labels), sum(map(len, vertices)))
    members = scipy.sparse.csr_array((np.ones(len(columns)), columns, starts), shape=shape)
    counts = np.bincount(columns, minlength=shape[1])
    spread: Floats = (members.T @ values) / np.maximum(counts, 1)[:, None]
    return spread


def active_vertices(courses: SourceCourses, place: int) -> Ints:
    """Vertices of a hemisphere whose value is ever another than 0."""
    rows = courses.data[courses.axes.space_of(place)]
    return courses.axes.vertices[place][rows.any(axis=1)]


def active_patches(courses: SourceCourses, sources: Sources) -> list[list[Ints]]:
    """Vertices of each connected patch of activity, by hemisphere, the strongest first."""
    edges = adjacency_of_sources(sources).tocsr()
    largest = np.zeros(sources.n_sources)
    start, hemispheres = 0, []
    for place, space in enumerate(sources.spaces):
        values = courses.data[courses.axes.space_of(place)]
        rows = start + np.searchsorted(space.vertices, courses.axes.vertices[place])
        largest[rows] = np.abs(values).max(axis=1)
        active = start + np.flatnonzero(largest[start : start + space.n_sources])
        n, patch = scipy.sparse.csgraph.connected_components(edges[active][:, active])
        peaks = np.zeros(n)
        np.maximum.at(peaks, patch, largest[active])
        strongest_first = np.argsort(-peaks, kind="stable")
        hemispheres.append([space.vertices[active[patch == i] - start] for i in strongest_first])
        start += space.n_sources
    return hemispheres
