"""The reference of the documentation lists every public name."""

import inspect
from importlib import import_module
from pathlib import Path

import pytest

REFERENCE = Path(__file__).parents[2] / "docs" / "api.md"


def listed(place):
    """Names that stand indented below ``.. currentmodule:: place``."""
    found, here = set(), ""
    for line in REFERENCE.read_text(encoding="utf-8").splitlines():
        if line.startswith(".. currentmodule::"):
            here = line.split()[-1]
        elif here == place and line.startswith("   ") and not line.strip().startswith(":"):
            found.add(line.strip())
    return found


@pytest.mark.parametrize(
    "place",
    [
        "leadfield",
        "leadfield.batch",
        "leadfield.beamformer",
        "leadfield.bids",
        "leadfield.doctor",
        "leadfield.filter",
        "leadfield.io",
        "leadfield.minimum_norm",
        "leadfield.preprocessing",
        "leadfield.simulation",
        "leadfield.stats",
        "leadfield.viz",
    ],
)
def test_the_reference_lists_what_a_module_gives(place):
    module = import_module(place)
    named = {name: getattr(module, name) for name in module.__all__}
    public = {n for n, t in named.items() if inspect.isfunction(t) or inspect.isclass(t)}
    if place == "leadfield":  # some names are to be had in two places
        public -= listed("leadfield.io") | listed("leadfield.viz")
    assert public == listed(place)


def test_the_reference_lists_every_data_set():
    names = import_module("leadfield.datasets").__all__
    paths = {f"{name}.data_path" for name in names} | {"template.bem_path", "simulated.study_path"}
    assert listed("leadfield.datasets") == paths
