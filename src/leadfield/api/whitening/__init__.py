"""Whitening: public interface of the stage ``whitening``."""
