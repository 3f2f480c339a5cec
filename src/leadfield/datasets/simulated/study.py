"""Simulated study: ``study_path``."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from leadfield.base.checks import whole
from leadfield.base.files import as_path
from leadfield.base.log import LOGGER, Verbose, log_level, verbose_aware
from leadfield.base.make_once import make_once
from leadfield.base.progress import tracked
from leadfield.datasets import template
from leadfield.datasets.data_folders import data_folder
from leadfield.datasets.dataset_path import DatasetPath
from leadfield.datasets.simulated.anatomy import copy_template
from leadfield.datasets.simulated.build import SEED
from leadfield.datasets.simulated.files import set_file_dates
from leadfield.datasets.simulated.study_effect import DEVIANT, EFFECT, STANDARD
from leadfield.datasets.simulated.study_people import helmet, subject_name
from leadfield.datasets.simulated.study_recording import write_subject
from leadfield.datasets.simulated.study_tables import write_json, write_study_files
from leadfield.freesurfer.surface import read_surface

VERSION = "2"


@verbose_aware
def study_path(
    path: str | Path | None = None,
    *,
    n_subjects: int = 12,
    seed: int = SEED,
    verbose: Verbose = None,
) -> DatasetPath:
    """Get the path to a simulated study, a BIDS data set that is simulated at first use.

    People hear tones, ``"standard"`` and ``"deviant"`` ones, as often; each has a recording of
    63 MEG channels, 133 s at 150 Hz, and a FreeSurfer subject in ``derivatives/freesurfer``,
    beside the template ``"fsaverage5"``. The deviant has a response at 180 ms that the standard
    has not: ``derivatives/truth/effect.json`` says where, on the template and in each person.
    ``study.toml`` is the study's file for ``leadfield batch``. The simulation takes some seconds
    for each subject, once, and 8 MB.

    Parameters
    ----------
    path : str | Path | None
        The folder to store it in; None for the one that ``LEADFIELD_DATA`` names, else the
        user's cache folder.
    n_subjects : int
        The number of subjects. The first ones are the same in studies of any size.
    seed : int
        Seed of the random numbers; another one gives other people.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    path : Path
        The data set's folder.

    Raises
    ------
    InputError
        If the folder cannot be written to, the seed is negative, or there is no subject.

    Notes
    -----
    Something is wrong with three of them: the recording of ``sub-03`` is broken, ``sub-05``
    does not tell the tones apart, and in ``channels.tsv`` of ``sub-08`` another channel than the
    noisy one is marked bad. The position of the head is in a ``-trans.fif`` for odd subjects, in
    the landmarks of a T1 image for even ones. Heads, postures, places, sizes and latencies of
    responses differ from person to person; models and registrations are a little off, as in
    :func:`~leadfield.datasets.simulated.data_path`.

    Examples
    --------
    >>> from leadfield.datasets import simulated
    >>> root = simulated.study_path(n_subjects=12)  # doctest: +SKIP
    >>> data = leadfield.bids.open_data_set(root)  # doctest: +SKIP
    """
    base = data_folder() if path is None else as_path(path)
    n = whole("n_subjects", n_subjects, least=1)
    place = base / f"study-{VERSION}-{n}-{whole('seed', seed)}"

    def make(folder: Path) -> None:
        LOGGER.info("Simulating a study of %d subjects in %s (some seconds each, once)", n, place)
        with log_level("warning"):
            _make(folder, n, seed)

    return DatasetPath(make_once(place, make))


def _make(root: Path, n: int, seed: int) -> None:
    common = template.data_path() / template.SUBJECT
    copy_template(common, root / "derivatives" / "freesurfer" / template.SUBJECT)
    info, subjects = helmet(common), {}
    for number in tracked(range(1, n + 1), "Simulating the study"):
        rng = np.random.default_rng([seed, number])
        truth = write_subject(root, common, info, number=number, rng=rng)
        subjects[subject_name(number)] = truth
    write_study_files(root, list(subjects))
    record = {"seed": seed, "effect": _describe_effect(common), "subjects": subjects}
    write_json(root / "derivatives" / "truth" / "effect.json", record)
    set_file_dates(root)


def _describe_effect(common: Path) -> Mapping[str, Any]:
    """The group's effect: which condition has it, where on the template, when."""
    vertex = EFFECT.vertex(common)
    white = read_surface(common / "surf" / f"{EFFECT.hemisphere}.white").vertices
    return {
        "condition": DEVIANT,
        "against": STANDARD,
        "subject": template.SUBJECT,
        "hemi": EFFECT.hemisphere,
        "vertex": vertex,
        "mri_mm": white[vertex].round(2).tolist(),
        "label": f"{EFFECT.label}-{EFFECT.hemisphere}",
        "peak_s": EFFECT.latency,
        "moment_nAm": round(1e9 * EFFECT.moment, 3),
    }
