"""Findings: what a check has to say of a data set."""

from dataclasses import dataclass
from typing import Literal, final

from leadfield.base.front_door import public

Severity = Literal["note", "warning", "error"]
SEVERITIES: tuple[Severity, ...] = ("note", "warning", "error")


@public("leadfield.doctor")
@final
@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What is wrong with a data set, as a check found it.

    Parameters
    ----------
    name : str
        Name for machines, such as ``"flat-channels"``; the same for the same trouble.
    severity : "note" | "warning" | "error"
        An error makes maps wrong, a warning worse than they could be, a note neither.
    title : str
        The trouble in a few words.
    found : str
        What was found, with its numbers.
    effect : str
        What it does to the map.
    remedy : str
        The call that mends it.
    where : tuple of str
        The arguments of :func:`examine` that it was found in.

    See Also
    --------
    examine : Makes them.

    Examples
    --------
    >>> import leadfield
    >>> diagnosis = leadfield.doctor.examine(noise_cov=noise_cov)
    >>> [finding.title for finding in diagnosis]
    []
    """

    name: str
    severity: Severity
    title: str
    found: str
    effect: str
    remedy: str
    where: tuple[str, ...] = ()
