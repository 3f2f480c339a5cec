"""Channels of a noise covariance: ``pick_channels_cov``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from leadfield.api.covariance.covariance import Covariance, as_covariance
from leadfield.api.interop.origin import kind_of
from leadfield.base.checks import one_of
from leadfield.base.errors import ArgumentTypeError
from leadfield.base.front_door import public
from leadfield.base.log import Verbose, verbose_aware
from leadfield.recording.picks import pick_channels


@public("leadfield")
@verbose_aware
def pick_channels_cov(
    orig: Covariance,
    include: Sequence[str] = (),
    exclude: Literal["bads"] | Sequence[str] = "bads",
    ordered: bool = True,
    copy: bool = True,
    *,
    verbose: Verbose = None,
) -> Covariance:
    """Pick channels of a noise covariance.

    Parameters
    ----------
    orig : Covariance
        The covariance.
    include : list of str
        Names to pick; all if empty.
    exclude : list of str | "bads"
        Names to exclude.
    ordered : bool
        Whether to keep the order of ``include`` and require all its names to be there.
    copy : bool
        Whether to leave ``orig`` unchanged and return a new one.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    cov : Covariance
        The covariance of these channels.

    Examples
    --------
    >>> from leadfield import Covariance, pick_channels_cov
    >>> cov = Covariance([1e-12, 4e-12], ["Fz", "Cz"], bads=["Cz"], projs=[], nfree=100)
    >>> pick_channels_cov(cov).ch_names
    ['Fz']
    """
    given = as_covariance(orig)
    if given is not orig and not copy:
        msg = f"copy must be True for {kind_of(orig)}, which is not changed here, got False"
        raise ArgumentTypeError(msg)
    excluded: Sequence[str] = given.value.bads
    if isinstance(exclude, str):
        one_of("exclude", exclude, ["bads"])
    else:
        excluded = exclude
    names = given.value.names
    rows = pick_channels(names, include, excluded, ordered=ordered)
    picked = given.copy() if copy else given
    return picked.pick_channels([names[i] for i in rows])
