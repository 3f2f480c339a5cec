"""Virtual channels of epochs and evoked responses: ``as_type``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from leadfield.epochs.evoked import EvokedResponse
from leadfield.epochs.good_epochs import collect_good_epochs, require_epochs
from leadfield.epochs.make import array_epochs
from leadfield.epochs.rejection import Rejection
from leadfield.epochs.selection import select_events
from leadfield.forward.virtual_channels import make_virtual_channels

if TYPE_CHECKING:
    from leadfield.epochs.epoch_set import EpochSet

MegType = Literal["grad", "mag"]


def evoked_as_type(evoked: EvokedResponse, ch_type: str, mode: str) -> EvokedResponse:
    """The response at virtual channels; what is said of its baseline goes."""
    virtual = make_virtual_channels(evoked.info, ch_type, mode)
    return EvokedResponse(
        info=virtual.info,
        data=virtual.apply(evoked.data),
        first=round(float(evoked.times[0]) * evoked.info.sampling_rate),
        nave=evoked.nave,
        comment=evoked.comment,
    )


def epochs_as_type(epochs: EpochSet, ch_type: str, mode: str) -> tuple[EpochSet, EpochSet]:
    """The good epochs, and these at virtual channels, with the same events and metadata."""
    virtual = make_virtual_channels(epochs.info, ch_type, mode)
    good, data = collect_good_epochs(epochs)
    require_epochs(good)
    selected = select_events(
        good.events,
        dict(good.event_id),
        on_missing="ignore",
        metadata=good.event_selection.metadata,
    )
    out = array_epochs(
        virtual.apply(data),
        virtual.info.with_projections(()),  # of channels that are not here
        selected,
        tmin=float(good.times[0]),
        rejection=Rejection(),
    )
    return good, out
