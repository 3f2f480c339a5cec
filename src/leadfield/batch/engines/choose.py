"""The engine that a batch asks for."""

from collections.abc import Mapping
from typing import Any

from leadfield.base.errors import InputError
from leadfield.batch.engines import clusters, dask
from leadfield.batch.engines.clusters import ClusterEngine
from leadfield.batch.engines.dask import DaskEngine
from leadfield.batch.engines.engine import Engine
from leadfield.batch.engines.loky import LokyEngine


def choose_engine(
    *,
    workers: int | None = None,
    scheduler: str | None = None,
    cluster: str | None = None,
    cluster_options: Mapping[str, Any] | None = None,
    patience: float | None = None,
) -> Engine:
    """This machine's processes, a Dask scheduler's workers, or a cluster that is started.

    ``cluster_options`` are those of dask-jobqueue's or dask-kubernetes' class for the cluster;
    ``patience`` is how many seconds are waited for workers, None for half an hour, or a day on a
    cluster.
    """
    if cluster_options and cluster is None:
        msg = "cluster_options need a cluster: 'slurm', 'pbs', 'sge' or 'kubernetes'"
        raise InputError(msg)
    if scheduler is None and cluster is None:
        return LokyEngine(workers=workers)
    if scheduler is None and cluster is not None:
        return ClusterEngine(
            cluster=cluster,
            workers=workers,
            options=dict(cluster_options or {}),
            patience=clusters.PATIENCE if patience is None else patience,
        )
    if cluster is not None or workers is not None:
        msg = (
            "a scheduler has the workers that it has, got "
            f"{'workers' if cluster is None else 'a cluster'} as well: leave one of them out"
        )
        raise InputError(msg)
    return DaskEngine(
        address=str(scheduler), patience=dask.PATIENCE if patience is None else patience
    )
