"""Morphs that users give, leadfield's or MNE-Python's."""

from leadfield.api import interop
from leadfield.api.interop.origin import kind_of
from leadfield.base.errors import ArgumentTypeError
from leadfield.morph.cortical import CorticalMorph
from leadfield.morph.mixed import MixedMorph, Morph
from leadfield.morph.volumes import VolumeMorph


def morph_or_none(morph: object) -> Morph | None:
    """The value of a SourceMorph, None for anything else."""
    value = getattr(morph, "value", morph)
    if isinstance(value, CorticalMorph | VolumeMorph | MixedMorph):
        return value
    return interop.morph.morph_from_mne(morph)


def as_morph(morph: object) -> Morph:
    """The value of a SourceMorph."""
    found = morph_or_none(morph)
    if found is None:
        msg = f"value must be a morph, got {kind_of(morph)}"
        raise ArgumentTypeError(msg)
    return found
