"""The command line: ``leadfield localize``, ``leadfield info``, ``leadfield demo``."""

from leadfield.cli.app import main

__all__ = ["main"]
