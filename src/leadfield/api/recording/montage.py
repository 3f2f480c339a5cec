"""Montages: ``DigMontage``, ``make_dig_montage``, ``make_standard_montage``."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal, final, overload

import numpy as np

from leadfield.api.interop.montage import montage_from_mne
from leadfield.api.interop.origin import kind_of
from leadfield.base.checks import looked_up, one_of
from leadfield.base.errors import ArgumentTypeError, InputError
from leadfield.base.front_door import public
from leadfield.recording.frames import Frame
from leadfield.recording.info import PointKind
from leadfield.recording.montage import (
    ALIASES,
    Montage,
    make_montage,
    montage_of,
    with_montage,
    without_montage,
)
from leadfield.recording.standard_montages import KINDS, standard_montage

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

    from leadfield.base.arrays import Floats
    from leadfield.recording.info import MeasurementInfo

FRAMES = {
    "unknown": Frame.UNKNOWN,
    "head": Frame.HEAD,
    "meg": Frame.DEVICE,
    "mri": Frame.MRI,
    "mri_voxel": Frame.MRI_VOXEL,
    "mni_tal": Frame.MNI_TALAIRACH,
    "ras": Frame.RAS,
    "fs_tal": Frame.TALAIRACH,
    "ctf_head": Frame.CTF_HEAD,
    "ctf_meg": Frame.CTF_DEVICE,
}


@final
@public("leadfield")
class DigMontage:
    """Positions of electrodes, with the points of the head that say in which frame they are.

    Parameters
    ----------
    value : recording.montage.Montage
        The montage as a value; users make one with :func:`make_dig_montage`, or get that of
        data with ``get_montage()``.

    See Also
    --------
    make_dig_montage : Make one.

    Examples
    --------
    >>> from leadfield import make_dig_montage
    >>> make_dig_montage({"Fz": [0, 0.07, 0.07], "Cz": [0, 0, 0.1]}, coord_frame="head")
    <DigMontage | 2 electrodes, 0 cardinal, 0 head position and 0 head shape points>
    """

    def __init__(self, value: Montage) -> None:
        self.value = value

    @property
    def ch_names(self) -> list[str]:
        """Names of the electrodes."""
        return list(self.value.names)

    @property
    def dig(self) -> list[Mapping[str, Any]]:
        """All points: kind, number, position in m, frame; read-only."""
        return [
            MappingProxyType(
                {"kind": p.kind, "ident": p.ident, "r": p.position, "coord_frame": p.frame}
            )
            for p in self.value.points
        ]

    def get_positions(self) -> dict[str, Any]:
        """Get the positions of all points.

        Returns
        -------
        positions : dict
            ``ch_pos`` by name, ``coord_frame``, ``nasion``, ``lpa``, ``rpa``, ``hsp``, ``hpi``;
            None for what there is not.
        """
        frames = {p.frame for p in self.value.points}
        if len(frames) > 1:
            msg = f"the points of a montage must share one frame, got {sorted(frames)}"
            raise InputError(msg)
        names = {int(number): name for name, number in FRAMES.items()}
        cardinals = self.value.cardinals
        return {
            "ch_pos": self.value.positions,
            "coord_frame": names.get(frames.pop()) if frames else None,
            **{
                name: cardinals[name].position if name in cardinals else None
                for name in ("nasion", "lpa", "rpa")
            },
            "hsp": self._places(PointKind.EXTRA),
            "hpi": self._places(PointKind.HPI),
        }

    def _places(self, kind: PointKind) -> Floats | None:
        found = [p.position for p in self.value.points if p.kind == kind]
        return np.array(found) if found else None

    def copy(self) -> DigMontage:
        """Copy the montage.

        Returns
        -------
        montage : DigMontage
            A copy.
        """
        return DigMontage(self.value)

    def __repr__(self) -> str:
        kinds = [p.kind for p in self.value.points]
        cardinal, hpi, extra = (kinds.count(k) for k in (1, 2, 4))
        return (
            f"<DigMontage | {len(self.value.names)} electrodes, {cardinal} cardinal, {hpi} head "
            f"position and {extra} head shape points>"
        )


@public("leadfield")
def make_dig_montage(
    ch_pos: Mapping[str, ArrayLike] | None = None,
    nasion: ArrayLike | None = None,
    lpa: ArrayLike | None = None,
    rpa: ArrayLike | None = None,
    hsp: ArrayLike | None = None,
    hpi: ArrayLike | None = None,
    coord_frame: str = "unknown",
) -> DigMontage:
    """Make a montage from positions in m.

    Parameters
    ----------
    ch_pos : dict of array_like, shape (3,) | None
        Position of each electrode by name.
    nasion, lpa, rpa : array_like, shape (3,) | None
        Nasion and preauricular points, which define head coordinates.
    hsp : array_like, shape (n_points, 3) | None
        Further points of the head's surface.
    hpi : array_like, shape (n_points, 3) | None
        Head position indicator coils.
    coord_frame : str
        Frame of all points: ``"unknown"`` (the digitiser's own), ``"head"``, ``"mri"``, ...

    Returns
    -------
    montage : DigMontage
        The montage.

    Examples
    --------
    >>> from leadfield import create_info, make_dig_montage
    >>> from leadfield.io import RawArray
    >>> raw = RawArray([[0.0, 1.0]], create_info(["Cz"], 100.0, "eeg"))
    >>> montage = make_dig_montage({"Cz": [0, 0, 0.1]}, coord_frame="head")
    >>> raw.set_montage(montage).info["chs"][0]["loc"][:3]
    array([0. , 0. , 0.1])
    """
    value = make_montage(
        {} if ch_pos is None else ch_pos,
        {"nasion": nasion, "lpa": lpa, "rpa": rpa},
        hpi=hpi,
        extra=hsp,
        frame=int(looked_up("coord_frame", coord_frame, FRAMES)),
    )
    return DigMontage(value)


@public("leadfield")
def make_standard_montage(
    kind: str, head_size: float | Literal["auto"] | None = "auto"
) -> DigMontage:
    """Make a montage of standard positions, such as those of the 10-20 system.

    Parameters
    ----------
    kind : str
        Its name, one of those of :func:`get_builtin_montages`: ``"fsaverage_1005"``,
        ``"fsaverage_1010"`` and ``"fsaverage_1020"`` are on the template head, which
        ``trans="fsaverage"`` goes with; the others on a sphere.
    head_size : float | None | "auto"
        Radius of the head in m. By default positions on the template head stay as they are,
        and spheres get 0.095 m. None leaves all positions as they are.

    Returns
    -------
    montage : DigMontage
        The positions of all electrodes of the system; data need not have them all.

    Raises
    ------
    InputError
        If there is no such montage here, or no size for one that has only angles.

    See Also
    --------
    get_builtin_montages : The names.
    make_dig_montage : Make a montage of measured positions, which are better.

    Notes
    -----
    MNE-Python's other montages, among them ``"standard_1005"`` on the head Colin27, can be
    passed to ``set_montage`` as MNE-Python makes them.

    Examples
    --------
    >>> from leadfield import make_standard_montage
    >>> make_standard_montage("fsaverage_1020")
    <DigMontage | 21 electrodes, 3 cardinal, 0 head position and 0 head shape points>
    """
    return DigMontage(standard_montage(kind, head_size))


@overload
def get_builtin_montages(*, descriptions: Literal[False] = False) -> list[str]: ...
@overload
def get_builtin_montages(*, descriptions: Literal[True]) -> list[tuple[str, str]]: ...
@public("leadfield")
def get_builtin_montages(*, descriptions: bool = False) -> list[str] | list[tuple[str, str]]:
    """Get the names of all standard montages.

    Parameters
    ----------
    descriptions : bool
        Whether to return what each holds, too.

    Returns
    -------
    montages : list of str | list of tuple of str
        The names, or names and descriptions.

    See Also
    --------
    make_standard_montage : Make one.

    Examples
    --------
    >>> from leadfield import get_builtin_montages
    >>> get_builtin_montages()[:3]
    ['fsaverage_1005', 'fsaverage_1010', 'fsaverage_1020']
    """
    if descriptions:
        return [(name, kind.description) for name, kind in KINDS.items()]
    return list(KINDS)


def found_montage(info: MeasurementInfo) -> DigMontage | None:
    """The montage that an info has, None without digitised points."""
    found = montage_of(info)
    return None if found is None else DigMontage(found)


def placed(
    info: MeasurementInfo,
    montage: object,
    *,
    match_case: bool,
    match_alias: Mapping[str, str] | bool,
    on_missing: str,
) -> MeasurementInfo:
    """The info with electrodes where a montage says they are, without positions for None."""
    if montage is None:
        return without_montage(info)
    value = _as_montage(montage)
    return with_montage(
        info,
        value,
        match_case=match_case,
        aliases=_as_aliases(match_alias),
        on_missing=on_missing,
    )


def _as_montage(montage: object) -> Montage:
    """The value of a DigMontage, leadfield's or MNE-Python's, or of a standard one."""
    if isinstance(montage, DigMontage):
        return montage.value
    if isinstance(montage, str):
        return standard_montage(montage)
    value = montage_from_mne(montage)
    if value is None:
        msg = (
            "montage must be a DigMontage, the name of a standard one such as 'fsaverage_1005', "
            f"or None, got {kind_of(montage)}"
        )
        raise ArgumentTypeError(msg)
    return value


def _as_aliases(match_alias: object) -> Mapping[str, str]:
    if isinstance(match_alias, Mapping):
        return match_alias
    one_of("match_alias", match_alias, (True, False))
    return ALIASES if match_alias else {}
