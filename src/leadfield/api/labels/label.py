"""Labels: named sets of vertices of one hemisphere, or of both."""

from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import numpy as np
from numpy.typing import ArrayLike

from leadfield.api.labels.colours import as_rgba, blended
from leadfield.api.sources.source_spaces import SourceSpaces, as_sources
from leadfield.base.arrays import Bools, Ints
from leadfield.base.checks import one_of
from leadfield.base.errors import ArgumentTypeError, DataError, InputError, MismatchError
from leadfield.base.files import as_path
from leadfield.base.log import LOGGER
from leadfield.base.public import public
from leadfield.freesurfer.label import VertexSet, joined, write_label_file
from leadfield.freesurfer.subjects import subject_file, subjects_folder
from leadfield.freesurfer.surface import read_surface
from leadfield.numerics.mesh_centre import middle_vertex
from leadfield.sources.distances import with_patches
from leadfield.sources.space import Sources, SourceSpace, SpaceKind

HEMISPHERES = ("lh", "rh")


@public("leadfield")
class Label:
    """Vertices of one hemisphere, each with a place and a value.

    Labels are added (``+``: the union; values of shared vertices add up) and taken from
    each other (``-``). A label of the other hemisphere makes a :class:`BiHemiLabel`.

    Parameters
    ----------
    vertices : array of int, shape (n_vertices,)
        Vertex numbers from 0 up, in growing order.
    pos : array of float, shape (n_vertices, 3) | None
        Places in m; None stands for zeros.
    values : array of float, shape (n_vertices,) | None
        Values; None stands for ones.
    hemi : str
        The hemisphere, ``"lh"`` or ``"rh"``.
    comment : str
        What the file's first line says.
    name : str | None
        The label's name; None takes the file's.
    filename : path-like | None
        The file it came from.
    subject : str | None
        The subject whose vertices they are.
    color : color | None
        Any colour that Matplotlib knows; kept as red, green, blue, alpha from 0 to 1.

    Raises
    ------
    InputError
        If vertices are not in order, or lengths differ.

    Examples
    --------
    >>> a = Label([1, 5], hemi="lh", name="a")
    >>> b = Label([5, 7], hemi="lh", name="b")
    >>> (a + b).vertices.tolist(), (a + b).values.tolist()
    ([1, 5, 7], [1.0, 2.0, 1.0])
    >>> a - b
    <Label | unknown, 'a - b', lh : 1 vertices>
    """

    def __init__(
        self,
        vertices: ArrayLike = (),
        pos: ArrayLike | None = None,
        values: ArrayLike | None = None,
        hemi: str | None = None,
        comment: str = "",
        name: str | None = None,
        filename: str | Path | None = None,
        subject: str | None = None,
        color: Any = None,
    ) -> None:
        one_of("hemi", hemi, HEMISPHERES)
        numbers = np.asarray(vertices)
        if numbers.size and numbers.dtype.kind not in "iu":
            msg = f"vertices must be whole numbers, got {numbers.dtype}"
            raise ArgumentTypeError(msg)
        n = numbers.size
        held = VertexSet(
            vertices=numbers.astype(np.int64),
            positions=np.zeros((n, 3)) if pos is None else np.asarray(pos, float),
            values=np.ones(n) if values is None else np.asarray(values, float),
        )
        if name is None and filename is not None:
            name = as_path(filename).name.removesuffix(".label")
        self.vertices = held.vertices.copy()
        self.pos = held.positions.copy()
        self.values = held.values.copy()
        self.hemi: str = str(hemi)
        self.comment = comment
        self.name = name
        self.filename = filename
        self.subject = subject
        self.color = as_rgba(color)

    @property
    def value(self) -> VertexSet:
        """The vertices as plain frozen data."""
        return VertexSet(
            vertices=self.vertices, positions=self.pos, values=self.values, comment=self.comment
        )

    def _with(self, held: VertexSet, name: str | None, color: Any) -> "Label":
        """Other vertices of the same hemisphere and subject."""
        return Label(
            held.vertices,
            held.positions,
            held.values,
            self.hemi,
            held.comment,
            name,
            subject=self.subject,
            color=color,
        )

    def _part(self, keep: Bools, name: str | None) -> "Label":
        held = replace(
            self.value,
            vertices=self.vertices[keep],
            positions=self.pos[keep],
            values=self.values[keep],
        )
        return self._with(held, name, self.color)

    def __len__(self) -> int:
        return len(self.vertices)

    def __repr__(self) -> str:
        name = "unnamed" if self.name is None else repr(self.name)
        return f"<Label | {self.subject or 'unknown'}, {name}, {self.hemi} : {len(self)} vertices>"

    def __add__(self, other: "Label | BiHemiLabel") -> "Label | BiHemiLabel":
        if isinstance(other, BiHemiLabel):
            return other + self
        _check_alike(self, other)
        name = f"{self.name or 'unnamed'} + {other.name or 'unnamed'}"
        color = blended(self.color, other.color)
        if self.hemi != other.hemi:
            lh, rh = (self, other) if self.hemi == "lh" else (other, self)
            return BiHemiLabel(lh.copy(), rh.copy(), name, color)
        return self._with(joined(self.value, other.value), name, color)

    def __sub__(self, other: "Label | BiHemiLabel") -> "Label":
        if isinstance(other, BiHemiLabel):
            return self - (other.lh if self.hemi == "lh" else other.rh)
        _check_alike(self, other)
        name = f"{self.name or 'unnamed'} - {other.name or 'unnamed'}"
        apart = other.hemi != self.hemi
        return self._part(apart | ~np.isin(self.vertices, other.vertices), name)

    def copy(self) -> "Label":
        """Copy the label.

        Returns
        -------
        label : Label
            A label that shares nothing with this one.
        """
        return deepcopy(self)

    def save(self, filename: str | Path) -> None:
        """Write the label to a FreeSurfer ``.label`` file.

        Parameters
        ----------
        filename : path-like
            The file. ``-lh`` or ``-rh`` and ``.label`` are added where they are missing; a
            file that is there is replaced. Subject and colour are not stored.
        """
        path = as_path(filename)
        stem = path.name.removesuffix(".label")
        if not (stem.startswith(self.hemi) or stem.endswith(self.hemi)):
            stem += f"-{self.hemi}"
        target = path.with_name(f"{stem}.label")
        write_label_file(target, self.value, overwrite=True)
        LOGGER.info("Label of %d vertices written to %s", len(self), target)

    def fill(self, src: SourceSpaces, name: str | None = None) -> "Label":
        """Fill the surface between a label's sources.

        Parameters
        ----------
        src : SourceSpaces
            The source spaces that the label's vertices are sources of.
        name : str | None
            The new label's name; None takes this one's.

        Returns
        -------
        label : Label
            All vertices whose nearest source is in the label, with that one's value.

        Raises
        ------
        MismatchError
            If a vertex of the label is no source.
        """
        space = self._space(src)
        if not np.isin(self.vertices, space.vertices).all():
            msg = "src must hold all of the label's vertices as sources: restrict the label first"
            raise MismatchError(msg)
        if space.nearest is None:
            space = with_patches(Sources(spaces=(space,))).spaces[0]
        nearest: Ints = np.asarray(space.nearest)
        vertices = np.flatnonzero(np.isin(nearest, self.vertices))
        held = replace(
            self.value,
            vertices=vertices,
            positions=space.positions[vertices],
            values=self.values[np.searchsorted(self.vertices, nearest[vertices])],
        )
        return self._with(held, self.name if name is None else name, self.color)

    def restrict(self, src: SourceSpaces, name: str | None = None) -> "Label":
        """Keep only the vertices that are sources.

        Parameters
        ----------
        src : SourceSpaces
            The source spaces.
        name : str | None
            The new label's name; None takes this one's.

        Returns
        -------
        label : Label
            The part of the label that is in the source space.
        """
        keep = np.isin(self.vertices, self._space(src).vertices)
        return self._part(keep, self.name if name is None else name)

    def get_vertices_used(self, vertices: ArrayLike | None = None) -> Ints:
        """Find which of some vertices are in the label.

        Parameters
        ----------
        vertices : array of int | None
            The vertices; None stands for the 10242 of an ico-5 cortex.

        Returns
        -------
        label_verts : array of int
            Those in the label.
        """
        among = np.arange(10242) if vertices is None else np.asarray(vertices)
        return among[np.isin(among, self.vertices)]

    def center_of_mass(
        self,
        subject: str | None = None,
        restrict_vertices: bool | ArrayLike | SourceSpaces = False,
        subjects_dir: str | Path | None = None,
        surf: str = "sphere",
    ) -> int:
        """Find the vertex in the middle of the label, weighted by its values.

        Parameters
        ----------
        subject : str | None
            The subject; None takes the label's.
        restrict_vertices : bool | array of int | SourceSpaces
            Which vertices may be found: False all, True the label's, or those given.
        subjects_dir : path-like | None
            Folder of subjects; None takes the environment's ``SUBJECTS_DIR``.
        surf : str
            The surface to take the mean on; the sphere knows no folds.

        Returns
        -------
        vertex : int
            The vertex nearest to the mean place.

        Raises
        ------
        DataError
            If a value is negative or all are 0.
        """
        if not self.values.any() or (self.values < 0).any():
            msg = (
                "a label's values must be 0 or more and not all 0 to weigh vertices: set them "
                "with label.values.fill(1)"
            )
            raise DataError(msg)
        who = subject or self.subject
        if who is None:
            msg = "subject must be given where the label has none, got None"
            raise InputError(msg)
        path = subject_file(subjects_folder(subjects_dir), who, "surf", f"{self.hemi}.{surf}")
        places = read_surface(path).vertices
        if len(self) and self.vertices[-1] >= len(places):
            msg = f"the label's vertices must be below {len(places)}, got {self.vertices[-1]}"
            raise MismatchError(msg)
        if isinstance(restrict_vertices, SourceSpaces):
            candidates = self._space(restrict_vertices).vertices
        elif isinstance(restrict_vertices, bool):
            candidates = self.vertices if restrict_vertices else np.arange(len(places))
        else:
            candidates = np.asarray(restrict_vertices, np.int64)
        return middle_vertex(places, self.vertices, self.values, candidates)

    def _space(self, src: Any) -> SourceSpace:
        """The label's hemisphere among source spaces."""
        for space in as_sources(src).spaces:
            if space.kind is SpaceKind.SURFACE and space.hemisphere == self.hemi:
                return space
        msg = f"src must hold a surface of {self.hemi}, got {src!r}"
        raise MismatchError(msg)


@public("leadfield")
class BiHemiLabel:
    """A label of each hemisphere.

    Parameters
    ----------
    lh : Label
        The left one.
    rh : Label
        The right one.
    name : str | None
        A name for both.
    color : color | None
        A colour for both.

    Raises
    ------
    MismatchError
        If they are of two subjects.

    See Also
    --------
    Label : A label of one hemisphere; adding two makes one of these.

    Examples
    --------
    >>> (Label([3], hemi="lh") + Label([5], hemi="rh")).rh.vertices
    array([5])
    """

    def __init__(self, lh: Label, rh: Label, name: str | None = None, color: Any = None) -> None:
        _check_alike(lh, rh)
        self.lh = lh
        self.rh = rh
        self.name = name
        self.subject = lh.subject
        self.color = as_rgba(color)
        self.hemi = "both"

    def __len__(self) -> int:
        return len(self.lh) + len(self.rh)

    def __repr__(self) -> str:
        name = "unnamed" if self.name is None else repr(self.name)
        counts = f"lh : {len(self.lh)} vertices, rh : {len(self.rh)} vertices"
        return f"<BiHemiLabel | {self.subject or 'unknown'}, {name}, {counts}>"

    def __add__(self, other: "Label | BiHemiLabel") -> "BiHemiLabel":
        parts = {"lh": self.lh, "rh": self.rh}
        for label in _halves(other):
            parts[label.hemi] = cast("Label", parts[label.hemi] + label)
        name = f"{self.name} + {other.name}"
        return BiHemiLabel(parts["lh"], parts["rh"], name, blended(self.color, other.color))

    def __sub__(self, other: "Label | BiHemiLabel") -> "Label | BiHemiLabel":
        parts = {"lh": self.lh, "rh": self.rh}
        for label in _halves(other):
            parts[label.hemi] = parts[label.hemi] - label
        if not len(parts["lh"]) or not len(parts["rh"]):
            return parts["lh"] if len(parts["lh"]) else parts["rh"]
        return BiHemiLabel(parts["lh"], parts["rh"], f"{self.name} - {other.name}", self.color)


def _halves(label: Any) -> tuple[Label, ...]:
    if isinstance(label, BiHemiLabel):
        return label.lh, label.rh
    if isinstance(label, Label):
        return (label,)
    msg = f"a label must be Label or BiHemiLabel, got {type(label).__name__}"
    raise ArgumentTypeError(msg)


def _check_alike(one: Label, other: Any) -> None:
    (label,) = _halves(other)
    if one.subject != label.subject:
        msg = (
            f"labels must be of one subject, got {one.subject!r} and {label.subject!r}: set "
            "label.subject where it is missing"
        )
        raise MismatchError(msg)
