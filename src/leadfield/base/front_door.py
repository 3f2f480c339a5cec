"""Front doors: public names that say where users find them, and are loaded at first use.

What a module gives is written once, in the stub beside it: type checkers and editors read it,
and so does the module itself, so that importing leadfield costs little.
"""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, Never, TypeVar

T = TypeVar("T", bound=Callable[..., object])
Kind = TypeVar("Kind", bound=type)


def public(module: str) -> Callable[[T], T]:
    """Let a class or function name ``module`` as its home, where users find it.

    So it stands in tracebacks, pickles and help texts.
    """

    def mark(thing: T) -> T:
        thing.__module__ = module
        return thing

    return mark


@contextmanager
def without_collection() -> Iterator[None]:
    """Let no garbage be looked for meanwhile, nor among what was loaded soon afterwards.

    Modules make little garbage and stay. Freezing and thawing moves all objects to the oldest
    generation, as if a search had found them in use, which would take a sixth of an import.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            if not gc.get_freeze_count():  # what a user froze stays frozen
                gc.freeze()
                gc.unfreeze()
            gc.enable()


class AbsentNameError(AttributeError):
    """A name that a public module has not; what to do is looked up when somebody reads it.

    Python asks for a name before it imports a submodule of that name, and reads nothing.
    """

    def __init__(self, module: str, name: str) -> None:
        super().__init__(module, name, name=name)
        self.module = module

    def __reduce__(self) -> tuple[Any, ...]:
        # Dask's way of pickling errors would lose the name.
        return type(self), (self.module, self.name), self.__dict__

    def __str__(self) -> str:
        absence = import_module("leadfield.base.absence")
        known = dir(import_module(self.module))
        return str(absence.absent_name(self.module, self.name, known))


def attach_stub(package: str, file: str) -> tuple[Callable[[str], Any], Callable[[], list[str]]]:
    """``__getattr__`` and ``__dir__`` of a module that gives what its ``.pyi`` file names."""

    @cache
    def homes() -> dict[str, str]:
        return names_in_stub(Path(file).with_suffix(".pyi").read_text(encoding="utf-8"))

    def public_names() -> list[str]:
        return sorted(homes())

    def get(name: str) -> Any:
        if name == "__all__":
            return public_names()
        if name not in homes():
            if name.startswith("_"):
                msg = f"module {package!r} has no attribute {name!r}"
                raise AttributeError(msg)
            raise AbsentNameError(package, name)
        home = homes()[name]
        if home == package:
            return import_module(f"{package}.{name}")
        with without_collection():
            value = getattr(import_module(home), name)
        vars(import_module(package))[name] = value
        return value

    return get, public_names


def raise_for_absent_member(thing: object, name: str) -> Never:
    """Raise for a member that an object has not, saying whether MNE-Python has it."""
    absence = import_module("leadfield.base.absence")  # only an error needs it
    absence.raise_for_absent_member(thing, name)
    raise AttributeError(name)


def explain_absent_members(kind: Kind) -> Kind:
    """Let a class say of methods that only MNE-Python's has what to do instead.

    Type checkers do not see it: to them every misspelt method would be one.
    """
    kind.__getattr__ = raise_for_absent_member  # type: ignore[attr-defined]
    return kind


def names_in_stub(stub: str) -> dict[str, str]:
    """Each name that a stub gives, and the module it comes from.

    The stub holds lines ``from home import name as name``, wrapped where they are long, and
    nothing else: tests/shape checks it.
    """
    words = stub.translate({ord(mark): " " for mark in "(),"}).split()
    return dict(zip(words[3::6], words[1::6], strict=True))
