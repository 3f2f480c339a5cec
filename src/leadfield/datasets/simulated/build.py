"""Simulated experiment: ``data_path``."""

from pathlib import Path

import numpy as np

from leadfield.base.checks import whole
from leadfield.base.files import as_path
from leadfield.base.log import LOGGER, Verbose, log_level, verbose_aware
from leadfield.base.make_once import make_once
from leadfield.base.progress import working
from leadfield.datasets import template
from leadfield.datasets.data_folders import SAMPLE, data_folder
from leadfield.datasets.dataset_path import DatasetPath
from leadfield.datasets.simulated.activity import (
    active_patches,
    condition_responses,
    cortical_sheets,
)
from leadfield.datasets.simulated.anatomy import (
    COMMON,
    SUBJECT,
    copy_template,
    sample_warp,
    write_person,
)
from leadfield.datasets.simulated.files import (
    set_file_dates,
    write_analysis,
    write_recording,
    write_truth,
)
from leadfield.datasets.simulated.heads import make_skull, true_head, true_registration
from leadfield.datasets.simulated.sensor_patterns import sensor_patterns
from leadfield.datasets.simulated.sensors import measurement_info, true_posture
from leadfield.datasets.simulated.signals import SAMPLE_PARADIGM, simulate_recording, trigger_times
from leadfield.forward.sensor_array import make_sensor_array

VERSION = "1"
SEED = 7
SUBJECT_SEED = 1  # of the anatomy, which all recordings share


@verbose_aware
def data_path(
    path: str | Path | None = None,
    *,
    seed: int = SEED,
    verbose: Verbose = None,
) -> DatasetPath:
    """Get the path to a simulated experiment, which is simulated at first use.

    It has a recording of 306 MEG and 60 EEG channels, 278 s at 150 Hz, of a subject who
    hears tones and sees patterns on the left and right (``aud_l=1``, ``aud_r=2``,
    ``vis_l=3``, ``vis_r=4``) and blinks; the cortex of the subject and a common one
    (``"sample"`` and ``"fsaverage"``); forward solutions; and ``truth.json`` with the true
    sources. Files are named like those of the MNE sample data. The simulation takes about
    ten seconds, once.

    Parameters
    ----------
    path : str | Path | None
        The folder to store it in; None for the one that ``LEADFIELD_DATA`` names, else the
        user's cache folder.
    seed : int
        Seed of the random numbers; another one gives another recording of the same subject.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    path : Path
        The experiment's folder; both ``path / "MEG"`` and ``path + "/MEG"`` work.

    Raises
    ------
    InputError
        If the folder cannot be written to, or the seed is negative.

    Notes
    -----
    The subject's cortex is that of the template, warped and with a mesh twice as fine; the
    inner skull is that of the template, smoothed, and the outer skull and the head are at a
    fixed distance from it. Currents flow half-way through the grey matter, in a head model
    of three shells. The files for the analysis have shells that are up to 3 mm off, other
    conductivities, a registration that is off by a degree and 2 mm, sources on the white
    surface, and a single shell for MEG.

    Examples
    --------
    >>> from leadfield.datasets import simulated
    >>> data = simulated.data_path()  # doctest: +SKIP
    >>> raw_fname = data / "MEG" / "sample" / "sample_audvis_filt-0-40_raw.fif"  # doctest: +SKIP
    """
    base = data_folder() if path is None else as_path(path)
    place = base / f"simulated-{VERSION}-{whole('seed', seed)}"

    def make(folder: Path) -> None:
        LOGGER.info("Simulating the experiment in %s (about ten seconds, once)", place)
        with working("Simulating the experiment"), log_level("warning"):
            _make(folder / SAMPLE, seed)

    return DatasetPath(make_once(place, make) / SAMPLE)


def _make(folder: Path, seed: int) -> None:
    anatomy = template.data_path() / template.SUBJECT
    subjects, meg = folder / "subjects", folder / "MEG" / "sample"
    meg.mkdir(parents=True)
    copy_template(anatomy, subjects / COMMON)
    write_person(anatomy, subjects / SUBJECT, sample_warp(), np.random.default_rng(SUBJECT_SEED))
    skull, mri_to_head = make_skull(anatomy), true_registration()
    info = measurement_info(skull, mri_to_head, true_posture())
    write_analysis(meg, subjects, skull, info)
    rng = np.random.default_rng(seed)
    sheets = cortical_sheets(subjects)
    patches = active_patches(subjects, sheets)
    array = make_sensor_array(info, meg=True, eeg=True, use_references=False)
    patterns = sensor_patterns(
        array, true_head(skull), mri_to_head, sheets=sheets, patches=patches.values(), rng=rng
    )
    active_responses, triggers = condition_responses(patches), trigger_times(rng)
    data = simulate_recording(
        info,
        SAMPLE_PARADIGM,
        triggers=triggers,
        responses=active_responses,
        patterns=patterns,
        rng=rng,
    )
    write_recording(meg, info, data, triggers)
    write_truth(folder / "truth.json", active_responses, triggers, seed=seed)
    (folder / "version.txt").write_text(f"leadfield simulated {VERSION}\n")
    set_file_dates(folder)
