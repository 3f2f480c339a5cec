"""Every reader with its files, and what is done with what it gave."""

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np

import leadfield
from fuzz import uses
from fuzz.corpus import SUBJECT, Sound
from leadfield.bids.channel_table import with_channel_table
from leadfield.bids.event_table import read_event_table
from leadfield.bids.head_position import landmarks_in_head
from leadfield.cli.describe_any import describe_file
from leadfield.freesurfer.image import read_image
from leadfield.freesurfer.overlay import read_morph
from leadfield.freesurfer.surface import read_surface
from leadfield.freesurfer.talairach import read_surface_to_scanner, read_talairach
from leadfield.io import read_fiducials, read_info, read_raw_fif
from leadfield.minimum_norm import read_inverse_operator
from leadfield.recording.create import create_measurement_info
from leadfield.recording.info import MeasurementInfo


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """A reader: the corpus files it is given, how it reads one, how its answer is used.

    ``draw`` makes a picture, which takes long and so is done for few files.
    """

    files: tuple[str, ...]
    read: Callable[[Path], Any]
    use: Callable[[Any, Sound], None] | None = None
    draw: Callable[[Any, Sound], None] | None = None


def _read_annot(path: Path) -> list[leadfield.Label]:
    return leadfield.read_labels_from_annot(SUBJECT, annot_fname=path, subjects_dir=path.parents[2])


def _load_bads(path: Path) -> Any:
    raw = leadfield.io.RawArray(
        np.zeros((2, 10)), leadfield.create_info(["MEG 001", "EEG 003"], 10.0, "mag")
    )
    raw.load_bad_channels(path, force=True)
    return raw


def _tiny_info() -> MeasurementInfo:
    return create_measurement_info(["MEG 001", "EEG 003"], 10.0, ["mag", "eeg"])


READERS = {
    "raw": Reader(
        files=("a_raw.fif", "short_raw.fif", "skip_raw.fif", "named_raw.fif", "a_raw.fif.gz"),
        read=lambda path: read_raw_fif(path, allow_maxshield="yes"),
        use=uses.use_raw,
        draw=uses.draw_raw,
    ),
    "split-raw": Reader(
        files=("split_raw.fif", "split_raw-1.fif"),
        read=lambda path: read_raw_fif(path.with_name("split_raw.fif"), allow_maxshield="yes"),
        use=uses.use_raw,
    ),
    "raw-stream": Reader(
        files=("short_raw.fif",),
        read=lambda path: read_raw_fif(
            BytesIO(path.read_bytes()), preload=True, allow_maxshield="yes"
        ),
        use=uses.use_raw,
    ),
    "info": Reader(
        files=("a-info.fif", "named_raw.fif"),
        read=read_info,
        use=uses.use_info,
        draw=uses.draw_info,
    ),
    "epochs": Reader(files=("a-epo.fif",), read=leadfield.read_epochs, use=uses.use_epochs),
    "lazy-epochs": Reader(
        files=("a-epo.fif",),
        read=lambda path: leadfield.read_epochs(path, preload=False),
        use=uses.use_epochs,
    ),
    "evoked": Reader(
        files=("a-ave.fif",),
        read=lambda path: leadfield.read_evokeds(path, allow_maxshield="yes"),
        use=uses.use_evokeds,
        draw=uses.draw_evokeds,
    ),
    "covariance": Reader(
        files=("a-cov.fif", "diagonal-cov.fif", "a-cov.fif.gz"),
        read=leadfield.read_cov,
        use=uses.use_noise,
        draw=uses.draw_noise,
    ),
    "source-spaces": Reader(
        files=("a-src.fif", "vol-src.fif"), read=leadfield.read_source_spaces, use=uses.use_sources
    ),
    "forward": Reader(
        files=("a-fwd.fif",), read=leadfield.read_forward_solution, use=uses.use_forward
    ),
    "inverse": Reader(
        files=("a-inv.fif", "fixed-inv.fif"), read=read_inverse_operator, use=uses.use_inverse
    ),
    "events": Reader(
        files=("a-eve.fif", "a-eve.eve"), read=leadfield.read_events, use=uses.use_events
    ),
    "annotations": Reader(
        files=("a-annot.fif", "a-annot.csv", "a-annot.txt"),
        read=leadfield.read_annotations,
        use=uses.use_annotations,
    ),
    "projections": Reader(
        files=("a-proj.fif",), read=leadfield.read_proj, use=uses.use_projections
    ),
    "transforms": Reader(
        files=("a-trans.fif",), read=leadfield.read_trans, use=uses.use_transforms
    ),
    "fiducials": Reader(files=("a-fiducials.fif",), read=read_fiducials),
    "head-surfaces": Reader(
        files=("a-bem.fif",), read=leadfield.read_bem_surfaces, use=uses.use_surfaces
    ),
    "head-model": Reader(
        files=("a-bem-sol.fif", "symmetric-bem-sol.fif", "a-bem-sol.h5"),
        read=leadfield.read_bem_solution,
        use=uses.use_bem,
    ),
    "dipoles": Reader(
        files=("a.dip", "a.bdip", "a-dip.fif"), read=leadfield.read_dipole, use=uses.use_dipoles
    ),
    "estimate": Reader(
        files=("a-lh.stc", "a-rh.stc", "a-vl.stc", "b-lh.w"),
        read=leadfield.read_source_estimate,
        use=uses.use_estimate,
        draw=uses.draw_estimate,
    ),
    "hdf5-estimate": Reader(
        files=("a-stc.h5", "vol-stc.h5"),
        read=leadfield.read_source_estimate,
        use=uses.use_estimate,
    ),
    "morph": Reader(
        files=("a-morph.h5", "vol-morph.h5"),
        read=leadfield.read_source_morph,
        use=uses.use_morph,
    ),
    "label": Reader(files=("a-lh.label",), read=leadfield.read_label, use=uses.use_label),
    "parcellation": Reader(
        files=(f"{SUBJECT}/label/lh.parts.annot",), read=_read_annot, use=uses.use_labels
    ),
    "surface": Reader(files=(f"{SUBJECT}/surf/lh.white",), read=read_surface),
    "overlay": Reader(files=(f"{SUBJECT}/surf/lh.curv",), read=read_morph),
    "talairach": Reader(files=("talairach.xfm",), read=read_talairach),
    "mri-header": Reader(files=("orig.mgz",), read=read_surface_to_scanner),
    "image": Reader(files=("aseg.mgz", "aseg.mgh"), read=read_image),
    "colour-table": Reader(files=("lut.txt",), read=leadfield.read_freesurfer_lut),
    "bads": Reader(files=("bads.txt",), read=_load_bads),
    "bids-channels": Reader(
        files=("channels.tsv",), read=lambda path: with_channel_table(_tiny_info(), path)
    ),
    "bids-events": Reader(files=("events.tsv",), read=read_event_table),
    "bids-landmarks": Reader(
        files=("coordsystem.json",), read=lambda path: landmarks_in_head(_tiny_info(), path)
    ),
    "describe": Reader(
        files=("a_raw.fif", "a-epo.fif", "a-inv.fif", "a-vl.stc", "b-lh.w", "a-lh.label"),
        read=lambda path: describe_file(path, tree=".fif" in path.name),
    ),
}
