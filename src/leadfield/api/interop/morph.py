"""Morphs of MNE-Python's."""

from leadfield.api.interop.origin import mne_bases
from leadfield.morph.mixed import Morph
from leadfield.morph.source_morph_fields import FIELDS, morph_of_fields

# What registrations of dipy's hold.
REGISTRATIONS = ("pre_affine", "sdr_morph")


def morph_from_mne(morph: object) -> Morph | None:
    """Value of a ``SourceMorph`` of MNE-Python's, None for anything else; arrays are shared.

    One of volumes that has no matrix yet gets one.
    """
    if "SourceMorph" not in mne_bases(morph):
        return None
    fields = {name: getattr(morph, name, None) for name in FIELDS}
    for name in REGISTRATIONS:
        fields[name] = None if fields[name] is None else vars(fields[name])
    return morph_of_fields(fields)
