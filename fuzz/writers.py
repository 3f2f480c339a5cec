"""Every writer, with a reader for what it writes: two versions that can be told apart."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

import leadfield
from fuzz.corpus import SUBJECT, Sound
from leadfield.base.results_folder import list_files, replace_results
from leadfield.cli.output_folder import MARK, check_results_folder, staged
from leadfield.forward.bem import Shell, ShellKind, solve_bem
from leadfield.forward.fif.bem import write_bem_solution, write_bem_surfaces
from leadfield.freesurfer.annotation import read_annotation
from leadfield.freesurfer.overlay import read_morph, write_morph
from leadfield.freesurfer.surface import Surface, read_surface, write_surface
from leadfield.minimum_norm import (
    make_inverse_operator,
    read_inverse_operator,
    write_inverse_operator,
)
from leadfield.numerics.mesh_sphere import icosahedron
from leadfield.sources.space import HEMISPHERES

Save = Callable[[Path, int], object]
Read = Callable[[Path], Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Writer:
    """How a kind of file is written into a folder, in version 1 or 2, and read there."""

    name: str
    save: Save
    read: Read


def make_writers(sound: Sound) -> list[Writer]:
    """All of them, for what is in a data set."""
    raw, epochs = _long(sound.raw), _many(sound.epochs)
    return [
        *_recordings(raw, epochs),
        *_lists(sound),
        *_models(sound),
        *_estimates(sound),
        *_surfaces(),
        Writer(name="folder of results", save=_save_results, read=_read_results),
    ]


def one(name: str, file: str, save: Callable[[Path, int], object], read: Read) -> Writer:
    """The writer of a single file of this name."""
    return Writer(
        name=name,
        save=lambda folder, k: save(folder / file, k),
        read=lambda folder: read(folder / file),
    )


def _long(raw: leadfield.io.Raw) -> leadfield.io.Raw:
    return leadfield.io.RawArray(np.tile(raw.get_data(), 20), raw.info, verbose="error")


def _many(epochs: leadfield.Epochs) -> leadfield.EpochsArray:
    return leadfield.EpochsArray(np.tile(epochs.get_data(), (40, 1, 3)), epochs.info)


def _times(inst: Any, k: int) -> Any:
    """A copy with values times ``k``."""
    return inst.copy().apply_function(lambda x: k * x, picks="all", channel_wise=False)


def _recordings(raw: leadfield.io.Raw, epochs: leadfield.EpochsArray) -> list[Writer]:
    raws = {k: _times(raw, k) for k in (1, 2)}
    many = {k: _times(epochs, k) for k in (1, 2)}
    saved = {"buffer_size_sec": 5, "overwrite": True}

    def save_raw(**options: Any) -> Save:
        return lambda folder, k: raws[k].save(folder / "a_raw.fif", **saved, **options)

    def read_raw(file: str) -> Read:
        return lambda folder: leadfield.io.read_raw_fif(folder / file).get_data()

    def read_epochs(folder: Path) -> Any:
        return leadfield.read_epochs(folder / "a-epo.fif").get_data()

    size = {"split_size": 100_000}
    return [
        Writer(name="raw", save=save_raw(), read=read_raw("a_raw.fif")),
        Writer(
            name="raw, packed",
            save=lambda folder, k: raws[k].save(folder / "a_raw.fif.gz", **saved),
            read=read_raw("a_raw.fif.gz"),
        ),
        Writer(name="raw in parts", save=save_raw(**size), read=read_raw("a_raw.fif")),
        Writer(
            name="raw in parts, named as in BIDS",
            save=save_raw(**size, split_naming="bids"),
            read=read_raw("a_split-01_raw.fif"),
        ),
        Writer(
            name="epochs",
            save=lambda folder, k: many[k].save(folder / "a-epo.fif", overwrite=True),
            read=read_epochs,
        ),
        Writer(
            name="epochs in parts",
            save=lambda folder, k: many[k].save(folder / "a-epo.fif", overwrite=True, **size),
            read=read_epochs,
        ),
    ]


def _lists(sound: Sound) -> list[Writer]:
    annotations = {k: leadfield.Annotations([0.5] * 50, 0.1 * k, "BAD blink") for k in (1, 2)}
    events = {k: np.tile([10, 0, k], (50, 1)) + np.arange(50)[:, None] * [10, 0, 0] for k in (1, 2)}
    moves = {
        k: leadfield.CoordinateTransform("head", "mri", np.diag([1.0, 1, 1, 1]) + _shift(k))
        for k in (1, 2)
    }
    projections = {k: sound.raw.info["projs"][:k] for k in (1, 2)}
    found = [
        one(
            f"annotations, .{ending}",
            f"a-annot.{ending}",
            lambda path, k: annotations[k].save(path, overwrite=True),
            lambda path: leadfield.read_annotations(path).duration,
        )
        for ending in ("fif", "csv", "txt")
    ]
    found += [
        one(
            f"events, {ending}",
            f"a{ending}",
            lambda path, k: leadfield.write_events(path, events[k], overwrite=True),
            leadfield.read_events,
        )
        for ending in ("-eve.fif", ".eve")
    ]
    return [
        *found,
        one(
            "transform",
            "a-trans.fif",
            lambda path, k: leadfield.write_trans(path, moves[k], overwrite=True),
            lambda path: leadfield.read_trans(path)["trans"],
        ),
        one(
            "projections",
            "a-proj.fif",
            lambda path, k: leadfield.write_proj(path, projections[k], overwrite=True),
            lambda path: np.arange(len(leadfield.read_proj(path))),
        ),
    ]


def _shift(k: int) -> Any:
    out = np.zeros((4, 4))
    out[0, 3] = 0.01 * k
    return out


def _models(sound: Sound) -> list[Writer]:
    evokeds = {k: _times(sound.evoked, k) for k in (1, 2)}
    fixed = {
        k: make_inverse_operator(sound.epochs.info, sound.forward, sound.noise, loose=loose)
        for k, loose in ((1, 0.2), (2, 0.8))
    }
    forwards = {
        k: leadfield.pick_types_forward(sound.forward, meg=True, eeg=k == 1) for k in (1, 2)
    }
    vertices, triangles = icosahedron(1)
    shells = {
        k: [
            Shell(
                kind=ShellKind.INNER_SKULL,
                conductivity=0.3,
                vertices=0.04 * k * vertices,
                triangles=triangles,
            )
        ]
        for k in (1, 2)
    }
    solved = {k: solve_bem(shells[k]) for k in (1, 2)}
    noises = {
        k: leadfield.make_ad_hoc_cov(sound.epochs.info, std={"mag": k * 1e-13}) for k in (1, 2)
    }
    return [
        one(
            "average",
            "a-ave.fif",
            lambda path, k: leadfield.write_evokeds(path, evokeds[k], overwrite=True),
            lambda path: leadfield.read_evokeds(path)[0].data,
        ),
        one(
            "noise covariance",
            "a-cov.fif",
            lambda path, k: noises[k].save(path, overwrite=True),
            lambda path: leadfield.read_cov(path).data,
        ),
        one(
            "forward solution",
            "a-fwd.fif",
            lambda path, k: leadfield.write_forward_solution(path, forwards[k], overwrite=True),
            lambda path: leadfield.read_forward_solution(path)["sol"]["data"],
        ),
        one(
            "inverse operator",
            "a-inv.fif",
            lambda path, k: write_inverse_operator(path, fixed[k], overwrite=True),
            lambda path: read_inverse_operator(path)["orient_prior"]["data"],
        ),
        one(
            "head model",
            "a-bem.fif",
            lambda path, k: write_bem_surfaces(path, shells[k], overwrite=True),
            lambda path: leadfield.read_bem_surfaces(path)[0]["rr"],
        ),
        one(
            "solved head model",
            "a-bem-sol.fif",
            lambda path, k: write_bem_solution(path, solved[k], overwrite=True),
            lambda path: leadfield.read_bem_solution(path)["surfs"][0]["rr"],
        ),
    ]


def _estimates(sound: Sound) -> list[Writer]:
    found = []
    maps = {k: sound.estimate.copy() for k in (1, 2)}
    maps[2].data *= 2
    for ftype in ("stc", "w"):
        stcs = {k: one.copy().crop(0, 0) if ftype == "w" else one for k, one in maps.items()}
        found.append(
            Writer(
                name=f"estimate, .{ftype}",
                save=lambda folder, k, stcs=stcs, ftype=ftype: stcs[k].save(
                    folder / "a", ftype=ftype, overwrite=True
                ),
                read=lambda folder: leadfield.read_source_estimate(folder / "a").data,
            )
        )
    places = [np.arange(3)]
    volumes = {
        k: leadfield.VolSourceEstimate(k * sound.estimate.data[:3], places, 0, 0.01, SUBJECT)
        for k in (1, 2)
    }
    found.append(
        one(
            "estimate in a volume",
            "a-vl.stc",
            lambda path, k: volumes[k].save(path, overwrite=True),
            lambda path: leadfield.read_source_estimate(path).data,
        )
    )
    return found


def _surfaces() -> list[Writer]:
    vertices, triangles = icosahedron(2)
    surfaces = {k: Surface(vertices=40 * k * vertices, triangles=triangles) for k in (1, 2)}
    labels = {
        k: leadfield.Label(np.arange(40), values=np.full(40, float(k)), hemi="lh", name="a")
        for k in (1, 2)
    }
    return [
        one(
            "surface",
            "lh.white",
            lambda path, k: write_surface(path, surfaces[k], overwrite=True),
            lambda path: read_surface(path).vertices,
        ),
        one(
            "overlay",
            "lh.curv",
            lambda path, k: write_morph(path, k * vertices[:, 0], overwrite=True),
            read_morph,
        ),
        one(
            "label",
            "a-lh.label",
            lambda path, k: leadfield.write_label(path, labels[k]),
            lambda path: leadfield.read_label(path).values,
        ),
        Writer(name="parcellation", save=_save_parts, read=_read_parts),
    ]


def _save_parts(folder: Path, k: int) -> None:
    home = folder / SUBJECT
    if not home.exists():
        for part in ("label", "surf"):
            (home / part).mkdir(parents=True)
        vertices, triangles = icosahedron(2)
        for side in HEMISPHERES:
            write_surface(
                home / "surf" / f"{side}.white", Surface(vertices=vertices, triangles=triangles)
            )
    labels = [
        leadfield.Label(np.arange(20 * k), hemi=side, name=f"{k}-{side}", color=(1, 0, 0, 1))
        for side in HEMISPHERES
    ]
    leadfield.write_labels_to_annot(labels, SUBJECT, "parts", overwrite=True, subjects_dir=folder)


def _read_parts(folder: Path) -> Any:
    home = folder / SUBJECT / "label"
    return np.array([read_annotation(home / f"{side}.parts.annot").labels for side in HEMISPHERES])


def _save_results(folder: Path, k: int) -> None:
    out = folder / "out"
    with staged(out) as results:
        (results / "pictures").mkdir()
        for name in ("a.stc", "b.stc", "pictures/a.png", f"only-{k}.txt"):
            (results / name).write_text(str(k))
        record = {"made_by": MARK, "files": [*list_files(results), "summary.json"], "k": k}
        (results / "summary.json").write_text(json.dumps(record))
        replace_results(results, out, mark=MARK)


def _read_results(folder: Path) -> Any:
    out = folder / "out"
    check_results_folder(out, overwrite=True)
    record = json.loads((out / "summary.json").read_text())
    files = [name for name in list_files(out) if not name.startswith(".")]
    if sorted(record["files"]) != files:
        msg = f"{out} must hold the files of its summary, it holds {files}"
        raise ValueError(msg)
    return np.array(
        [record["k"], *(int((out / n).read_text()) for n in files if n != "summary.json")]
    )
