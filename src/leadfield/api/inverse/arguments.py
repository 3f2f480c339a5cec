"""Closed sets of strings among the arguments of inverse functions, for type checkers."""

from collections.abc import Mapping
from typing import Any, Literal

# The keys of inverse.methods.METHODS, which a type checker cannot read from the table.
InverseMethod = Literal["MNE", "dSPM", "sLORETA", "eLORETA"]
PickOri = Literal["normal", "vector"]
MethodParams = Mapping[str, Any]
