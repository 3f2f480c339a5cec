"""Simulation: public interface of the stage ``simulation``."""
