from leadfield.api.estimates.apply_lcmv import apply_lcmv as apply_lcmv
from leadfield.api.estimates.apply_lcmv import apply_lcmv_cov as apply_lcmv_cov
from leadfield.api.estimates.apply_lcmv import apply_lcmv_epochs as apply_lcmv_epochs
from leadfield.api.estimates.apply_lcmv import apply_lcmv_raw as apply_lcmv_raw
from leadfield.api.estimates.apply_lcmv import (
    make_lcmv_resolution_matrix as make_lcmv_resolution_matrix,
)
from leadfield.api.inverse.beamformer import Beamformer as Beamformer
from leadfield.api.inverse.beamformer import make_lcmv as make_lcmv
