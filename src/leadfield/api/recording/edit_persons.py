"""Measurement info without personal data: what users ask ``anonymize`` for, checked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from leadfield.base.checks import number, one_of
from leadfield.base.errors import ArgumentTypeError
from leadfield.recording.fif.anonymous import KEPT, anonymized

if TYPE_CHECKING:
    from leadfield.recording.info import MeasurementInfo

SubjectField = Literal["his_id", "sex", "hand"]
KeepHis = bool | SubjectField | Sequence[SubjectField]


def without_persons(
    info: MeasurementInfo, daysback: float | None, keep_his: KeepHis
) -> MeasurementInfo:
    """The info without names and with other dates, as users ask for it."""
    days = None if daysback is None else number("daysback", daysback)
    return anonymized(info, days_back=days, keep=_kept(keep_his))


def _kept(keep_his: object) -> set[str]:
    """Which fields of the subject stay."""
    if isinstance(keep_his, bool):
        return set(KEPT) if keep_his else set()
    fields = [keep_his] if isinstance(keep_his, str) else keep_his
    if not isinstance(fields, list | tuple | set | frozenset):
        msg = f"keep_his must be a bool, a field or a list of fields, got {keep_his!r}"
        raise ArgumentTypeError(msg)
    for field in fields:
        one_of("keep_his", field, KEPT)
    return set(fields)
