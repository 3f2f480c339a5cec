"""Pass band of a recording as filters and resampling change it."""

from dataclasses import replace

import numpy as np

from leadfield.base.arrays import Ints
from leadfield.base.errors import ChannelError
from leadfield.base.log import LOGGER
from leadfield.recording.info import MeasurementInfo
from leadfield.recording.picks import resolve_picks


def filtered_channels(info: MeasurementInfo, picks: object) -> Ints:
    """Channels that are filtered: those picked, or for None all data channels, bad ones too."""
    return resolve_picks(info, picks, exclude=())


def transformed_channels(info: MeasurementInfo, picks: object) -> Ints:
    """The same for functions of users and envelopes, which leave reference sensors alone."""
    rows = resolve_picks(info, picks, exclude=())
    if picks is None or (isinstance(picks, str) and picks == "data"):
        rows = rows[[info.channels.types[row] != "ref_meg" for row in rows]]
    return rows


def with_passband(
    info: MeasurementInfo, rows: Ints, l_freq: float | None, h_freq: float | None
) -> MeasurementInfo:
    """With the pass band that filtering the channels ``rows`` leaves.

    It stays as it is unless all data channels were filtered, and with a stop band.
    """
    try:
        data = resolve_picks(info, None, exclude=())
    except ChannelError:  # there are none
        return info
    if l_freq is None and h_freq is None:
        return info
    if not np.isin(data, rows).all():
        LOGGER.info("Some data channels are not filtered: the pass band in info stays as it is")
        return info
    if l_freq is not None and h_freq is not None and l_freq >= h_freq:
        return info
    highpass, lowpass = info.highpass, info.lowpass
    if h_freq is not None and (lowpass is None or h_freq < lowpass):
        lowpass = float(h_freq)
    if l_freq is not None and l_freq > highpass:
        highpass = float(l_freq)
    return replace(info, highpass=highpass, lowpass=lowpass)


def at_rate(info: MeasurementInfo, rate: float) -> MeasurementInfo:
    """The same at another sampling rate in Hz, whose half limits the pass band."""
    lowpass = rate / 2 if info.lowpass is None else min(info.lowpass, rate / 2)
    return replace(info, sampling_rate=rate, lowpass=lowpass)
