"""What a regularisation for strong responses costs: errors of single sources by depth."""

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.base.progress import tracked
from truth.experiment import SIDES, SOURCES, TRIALS, generator
from truth.kinds import MEG, experiment
from truth.maps import METHODS, USUAL, peak_errors, peaks, regularise, rounded
from truth.page import by_depth, header, percent, row

MOMENT = 60e-9  # A·m
NEAR = 15  # mm


def table() -> list[str]:
    """Errors of sources of one strength by depth, method and regularisation."""
    made, rng = experiment(MEG), generator("depth")
    course = MOMENT * made.course()
    found, components = np.empty(SOURCES), []
    for i, field in enumerate(tracked(made.sources.fields, "Localising", SOURCES)):
        evoked = made.response(rng, np.outer(field, course))
        found[i] = rounded(regularise(made, evoked).fit.lambda2)
        components.append(made.components(evoked.data))
    kinds = {"snr=3": np.full(SOURCES, USUAL), '"auto"': found}
    sources = {
        (method, name): peaks(made, method, lambda2, np.array(components))
        for name, lambda2 in kinds.items()
        for method in METHODS
    }
    errors = {key: peak_errors(made, some) for key, some in sources.items()}
    true = np.array([patch.sheet.hemisphere == SIDES[1] for patch in made.sources.patches])
    names = [f"{method}, {name}" for method, name in errors]
    usual, auto = errors["sLORETA", "snr=3"], errors["sLORETA", '"auto"']
    return [
        f"{SOURCES} sources of {1e9 * MOMENT:.0f} nA·m each in averages of {TRIALS} trials",
        f'({MEG}), localised with `snr=3`, the default, and with `lambda2="auto"`. The error is',
        "the distance from the vertex with the largest value, over both hemispheres and 200 ms,",
        'to the middle of the patch. (`"auto"` is rounded to a tenth of a decade, to save time.)',
        "",
        "Median error in mm, by distance from the inner skull:",
        "",
        header("depth", "sources", *names),
        *(
            row(name, some.sum(), *(f"{np.median(e[some]):.1f}" for e in errors.values()))
            for name, some in by_depth(made.sources.depths).items()
        ),
        row("all", SOURCES, *(f"{np.median(e):.1f}" for e in errors.values())),
        "",
        "All depths together:",
        "",
        header("", *names),
        row("90 % are within", *(f"{np.quantile(e, 0.9):.1f} mm" for e in errors.values())),
        row(f"within {NEAR} mm", *(percent(e <= NEAR) for e in errors.values())),
        row(
            "right hemisphere",
            *(percent((some >= made.left) == true) for some in sources.values()),
        ),
        "",
        "Deep sources are weak at the sensors: with the same strength as shallow ones they drown",
        "in noise, and a regularisation for strong responses takes the noise for sources. That is",
        f"what `snr=3` costs: sLORETA then misses {missed(usual)} of 100 sources by more than",
        f'{NEAR} mm, and with `"auto"` {missed(auto)}. MNE stays biased towards the surface, dSPM',
        "by what a small lambda2 does to shallow sources.",
    ]


def missed(errors: Floats) -> str:
    """How many of 100 are not near."""
    return f"{100 * (errors > NEAR).mean():.0f}"
