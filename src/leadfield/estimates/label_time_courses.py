"""Label time courses: the sources of each label, and how their courses become one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from leadfield.base.arrays import Floats, Ints, lock_arrays
from leadfield.base.checks import listed, one_of
from leadfield.base.errors import ArgumentTypeError, DataError, InputError, MismatchError
from leadfield.base.log import LOGGER, warn
from leadfield.estimates.label_rows import check_subject, label_name, label_rows, rows_among
from leadfield.estimates.source_courses import SourceAxes, Values
from leadfield.labels.sign_flip import sign_flips
from leadfield.numerics.namespace import AnyArray, namespace_of
from leadfield.sources.space import Sources

if TYPE_CHECKING:
    from scipy.sparse import csr_array

    from leadfield.labels.label import AnyLabel


def _first_component(values: Values, signs: Floats) -> Values:
    """Course of the first principal component, with the label's mean power.

    Its sign is that of the sources that go with the label.
    """
    import scipy

    wide = values.shape[0] <= values.shape[1]
    # Products by SciPy and einsum: NumPy's threads would fight SciPy's, label after label.
    (gemm,) = scipy.linalg.get_blas_funcs(("gemm",), (values,))
    gram = gemm(1.0, values, values, trans_b=2) if wide else gemm(1.0, values, values, trans_a=2)
    size = float(np.sqrt(np.trace(gram).real))
    if not np.isfinite(size):
        msg = "values in a label must be finite for mode 'pca_flip': crop, or take another mode"
        raise DataError(msg)
    last = len(gram) - 1
    _, vectors = scipy.linalg.eigh(gram, subset_by_index=[last, last], check_finite=False)
    if wide:
        pattern = vectors[:, -1]
        course = np.einsum("n,nt->t", pattern.conj(), values)
    else:
        course = vectors[:, -1].conj()
        pattern = np.einsum("nt,t->n", values, course.conj())
    length = np.linalg.norm(course)
    if length == 0:
        return np.zeros_like(course)
    scale = size / np.sqrt(len(values)) / length
    out: Values = np.sign(np.vdot(signs, pattern).real) * scale * course
    return out


# Linear modes: weights (n,) of a label's sources from their signs (n,).
WEIGHTS: Mapping[str | None, Callable[[Floats], Floats]] = {
    "mean": lambda signs: np.full(len(signs), 1 / len(signs)),
    "mean_flip": lambda signs: signs / len(signs),
}
# The others: a course from values (n, ..., n_times) and signs.
SUMMARIES: Mapping[str | None, Callable[[Values, Floats], Values]] = {
    "max": lambda values, _: np.abs(values).max(axis=0),
    "pca_flip": _first_component,
    None: lambda values, _: values,
}
SIGNED = {"mean_flip", "pca_flip"}
# What makes sense without the sign of a surface's normal.
UNSIGNED = ("auto", "mean", "max")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LabelPlan:
    """Rows and signs of each label's sources; no rows for one without sources.

    ``volumes`` are the rows of a mixed estimate's volumes, each averaged after the labels.
    """

    mode: str | None
    rows: tuple[Ints, ...]
    signs: tuple[Floats, ...]
    volumes: tuple[slice, ...]
    n_sources: int

    def __post_init__(self) -> None:
        lock_arrays(self)

    @property
    def by_sample(self) -> bool:
        """Whether a course at one time needs no other times."""
        return self.mode in {*WEIGHTS, "max"}

    @property
    def n_courses(self) -> int:
        """How many courses there are."""
        return len(self.rows) + len(self.volumes)

    def weighted_sums(self, data: Values) -> Values:
        """For a linear mode, weighted sums (n_courses, ...) of data (n_sources, ...)."""
        return weighted_sums(self._matrix(), data)

    def _matrix(self) -> csr_array:
        """The weights (n_courses, n_sources) of a linear mode."""
        import scipy

        weigh = WEIGHTS[self.mode]
        weights = [weigh(signs) if len(signs) else signs for signs in self.signs]
        volumes = [np.arange(space.start, space.stop) for space in self.volumes]
        weights += [np.full(len(one), 1 / max(len(one), 1)) for one in volumes]
        columns = [*self.rows, *volumes]
        ends = np.cumsum([0, *map(len, columns)])
        content = (np.concatenate(weights), np.concatenate(columns), ends)
        return scipy.sparse.csr_array(content, shape=(len(columns), self.n_sources))

    def courses(self, data: Values) -> Values | list[Values]:
        """Courses (n_courses, ..., n_times) of data (n_sources, ..., n_times).

        With mode None a list of the values in each label. Linear modes take arrays of any
        library with the array API.
        """
        if self.mode in WEIGHTS:
            return self.weighted_sums(data)
        summary = SUMMARIES[self.mode]
        pairs = zip(self.rows, self.signs, strict=True)
        if self.mode is None:
            return [summary(data[rows], signs) for rows, signs in pairs]
        out = np.zeros((self.n_courses, *data.shape[1:]), data.dtype)
        for place, (rows, signs) in enumerate(pairs):
            if len(rows):
                out[place] = summary(data[rows], signs)
        for place, space in enumerate(self.volumes, len(self.rows)):
            if space.stop > space.start:
                out[place] = data[space].mean(axis=0)
        return out


def weighted_sums(matrix: csr_array, data: AnyArray) -> Values:
    """Sums (n_sums, ...) of data (n_sources, ...), an array of any library."""
    if isinstance(data, np.ndarray):
        flat: Values = np.asarray(matrix @ data.reshape(len(data), -1))
        return flat.reshape(-1, *data.shape[1:]).astype(data.dtype, copy=False)
    space = namespace_of(data)
    shape = (matrix.shape[0], *data.shape[1:])
    weights = space.asarray(matrix.toarray(), dtype=data.dtype, device=data.device)
    courses: Values = weights @ space.reshape(data, (matrix.shape[1], -1))
    out: Values = space.reshape(courses, shape)
    return out


def plan_labels(
    axes: SourceAxes,
    labels: Sequence[AnyLabel],
    sources: Sources | None,
    *,
    mode: str | None = "auto",
    allow_empty: bool | str = False,
) -> LabelPlan:
    """The plan of extraction for all estimates with the sources of ``axes``.

    ``sources`` are those it was made from; only modes that flip signs need them.
    """
    one_of("mode", mode, ["auto", *WEIGHTS, *SUMMARIES])
    one_of("allow_empty", allow_empty, (False, True, "ignore"))
    if axes.kind == "volume":
        msg = "labels of the cortex choose sources on a surface, this is a volume estimate"
        raise MismatchError(msg)
    if axes.vector:
        one_of("mode for vector estimates", mode, UNSIGNED)
    if mode == "auto":
        mode = "mean" if axes.vector else "mean_flip"
    if sources is not None:
        rows_among(axes.vertices, sources)
    elif mode in SIGNED:
        msg = f"mode {mode!r} needs src, the source spaces that know the normals, got None"
        raise ArgumentTypeError(msg)
    if not labels and len(axes.vertices) <= 2:
        msg = "labels must be at least one, got none"
        raise InputError(msg)
    rows = [_rows(label, axes, sources) for label in labels]
    report_empty(
        [label_name(a) for a, b in zip(labels, rows, strict=True) if not len(b)], allow_empty
    )
    normals = _surface_normals(axes, sources) if mode in SIGNED and sources else None
    signs = [np.ones(len(one)) if normals is None else sign_flips(normals[one]) for one in rows]
    volumes = [axes.space_of(place) for place in range(2, len(axes.vertices))]
    return LabelPlan(
        mode=mode,
        rows=tuple(rows),
        signs=tuple(signs),
        volumes=tuple(volumes),
        n_sources=axes.n_sources,
    )


def _rows(label: AnyLabel, axes: SourceAxes, sources: Sources | None) -> Ints:
    check_subject(label, axes.subject, "estimate")
    if sources is not None:
        check_subject(label, sources.subject, "source spaces")
    return label_rows(label, axes.vertices)


def report_empty(names: list[str], allowed: bool | str) -> None:  # noqa: FBT001 - MNE-Python's choice
    """Raise, warn or say (``allowed``) that labels hold no source."""
    if not names:
        return
    fact = f"{len(names)} labels hold no source of the estimate: {listed(names)}"
    if allowed is False:
        msg = f"every label must hold a source, {fact}; pass allow_empty=True for zeros"
        raise MismatchError(msg)
    if allowed == "ignore":
        LOGGER.info("%s; their courses are zeros", fact)
    else:
        warn(f"{fact}; their courses are zeros")


def _surface_normals(axes: SourceAxes, sources: Sources) -> Floats:
    """The surfaces' own normals at the sources in the hemispheres."""
    pairs = zip(sources.spaces[:2], axes.vertices[:2], strict=True)
    return np.concatenate([space.normals[vertices] for space, vertices in pairs])
