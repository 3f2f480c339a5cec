from leadfield.api.brain.brain import plot_estimate as plot_estimate
