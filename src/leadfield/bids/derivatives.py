"""Derivatives of a BIDS data set: what is said of how they were made."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from leadfield.base.errors import ArgumentTypeError
from leadfield.base.replacing import replacing
from leadfield.base.version import __version__
from leadfield.bids.folder_listing import DESCRIPTION, PROGRAM

BIDS_VERSION = "1.10.0"


def write_description(out: Path, *, name: str, source: Path | None = None) -> Path:
    """Write ``dataset_description.json`` of a folder of results, made if need be.

    ``source`` is the data set that they are of.
    """
    record: dict[str, Any] = {
        "Name": name,
        "BIDSVersion": BIDS_VERSION,
        "DatasetType": "derivative",
        "GeneratedBy": [{"Name": PROGRAM, "Version": __version__}],
    }
    if source is not None:
        record["SourceDatasets"] = [{"URL": source.resolve().as_uri()}]
    out.mkdir(parents=True, exist_ok=True)
    return _write(out / DESCRIPTION, record)


def write_sidecar(
    path: Path,
    *,
    settings: Mapping[str, Any],
    versions: Mapping[str, str],
    inputs: Mapping[Path, str],
    more: Mapping[str, Any] | None = None,
) -> Path:
    """Write the sidecar of a result: settings, versions of programs, SHA-256 of the inputs.

    ``more`` is what else is known of it.
    """
    record = {
        "GeneratedBy": PROGRAM,
        "Settings": _plain(settings),
        "Versions": dict(versions),
        "Inputs": {str(source): {"SHA256": digest} for source, digest in inputs.items()},
        **_plain(more or {}),
    }
    return _write(path.with_name(f"{path.name.partition('.')[0]}.json"), record)


def _write(path: Path, record: Mapping[str, Any]) -> Path:
    with replacing(path) as stream:
        stream.write((json.dumps(record, indent=2, allow_nan=False) + "\n").encode())
    return path


def _plain(value: object) -> Any:
    """A setting as JSON has it: a number that is not finite as its name."""
    if isinstance(value, Mapping):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    if isinstance(value, np.ndarray | np.generic):
        return _plain(value.tolist())
    if isinstance(value, float) and not np.isfinite(value):
        return str(value)
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, Path):
        return str(value)
    msg = f"a setting must be numbers, texts and what holds them, got {value!r}"
    raise ArgumentTypeError(msg)
