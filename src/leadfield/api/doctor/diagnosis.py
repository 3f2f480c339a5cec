"""Diagnosis of a data set: the outer face of an examination."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, final

from leadfield import summaries
from leadfield.base.files import may_write
from leadfield.base.front_door import public
from leadfield.base.replacing import replacing
from leadfield.report.diagnosis_page import make_diagnosis_page

if TYPE_CHECKING:
    from leadfield.doctor.examination import Examination
    from leadfield.doctor.finding import Finding, Severity


@public("leadfield.doctor")
@final
class Diagnosis:
    """What is wrong with a data set: findings, the worst first.

    It is a sequence of them, prints as text, and shows itself as a table in notebooks.

    Parameters
    ----------
    value : Examination
        The result of the examination as a frozen value.

    See Also
    --------
    examine : Makes it.

    Examples
    --------
    >>> import leadfield
    >>> diagnosis = leadfield.doctor.examine(noise_cov=noise_cov)
    >>> len(diagnosis), diagnosis.exit_status
    (0, 0)
    """

    __slots__ = ("value",)

    def __init__(self, value: Examination) -> None:
        self.value = value

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was found, the worst first."""
        return self.value.findings

    @property
    def not_checked(self) -> dict[str, str]:
        """Why a check was not made, by its topic."""
        return {one.topic: one.why for one in self.value.unchecked}

    @property
    def severity(self) -> Severity | None:
        """The worst severity, ``"error"``, ``"warning"`` or ``"note"``; None without findings."""
        return self.value.severity

    @property
    def exit_status(self) -> int:
        """What ``leadfield doctor`` ends with: 0, 1 with warnings, 2 with errors."""
        return self.value.exit_status

    def __len__(self) -> int:
        return len(self.findings)

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.findings)

    def __getitem__(self, index: int) -> Finding:
        return self.findings[index]

    def __bool__(self) -> bool:
        # A healthy data set's diagnosis is there, too.
        return True

    def to_dict(self) -> dict[str, Any]:
        """Make dictionaries, lists and numbers of it.

        Returns
        -------
        record : dict
            ``severity``, ``exit_status``, ``n_checked``, ``findings`` and ``not_checked``.
        """
        return self.value.to_dict()

    def to_json(self) -> str:
        """Make JSON of it.

        Returns
        -------
        text : str
            What :meth:`to_dict` gives, as JSON.
        """
        return json.dumps(self.to_dict(), indent=2) + "\n"

    def to_html(self, fname: str | Path, *, title: str = "Doctor", overwrite: bool = False) -> None:
        """Write it as one page of HTML, which needs no other file.

        Parameters
        ----------
        fname : path-like
            The file.
        title : str
            Heading of the page.
        overwrite : bool
            Whether to replace a file that is there.

        Raises
        ------
        OverwriteError
            If the file exists and ``overwrite`` is False.
        """
        target = may_write(fname, overwrite=overwrite)
        with replacing(target) as stream:
            stream.write(make_diagnosis_page(self.value, title=title))

    def __str__(self) -> str:
        return self.value.text()

    def __repr__(self) -> str:
        titles = "".join(f"\n  {one.severity}: {one.title}" for one in self.findings)
        return f"<Diagnosis | {self.value.verdict}{titles}>"

    def _repr_html_(self) -> str:
        return summaries.facts_table("Diagnosis", summaries.examination_facts(self.value))
