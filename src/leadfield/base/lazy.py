"""Public names that are loaded at first use, so that importing leadfield costs little."""

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import Any


def loading(
    package: str, names: Mapping[str, Sequence[str]], submodules: Sequence[str] = ()
) -> tuple[Callable[[str], Any], Callable[[], list[str]], list[str]]:
    """``__getattr__``, ``__dir__`` and ``__all__`` of a module that only re-exports.

    ``names`` lists, for each module under ``leadfield.``, what it gives.
    """
    homes = {name: home for home, given in names.items() for name in given}
    public = sorted(name for name in [*homes, *submodules] if not name.startswith("_"))

    def get(name: str) -> Any:
        if name in submodules:
            return import_module(f"{package}.{name}")
        if name not in homes:
            msg = f"module {package!r} has no attribute {name!r}"
            raise AttributeError(msg)
        value = getattr(import_module(f"leadfield.{homes[name]}"), name)
        vars(import_module(package))[name] = value
        return value

    return get, lambda: public, public
