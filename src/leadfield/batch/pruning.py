"""Removal of results that no longer follow from a study: ``prune``."""

import shutil
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import final

from leadfield.base.errors import LeadfieldError
from leadfield.base.front_door import public
from leadfield.base.log import Verbose, verbose_aware
from leadfield.base.sizes import size_in_words
from leadfield.base.write_errors import telling
from leadfield.batch.batch import Batch, make_batch
from leadfield.batch.chain import plan_chain
from leadfield.batch.group_step import GROUP
from leadfield.batch.publication import is_there, sidecar_name
from leadfield.batch.result_store import StepResult
from leadfield.batch.study import Study


@public("leadfield.batch")
@final
@dataclass(frozen=True, slots=True, kw_only=True)
class PrunedResults:
    """Results of earlier settings or inputs, which were removed or would be.

    Parameters
    ----------
    folder : Path
        The folder with all results.
    counts : dict
        How many results of each step.
    size : int
        Their bytes on disk.
    dry_run : bool
        Whether they are still there.

    See Also
    --------
    prune : Remove them.
    """

    folder: Path
    counts: Mapping[str, int]
    size: int
    dry_run: bool = False

    def __str__(self) -> str:
        if not self.counts:
            return f"Nothing is to be removed from {self.folder}\n"
        each = ", ".join(f"{name} {n}" for name, n in self.counts.items())
        verb = "Would remove" if self.dry_run else "Removed"
        n = sum(self.counts.values())
        results = "1 result" if n == 1 else f"{n} results"
        return f"{verb} {results} ({each}), {size_in_words(self.size)}, from {self.folder}\n"


@public("leadfield.batch")
@verbose_aware
def prune(
    study: Study | str | Path,
    out: str | Path | None = None,
    *,
    dry_run: bool = False,
    verbose: Verbose = None,
) -> PrunedResults:
    """Remove kept results that a run of the study would not take.

    These are results of earlier settings, of files that have changed, and of subjects that the
    study has no more; files among the derivatives that are links to them are removed, too. What
    is kept of a subject some of whose files are not there stays, and so does the group's last
    result.

    Parameters
    ----------
    study : Study | path-like
        The study or its file. Results of other studies in the same folder are removed.
    out : path-like | None
        The folder with results; None for the study's.
    dry_run : bool
        Only say what would be removed.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    pruned : PrunedResults
        How many results, and how large they are.

    Raises
    ------
    StateError
        If a batch runs in the folder.
    WriteError
        If results cannot be removed.

    See Also
    --------
    run : Run a study.

    Examples
    --------
    >>> from leadfield.batch import prune
    >>> print(prune("study.toml", dry_run=True))  # doctest: +SKIP
    """
    batch = make_batch(study, out, None, None)
    if not batch.store.root.is_dir():
        return PrunedResults(folder=batch.folder, counts={}, size=0, dry_run=dry_run)
    if dry_run:
        found = list(_unreachable(batch))
    else:
        with batch.store.alone(), telling(batch.store.root):
            found = list(_unreachable(batch))
            for one in found:
                _remove(one, batch.folder)
    return PrunedResults(
        folder=batch.folder,
        counts=Counter(one.step for one in found),
        size=sum(one.size for one in found),
        dry_run=dry_run,
    )


def _unreachable(batch: Batch) -> Iterator[StepResult]:
    """Results that no chain of the study leads to."""
    reachable, unsure = set[str](), set[str]()
    for chain in batch.everyone:
        try:
            planned = plan_chain(chain)
        except (LeadfieldError, OSError):
            unsure.add(chain.participant.stem)
            continue
        reachable |= {one.key for one in planned}
        if any(None in one.because["inputs"].values() for one in planned):
            unsure.add(chain.participant.stem)
    for step in batch.store.steps:
        for one in batch.store.results(step) if step != GROUP else ():
            if one.key not in reachable and one.because.get("participant") not in unsure:
                yield one
    # Which group it is depends on who failed and why, which only a run tells.
    groups = sorted(batch.store.results(GROUP), key=lambda one: one.folder.stat().st_mtime_ns)
    yield from groups[:-1]


def _remove(result: StepResult, out: Path) -> None:
    """Remove a result, and the files among the derivatives that are links to it."""
    for path in list(_links(result, out)):
        path.unlink(missing_ok=True)
        sidecar = path.with_name(sidecar_name(path.name))
        if not any(one != sidecar for one in path.parent.glob(f"{sidecar.stem}[.-]*")):
            sidecar.unlink(missing_ok=True)
    shutil.rmtree(result.folder)


def _links(result: StepResult, out: Path) -> Iterator[Path]:
    for name in result.files:
        subject = name.partition("_")[0]
        for path in (*out.glob(f"{subject}/*/{name}"), *out.glob(f"{subject}/ses-*/*/{name}")):
            if is_there(result.folder / name, path):
                yield path
