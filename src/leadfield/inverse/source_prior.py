"""What is assumed of sources before the data: orientations, depth, and variances of one's own."""

from dataclasses import dataclass

import numpy as np

from leadfield.base.arrays import Floats, lock_arrays
from leadfield.base.checks import all_finite
from leadfield.base.errors import InputError, MismatchError
from leadfield.inverse.depth_prior import DepthWeighting
from leadfield.inverse.orientation_prior import Loose

WHAT = "source_cov"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SourcePrior:
    """Prior variances are the product of three: of orientations, of depths, and given ones.

    ``loose`` is what :func:`~leadfield.inverse.orientation_prior.loose_by_kind` says, all 0
    for fixed orientations. Without ``depth`` depths do not count. ``variances`` are given for
    each source (n_sources,) or each column (3 n_sources,): those that fMRI or areas suggest.
    """

    loose: Loose
    depth: DepthWeighting | None = None
    variances: Floats | None = None

    def __post_init__(self) -> None:
        if self.variances is not None:
            _check(self.variances)
        lock_arrays(self)

    @property
    def fixed(self) -> bool:
        """Whether all sources have fixed orientations."""
        return not any(self.loose.values())

    def column_variances(self, n_sources: int) -> Floats | None:
        """The given variances, one a column of the lead field."""
        if self.variances is None:
            return None
        n_columns = n_sources if self.fixed else 3 * n_sources
        n = len(self.variances)
        if n not in {n_sources, n_columns}:
            columns = "" if self.fixed else f", or {n_columns}, one for each component"
            msg = f"{WHAT} must have {n_sources} variances, one a source{columns}, got {n}"
            raise MismatchError(msg)
        return self.variances if n == n_columns else np.repeat(self.variances, 3)


def _check(variances: Floats) -> None:
    if variances.ndim != 1:
        msg = (
            f"{WHAT} must be one row of variances, the diagonal of the source covariance, got the "
            f"shape {variances.shape}"
        )
        raise InputError(msg)
    all_finite(WHAT, variances, "give each source a variance")
    if variances.size and variances.min() <= 0:
        msg = (
            f"{WHAT} must be above 0, got {int((variances <= 0).sum())} of {variances.size} that "
            "are not: use a small number such as 0.01, or restrict_forward_to_label"
        )
        raise InputError(msg)
