"""Frozen is frozen: no array of any value can be written to.

Each stage's values are made in ``values/<stage>.py``, which has a function ``values()``.
"""

import builtins
import copy
import dataclasses
import importlib.util
import inspect
import pickle
import pkgutil
import typing
from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path

import numpy as np
import pytest
import scipy.sparse

import leadfield

MAKERS = sorted((Path(__file__).parent / "values").glob("*.py"))


def made():
    """One of every value, and some more."""
    for path in MAKERS:
        spec = importlib.util.spec_from_file_location(f"values_{path.stem}", path)
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        yield from module.values()


def modules():
    for found in pkgutil.walk_packages(leadfield.__path__, "leadfield."):
        if not found.name.endswith("__main__"):
            yield import_module(found.name)


class Names(dict):
    """What annotations may name; what only a type checker imports is no array of NumPy's."""

    def __missing__(self, name):
        return getattr(builtins, name, object)


def holds_arrays(kind):
    """Whether a type is an array, a sparse matrix, or made of them."""
    if inspect.isclass(kind) and not typing.get_args(kind):
        return issubclass(kind, np.ndarray) or kind.__module__.startswith("scipy.sparse")
    origin = typing.get_origin(kind)
    if origin is Callable:
        return False
    if inspect.isclass(origin) and issubclass(origin, np.ndarray):
        return True
    return any(map(holds_arrays, typing.get_args(kind)))


def array_fields():
    """The fields with arrays of every data class of the package that has some."""
    found = {}
    for module in modules():
        for _, kind in inspect.getmembers(module, dataclasses.is_dataclass):
            if kind.__module__.startswith("leadfield") and not inspect.isabstract(kind):
                hints = typing.get_type_hints(
                    kind,
                    localns=Names({**vars(scipy.sparse), **vars(import_module(kind.__module__))}),
                )
                names = [field.name for field in dataclasses.fields(kind)]
                if arrays := {name for name in names if holds_arrays(hints[name])}:
                    found[kind] = arrays
    return found


def arrays_of(held, path):
    """Arrays in a field, with their places."""
    if isinstance(held, np.ndarray):
        yield path, held
    elif isinstance(held, tuple | list):
        for i, one in enumerate(held):
            yield from arrays_of(one, f"{path}[{i}]")
    elif isinstance(held, Mapping):
        for key, one in held.items():
            yield from arrays_of(one, f"{path}[{key!r}]")
    elif hasattr(held, "indptr"):
        for name in ("data", "indices", "indptr"):
            yield f"{path}.{name}", getattr(held, name)
    elif dataclasses.is_dataclass(held):
        yield from arrays_in(held, path)


def arrays_in(value, path):
    for field in dataclasses.fields(value):
        yield from arrays_of(getattr(value, field.name), f"{path}.{field.name}")


@pytest.fixture(scope="module")
def everything():
    return list(made())


def test_one_of_every_value_is_made(everything):
    missing = set(array_fields()) - {type(value) for value in everything}
    assert not sorted(kind.__qualname__ for kind in missing)


def test_every_field_that_may_hold_an_array_holds_one_in_some_value(everything):
    held = {
        (type(value), field.name)
        for value in everything
        for field in dataclasses.fields(value)
        if any(arrays_of(getattr(value, field.name), ""))
    }
    fields = {(kind, name) for kind, names in array_fields().items() for name in names}
    assert not sorted(f"{kind.__qualname__}.{name}" for kind, name in fields - held)


def test_no_array_of_a_value_can_be_written_to(everything):
    open_ones = {
        path
        for value in everything
        for path, array in arrays_in(value, type(value).__name__)
        if array.flags.writeable
    }
    assert not sorted(open_ones)


def test_writing_into_a_value_is_an_error(everything):
    for value in everything:
        for path, array in arrays_in(value, type(value).__name__):
            with pytest.raises(ValueError, match="read-only"):
                array[...] = 0
            assert path


@pytest.mark.parametrize("again", [copy.deepcopy, lambda value: pickle.loads(pickle.dumps(value))])
def test_no_array_of_a_copied_or_unpickled_value_can_be_written_to(everything, again):
    open_ones, seen = set(), 0
    for value in everything:
        for path, array in arrays_in(again(value), type(value).__name__):
            seen += 1
            if array.flags.writeable:
                open_ones.add(path)
    assert seen > 100
    assert not sorted(open_ones)
