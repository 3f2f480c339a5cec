from leadfield.api.brain.plot import plot_estimate as plot_estimate
