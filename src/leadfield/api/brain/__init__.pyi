from leadfield.api.brain.plot import plot_estimate as plot_estimate
from leadfield.api.brain.scene import colour_table_for as colour_table_for
