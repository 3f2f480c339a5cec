from leadfield.api.estimates.kinds import read_source_estimate as read_source_estimate
from leadfield.api.estimates.label_time_courses import (
    extract_label_time_course as extract_label_time_course,
)
from leadfield.api.estimates.mixed_estimate import MixedSourceEstimate as MixedSourceEstimate
from leadfield.api.estimates.mixed_estimate import (
    MixedVectorSourceEstimate as MixedVectorSourceEstimate,
)
from leadfield.api.estimates.source_estimate import SourceEstimate as SourceEstimate
from leadfield.api.estimates.source_estimate import VectorSourceEstimate as VectorSourceEstimate
from leadfield.api.estimates.volume_estimate import VolSourceEstimate as VolSourceEstimate
from leadfield.api.estimates.volume_estimate import (
    VolVectorSourceEstimate as VolVectorSourceEstimate,
)
