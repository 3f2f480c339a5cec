"""Annotations of epochs: setting them, by epoch, and in the metadata."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from leadfield.api.epochs.metadata_table import as_metadata
from leadfield.api.recording.annotate_raw import check_channels
from leadfield.api.recording.annotations import Annotations, annotations_of, as_annotations
from leadfield.base.checks import listed
from leadfield.base.errors import StateError
from leadfield.base.log import warn
from leadfield.base.packages import pandas_for
from leadfield.epochs.epoch_annotations import EpochAnnotations, spans_of_epochs
from leadfield.epochs.metadata import frame_of
from leadfield.recording.annotation import about, names_of_extras

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from pandas import DataFrame

    from leadfield.epochs.epoch_set import EpochSet
    from leadfield.recording.annotation import Annotation

COLUMNS = ("annot_onset", "annot_duration", "annot_description")


def with_annotations(epochs: EpochSet, annotations: object, on_missing: str) -> EpochSet:
    """The epochs with these annotations in the place of their own, None for none."""
    if annotations is None:
        return replace(epochs, annotations=None)
    given = as_annotations(annotations)
    check_channels(given, epochs.info.names, on_missing)
    spans = about(given.value, epochs.info.names)
    return replace(epochs, annotations=EpochAnnotations(spans=spans, counted_from=given.orig_time))


def with_descriptions(epochs: EpochSet, descriptions: Collection[str]) -> EpochSet:
    """The epochs with those annotations that are described so."""
    if epochs.annotations is None:
        return epochs
    spans = tuple(one for one in epochs.annotations.spans if one.description in descriptions)
    return replace(epochs, annotations=replace(epochs.annotations, spans=spans))


def with_extras(
    metadata: DataFrame | None, annotations: Sequence[Annotation], descriptions: Collection[str]
) -> DataFrame | None:
    """The metadata of epochs around annotations, with extras of these, a row for each."""
    extras = [dict(one.extras) for one in annotations if one.description in descriptions]
    if not any(extras):
        return metadata
    pandas = pandas_for("metadata of epochs")
    frame: DataFrame = pandas.DataFrame(extras)
    if metadata is None:
        return frame
    joined: DataFrame = pandas.concat([metadata, frame.set_index(metadata.index)], axis=1)
    return joined


def with_changed(epochs: EpochSet, holder: Annotations) -> EpochSet:
    """The epochs with annotations as users have them by now."""
    spans = holder.value
    now = epochs.annotations
    if now is not None and now.spans == spans and _extras(now.spans) == _extras(spans):
        return epochs
    changed = EpochAnnotations(spans=spans, counted_from=holder.orig_time)
    return replace(epochs, annotations=changed)


def _extras(spans: tuple[Annotation, ...]) -> list[Any]:
    return [one.extras for one in spans]


def held_annotations(annotations: EpochAnnotations) -> Annotations:
    """The annotations as users hold them."""
    return annotations_of(annotations.spans, annotations.counted_from)


def _by_epoch(epochs: EpochSet) -> list[list[Annotation]]:
    if epochs.annotations is None:
        return [[] for _ in range(len(epochs))]
    seconds = epochs.events[:, 0] / epochs.recording_rate
    ends = float(epochs.times[0]), float(epochs.times[-1])
    return spans_of_epochs(epochs.annotations, seconds, ends)


def annotations_by_epoch(epochs: EpochSet, *, with_extras: bool) -> list[list[tuple[Any, ...]]]:
    """Onset relative to the event, duration and description of what meets each epoch."""
    return [
        [
            (one.onset, one.duration, one.description)
            + ((dict(one.extras),) if with_extras else ())
            for one in spans
        ]
        for spans in _by_epoch(epochs)
    ]


def with_annotated_metadata(epochs: EpochSet, *, overwrite: bool, with_extras: bool) -> EpochSet:
    """The epochs with columns of lists in their metadata, one item an annotation."""
    pandas = pandas_for("metadata of epochs")
    if epochs.annotations is None:
        warn("the epochs have no annotations: their metadata stay as they are")
        return epochs
    selected = epochs.event_selection
    if selected.metadata is None:
        frame = pandas.DataFrame(index=range(len(epochs)))
    else:
        frame = frame_of(selected.metadata, np.arange(len(epochs)))
    present = [name for name in COLUMNS if name in frame.columns]
    if present and not overwrite:
        msg = f"metadata must not have columns {listed(present)} yet: pass overwrite=True"
        raise StateError(msg)
    by_epoch = _by_epoch(epochs)
    # Rounded, so that files give back what was written.
    numbers = {"annot_onset": "onset", "annot_duration": "duration"}
    for column, field in numbers.items():
        rows = [[round(getattr(one, field), 12) for one in spans] for spans in by_epoch]
        frame[column] = pandas.Series(rows, dtype=object)
    texts = [[one.description for one in spans] for spans in by_epoch]
    frame["annot_description"] = pandas.Series(texts, dtype=object)
    names = names_of_extras(epochs.annotations.spans) if with_extras else ()
    for name in names:
        values = [[dict(one.extras).get(name) for one in spans] for spans in by_epoch]
        frame[f"annot_{name}"] = pandas.Series(values, dtype=object)
    return replace(epochs, event_selection=selected.with_metadata(as_metadata(frame)))
