"""Epochs and evoked responses: public interface of the stage ``epochs``."""
