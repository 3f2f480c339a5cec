"""Plot of an estimate: the brain that ``stc.plot`` opens."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from leadfield.api.brain.brain import Brain, open_brain
from leadfield.api.brain.check_options import check_options
from leadfield.api.brain.cortex import open_brain_renderer, subject_home
from leadfield.api.brain.scene import first_sample, make_scene
from leadfield.base.log import verbose_aware
from leadfield.scene.source_activity import InnerSources
from leadfield.scene.state import SceneState


@verbose_aware
def plot_estimate(
    *,
    values: NDArray[np.floating],
    vertices: Sequence[ArrayLike],
    times: ArrayLike,
    subject: str | None,
    vector: bool,
    inside: InnerSources | None = None,
    **options: Any,
) -> Brain:
    """Draw an estimate on its subject's cortex.

    Parameters
    ----------
    values : ndarray
        ``(n_sources, n_times)``, or moments in surface RAS ``(n_sources, 3, n_times)``.
    vertices : list of array_like of int
        Vertices of the left and of the right hemisphere, in the order of the values.
    times : array_like of float
        In s, ``(n_times,)``.
    subject : str
        Name of the subject.
    vector : bool
        Whether the values are moments.
    inside : InnerSources | None
        Sources in volumes, which shine through the cortex.
    **options : dict
        Fields of :class:`~leadfield.api.brain.options.BrainOptions`.

    Returns
    -------
    brain : Brain
        The brain, in a window if Matplotlib has some and ``brain_kwargs`` does not say
        otherwise. A notebook shows it below the cell.

    Raises
    ------
    InputError
        If an option is unknown, or asks for what cannot be drawn.
    """
    options.pop("verbose", None)  # the decorator heeds it
    chosen = check_options(options, vector=vector)
    home = subject_home(subject, chosen)
    data = np.asarray(values)
    numbers = [np.asarray(v, np.int64) for v in vertices]
    scene = make_scene(data, numbers, np.asarray(times, float), home, chosen, vector, inside)
    sample = 0.0 if scene.activity is None else first_sample(scene.activity, chosen.initial_time)
    state = SceneState(scene, sample)
    return open_brain(state, open_brain_renderer(state, chosen, home[1]), home)
