"""Montages: ``DigMontage``, ``make_dig_montage``."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, final

import numpy as np

from leadfield.api.interop.montage import montage_from_mne
from leadfield.api.interop.origin import kind_of
from leadfield.base.checks import looked_up
from leadfield.base.errors import ArgumentTypeError, InputError
from leadfield.base.front_door import public
from leadfield.recording.frames import Frame
from leadfield.recording.info import PointKind
from leadfield.recording.montage import (
    Montage,
    make_montage,
    montage_of,
    with_montage,
    without_montage,
)

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
    if isinstance(montage, str):
        msg = (
            f"standard montages such as {montage!r} are not part of leadfield: pass their "
            "positions, make_dig_montage(ch_pos, ...)"
        )
        raise InputError(msg)
    if match_alias is True:
        msg = "match_alias must be False or a dict of names, as no table of aliases is here"
        raise InputError(msg)
    if montage is None:
        return without_montage(info)
    value = montage.value if isinstance(montage, DigMontage) else montage_from_mne(montage)
    if value is None:
        msg = f"montage must be a DigMontage or None, got {kind_of(montage)}"
        raise ArgumentTypeError(msg)
    return with_montage(
        info,
        value,
        match_case=match_case,
        aliases=match_alias if isinstance(match_alias, Mapping) else {},
        on_missing=on_missing,
    )
