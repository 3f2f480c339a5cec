"""Public names loaded at first use, so that importing leadfield costs little.

What a module gives is written once, in the stub beside it: type checkers and editors read it,
and so does the module itself.
"""

import ast
from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path
from typing import Any


def attach_stub(package: str, file: str) -> tuple[Callable[[str], Any], Callable[[], list[str]]]:
    """``__getattr__`` and ``__dir__`` of a module that gives what its ``.pyi`` file names.

    The stub holds a docstring and lines ``from home import name as name``, nothing else.
    """
    homes = dict(stub_names(Path(file).with_suffix(".pyi").read_text(encoding="utf-8")))
    public = sorted(homes)

    def get(name: str) -> Any:
        if name == "__all__":
            return public
        if name not in homes:
            msg = f"module {package!r} has no attribute {name!r}"
            raise AttributeError(msg)
        home = homes[name]
        if home == package:
            return import_module(f"{package}.{name}")
        value = getattr(import_module(home), name)
        vars(import_module(package))[name] = value
        return value

    return get, lambda: public


def stub_names(stub: str) -> Iterable[tuple[str, str]]:
    """Each name that a stub gives, and the module it comes from."""
    for line in ast.parse(stub).body:
        if isinstance(line, ast.ImportFrom) and line.module:
            for name in line.names:
                yield name.name, line.module
