"""What is checked of Dask workers before they are given jobs: versions and memory."""

from collections.abc import Collection
from typing import Any

from leadfield.base.errors import MismatchError
from leadfield.base.log import LOGGER, warn

# What numbers come from, besides leadfield.
PACKAGES = ("numpy", "scipy", "nibabel", "scikit-learn")
# What only carries jobs; Dask's own table has it, too.
CARRIERS = ("python", "dask", "distributed", "cloudpickle")


def check_workers(client: Any, known: Collection[str] | None, need: int) -> frozenset[str]:
    """Addresses of the workers that there are, those that are new checked."""
    workers = client.scheduler_info(n_workers=-1)["workers"]
    new = frozenset(workers).difference(known or ())
    if new:
        LOGGER.info("Dask workers: %d", len(workers))
        _check_versions(client, new)
        _check_memory({address: workers[address]["memory_limit"] for address in new}, need)
    if not workers and (known is None or len(known)):
        LOGGER.info("Waiting for Dask workers at %s", client.scheduler.address)
    return frozenset(workers)


def _check_versions(client: Any, new: Collection[str]) -> None:
    """Refuse workers with another leadfield; warn of other packages that differ."""
    found = client.get_versions(packages=["leadfield", *PACKAGES])
    here = found["client"]["packages"]
    there = {address: each["packages"] for address, each in found["workers"].items()}
    differing: dict[str, dict[str, str]] = {}
    for address in sorted(new & there.keys()):
        for name in ("leadfield", *PACKAGES, *CARRIERS):
            if (version := there[address].get(name)) != here[name]:
                differing.setdefault(name, {})[address] = str(version or "none")
    if workers := differing.pop("leadfield", {}):
        msg = (
            f"workers must have leadfield {here['leadfield']}, as this process does, got "
            f"{_listed(workers)}: install the same version there, and start them again"
        )
        raise MismatchError(msg)
    for name, workers in differing.items():
        warn(f"results may differ: {name} is {here[name]} here, and {_listed(workers)}")


def _listed(versions: dict[str, str]) -> str:
    """Versions with the workers that have them, not more than are read."""
    some = [f"{version} at {address}" for address, version in list(versions.items())[:3]]
    rest = len(versions) - len(some)
    return ", ".join(some) + (f" and {rest} more" if rest else "")


def _check_memory(limits: dict[str, int | None], need: int) -> None:
    small = {address: limit for address, limit in limits.items() if limit and limit < need}
    if small:
        warn(
            f"a job is predicted to take up to {need / 1e9:.1f} GB, and workers have "
            f"{min(small.values()) / 1e9:.1f} GB: it may end them; start fewer on a machine, or "
            "with a higher --memory-limit"
        )
