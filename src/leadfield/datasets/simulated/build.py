"""Makes the experiment once, whole or not at all."""

from pathlib import Path

import numpy as np

from leadfield.base.checks import whole
from leadfield.base.files import as_path
from leadfield.base.log import LOGGER, Verbose, log_level, verbose_aware
from leadfield.base.progress import working
from leadfield.datasets import template
from leadfield.datasets.dataset_path import DatasetPath
from leadfield.datasets.make_once import made_once
from leadfield.datasets.places import own_place
from leadfield.datasets.simulated.activity import active_patches, cortical_sheets, responses
from leadfield.datasets.simulated.anatomy import write_subjects
from leadfield.datasets.simulated.files import (
    same_stamps,
    write_analysis,
    write_recording,
    write_truth,
)
from leadfield.datasets.simulated.heads import skull_of, true_head, true_registration
from leadfield.datasets.simulated.sensor_patterns import sensor_patterns
from leadfield.datasets.simulated.sensors import measurement_info
from leadfield.datasets.simulated.signals import recording, trigger_times
from leadfield.forward.sensor_array import make_sensor_array

VERSION = "1"
SEED = 7
PERSON = 1  # the seed of what all recordings have in common
FOLDER = "MNE-sample-data"


@verbose_aware
def data_path(
    path: str | Path | None = None,
    *,
    seed: int = SEED,
    verbose: Verbose = None,
) -> DatasetPath:
    """Find the made-up experiment; make it first if it is not there yet.

    A recording of 306 MEG and 60 EEG channels, 278 s at 150 Hz, of a person who hears
    sounds and sees patterns left and right (``aud_l=1``, ``aud_r=2``, ``vis_l=3``,
    ``vis_r=4``) and blinks; the person's cortex and a common one (``"sample"`` and
    ``"fsaverage"``); forward solutions; and ``truth.json`` with what was really active.
    Files have the names of the MNE sample data. Making it takes some ten seconds, once.

    Parameters
    ----------
    path : str | Path | None
        The folder to keep it in; None for the one that ``LEADFIELD_DATA`` names, else the
        user's cache folder.
    seed : int
        Another number makes another recording of the same person.
    verbose : bool | str | int | None
        How much to tell; None for the level that is set.

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
    The person's cortex is the template's, warped and with twice as fine a mesh; the inner
    skull is the template's, smoothed, and outer skull and head stand at a fixed distance
    from it. Currents flow half-way through the grey matter, in a head of three shells. The
    analysis is given shells that are up to 3 mm off, other conductivities, a registration
    that is a degree and 2 mm off, sources on the white surface, and for MEG a single shell.

    Examples
    --------
    >>> from leadfield.datasets import simulated
    >>> data = simulated.data_path()  # doctest: +SKIP
    >>> raw_fname = data / "MEG" / "sample" / "sample_audvis_filt-0-40_raw.fif"  # doctest: +SKIP
    """
    base = own_place() if path is None else as_path(path)
    place = base / f"simulated-{VERSION}-{whole('seed', seed)}"

    def make(folder: Path) -> None:
        LOGGER.info("Making the simulated experiment in %s: some ten seconds, once", place)
        with working("Making the simulated experiment"), log_level("warning"):
            _make(folder / FOLDER, seed)

    return DatasetPath(made_once(place, make) / FOLDER)


def _make(folder: Path, seed: int) -> None:
    anatomy = template.data_path() / template.SUBJECT
    subjects, meg = folder / "subjects", folder / "MEG" / "sample"
    meg.mkdir(parents=True)
    write_subjects(anatomy, subjects, np.random.default_rng(PERSON))
    skull, mri_to_head = skull_of(anatomy), true_registration()
    info = measurement_info(skull, mri_to_head)
    write_analysis(meg, subjects, skull, info)
    rng = np.random.default_rng(seed)
    sheets = cortical_sheets(subjects)
    patches = active_patches(subjects, sheets)
    array = make_sensor_array(info, meg=True, eeg=True, use_references=False)
    patterns = sensor_patterns(
        array, true_head(skull), mri_to_head, sheets=sheets, patches=patches.values(), rng=rng
    )
    happening, happened = responses(patches), trigger_times(rng)
    data = recording(info, happened=happened, responses=happening, patterns=patterns, rng=rng)
    write_recording(meg, info, data, happened)
    write_truth(folder / "truth.json", happening, happened, seed=seed)
    (folder / "version.txt").write_text(f"leadfield simulated {VERSION}\n")
    same_stamps(folder)
