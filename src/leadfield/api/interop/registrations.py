"""Registrations as objects of dipy's, made of what these hold."""

from collections.abc import Mapping
from typing import Any

from leadfield.base.packages import dipy_for

PURPOSE = "a registration of dipy's"


def affine_map(fields: Mapping[str, Any] | None) -> Any:
    """An ``AffineMap``, None of none."""
    if fields is None:
        return None
    found = dipy_for(PURPOSE, "dipy.align.imaffine").AffineMap(None)
    vars(found).update(fields)
    return found


def warp_map(fields: Mapping[str, Any] | None) -> Any:
    """A ``DiffeomorphicMap``, None of none."""
    if fields is None:
        return None
    found = dipy_for(PURPOSE, "dipy.align.imwarp").DiffeomorphicMap(3, fields["disp_shape"])
    vars(found).update(fields)
    return found
