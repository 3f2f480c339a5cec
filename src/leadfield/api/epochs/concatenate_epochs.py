"""Several sets of epochs as one: ``concatenate_epochs``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from leadfield.api.epochs.epochs import Epochs, as_epochs, epochs_of
from leadfield.api.interop.origin import as_list
from leadfield.base.errors import InputError
from leadfield.base.front_door import public
from leadfield.base.log import Verbose, verbose_aware
from leadfield.epochs.concatenate import concatenated

if TYPE_CHECKING:
    from leadfield.base.raise_or_warn import OnMissing


@public("leadfield")
@verbose_aware
def concatenate_epochs(
    epochs_list: Sequence[Epochs],
    add_offset: bool = True,
    *,
    on_mismatch: OnMissing = "raise",
    verbose: Verbose = None,
) -> Epochs:
    """Concatenate the good epochs of several sets.

    Parameters
    ----------
    epochs_list : list of Epochs
        The sets, in order, which stay as they are.
    add_offset : bool
        Whether the samples of events are moved so that those of each set come after those
        of the sets before, with 10 s and the end of an epoch between.
    on_mismatch : "raise" | "warn" | "ignore"
        What to do if positions of the head (``dev_head_t``) differ.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    epochs : Epochs
        The epochs, in memory.

    Raises
    ------
    MismatchError
        If channels, sampling rates, projectors, times, baselines, positions or the codes
        of event names differ.

    See Also
    --------
    concatenate_raws : Concatenate recordings.

    Examples
    --------
    >>> both = concatenate_epochs([epochs, epochs])
    >>> len(both) == 2 * len(epochs)
    True
    """
    given = as_list("epochs_list", epochs_list, "Epochs")
    if not given:
        msg = "at least one set of epochs must come, got none"
        raise InputError(msg)
    values = [as_epochs(one).value for one in given]
    return epochs_of(concatenated(values, add_offset=add_offset, on_mismatch=on_mismatch))
