from leadfield.api.artefacts.compute_proj import compute_proj_epochs as compute_proj_epochs
from leadfield.api.artefacts.compute_proj import compute_proj_evoked as compute_proj_evoked
from leadfield.api.artefacts.compute_proj import compute_proj_raw as compute_proj_raw
from leadfield.api.estimates.sensitivity import sensitivity_map as sensitivity_map
from leadfield.api.recording.projection_items import Projection as Projection
from leadfield.api.recording.projections import (
    make_eeg_average_ref_proj as make_eeg_average_ref_proj,
)
from leadfield.api.recording.projections import read_proj as read_proj
from leadfield.api.recording.projections import write_proj as write_proj
