"""Forward models restricted to some sources or channels."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import numpy as np

from leadfield.base.arrays import Ints
from leadfield.base.checks import one_of
from leadfield.base.errors import ChannelError, MismatchError
from leadfield.base.log import LOGGER, warn
from leadfield.forward.model import ForwardModel
from leadfield.recording.picks import excluded_names, pick_channels
from leadfield.sources.space import HEMISPHERES

if TYPE_CHECKING:
    from leadfield.labels.label import AnyLabel

ON_MISSING = ("raise", "warn", "ignore")


def restrict_to_vertices(
    model: ForwardModel, vertices: Sequence[Ints], *, on_missing: str = "raise"
) -> ForwardModel:
    """The model of the sources at ``vertices``, an array for each source space.

    ``on_missing`` says what to do where the model lacks some: raise, warn or ignore.
    """
    one_of("on_missing", on_missing, ON_MISSING)
    spaces = model.sources.spaces
    if len(vertices) != len(spaces):
        msg = f"vertices must come for each of {len(spaces)} source spaces, got {len(vertices)}"
        raise MismatchError(msg)
    chosen = [np.unique(np.asarray(v, np.int64)) for v in vertices]
    keep = [
        np.flatnonzero(np.isin(space.vertices, v)) for space, v in zip(spaces, chosen, strict=True)
    ]
    wanted, found = sum(map(len, chosen)), sum(map(len, keep))
    if found < wanted and on_missing != "ignore":
        msg = (
            f"the forward model must have all {wanted} sources asked for, it has {found}: "
            "sources near the skull are left out when it is computed; use on_missing='ignore'"
        )
        if on_missing == "raise":
            raise MismatchError(msg)
        warn(msg)
    return model.restricted(keep)


def restrict_to_labels(model: ForwardModel, labels: Sequence[AnyLabel]) -> ForwardModel:
    """The model of the sources in any of the labels."""
    members = [one for label in labels for one in label.hemispheres]
    vertices = [
        np.concatenate([np.empty(0, np.int64), *(m.vertices for m in members if m.hemisphere == h)])
        for h in HEMISPHERES
    ]
    return restrict_to_vertices(model, vertices, on_missing="ignore")


def pick_forward_channels(
    model: ForwardModel,
    include: Iterable[str] = (),
    exclude: str | Iterable[str] = (),
    *,
    ordered: bool = True,
) -> ForwardModel:
    """The model of the channels in ``include`` (all, if empty) but not in ``exclude``.

    ``"bads"`` excludes those marked so. With ``ordered`` channels come in the order of
    ``include`` and all must be there.
    """
    out = excluded_names(model.info, exclude if isinstance(exclude, str) else list(exclude))
    names = model.channels.names
    rows = pick_channels(names, include, out, ordered=ordered)
    if not len(rows):
        msg = f"at least one of the forward model's {len(names)} channels must stay, got none"
        raise ChannelError(msg)
    LOGGER.info("    %s of %s channels stay", len(rows), len(names))
    return model.picked([names[i] for i in rows])
