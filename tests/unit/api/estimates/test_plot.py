"""Plots of source estimates."""

import inspect

import numpy as np
import pytest

from leadfield.api.brain.options import SCALAR_ONLY, VECTOR_DEFAULTS, VECTOR_ONLY, BrainOptions
from leadfield.api.estimates.plot import plot_source_estimates, plot_vector_source_estimates
from leadfield.api.estimates.source_estimate import SourceEstimate, VectorSourceEstimate
from leadfield.base.errors import ArgumentTypeError, InputError

OPTIONS = {f: getattr(BrainOptions(), f) for f in BrainOptions.__dataclass_fields__}
NO_OPTIONS = {"self", "stc", "subject", "verbose"}


@pytest.mark.parametrize(
    ("plot", "vector", "own"),
    [
        (SourceEstimate.plot, False, {}),
        (plot_source_estimates, False, {}),
        (VectorSourceEstimate.plot, True, {}),
        (plot_vector_source_estimates, True, {"transparent": None}),
    ],
    ids=lambda value: getattr(value, "__qualname__", None),
)
def test_signatures_have_the_options_of_brains_and_their_defaults(plot, vector, own):
    parameters = inspect.signature(plot).parameters.items()
    written = {name: p.default for name, p in parameters if name not in NO_OPTIONS}
    unfit = {"quantity", *((*SCALAR_ONLY, "surface") if vector else VECTOR_ONLY)}
    defaults = {**OPTIONS, **(VECTOR_DEFAULTS if vector else {}), **own}
    assert written == {name: value for name, value in defaults.items() if name not in unfit}


def test_pictures_are_drawn_of_what_they_are_for(make_estimate):
    with pytest.raises(ArgumentTypeError, match="of one value a source, got Vector"):
        plot_source_estimates(make_estimate(vector=True))
    with pytest.raises(ArgumentTypeError, match="of vectors, got Source"):
        plot_vector_source_estimates(make_estimate())
    with pytest.raises(InputError, match=r"draw abs\(stc\)"):
        make_estimate(data=np.ones((4, 2), complex), subject="ann").plot()


@pytest.mark.parametrize("vector", [False, True])
def test_an_estimate_draws_itself(make_estimate, little_subjects, vector):
    draw = plot_vector_source_estimates if vector else plot_source_estimates
    options = {} if vector else {"surface": "white"}
    brain = draw(make_estimate(vector=vector), "ann", subjects_dir=little_subjects, **options)
    brain.close()
