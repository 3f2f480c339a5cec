"""Repair of FIF files: clean ones, made of the tags that are whole, byte for byte."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import final

from leadfield.base.errors import FormatError, InputError
from leadfield.base.files import may_write
from leadfield.base.replacing import Replacement
from leadfield.fif.reader import FifFile
from leadfield.fif.writer import writing
from leadfield.recording.annotation import Annotation, in_order
from leadfield.recording.fif.annotations import read_annotations
from leadfield.recording.fif.buffers import BROKEN
from leadfield.recording.fif.info import read_info
from leadfield.recording.fif.read_raw import RAW_BLOCKS
from leadfield.recording.fif.split import PartLinks, new_parts, not_of_same, read_links
from leadfield.rescue.contents import contents_of
from leadfield.rescue.diagnosis import FileDiagnosis, diagnose, find_losses
from leadfield.rescue.opened import DamagedFile, opened_damaged
from leadfield.rescue.report import RepairedFile
from leadfield.rescue.rewrite import Rewritten, write_part
from leadfield.rescue.samples import RawPieces, find_pieces


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class _DamagedPart:
    """One file that is repaired: what can be read of it, what is lost, its place among others."""

    fif: FifFile
    raw: RawPieces | None
    lost: tuple[str, ...]
    links: PartLinks


def repair_fif(path: Path, out: Path, *, overwrite: bool) -> RepairedFile:
    """Write what is whole of a file, and of the parts that it goes on in."""
    with ExitStack() as stack:
        parts, lost = _open_parts(path, stack)
        new = new_parts(out.name, len(parts), "neuromag")
        files = [may_write(out.with_name(one.name), overwrite=overwrite) for one in new]
        _check_others(files, [part.fif.path for part in parts])
        annotations = _annotations(parts)
        together = stack.enter_context(Replacement())
        for part, one, file in zip(parts, new, files, strict=True):
            with writing(
                file, overwrite=overwrite, together=together, identity=one.identity
            ) as writer:
                rewritten = Rewritten(
                    fif=part.fif,
                    raw=part.raw,
                    annotations=None if one.number else annotations,
                    number=one.number,
                    parts=new,
                )
                write_part(writer, rewritten)
        kept = tuple(_kept(parts))
    return RepairedFile(files=tuple(files), kept=kept, lost=lost)


def _check_others(files: Sequence[Path], read: Sequence[Path]) -> None:
    if {file.resolve() for file in files} & {file.resolve() for file in read}:
        msg = f"a repaired file must not replace the damaged one, got {files[0]}: give another name"
        raise InputError(msg)


def _open_parts(path: Path, stack: ExitStack) -> tuple[list[_DamagedPart], tuple[str, ...]]:
    """What can be read of a file and of those after it, and what is lost, in words."""
    parts: list[_DamagedPart] = []
    lost: list[str] = []
    following: Path | None = path
    while following is not None and following not in [part.fif.path for part in parts]:
        if parts and not following.is_file():
            lost.append(f"{following.name}, which is not there, and what comes after it")
            break
        try:
            part = _opened_part(stack.enter_context(opened_damaged(following)))
        except FormatError as error:
            if not parts:
                raise
            lost.append(f"{following.name}, and what comes after it: {error.problem}")
            break
        if parts and not parts[-1].links.leads_to(part.links):
            problem = not_of_same(following, parts[-1].fif.path).problem
            lost.append(f"{following.name}, and what comes after it: {problem}")
            break
        parts.append(part)
        lost += part.lost
        following = part.links.path
    return parts, tuple(lost)


def _opened_part(damaged: DamagedFile) -> _DamagedPart:
    diagnosis = diagnose(damaged.fif, damaged=bool(damaged.problems))
    fif = diagnosis.fif
    if not diagnosis.readable:
        raise FormatError(fif.path, _hopeless(diagnosis))
    blocks = fif.tree.find(*RAW_BLOCKS)
    raw = find_pieces(fif, blocks[0]) if blocks else None
    found = list(find_losses(fif))
    told = {one.offset for one in found}
    tags = [one for one in damaged.problems if one.severity == "warning" and not one.mended]
    problems = [*(one for one in tags if one.offset not in told), *found]
    lost = [f"{one.place}: {one.text}" if one.place else one.text for one in problems]
    return _DamagedPart(
        fif=fif,
        raw=raw,
        lost=(*lost, *diagnosis.lost),
        links=read_links(fif),
    )


def _hopeless(diagnosis: FileDiagnosis) -> str:
    if not diagnosis.problems:
        return "nothing that could be saved is whole"
    last = diagnosis.problems[-1]
    where = f" ({last.place})" if last.place else ""
    return f"nothing can be saved without what is broken{where}: {last.text}"


def _annotations(parts: Sequence[_DamagedPart]) -> tuple[Annotation, ...] | None:
    """The recording's annotations and those of lost samples; None to keep what is there."""
    first = parts[0]
    if first.raw is None or not any(part.raw and part.raw.broken for part in parts):
        return None
    rate, at = first.raw.sampling_rate, first.raw.first_sample
    found = list(read_annotations(first.fif, read_info(first.fif).measured_at, at / rate))
    for raw in (part.raw for part in parts if part.raw is not None):
        found += [
            Annotation(
                onset=(at + start) / rate, duration=(stop - start) / rate, description=BROKEN
            )
            for start, stop in raw.broken
        ]
        at += raw.n_samples
    return in_order(found)


def _kept(parts: Sequence[_DamagedPart]) -> Iterator[str]:
    """What the parts hold, in words."""
    raws = [part.raw for part in parts if part.raw is not None]
    if raws:
        n = sum(raw.n_samples for raw in raws)
        yield f"{n} samples ({n / raws[0].sampling_rate:.3f} s)"
    names = [content.name for part in parts for content, _ in contents_of(part.fif)]
    for name in dict.fromkeys(names):
        many = names.count(name) if name == "evoked responses" else 0
        if name != "raw samples":
            yield f"{many} {name}" if many else name
