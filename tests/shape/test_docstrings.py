"""Every public name says what it takes, gives and raises, in numpydoc's sections."""

import doctest
import inspect
from importlib import import_module

import pytest
from numpydoc.validate import validate

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
]
WRONG = {
    "GL05": "tabs",
    "GL06": "an unknown section",
    "GL07": "sections out of order",
    "GL08": "no docstring",
    "SS02": "a summary without a capital letter",
    "SS03": "a summary without a full stop",
    "SS04": "a summary that is indented",
    "SS06": "a summary of several lines",
    "PR01": "a parameter that is not described",
    "PR02": "a parameter that does not exist",
    "PR03": "parameters out of order",
    "PR04": "a parameter without a type",
    "PR07": "a parameter without words",
    "PR10": "no space before a colon",
    "RT01": "no word on what is returned",
    "RT03": "a returned value without words",
    "YD01": "no word on what is yielded",
}


def public_things():
    """Functions and classes at the front door, and the data sets' functions."""
    for module in map(import_module, PLACES):
        things = [getattr(module, name) for name in module.__all__]
        yield from filter(lambda thing: inspect.isfunction(thing) or inspect.isclass(thing), things)
    datasets = import_module("leadfield.datasets")
    yield from (getattr(datasets, name).data_path for name in datasets.__all__)
    yield datasets.template.bem_path
    yield datasets.simulated.study_path


def public_names():
    """Where they are, and the methods that leadfield gives the classes."""
    found = {}
    for thing in public_things():
        path = f"{thing.__module__}.{thing.__qualname__}"
        found[path] = None
        if inspect.isclass(thing):
            for name, method in inspect.getmembers(thing, inspect.isfunction):
                if not name.startswith("_") and method.__module__.startswith("leadfield"):
                    found[f"{path}.{name}"] = None
    return list(found)


@pytest.mark.parametrize("path", public_names())
def test_a_public_name_is_documented_whole(path):
    wrong = [f"{code} {text}" for code, text in validate(path)["errors"] if code in WRONG]
    assert not wrong


def test_examples_of_public_names_are_run():
    # pytest collects those that this finder finds in a module of the source tree.
    modules = [import_module(place) for place in PLACES]
    found = {test.name for module in modules for test in doctest.DocTestFinder().find(module)}
    # A thing is found once, by one of its names: BaseEpochs is Epochs.
    found |= {name.replace(".Base", ".") for name in found}
    found |= {f"{name}Item" for name in found if name.endswith(".Projection")}
    written = set()
    for thing in public_things():
        path = f"{thing.__module__}.{thing.__qualname__}"
        if thing.__module__ in PLACES and ">>>" in (thing.__doc__ or ""):
            written.add(path)
    assert len(written) > 50
    assert not written - found
