from leadfield.api.simulation.evoked import add_noise as add_noise
from leadfield.api.simulation.evoked import simulate_evoked as simulate_evoked
from leadfield.api.simulation.raw import simulate_raw as simulate_raw
from leadfield.api.simulation.sources import select_source_in_label as select_source_in_label
from leadfield.api.simulation.sources import simulate_sparse_stc as simulate_sparse_stc
from leadfield.api.simulation.sources import simulate_stc as simulate_stc
