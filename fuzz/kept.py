"""Files that broke a promise once, kept to be read again: ``broken/READER/DIGEST.NAME.xz``."""

import hashlib
import lzma
from dataclasses import dataclass
from pathlib import Path

from fuzz.trial import Case

BROKEN = Path(__file__).parent / "broken"
SLASH = "+"  # in names of corpus files


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A damaged file by the place where it is kept."""

    path: Path

    @property
    def reader(self) -> str:
        """The reader that it is for."""
        return self.path.parent.name

    def content(self, _folder: Path) -> tuple[str, bytes]:
        """Name in the corpus, and bytes."""
        name = self.path.name.partition(".")[2].removesuffix(".xz").replace(SLASH, "/")
        return name, lzma.decompress(self.path.read_bytes())


def all_kept(folder: Path = BROKEN) -> list[Kept]:
    """All files that are kept."""
    return [Kept(path=path) for path in sorted(folder.glob("*/*.xz"))]


def keep(case: Case, corpus: Path, folder: Path = BROKEN) -> Path:
    """Keep what a case makes of a corpus."""
    name, content = case.content(corpus)
    digest = hashlib.sha256(content).hexdigest()[:8]
    path = folder / case.reader / f"{digest}.{name.replace('/', SLASH)}.xz"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(lzma.compress(content, preset=9))
    return path
