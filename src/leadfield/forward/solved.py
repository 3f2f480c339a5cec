"""Solved boundary-element models of either solver, by the solver's name."""

from collections.abc import Callable, Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from leadfield.base.checks import looked_up
from leadfield.forward.bem import BemModel, Shell
from leadfield.forward.openmeeg import OpenMeegModel
from leadfield.forward.shell_potentials import InvertedPotentials

SolvedModel: TypeAlias = BemModel | OpenMeegModel
Solution: TypeAlias = NDArray[np.floating]
Shells: TypeAlias = tuple[Shell, ...]


def _collocated(shells: Shells, solution: Solution) -> BemModel:
    return BemModel(shells=shells, potentials=InvertedPotentials(matrix=solution))


def _symmetric(shells: Shells, solution: Solution) -> OpenMeegModel:
    return OpenMeegModel(shells=shells, solution=solution)


MODELS: dict[str, Callable[[Shells, Solution], SolvedModel]] = {
    BemModel.solver: _collocated,
    OpenMeegModel.solver: _symmetric,
}


def solved_model(solver: object, shells: Sequence[Shell], solution: Solution) -> SolvedModel:
    """The model of a solution that somebody has."""
    return looked_up("solver", solver, MODELS)(tuple(shells), solution)
