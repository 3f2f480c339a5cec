"""Summary of a finished run, read from its folder."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from leadfield.base.bounded_text import parse_json
from leadfield.base.errors import FormatError, InputError, MissingFileError
from leadfield.base.files import as_path, existing
from leadfield.base.results_folder import SUMMARY
from leadfield.cli.output_folder import MARK
from leadfield.cli.summary import MADE_BY, ConditionResult, FoundSnr, Peak, ResponseTest, Summary


def read_summary(folder: Path) -> tuple[Summary, tuple[str, ...]]:
    """The summary of a run's folder, and the names of its files."""
    home = as_path(folder)
    if not home.is_dir():
        msg = f"DIR must be a folder that {MADE_BY} wrote, got {str(home)!r}, which is none"
        raise MissingFileError(msg)
    path = existing(home / SUMMARY, f"a folder that {MADE_BY} wrote has a summary, which")
    try:
        record = parse_json(path.read_text(encoding="utf-8"))
        maker = str(record["made_by"])
        if maker == MADE_BY:
            return _summary_of(record), tuple(map(str, record["files"]))
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        what = f"lacks {error}" if isinstance(error, KeyError) else str(error)
        problem = f"a summary must be as this version of {MADE_BY} writes it: {what}"
        raise FormatError(path, problem) from error
    hint = ", whose folder has its report.html" if maker == MARK else ""
    msg = f"DIR must be a folder that {MADE_BY} wrote, {home} is one of {maker!r}{hint}"
    raise InputError(msg)


def _summary_of(record: Mapping[str, Any]) -> Summary:
    """The summary that JSON tells."""
    kinds: dict[str, Callable[[Any], Any]] = {
        "made_by": str,
        "versions": _texts,
        "settings": dict,
        "folder": str,
        "recording": str,
        "forward": str,
        "channels": _counts,
        "bads": list_of,
        "rank": int,
        "estimator": str,
        "sources": int,
        "subject": text_or_none,
        "method": str,
        "unit": str,
        "lambda2": _number_or_none,
        "events": _counts,
        "trials": int,
        "dropped": int,
        "reasons": _counts,
        "findings": lambda items: [_finding_of(item) for item in items],
    }
    values: dict[str, Any] = {name: kind(record[name]) for name, kind in kinds.items()}
    return Summary(**values)


def _finding_of(record: Mapping[str, Any]) -> ConditionResult:
    peaks = {str(side): _peak_of(peak) for side, peak in record["peaks"].items()}
    return ConditionResult(
        condition=str(record["condition"]),
        response=_response_of(record["response"]),
        nave=int(record["nave"]),
        explained=float(record["explained"]),
        lambda2=float(record["lambda2"]),
        found=None if record["found"] is None else _found_of(record["found"]),
        peaks=peaks,
        files=list_of(record["files"]),
    )


def _response_of(record: Mapping[str, Any]) -> ResponseTest:
    p, detected = record["p"], record["detected"]
    return ResponseTest(
        p=None if p is None else float(p), detected=None if detected is None else bool(detected)
    )


def _found_of(record: Mapping[str, Any]) -> FoundSnr:
    start, end = map(float, record["window_s"])
    return FoundSnr(
        snr=float(record["snr"]), noise_scale=float(record["noise_scale"]), window_s=(start, end)
    )


def _peak_of(record: Mapping[str, Any]) -> Peak:
    return Peak(
        vertex=int(record["vertex"]),
        surface_ras_mm=_point(record["surface_ras_mm"]),
        mni_mm=None if record["mni_mm"] is None else _point(record["mni_mm"]),
        label=text_or_none(record["label"]),
        time=float(record["time"]),
        value=float(record["value"]),
    )


def _point(numbers: Any) -> tuple[float, float, float]:
    x, y, z = map(float, numbers)
    return x, y, z


def _number_or_none(number: Any) -> float | None:
    return None if number is None else float(number)


def _counts(table: Any) -> dict[str, int]:
    return {str(name): int(n) for name, n in table.items()}


def _texts(table: Any) -> dict[str, str]:
    return {str(name): str(text) for name, text in table.items()}


def list_of(items: Any) -> list[str]:
    """Texts of a list in JSON."""
    return [str(item) for item in items]


def text_or_none(text: Any) -> str | None:
    """A text, or none, in JSON."""
    return None if text is None else str(text)
