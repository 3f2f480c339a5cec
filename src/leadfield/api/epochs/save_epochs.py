"""Saving epochs: ``Epochs.save``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

from leadfield.api.recording.split_size import as_bytes
from leadfield.base.files import as_path
from leadfield.epochs.fif.write_epochs import write_epochs

if TYPE_CHECKING:
    from leadfield.api.recording.save_raw import SplitNaming
    from leadfield.epochs.epoch_set import EpochSet

EpochsFormat = Literal["single", "double"]


def save_epochs(
    epochs: EpochSet,
    fname: str | Path,
    split_size: str | int,
    fmt: EpochsFormat,
    split_naming: SplitNaming,
    *,
    overwrite: bool,
) -> tuple[EpochSet, list[Path]]:
    """The good epochs, and the files they were written to."""
    return write_epochs(
        as_path(fname),
        epochs,
        fmt=fmt,
        split_size=as_bytes("split_size", split_size),
        naming=split_naming,
        overwrite=overwrite,
    )
