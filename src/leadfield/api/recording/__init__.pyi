from leadfield.api.recording import edit_annotations as edit_annotations
from leadfield.api.recording import edit_channels as edit_channels
from leadfield.api.recording import edit_projections as edit_projections
from leadfield.api.recording import edit_reference as edit_reference
from leadfield.api.recording import filter_samples as filter_samples
from leadfield.api.recording import interpolate as interpolate
from leadfield.api.recording import montage as montage
