"""Evoked responses: ``read_evokeds``, ``write_evokeds``, ``combine_evoked``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal, overload

import numpy as np

from leadfield.api.epochs.as_evoked import as_evoked
from leadfield.api.epochs.evoked import Evoked, Kind, evoked_of
from leadfield.base.errors import DataError
from leadfield.base.files import as_path, existing
from leadfield.base.front_door import public
from leadfield.base.log import Verbose, verbose_aware
from leadfield.epochs.baseline import log_baseline
from leadfield.epochs.combine import combine_evoked as combine_values
from leadfield.epochs.fif import evoked as evoked_file
from leadfield.epochs.projections import project_evoked
from leadfield.recording.compatibility import check_compatible

if TYPE_CHECKING:
    from leadfield.api.epochs.arguments import Baseline
    from leadfield.base.raise_or_warn import OnMissing
    from leadfield.epochs.evoked import EvokedResponse


@overload
def read_evokeds(  # type: ignore[overload-overlap] # a str counts as a sequence of str
    fname: str | Path,
    condition: int | str,
    baseline: Baseline = None,
    kind: Kind = "average",
    proj: bool = True,
    allow_maxshield: bool | Literal["yes"] = False,
    verbose: Verbose = None,
) -> Evoked: ...
@overload
def read_evokeds(
    fname: str | Path,
    condition: Sequence[int | str] | None = None,
    baseline: Baseline = None,
    kind: Kind = "average",
    proj: bool = True,
    allow_maxshield: bool | Literal["yes"] = False,
    verbose: Verbose = None,
) -> list[Evoked]: ...
@public("leadfield")
@verbose_aware
def read_evokeds(
    fname: str | Path,
    condition: int | str | Sequence[int | str] | None = None,
    baseline: Baseline = None,
    kind: Kind = "average",
    proj: bool = True,
    allow_maxshield: bool | Literal["yes"] = False,
    verbose: Verbose = None,
) -> Evoked | list[Evoked]:
    """Read evoked responses from a ``-ave.fif`` file.

    Parameters
    ----------
    fname : path-like
        The file.
    condition : int | str | list | None
        Which responses, by index or by comment; None for all.
    baseline : tuple of float | None
        Interval in s whose mean to subtract, in addition to what was subtracted before.
    kind : "average" | "standard_error"
        What to read, where ``condition`` is a comment.
    proj : bool
        Whether to apply SSP projectors.
    allow_maxshield : bool | "yes"
        Whether to read what was recorded with active shielding; ``"yes"`` does not warn.
    verbose : bool | str | int | None
        How much to log_baseline.

    Returns
    -------
    evoked : Evoked | list of Evoked
        One if ``condition`` names one, else a list.

    Raises
    ------
    FormatError
        If the file is no FIF file or holds no evoked responses.
    InputError
        If ``condition`` is not in the file.

    See Also
    --------
    write_evokeds : Write such a file.

    Examples
    --------
    >>> evoked.save("tone-ave.fif")
    >>> read_evokeds("tone-ave.fif", condition="tone").nave
    28
    """
    wanted = [condition] if isinstance(condition, int | str | np.integer) else condition
    evokeds = []
    path = existing(fname, "evoked file")
    for value in evoked_file.read_evokeds(path, wanted, kind=kind, shielded=allow_maxshield):
        evoked = evoked_of(project_evoked(value) if proj else value)
        if baseline is None:
            log_baseline(value.baseline)
        else:
            evoked.apply_baseline(baseline)
        evokeds.append(evoked)
    return evokeds[0] if isinstance(condition, int | str | np.integer) else evokeds


@public("leadfield")
@verbose_aware
def write_evokeds(
    fname: str | Path,
    evoked: Evoked | Sequence[Evoked],
    *,
    on_mismatch: OnMissing = "raise",
    overwrite: bool = False,
    verbose: Verbose = None,
) -> None:
    """Write evoked responses to a ``-ave.fif`` file, as float32.

    Parameters
    ----------
    fname : path-like
        The file.
    evoked : Evoked | list of Evoked
        The responses; the file has the channels of the first.
    on_mismatch : "raise" | "warn" | "ignore"
        What to do if another one has another device-to-head transform.
    overwrite : bool
        Whether to overwrite an existing file.
    verbose : bool | str | int | None
        How much to log_baseline.

    Raises
    ------
    MismatchError
        If the responses differ in channels, sampling rate or projections.
    OverwriteError
        If the file exists and ``overwrite`` is False.

    See Also
    --------
    read_evokeds : Read such a file.

    Examples
    --------
    >>> import tempfile
    >>> from leadfield import EvokedArray, create_info
    >>> evoked = EvokedArray([[0, 1e-6]], create_info(["Fz"], 100.0, "eeg"), comment="left")
    >>> fname = tempfile.mkdtemp() + "/sub-ave.fif"
    >>> write_evokeds(fname, [evoked, -evoked])
    >>> read_evokeds(fname, condition="- left").nave
    1
    """
    values = _values("evoked", evoked)
    for other in values[1:]:
        check_compatible(values[0].info, other.info, on_mismatch)
    evoked_file.write_evokeds(as_path(fname), values, overwrite=overwrite)


@public("leadfield")
def combine_evoked(
    all_evoked: Sequence[Evoked], weights: Literal["equal", "nave"] | Sequence[float]
) -> Evoked:
    """Combine evoked responses into a weighted sum.

    Parameters
    ----------
    all_evoked : list of Evoked
        The responses; all have the same channels and times.
    weights : "equal" | "nave" | list of float
        Weights that sum to 1, all equal or in proportion to ``nave``, or any others:
        ``[1, -1]`` gives a difference.

    Returns
    -------
    evoked : Evoked
        The sum. Its ``nave`` is the number of epochs whose plain average has as much
        noise.

    Raises
    ------
    MismatchError
        If the responses differ in channels or times.

    Notes
    -----
    A plain average of n epochs has noise of variance 1 / n, so the sum has
    Σ wᵢ² / nᵢ = 1 / nave.

    Examples
    --------
    >>> from leadfield import EvokedArray, create_info
    >>> info = create_info(["Fz"], 100.0, "eeg")
    >>> left = EvokedArray([[2e-6, 4e-6]], info, comment="left", nave=30)
    >>> right = EvokedArray([[1e-6, 1e-6]], info, comment="right", nave=30)
    >>> combine_evoked([left, right], weights=[1, -1])
    <Evoked | 'left - right' (average, N=15), 0 to 0.01 s, baseline off, 1 channels>
    """
    return evoked_of(combine_values(_values("all_evoked", all_evoked), weights))


def _values(name: str, evokeds: object) -> list[EvokedResponse]:
    values = list(map(as_evoked, evokeds if isinstance(evokeds, Sequence) else [evokeds]))
    if not values:
        msg = f"{name} must hold at least one evoked response, got none"
        raise DataError(msg)
    return values
