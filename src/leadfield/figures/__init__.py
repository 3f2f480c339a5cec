"""Two-dimensional figures of sensors, covariance and time courses."""
