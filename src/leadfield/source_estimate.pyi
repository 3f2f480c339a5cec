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
from leadfield.api.sources.adjacency import spatial_dist_adjacency as spatial_dist_adjacency
from leadfield.api.sources.adjacency import (
    spatial_inter_hemi_adjacency as spatial_inter_hemi_adjacency,
)
from leadfield.api.sources.adjacency import spatial_src_adjacency as spatial_src_adjacency
from leadfield.api.sources.adjacency import spatial_tris_adjacency as spatial_tris_adjacency
from leadfield.api.sources.adjacency import (
    spatio_temporal_dist_adjacency as spatio_temporal_dist_adjacency,
)
from leadfield.api.sources.adjacency import (
    spatio_temporal_src_adjacency as spatio_temporal_src_adjacency,
)
from leadfield.api.sources.adjacency import (
    spatio_temporal_tris_adjacency as spatio_temporal_tris_adjacency,
)
