"""Metadata of epochs as users hold them: a data frame that they may change."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from leadfield.epochs.metadata import Metadata, frame_of, metadata_of

if TYPE_CHECKING:
    from pandas import DataFrame

    from leadfield.epochs.epoch_set import EpochSet
    from leadfield.epochs.selection import EventSelection


def as_metadata(metadata: object) -> Metadata | None:
    """The table in a data frame, None for None."""
    return None if metadata is None else metadata_of(metadata)


def with_metadata(epochs: EpochSet, metadata: object) -> EpochSet:
    """Epochs with another table, which must have a row for each."""
    selection = epochs.event_selection.with_metadata(as_metadata(metadata))
    return replace(epochs, event_selection=selection)


class MetadataTable:
    """A data frame, and the table that it was made from.

    Changes of the frame become part of the epochs when these are next asked for.
    """

    def __init__(self, selection: EventSelection, metadata: Metadata) -> None:
        self._metadata = metadata
        self.frame: DataFrame = frame_of(metadata, selection.selection)
        self._known = self.frame.copy()

    def shows(self, epochs: EpochSet) -> bool:
        """Whether the frame is the one of these epochs."""
        return self._metadata is epochs.event_selection.metadata

    def changed(self, epochs: EpochSet) -> EpochSet:
        """The epochs with what was changed in the frame, the very same if nothing was."""
        if self.frame.equals(self._known) and list(self.frame) == list(self._known):
            return epochs
        self._metadata = metadata_of(self.frame)
        self._known = self.frame.copy()
        selection = epochs.event_selection.with_metadata(self._metadata)
        return replace(epochs, event_selection=selection)
