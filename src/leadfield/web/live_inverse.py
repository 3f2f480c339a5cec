"""Live inverse: an inverse operator in factors with measured responses, to be applied in a page."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, final

import numpy as np

from leadfield.base.arrays import Floats, lock_arrays
from leadfield.epochs.evoked import EvokedResponse
from leadfield.estimates.data_channels import contiguous_rows, match_channels
from leadfield.estimates.minimum_norm import ORIENTATIONS
from leadfield.estimates.spatial_filter import check_data
from leadfield.inverse.operator import InverseModel
from leadfield.web.colours import MapColours
from leadfield.web.factors import Columns, quantise_columns
from leadfield.web.payload import ArrayStore
from leadfield.web.quantity import PageQuantity

METHODS = ("MNE", "dSPM", "sLORETA")
"""Those whose kernels share their factors."""
SNRS = (0.5, 20.0)


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LiveResponse:
    """Components U W P x (rank, n_times) of a response, and the power of W P x beside them."""

    components: Floats
    outside: Floats
    nave: float

    def __post_init__(self) -> None:
        lock_arrays(self)


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class LiveMethod:
    """A method, what its values are, and its colours at the first signal-to-noise ratio."""

    name: str
    quantity: PageQuantity
    colours: MapColours


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LiveInverse:
    """W G R^½ = Uᵀ S Vᵀ as pages have it, and the responses it is applied to.

    ``leads`` are V, or R^½ V where there are no ``weights`` R^½ (n_columns,); ``turns``
    (n_sources, n_out, per_source) take a source's columns to ``output``: the norm, one signed
    number, or a vector.
    """

    per_source: int
    leads: Columns
    weights: Floats | None
    singular_values: Floats
    nave: float
    output: str
    turns: Floats | None
    responses: tuple[LiveResponse, ...]
    methods: tuple[LiveMethod, ...]
    snr: float
    method: str

    def __post_init__(self) -> None:
        lock_arrays(self)


def live_inverse(
    model: InverseModel,
    responses: Sequence[EvokedResponse],
    methods: Sequence[LiveMethod],
    *,
    pick_ori: str | None,
    snr: float,
    method: str,
) -> LiveInverse:
    """The live inverse of an operator, for an estimate of this ``pick_ori``."""
    turns = ORIENTATIONS[pick_ori](model, use_cps=True)
    output = {None: "norm" if model.free else "signed", "normal": "signed", "vector": "vector"}
    weights = None if model.leads_weighted else np.sqrt(model.source_variances)
    return LiveInverse(
        per_source=model.per_source,
        # All in 16 bits: with 8 for the last ones maps are wrong by up to a tenth of their peak.
        leads=quantise_columns(model.leads, n_fine=model.leads.shape[1]),
        weights=weights,
        singular_values=model.singular_values,
        nave=model.nave,
        output=output[pick_ori],
        turns=turns,
        responses=tuple(_live_response(model, response) for response in responses),
        methods=tuple(methods),
        snr=snr,
        method=method,
    )


def _live_response(model: InverseModel, response: EvokedResponse) -> LiveResponse:
    rows = match_channels(model.info, response.info)
    data = response.data[contiguous_rows(rows)]
    check_data(data)
    white = model.whitening @ data
    components = model.fields @ white
    outside = (white**2).sum(axis=0) - (components**2).sum(axis=0)
    return LiveResponse(
        components=components, outside=np.maximum(outside, 0), nave=float(response.nave)
    )


def store_live(live: LiveInverse, store: ArrayStore, methods: list[Any]) -> dict[str, Any]:
    """What a header says of it; ``methods`` as the header has them."""

    def keep(array: Floats | None) -> str | None:
        return None if array is None else store.add(array.astype(np.float32))

    return {
        "perSource": live.per_source,
        "leads": live.leads.store(store),
        "weights": keep(live.weights),
        "singularValues": keep(live.singular_values),
        "operatorNave": live.nave,
        "output": live.output,
        "turns": keep(live.turns),
        "responses": [
            {
                "components": keep(one.components),
                "outside": keep(one.outside),
                "nave": one.nave,
            }
            for one in live.responses
        ],
        "methods": methods,
        "snr": {"initial": live.snr, "low": SNRS[0], "high": SNRS[1]},
        "initialMethod": live.method,
    }
