"""Study files: TOML, checked by pydantic, with errors that say the line and what was meant."""

import json
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, Literal, final, get_args, get_origin, get_type_hints

from leadfield.base.errors import FormatError, InputError, MissingPackageError
from leadfield.base.files import as_path, existing
from leadfield.base.front_door import public
from leadfield.batch.study import Study
from leadfield.batch.toml_lines import line_of

NONE = "none"
"""What stands for None in a section, as TOML has no word for it."""
CUTOFF = 0.6
Key = tuple[str, ...]


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A key of a study file, and what is wrong with it."""

    key: Key
    text: str


@public("leadfield.batch")
def read_study(fname: str | Path) -> Study:
    """Read a study file.

    Parameters
    ----------
    fname : path-like
        The file, in TOML.

    Returns
    -------
    study : Study
        The study; paths in the file are relative to its folder.

    Raises
    ------
    FormatError
        If the file is no TOML, or has a key that there is not or a value that cannot be.
        The message says in which line.
    MissingFileError
        If there is no such file.
    MissingPackageError
        If pydantic is not installed.

    See Also
    --------
    run : Run a study.

    Examples
    --------
    >>> study = read_study("study.toml")  # doctest: +SKIP
    >>> study.conditions  # doctest: +SKIP
    ('standard', 'deviant')
    """
    path = existing(fname, "the study file").absolute()
    try:
        text = path.read_text(encoding="utf-8")
        found = tomllib.loads(text)
    except ValueError as error:
        problem = f"a study file must be TOML: {error}"
        raise FormatError(path, problem) from error
    try:
        study = study_of(found)
    except StudyError as error:
        lines = [_with_line(fault, text) for fault in error.faults]
        raise FormatError(path, "; ".join(lines)) from None
    home = path.parent
    out = None if study.out is None else home / as_path(study.out)
    return replace(study, bids=(home / as_path(study.bids)).resolve(), out=out)


@final
class StudyError(InputError):
    """Keys and values that make no study."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__("; ".join(fault.text for fault in faults))
        self.faults = tuple(faults)


def study_of(table: Mapping[str, Any]) -> Study:
    """The study that a table of keys and sections says."""
    unknown = list(_unknown_keys(table))
    if unknown:
        raise StudyError(unknown)
    pydantic = _pydantic()
    try:
        # JSON tells lists from texts and numbers as strictly as TOML does.
        text = json.dumps(_with_none(table), default=str)
        study: Study = _checker().validate_json(text, strict=True)
    except pydantic.ValidationError as error:
        raise StudyError(list(_faults(error.errors(include_url=False)))) from None
    return study


def _pydantic() -> Any:
    try:
        return import_module("pydantic")
    except ImportError as error:
        msg = (
            "study files need pydantic, which is not installed: "
            "python -m pip install 'leadfield[study]'"
        )
        raise MissingPackageError(msg) from error


@cache
def _checker() -> Any:
    return _pydantic().TypeAdapter(Study)


def _with_none(table: Mapping[str, Any]) -> dict[str, Any]:
    """A table whose sections have None where they say so."""

    def replaced(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: replaced(one) for key, one in value.items()}
        if isinstance(value, list):
            return [replaced(one) for one in value]
        return None if value == NONE else value

    return {key: replaced(one) if isinstance(one, dict) else one for key, one in table.items()}


def _types(kind: Any) -> dict[str, Any]:
    """The keys of a section, or of the whole file, with their types."""
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in fields(kind)}


def _unknown_keys(table: Mapping[str, Any]) -> Iterator[Fault]:
    """Keys that there are not, with what was probably meant."""
    known = _types(Study)
    for key, value in table.items():
        if key not in known:
            yield Fault(key=(key,), text=_unknown(key, known, ""))
        elif is_dataclass(known[key]) and isinstance(value, dict):
            section = _types(known[key])
            for name in value:
                if name not in section:
                    yield Fault(key=(key, name), text=_unknown(name, section, f" of [{key}]"))


def _unknown(key: str, known: Mapping[str, Any], where: str) -> str:
    """That there is no such key; where else there is one, or which one is near."""
    sections = {name: _types(kind) for name, kind in _types(Study).items() if is_dataclass(kind)}
    homes = [name for name, inside in sections.items() if key in inside]
    if homes:
        meant = f"it is one of {' and '.join(f'[{name}]' for name in homes)}"
    elif key in _types(Study):
        meant = "it stands above all sections"
    elif near := _nearest(key, known):
        meant = f"did you mean {near!r}?"
    else:
        meant = f"keys are {', '.join(known)}"
    return f"{key!r} is no key{where}: {meant}"


def _nearest(given: str, known: Iterable[str]) -> str | None:
    """The name that was probably meant."""
    from difflib import get_close_matches  # slow to load, and only an error needs it

    by_lower = {name.lower(): name for name in known}
    near = get_close_matches(given.lower(), by_lower, n=1, cutoff=CUTOFF)
    return by_lower[near[0]] if near else None


def _faults(errors: Sequence[Mapping[str, Any]]) -> Iterator[Fault]:
    """What pydantic found, in words, once for each key."""
    said: set[Key] = set()
    for error in errors:
        key, kind = _known_part(error["loc"])
        if key in said:
            continue
        said.add(key)
        if error["type"] == "missing":
            yield Fault(key=key, text=f"{_name(key)} must be given")
        elif error["type"] == "value_error":
            text = str(error["ctx"]["error"])
            # What a section says of one of its keys begins with its name.
            inside = (*key, text.split(" ", 1)[0])
            yield Fault(key=inside, text=f"[{key[0]}] {text}" if key else text)
        else:
            given = error["input"]
            near = _nearest(given, _choices(kind)) if isinstance(given, str) else None
            meant = f": did you mean {near!r}?" if near else ""
            text = f"{_name(key)} must be {in_words(kind)}, got {_shown(given)}{meant}"
            yield Fault(key=key, text=text)


def _known_part(loc: Sequence[Any]) -> tuple[Key, Any]:
    """The key that a place in pydantic's words belongs to, and its type."""
    key: Key = ()
    kind: Any = Study
    for part in loc:
        if not is_dataclass(kind) or part not in _types(kind):
            break
        key, kind = (*key, str(part)), _types(kind)[part]
    return key, kind


def _name(key: Key) -> str:
    return key[0] if len(key) == 1 else f"[{key[0]}] {key[1]}"


def _shown(value: Any) -> str:
    return '"none"' if value is None else repr(value)


WORDS: dict[Any, str] = {
    str: "a text",
    Path: "a path",
    float: "a number",
    int: "a whole number",
    bool: "true or false",
    type(None): f'"{NONE}"',
}


def _choices(kind: Any) -> Iterator[str]:
    """The texts that a value of a type may be."""
    for one in get_args(kind):
        if isinstance(one, str):
            yield one
        elif get_args(one):
            yield from _choices(one)


def in_words(kind: Any) -> str:
    """A type as people say it."""
    if kind in WORDS:
        return WORDS[kind]
    if is_dataclass(kind):
        return "a section"
    outer, inside = get_origin(kind), get_args(kind)
    if outer is Literal:
        text = " or ".join(repr(one) for one in inside)
    elif outer is Mapping:
        text = f"a table of names, each with {in_words(inside[1])}"
    elif outer is not tuple:
        text = " or ".join(in_words(one) for one in inside)
    elif inside[-1] is ...:
        text = f"a list, each of it {in_words(inside[0])}"
    else:
        text = f"[{', '.join(in_words(one) for one in inside)}]"
    return text


def _with_line(fault: Fault, text: str) -> str:
    """What is wrong with a key, and in which line of the file it stands."""
    line = line_of(text, fault.key)
    return fault.text if line is None else f"line {line}: {fault.text}"
