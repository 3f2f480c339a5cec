"""The command line as a module: ``python -m leadfield``."""

from leadfield.cli import main

main()
