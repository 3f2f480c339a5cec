"""Unpacking of archives: nothing is written outside the target folder."""

import shutil
import tarfile
from pathlib import Path, PurePosixPath

from leadfield.base.errors import FormatError
from leadfield.base.progress import tracked


def unpack(archive: Path, folder: Path, *, root: str) -> None:
    """Unpack what the archive has under ``root/`` into ``folder``.

    Links become copies of what they point to, so that no link can lead outside.
    """
    links: dict[Path, Path] = {}
    try:
        with tarfile.open(archive) as entries:
            for entry in tracked(entries, "Unpacking"):
                target = folder / _inside(archive, entry.name, root)
                if entry.isdir():
                    target.mkdir(parents=True, exist_ok=True)
                elif entry.isfile():
                    target.parent.mkdir(parents=True, exist_ok=True)
                    source = entries.extractfile(entry)
                    if source is not None:
                        with target.open("wb") as file:
                            shutil.copyfileobj(source, file, 2**20)
                elif entry.issym() or entry.islnk():
                    base = PurePosixPath(entry.name).parent if entry.issym() else PurePosixPath()
                    pointed = _inside(archive, str(base / entry.linkname), root)
                    links[target] = folder / pointed
                else:
                    msg = f"an archive must hold files, folders and links, got {entry.name!r}"
                    raise FormatError(archive, msg)
    except (tarfile.TarError, EOFError) as problem:
        msg = f"an archive must be whole, got one that breaks off ({problem})"
        raise FormatError(archive, msg) from problem
    _copy_links(links)


def _inside(archive: Path, name: str, root: str) -> PurePosixPath:
    """A name relative to ``root``, without steps up."""
    steps: list[str] = []
    for step in PurePosixPath(name).parts:
        if step == ".." and steps:
            steps.pop()
        else:
            steps.append(step)
    # A drive or a backslash would mean something on Windows only.
    odd = any(step in {"..", "/"} or "\\" in step or ":" in step for step in steps)
    if odd or steps[:1] != [root]:
        msg = f"names in the archive must lie in {root}/, got {name!r}"
        raise FormatError(archive, msg)
    return PurePosixPath(*steps[1:])


def _copy_links(links: dict[Path, Path]) -> None:
    """Copy what links point to, the targets of other links first."""
    while links:
        ready = {link: to for link, to in links.items() if to.exists() and not _waits(to, links)}
        for link, to in ready.items():
            link.parent.mkdir(parents=True, exist_ok=True)
            if to.is_dir():
                shutil.copytree(to, link)
            else:
                shutil.copyfile(to, link)
            del links[link]
        if not ready:
            return  # the others point nowhere


def _waits(place: Path, links: dict[Path, Path]) -> bool:
    """Whether a place is, or holds, a link that is still to be copied."""
    return any(link == place or place in link.parents for link in links)
