"""Pictures of a report: events, dropped trials, responses, noise, with what is seen on them."""

from collections.abc import Mapping
from io import BytesIO
from typing import TYPE_CHECKING, cast

import numpy as np

from leadfield.api.covariance.covariance import Covariance
from leadfield.api.epochs.evoked import Evoked
from leadfield.api.epochs.plot_trials import plot_drop_log, plot_events
from leadfield.base.arrays import Floats
from leadfield.base.errors import ChannelError
from leadfield.cli.trials import Trials
from leadfield.figures.map_times import find_peak_times
from leadfield.render.few_colours import with_few_colours
from leadfield.report.values import Picture
from leadfield.report.wording import counted, joined, kind_in_words

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from leadfield.epochs.evoked import EvokedResponse

DPI = 144
"""Pixels an inch: half as many again as a page has, for sharp screens and paper."""
PAGE_DPI = 96
MAPS = 3
"""Head maps above a response."""
CANDIDATES = 12
STANDS_OUT = 1.6
"""Deflections have a map that are so many times larger than the median over time."""


def picture_of(figure: "Figure", description: str, caption: str = "") -> Picture:
    """A figure as a picture."""
    stream = BytesIO()
    figure.savefig(stream, format="png", dpi=DPI)
    width = round(PAGE_DPI * float(figure.get_size_inches()[0]))
    png = with_few_colours(stream.getvalue())
    return Picture(png=png, width=width, description=description, caption=caption)


def events_picture(trials: Trials, events: Mapping[str, int]) -> Picture:
    """Events of the conditions over time."""
    figure = plot_events(
        trials.events, trials.sampling_rate, trials.first_sample, event_id=dict(events), show=False
    )
    counts = [
        f"{name} {counted(int((trials.events[:, 2] == code).sum()), 'time')}"
        for name, code in events.items()
    ]
    return picture_of(
        figure, f"A mark for each event, in a row for each condition: {joined(counts)}"
    )


def drops_picture(trials: Trials) -> Picture:
    """How many trials each reason dropped."""
    figure = plot_drop_log(trials.drop_log, show=False)
    description = "A bar for each reason to drop a trial, as high as its share of all trials"
    return picture_of(cast("Figure", figure), description)


def response_pictures(evoked: Evoked, *, peaks: bool = True) -> tuple[Picture, ...]:
    """Channels over time, a picture a type; ``peaks`` adds head maps at the largest deflections."""
    value = evoked.value
    pictures = []
    for kind in ("grad", "mag", "eeg"):
        good = [
            i
            for i in value.info.channels.of_type(kind)
            if value.info.names[i] not in value.info.bads
        ]
        if good:
            draw = _response_picture if peaks else _plain_picture
            pictures.append(draw(evoked, kind, value.pick(np.array(good))))
    return tuple(pictures)


def _response_picture(evoked: Evoked, kind: str, own: "EvokedResponse") -> Picture:
    times = deflections(own)
    strongest = 1e3 * float(own.times[own.data.std(axis=0).argmax()])
    more = f"; they differ most at {strongest:.0f} ms"
    try:
        figure = evoked.plot_joint(times, picks=kind, show=False)
    except ChannelError:  # no positions to draw a head from
        return _plain_picture(evoked, kind, own, more)
    seen = _lines(own, kind) + more
    when = joined(f"{1e3 * time:.0f}" for time in times)
    return picture_of(
        cast("Figure", figure), f"{seen}. Above, the field over the head at {when} ms"
    )


def _plain_picture(evoked: Evoked, kind: str, own: "EvokedResponse", more: str = "") -> Picture:
    return picture_of(evoked.plot(picks=kind, show=False), _lines(own, kind) + more)


def _lines(own: "EvokedResponse", kind: str) -> str:
    return f"{counted(len(own.data), 'line')}, the {kind_in_words(kind)}, over time"


def deflections(evoked: "EvokedResponse") -> Floats:
    """Times of the largest deflections after the event, growing."""
    found = find_peak_times(evoked, CANDIDATES)
    found = found[found > 0] if (found > 0).any() else found
    size = evoked.data.std(axis=0)
    own = size[np.searchsorted(evoked.times, found - 1e-9)]
    order = np.argsort(own)[-MAPS:]
    least = min(STANDS_OUT * float(np.median(size)), own.max())
    return np.sort(found[order[own[order] >= least]])


def whitened_picture(name: str, evoked: Evoked, noise: Covariance, rank: str | None) -> Picture:
    """The whitened response, and its power."""
    figure = evoked.plot_white(noise, rank=rank, show=False)
    description = (
        f"Whitened channels of {name} over time, dashed lines at ±1.96, and below, the power of "
        "each type of channel, dashed at 1, where noise alone should be"
    )
    return picture_of(figure, description, f"{name}, whitened")


def noise_pictures(noise: Covariance, evoked: Evoked) -> tuple[Picture, ...]:
    """The covariance as images and its spectrum, by type of channel."""
    images, spectra = noise.plot(evoked.info, exclude="bads", show=False)
    pictures = [
        picture_of(
            images,
            "The covariance between channels as squares of red (positive) and blue (negative) "
            "pixels, one square for each type of channel",
        )
    ]
    if spectra is not None:
        description = (
            "Falling curves of the noise along each dimension, largest first, one for each type "
            "of channel; a dashed line ends the rank"
        )
        pictures.append(picture_of(spectra, description))
    return tuple(pictures)
