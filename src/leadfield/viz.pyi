from leadfield.api.brain.brain import Brain as Brain
from leadfield.api.covariance.plot import plot_cov as plot_cov
from leadfield.api.epochs.plot_compare import plot_compare_evokeds as plot_compare_evokeds
from leadfield.api.epochs.plot_epochs import plot_epochs as plot_epochs
from leadfield.api.epochs.plot_evoked import plot_evoked as plot_evoked
from leadfield.api.epochs.plot_evoked import plot_evoked_white as plot_evoked_white
from leadfield.api.epochs.plot_evoked_image import plot_evoked_image as plot_evoked_image
from leadfield.api.epochs.plot_topomap import plot_evoked_joint as plot_evoked_joint
from leadfield.api.epochs.plot_topomap import plot_evoked_topomap as plot_evoked_topomap
from leadfield.api.epochs.plot_trials import plot_drop_log as plot_drop_log
from leadfield.api.epochs.plot_trials import plot_events as plot_events
from leadfield.api.estimates.plot import plot_source_estimates as plot_source_estimates
from leadfield.api.estimates.plot import (
    plot_vector_source_estimates as plot_vector_source_estimates,
)
from leadfield.api.estimates.plot_snr import plot_snr_estimate as plot_snr_estimate
from leadfield.api.estimates.plot_volume import (
    plot_volume_source_estimates as plot_volume_source_estimates,
)
from leadfield.api.estimates.volume_page import write_volume_page as write_volume_page
from leadfield.api.estimates.web_page import write_brain_page as write_brain_page
from leadfield.api.forward.plot_dipole import plot_dipole_amplitudes as plot_dipole_amplitudes
from leadfield.api.forward.plot_dipole import plot_dipole_locations as plot_dipole_locations
from leadfield.api.recording.plot_projections import plot_projs_topomap as plot_projs_topomap
from leadfield.api.recording.plot_raw import plot_raw as plot_raw
from leadfield.api.recording.plot_sensors import plot_sensors as plot_sensors
from leadfield.api.recording.plot_topomap import plot_topomap as plot_topomap
