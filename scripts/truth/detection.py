"""Detection: how often noise is called a response, and responses are."""

import numpy as np

from leadfield.base.arrays import Bools, Floats
from leadfield.base.progress import tracked
from leadfield.trust.calibration import make_model_scan
from leadfield.trust.data_components import average_components
from leadfield.trust.scan_maximum import ScanSearch, find_maxima
from truth.experiment import SOURCES, TRIALS, Experiment, generator
from truth.kinds import CTF, EEG, MEG, experiment
from truth.noise import noise_components
from truth.page import header, percent, row

FLIPS, RANK = 39, 2  # random signs; that many that reach the statistic make p larger than 5 %
ALARMS = {MEG: 2000, CTF: 1000, EEG: 2000}  # sets of trials of noise
RECORDINGS = 10  # of noise, that they are drawn from
POWER = 50  # sets of trials with a source, of each SNR
SNRS = (0.3, 0.5, 0.7, 1.0)
EVERY = 60  # samples from one trial of noise to the next


def table() -> list[str]:
    """False alarms and power by SNR and sensors."""
    calls = {kind: called(experiment(kind), kind) for kind in ALARMS}
    return [
        f"`detect` with {FLIPS} random signs on {TRIALS} trials of 200 ms, without a source and",
        f"with one. Trials are random pieces of {RECORDINGS} recordings of noise that operator",
        f"and covariance were not made from, one every {EVERY / 150:g} s. Called a response at",
        f"5 % (of {POWER} sets of trials for each SNR):",
        "",
        header("data", "components", "noise", "called", *(f"SNR {snr:g}" for snr in SNRS)),
        *(
            row(
                kind,
                experiment(kind).n_components,
                f"{ALARMS[kind]} sets",
                percent(found[0.0], 1),
                *(percent(found[snr]) for snr in SNRS),
            )
            for kind, found in calls.items()
        ),
        "",
        "An SNR is that of the mean over components: with few channels the same SNR is a weaker",
        "response, of less energy in all.",
    ]


def called(made: Experiment, kind: str) -> dict[float, Bools]:
    """Who is called a response, by SNR; 0 is noise."""
    rng, search = generator(f"detect {kind}"), make_model_scan(made.model).search
    fields, course = made.unit_fields(), made.course()
    found: dict[float, list[bool]] = {snr: [] for snr in (0.0, *SNRS)}
    for _ in tracked(range(RECORDINGS), f"Detection, {kind}", RECORDINGS):
        pieces = noise_components(made, rng, EVERY)
        for snr, answers in found.items():
            for _ in range((POWER if snr else ALARMS[kind]) // RECORDINGS):
                field = fields[rng.integers(SOURCES)] * snr * np.sqrt(made.n_components / TRIALS)
                some = rng.choice(len(pieces), TRIALS, replace=False)
                answers.append(is_found(search, pieces[some] + np.outer(field, course), rng))
    return {snr: np.array(answers) for snr, answers in found.items()}


def is_found(search: ScanSearch, trials: Floats, rng: np.random.Generator) -> bool:
    """What `sign_flip_test` answers with the same signs, given up as soon as it must be no."""
    statistic = largest(search, average_components(trials))
    reached = 0
    for _ in range(FLIPS):
        signs = rng.choice([-1.0, 1.0], (len(trials), 1, 1))
        reached += largest(search, average_components(signs * trials), statistic) >= statistic
        if reached == RANK:
            return False
    return True


def largest(search: ScanSearch, components: Floats, above: float = 0.0) -> float:
    """The scan's maximum over sources and times, 0 if it is not ``above``."""
    one = np.zeros(components.shape[1], int)
    found = find_maxima(search, components, one, lambda best: np.maximum(best, above))
    return float(found.energies[0])
