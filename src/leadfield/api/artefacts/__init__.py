"""Artefacts: public interface of the stage ``artefacts``."""
