"""Cortical labels: ``Label`` of one hemisphere, ``BiHemiLabel`` of both."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, Self, final, overload

import numpy as np
from numpy.typing import ArrayLike, NDArray

from leadfield import summaries
from leadfield.api import interop
from leadfield.api.labels.as_label import as_label, candidate_vertices, make_cortical_label
from leadfield.api.labels.colours import as_rgba
from leadfield.api.recording.filter_samples import check_jobs
from leadfield.api.sources.source_spaces import SourceSpaces, as_sources
from leadfield.base.checks import one_of
from leadfield.base.errors import ArgumentTypeError, InputError
from leadfield.base.files import as_path
from leadfield.base.front_door import explain_absent_members, public
from leadfield.base.log import Verbose, verbose_aware
from leadfield.freesurfer.subjects import subjects_folder
from leadfield.labels import files
from leadfield.labels.algebra import difference, union
from leadfield.labels.center_of_mass import center_of_mass
from leadfield.labels.label import AnyLabel, CorticalLabel, LabelPair, vertices_in_label
from leadfield.labels.on_sources import (
    fill_between_sources,
    restrict_to_sources,
)
from leadfield.labels.on_surface import distances_outside, label_area, triangles_with_all
from leadfield.labels.split import split_by
from leadfield.labels.surface import label_subject, read_label_surface
from leadfield.morph.compute import Subjects
from leadfield.morph.labels import morph_label
from leadfield.sources.space import HEMISPHERES

if TYPE_CHECKING:
    from matplotlib.typing import ColorType

    from leadfield.base.arrays import Corners, Floats, Ints
    from leadfield.sources.space import SourceSpace

    Grade = int | Sequence[ArrayLike] | NDArray[np.integer[Any]] | None

Hemi = Literal["lh", "rh"]


@public("leadfield")
@final
@explain_absent_members
class Label:
    """Vertices of one hemisphere, each with a position and a value.

    ``a + b`` is the union of two labels, in which the values of shared vertices add up;
    ``a - b`` is what ``a`` has and ``b`` has not. Labels of two hemispheres add up to a
    :class:`BiHemiLabel`. ``vertices``, ``pos`` and ``values`` are the label's own arrays,
    copied when it is made; they may be changed in place.

    Parameters
    ----------
    vertices : array of int, shape (n_vertices,)
        Vertex numbers, in increasing order.
    pos : array of float, shape (n_vertices, 3) | None
        Positions in m; zeros if None.
    values : array of float, shape (n_vertices,) | None
        Values; ones if None.
    hemi : "lh" | "rh"
        The hemisphere.
    comment : str
        Comment, the first line of a label file.
    name : str | None
        Name of the label; by default that of the file.
    filename : path-like | None
        The file the label was read from.
    subject : str | None
        The subject whose vertices they are.
    color : color | None
        Any colour that Matplotlib knows; it is converted to red, green, blue and alpha.
    verbose : bool | str | int | None
        Verbosity.

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

    @verbose_aware
    def __init__(
        self,
        vertices: ArrayLike = (),
        pos: ArrayLike | None = None,
        values: ArrayLike | None = None,
        hemi: Hemi | None = None,
        comment: str = "",
        name: str | None = None,
        filename: str | Path | None = None,
        subject: str | None = None,
        color: ColorType | None = None,
        *,
        verbose: Verbose = None,
    ) -> None:
        one_of("hemi", hemi, HEMISPHERES)
        if name is None and filename is not None:
            name = as_path(filename).name.removesuffix(".label")
        checked = make_cortical_label(vertices, pos, values, str(hemi))
        self.vertices = checked.vertices.copy()
        self.pos = checked.positions.copy()
        self.values = checked.values.copy()
        self.hemi = checked.hemisphere
        self.comment = comment
        self.name = name
        self.filename = filename
        self.subject = subject
        self.color = as_rgba(color)
        self._in_volume = False

    @property
    def value(self) -> CorticalLabel:
        """The label as it is now, as a frozen value."""
        if self._in_volume:
            msg = (
                f"a label must be of the cortex, {self.name!r} is of points in a volume: they have "
                "its vertices, pos and color"
            )
            raise InputError(msg)
        return CorticalLabel(
            vertices=np.array(self.vertices),
            positions=np.array(self.pos),
            values=np.array(self.values),
            hemisphere=self.hemi,
            name=self.name,
            subject=self.subject,
            comment=self.comment,
            colour=as_rgba(self.color),
        )

    def __len__(self) -> int:
        return len(self.vertices)

    def to_mne(self) -> Any:
        """Make MNE-Python's label of it.

        Returns
        -------
        label : mne.Label
            The same label, with arrays of its own.

        Raises
        ------
        MissingPackageError
            If MNE-Python is not installed: ``pip install mne``.

        Examples
        --------
        >>> label.to_mne().name  # doctest: +SKIP
        """
        return interop.labels_to_mne.label_to_mne(self.value)

    def __repr__(self) -> str:
        name = "unnamed" if self.name is None else repr(self.name)
        return f"<Label | {self.subject or 'unknown'}, {name}, {self.hemi} : {len(self)} vertices>"

    def _repr_html_(self) -> str:
        return summaries.facts_table(
            "Label", summaries.label_facts(self.name, self.subject, self.hemi, len(self))
        )

    @overload
    def __add__(self, other: Label) -> Label | BiHemiLabel: ...
    @overload
    def __add__(self, other: BiHemiLabel) -> BiHemiLabel: ...
    def __add__(self, other: Label | BiHemiLabel) -> Label | BiHemiLabel:
        return wrap_label(union(self.value, as_label(other)))

    def __sub__(self, other: Label | BiHemiLabel) -> Label:
        return label_of(difference(self.value, as_label(other)))

    def copy(self) -> Label:
        """Copy the label.

        Returns
        -------
        label : Label
            A label that shares no array with this one.
        """
        return deepcopy(self)

    def save(self, filename: str | Path) -> None:
        """Write the label to a FreeSurfer ``.label`` file.

        Parameters
        ----------
        filename : path-like
            The file. ``-lh`` or ``-rh`` and ``.label`` are added where they are missing. An
            existing file is overwritten. Subject and colour are not stored.
        """
        files.write_label(filename, self.value)

    def fill(self, src: SourceSpaces, name: str | None = None) -> Label:
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
        name = self.name if name is None else name
        return label_of(fill_between_sources(self.value, as_sources(src), name))

    def restrict(self, src: SourceSpaces, name: str | None = None) -> Label:
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
            The label's vertices that are in the source space.
        """
        name = self.name if name is None else name
        return label_of(restrict_to_sources(self.value, as_sources(src), name))

    @verbose_aware
    def smooth(
        self,
        subject: str | None = None,
        smooth: int = 2,
        grade: Grade = None,
        subjects_dir: str | Path | None = None,
        n_jobs: int | None = None,
        verbose: Verbose = None,
    ) -> Self:
        """Smooth the label's values over the cortex, in place.

        It fills a label that has sources alone.

        Parameters
        ----------
        subject : str | None
            The subject; by default the label's.
        smooth : int
            How often each vertex takes the mean of itself and those neighbours that have a
            value.
        grade : int | list of array | array | None
            The vertices that the label may have then: those nearest to an icosahedron of this
            grade, those given (of both hemispheres, or an array of this one's), or all (None).
        subjects_dir : path-like | None
            Folder of subjects; by default the environment variable ``SUBJECTS_DIR``.
        n_jobs : int | None
            Has no effect.
        verbose : bool | str | int | None
            Verbosity.

        Returns
        -------
        label : Label
            The label itself, whose positions are zeros.

        Raises
        ------
        DataError
            If all values are 0.
        """
        owner = label_subject(self.value, subject)
        return self.morph(owner, owner, smooth, grade, subjects_dir, n_jobs, verbose)

    @verbose_aware
    def morph(
        self,
        subject_from: str | None = None,
        subject_to: str | None = None,
        smooth: int = 5,
        grade: Grade = None,
        subjects_dir: str | Path | None = None,
        n_jobs: int | None = None,
        verbose: Verbose = None,
    ) -> Self:
        """Move the label to another subject's cortex, in place.

        Parameters
        ----------
        subject_from : str | None
            The subject that it is of; by default the label's.
        subject_to : str
            The other subject.
        smooth : int
            How often each vertex first takes the mean of itself and those neighbours that have
            a value.
        grade : int | list of array | array | None
            The vertices that the label may have then: those nearest to an icosahedron of this
            grade, those given (of both hemispheres, or an array of this one's), or all (None).
        subjects_dir : path-like | None
            Folder of subjects; by default the environment variable ``SUBJECTS_DIR``.
        n_jobs : int | None
            Has no effect.
        verbose : bool | str | int | None
            Verbosity.

        Returns
        -------
        label : Label
            The label itself, whose positions are zeros.

        Raises
        ------
        DataError
            If all values are 0.

        See Also
        --------
        morph_labels : Moves several labels, sharp-edged.
        """
        check_jobs(n_jobs)
        if not isinstance(subject_to, str):
            msg = f"subject_to must be the name of a subject, got {subject_to!r}"
            raise ArgumentTypeError(msg)
        label = self.value
        subjects = Subjects(
            folder=subjects_folder(subjects_dir),
            source=label_subject(label, subject_from),
            target=subject_to,
        )
        moved = morph_label(label, subjects, smooth=smooth, grade=grade)
        self.vertices, self.pos = moved.vertices.copy(), moved.positions.copy()
        self.values, self.subject = moved.values.copy(), moved.subject
        return self

    def split(
        self,
        parts: int | Sequence[str] = 2,
        subject: str | None = None,
        subjects_dir: str | Path | None = None,
        freesurfer: bool = False,
    ) -> list[Label]:
        """Split the label into parts.

        Parameters
        ----------
        parts : int | sequence of str | "contiguous"
            How many parts along the longest axis, or their names, from back to front; or the
            pieces that do not touch each other, the largest first.
        subject : str | None
            The subject; by default the label's.
        subjects_dir : path-like | None
            Folder of subjects; by default the environment variable ``SUBJECTS_DIR``.
        freesurfer : bool
            Whether to find the axis as FreeSurfer's ``mris_divide_parcellation`` does.

        Returns
        -------
        labels : list of Label
            The parts, with shades of the label's colour.

        Raises
        ------
        InputError
            If there are fewer than two parts.

        Notes
        -----
        The axis is that of most spread on the sphere, and the parts are equally long on it.
        """
        label = self.value
        sphere = read_label_surface(label, subject, subjects_dir, "sphere")
        found = split_by(label, parts, sphere, freesurfer=freesurfer)
        return [label_of(replace(one, subject=label_subject(label, subject))) for one in found]

    def get_tris(self, tris: ArrayLike, vertices: ArrayLike | None = None) -> Corners:
        """Find the triangles inside the label.

        Parameters
        ----------
        tris : array_like of int, shape (n_tris, 3)
            The triangles.
        vertices : array of int | None
            The vertices to choose from; by default the 10242 of an ico-5 cortex.

        Returns
        -------
        label_tris : array of int, shape (n_tris, 3)
            Those of vertices of the label alone, and one without area for each vertex of none.
        """
        return triangles_with_all(np.asarray(tris), self.get_vertices_used(vertices))

    @verbose_aware
    def distances_to_outside(
        self,
        subject: str | None = None,
        subjects_dir: str | Path | None = None,
        surface: str = "white",
        *,
        verbose: Verbose = None,
    ) -> tuple[Floats, Ints]:
        """Measure the way out of the label from each vertex.

        Parameters
        ----------
        subject : str | None
            The subject; by default the label's.
        subjects_dir : path-like | None
            Folder of subjects; by default the environment variable ``SUBJECTS_DIR``.
        surface : str
            The surface to measure on.
        verbose : bool | str | int | None
            Verbosity.

        Returns
        -------
        dist : array of float, shape (n_vertices,)
            The distance in m along the surface to the nearest vertex outside.
        outside_vertices : array of int, shape (n_vertices,)
            That vertex.

        Raises
        ------
        InputError
            If nothing is outside.
        """
        label = self.value
        return distances_outside(label, read_label_surface(label, subject, subjects_dir, surface))

    @verbose_aware
    def compute_area(
        self,
        subject: str | None = None,
        subjects_dir: str | Path | None = None,
        surface: str = "white",
        *,
        verbose: Verbose = None,
    ) -> float:
        """Compute the area of the label.

        Parameters
        ----------
        subject : str | None
            The subject; by default the label's.
        subjects_dir : path-like | None
            Folder of subjects; by default the environment variable ``SUBJECTS_DIR``.
        surface : str
            The surface to measure on.
        verbose : bool | str | int | None
            Verbosity.

        Returns
        -------
        area : float
            The area in m² of the triangles whose corners are all in the label.
        """
        label = self.value
        return label_area(label, read_label_surface(label, subject, subjects_dir, surface))

    def get_vertices_used(self, vertices: ArrayLike | None = None) -> Ints:
        """Find the vertices that are in the label.

        Parameters
        ----------
        vertices : array of int | None
            The vertices to choose from; by default the 10242 of an ico-5 cortex.

        Returns
        -------
        label_verts : array of int
            Those in the label.
        """
        return vertices_in_label(self.value, np.arange(10242) if vertices is None else vertices)

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
            The subject; by default the label's.
        restrict_vertices : bool | array of int | SourceSpaces
            Vertices to choose from: all (False), those of the label (True), or those given.
        subjects_dir : path-like | None
            Folder of subjects; by default the environment variable ``SUBJECTS_DIR``.
        surf : str
            The surface to take the mean position on. The sphere has no folds.

        Returns
        -------
        vertex : int
            The vertex nearest to the mean position.

        Raises
        ------
        DataError
            If a value is negative or all are 0.
        """
        label = self.value
        return center_of_mass(
            label,
            subject=subject,
            subjects_dir=subjects_dir,
            surf=surf,
            candidates=candidate_vertices(label, restrict_vertices),
        )


@public("leadfield")
@final
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

    def __init__(
        self,
        lh: Label,
        rh: Label,
        name: str | None = None,
        color: ColorType | None = None,
    ) -> None:
        self.lh = own_label(lh)
        self.rh = own_label(rh)
        self.name = name
        self.color = as_rgba(color)
        self.hemi = "both"
        self.subject = self.value.subject

    @property
    def value(self) -> LabelPair:
        """Both labels as they are now, as a frozen value."""
        return LabelPair(
            lh=self.lh.value, rh=self.rh.value, name=self.name, colour=as_rgba(self.color)
        )

    def __len__(self) -> int:
        return len(self.lh) + len(self.rh)

    def to_mne(self) -> Any:
        """Make MNE-Python's pair of labels of it.

        Returns
        -------
        label : mne.BiHemiLabel
            The same labels, with arrays of its own.

        Raises
        ------
        MissingPackageError
            If MNE-Python is not installed: ``pip install mne``.

        Examples
        --------
        >>> label.to_mne().lh  # doctest: +SKIP
        """
        return interop.labels_to_mne.label_to_mne(self.value)

    def __repr__(self) -> str:
        name = "unnamed" if self.name is None else repr(self.name)
        counts = f"lh : {len(self.lh)} vertices, rh : {len(self.rh)} vertices"
        return f"<BiHemiLabel | {self.subject or 'unknown'}, {name}, {counts}>"

    def __add__(self, other: Label | BiHemiLabel) -> BiHemiLabel:
        return label_pair_of(union(self.value, as_label(other)))

    def __sub__(self, other: Label | BiHemiLabel) -> Label | BiHemiLabel:
        return wrap_label(difference(self.value, as_label(other)))


def label_of(value: CorticalLabel, filename: str | Path | None = None) -> Label:
    """The label that users hold."""
    return Label(
        value.vertices,
        value.positions,
        value.values,
        "lh" if value.hemisphere == "lh" else "rh",
        value.comment,
        value.name,
        filename,
        value.subject,
        value.colour,
    )


def label_in_volume(space: SourceSpace, hemi: str, name: str, **facts: Any) -> Label:
    """A label of the sources in a volume, which what needs labels of the cortex refuses."""
    positions = space.positions[space.vertices]
    label = Label(space.vertices, positions, hemi="lh", name=name, **facts)
    label.hemi = hemi
    label._in_volume = True  # noqa: SLF001 - not for users
    return label


def own_label(label: Any) -> Label:
    """A label as it is, or one of MNE-Python's as leadfield's."""
    if isinstance(label, Label):
        return label
    value = as_label(label)
    if not isinstance(value, CorticalLabel):
        msg = "a label of one hemisphere must come, got one of both"
        raise InputError(msg)
    return label_of(value)


def label_pair_of(value: LabelPair) -> BiHemiLabel:
    """The pair of labels that users hold."""
    return BiHemiLabel(label_of(value.lh), label_of(value.rh), value.name, value.colour)


def wrap_label(value: AnyLabel) -> Label | BiHemiLabel:
    """The label, or pair of labels, that users hold."""
    return label_of(value) if isinstance(value, CorticalLabel) else label_pair_of(value)
