"""Front doors: public names that say where users find them, and are loaded at first use.

What a module gives is written once, in the stub beside it: type checkers and editors read it,
and so does the module itself, so that importing leadfield costs little.
"""

from collections.abc import Callable
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T", bound=Callable[..., object])


def public(module: str) -> Callable[[T], T]:
    """Let a class or function name ``module`` as its home, where users find it.

    So it stands in tracebacks, pickles and help texts.
    """

    def mark(thing: T) -> T:
        thing.__module__ = module
        return thing

    return mark


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
            absence = import_module("leadfield.base.absence")  # only an error needs it
            raise absence.absent_name(package, name, homes())
        home = homes()[name]
        if home == package:
            return import_module(f"{package}.{name}")
        value = getattr(import_module(home), name)
        vars(import_module(package))[name] = value
        return value

    return get, public_names


def names_in_stub(stub: str) -> dict[str, str]:
    """Each name that a stub gives, and the module it comes from.

    The stub holds lines ``from home import name as name``, wrapped where they are long, and
    nothing else: tests/shape checks it.
    """
    words = stub.translate({ord(mark): " " for mark in "(),"}).split()
    return dict(zip(words[3::6], words[1::6], strict=True))
