from leadfield.api.estimates.apply import apply_inverse as apply_inverse
from leadfield.api.estimates.apply_cov import apply_inverse_cov as apply_inverse_cov
from leadfield.api.estimates.apply_cov import estimate_snr as estimate_snr
from leadfield.api.estimates.apply_epochs import apply_inverse_epochs as apply_inverse_epochs
from leadfield.api.estimates.apply_raw import apply_inverse_raw as apply_inverse_raw
from leadfield.api.estimates.apply_tfr_epochs import (
    apply_inverse_tfr_epochs as apply_inverse_tfr_epochs,
)
from leadfield.api.estimates.array_inverse import ArrayInverse as ArrayInverse
from leadfield.api.estimates.array_inverse import make_array_inverse as make_array_inverse
from leadfield.api.estimates.estimate_lambda2 import estimate_lambda2 as estimate_lambda2
from leadfield.api.estimates.induced_power import (
    source_band_induced_power as source_band_induced_power,
)
from leadfield.api.estimates.induced_power import source_induced_power as source_induced_power
from leadfield.api.estimates.source_psd import compute_source_psd as compute_source_psd
from leadfield.api.estimates.source_psd import (
    compute_source_psd_epochs as compute_source_psd_epochs,
)
from leadfield.api.inverse.inverse_operator import InverseOperator as InverseOperator
from leadfield.api.inverse.inverse_operator import compute_rank_inverse as compute_rank_inverse
from leadfield.api.inverse.inverse_operator import make_inverse_operator as make_inverse_operator
from leadfield.api.inverse.inverse_operator import read_inverse_operator as read_inverse_operator
from leadfield.api.inverse.inverse_operator import write_inverse_operator as write_inverse_operator
from leadfield.api.inverse.prepare import INVERSE_METHODS as INVERSE_METHODS
from leadfield.api.inverse.prepare import prepare_inverse_operator as prepare_inverse_operator
from leadfield.api.inverse.regularisation import Regularisation as Regularisation
from leadfield.api.trust.detect import Detection as Detection
from leadfield.api.trust.detect import detect as detect
from leadfield.api.trust.leakage_table import LeakageTable as LeakageTable
from leadfield.api.trust.locate import locate as locate
from leadfield.api.trust.location import Location as Location
from leadfield.api.trust.point_spread import get_cross_talk as get_cross_talk
from leadfield.api.trust.point_spread import get_point_spread as get_point_spread
from leadfield.api.trust.resolution import leakage as leakage
from leadfield.api.trust.resolution import (
    make_inverse_resolution_matrix as make_inverse_resolution_matrix,
)
from leadfield.api.trust.resolution import resolution as resolution
from leadfield.api.trust.resolution import resolution_metrics as resolution_metrics
from leadfield.api.trust.source_uncertainty import SourceUncertainty as SourceUncertainty
from leadfield.api.trust.source_uncertainty import source_uncertainty as source_uncertainty
from leadfield.api.trust.visibility import Visibility as Visibility
from leadfield.api.trust.visibility import visibility as visibility
