"""Morphs as MNE-Python's."""

from collections.abc import Mapping
from typing import Any

from leadfield.api.interop.mne_python import mne_python
from leadfield.api.interop.registrations import affine_map, warp_map
from leadfield.morph.mixed import Morph
from leadfield.morph.source_morph_fields import fields_of_morph


def morph_to_mne(morph: Morph) -> Any:
    """A ``SourceMorph`` of MNE-Python's, with arrays of its own."""
    fields = _copied(fields_of_morph(morph))
    fields["pre_affine"] = affine_map(fields["pre_affine"])
    fields["sdr_morph"] = warp_map(fields["sdr_morph"])
    return mne_python().SourceMorph(**fields, verbose="ERROR")


def _copied(held: Any) -> Any:
    """Nested fields with arrays that can be changed."""
    if isinstance(held, Mapping):
        return {key: _copied(one) for key, one in held.items()}
    if isinstance(held, list | tuple):
        return type(held)(map(_copied, held))
    return held.copy() if hasattr(held, "copy") else held
