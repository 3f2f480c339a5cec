"""Symmetric orthogonalisation of label courses, which leakage makes alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, overload

import numpy as np
from numpy.typing import NDArray

from leadfield.base.checks import all_finite, number, whole
from leadfield.base.errors import ArgumentTypeError
from leadfield.base.front_door import public
from leadfield.base.log import Verbose, verbose_aware
from leadfield.numerics.symmetric_orthogonal import orthogonalized

if TYPE_CHECKING:
    from leadfield.base.arrays import Floats


@overload
def symmetric_orth(
    data: NDArray[Any], *, n_iter: int = 50, tol: float = 1e-6, verbose: Verbose = None
) -> Floats: ...


@overload
def symmetric_orth(
    data: list[NDArray[Any]] | Iterator[NDArray[Any]],
    *,
    n_iter: int = 50,
    tol: float = 1e-6,
    verbose: Verbose = None,
) -> Iterator[Floats]: ...


@public("leadfield")
@verbose_aware
def symmetric_orth(
    data: NDArray[Any] | list[NDArray[Any]] | Iterator[NDArray[Any]],
    *,
    n_iter: int = 50,
    tol: float = 1e-6,
    verbose: Verbose = None,
) -> Floats | Iterator[Floats]:
    r"""Make label courses orthogonal to each other, changing them as little as possible.

    What leaks from a source into other labels at the same instant goes, whichever label it
    came from; so does activity that labels truly share at the same instant. Envelopes may
    be correlated afterwards, courses are not.

    Parameters
    ----------
    data : ndarray, shape (n_signals, n_times) | (n_epochs, n_signals, n_times) | list | iterator
        The courses, as :func:`extract_label_time_course` gives them: of one estimate, of
        epochs, each by itself, or one array after another.
    n_iter : int
        How many turns at most.
    tol : float
        The share of the error by which it must still get less to go on.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    data_orth : ndarray | iterator of ndarray
        The orthogonal courses, of the same shape; of a list or iterator one after another, as
        they are asked for.

    Raises
    ------
    DataError
        If the courses are not linearly independent: there may be no more labels than the
        rank of the data.

    See Also
    --------
    extract_label_time_course : One course for each label of an estimate.

    Notes
    -----
    With the courses as columns of :math:`Z`, the result :math:`P = OD` has :math:`O^TO = I`
    and a diagonal :math:`D`, and is closest to :math:`Z` in the sum of squares. In turns
    :math:`O = UV^T` of the singular value decomposition :math:`ZD = USV^T`, and
    :math:`D = \operatorname{diag}(Z^TO)`, from :math:`D = I` on [1]_. MNE-Connectivity has
    it under the same name.

    References
    ----------
    .. [1] Colclough, Brookes, Smith & Woolrich 2015, NeuroImage 117:439.

    Examples
    --------
    >>> import numpy as np
    >>> rng = np.random.default_rng(0)
    >>> courses = rng.standard_normal((3, 200)) + rng.standard_normal(200)
    >>> clean = symmetric_orth(courses)
    >>> np.allclose(clean @ clean.T, np.diag((clean**2).sum(axis=1)))
    True
    """
    turns, share = whole("n_iter", n_iter, least=1), number("tol", tol, least=0)
    several = _each(data, n_iter=turns, tol=share)
    if not isinstance(data, np.ndarray):
        return several
    if data.ndim == 3:
        return np.array(list(several)).reshape(data.shape)
    (one,) = _each([data], n_iter=turns, tol=share)
    return one


def _each(data: Iterable[Any], *, n_iter: int, tol: float) -> Iterator[Floats]:
    for place, one in enumerate(data):
        if not isinstance(one, np.ndarray) or one.ndim != 2 or one.dtype.kind != "f":
            found = f"{one.shape} {one.dtype}" if isinstance(one, np.ndarray) else repr(one)[:40]
            msg = f"courses must be real, signals by times, got {found} at place {place}"
            raise ArgumentTypeError(msg)
        all_finite("courses", one, "leave out what is not")
        yield orthogonalized(one.astype(np.float64), n_iter=n_iter, tol=tol)
