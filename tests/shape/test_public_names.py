"""Every public name is there, documented, and listed."""

import ast
import inspect
import pickle
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from leadfield.base.front_door import names_in_stub

SOURCE = Path(__file__).parents[2] / "src" / "leadfield"
PLACES = [
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
    "leadfield.datasets",
]
# Where scripts for MNE-Python also find names; all are those of the other doors.
PATHS = [
    *("annotations", "bem", "channels", "cov", "epochs", "event", "evoked", "forward", "label"),
    *("morph", "proj", "rank", "source_estimate", "source_space", "transforms"),
]
SECOND_NAMES = {
    "BaseRaw": "Raw",
    "BaseEpochs": "Epochs",
    "Projection": "ProjectionItem",
    "Transform": "CoordinateTransform",
}


@pytest.mark.parametrize("place", PLACES)
def test_every_listed_name_can_be_had_and_says_what_it_is(place):
    module = import_module(place)
    for name in module.__all__:
        assert getattr(module, name).__doc__, name


@pytest.mark.parametrize("place", PLACES)
def test_an_unknown_name_is_an_attribute_error(place):
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = import_module(place).nothing


def public_things():
    """Functions and classes that a door gives, with the door."""
    for place in PLACES[:-1]:
        module = import_module(place)
        for name in module.__all__:
            thing = getattr(module, name)
            if inspect.isfunction(thing) or inspect.isclass(thing):
                yield pytest.param(module, name, thing, id=f"{place}.{name}")


@pytest.mark.parametrize(("module", "name", "thing"), list(public_things()))
def test_a_public_thing_says_where_users_find_it(module, name, thing):
    assert thing.__module__ in PLACES
    assert getattr(import_module(thing.__module__), thing.__name__) is thing
    assert pickle.loads(pickle.dumps(thing)) is thing
    assert module.__name__ in {thing.__module__, "leadfield", "leadfield.io", "leadfield.viz"}
    assert SECOND_NAMES.get(name, name) == thing.__name__


@pytest.mark.parametrize("path", PATHS)
def test_a_module_path_of_scripts_gives_public_names(path):
    module = import_module(f"leadfield.{path}")
    assert getattr(import_module("leadfield"), path) is module
    assert dir(module) == module.__all__ != []
    places = list(map(import_module, PLACES[:-1]))
    for name in module.__all__:
        thing = getattr(module, name)
        assert any(getattr(place, name, None) is thing for place in places), name
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = module.nothing


def test_a_module_path_loads_nothing_until_it_is_asked():
    code = "import sys, leadfield.forward, leadfield.cov; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not [name for name in done.stdout.split() if name.startswith("leadfield.api.")]


@pytest.mark.parametrize("place", PLACES)
def test_a_star_brings_what_is_listed(place):
    space: dict[str, object] = {}
    exec(f"from {place} import *", space)
    assert set(import_module(place).__all__) <= set(space)


@pytest.mark.parametrize("path", sorted(SOURCE.rglob("*.pyi")), ids=str)
def test_a_stub_holds_lines_that_its_module_reads_and_nothing_else(path):
    text = path.read_text(encoding="utf-8")
    lines = ast.parse(text).body
    assert all(isinstance(line, ast.ImportFrom) and len(line.names) == 1 for line in lines)
    assert all(line.names[0].asname == line.names[0].name for line in lines)
    assert names_in_stub(text) == {line.names[0].name: line.module for line in lines}
