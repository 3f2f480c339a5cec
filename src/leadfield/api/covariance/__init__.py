"""Noise covariances: public interface of the stage ``covariance``."""
