"""Inverse operators: public interface of the stage ``inverse``."""
