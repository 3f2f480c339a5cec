"""Channel matching: order, and channels, compensation and projections that must fit."""

from dataclasses import replace

import numpy as np
import pytest

from leadfield.base.errors import ChannelError, MismatchError
from leadfield.estimates.data_channels import match_channels
from leadfield.recording.channels import Channels
from leadfield.recording.projection import FIELD, Projection


def test_channels_come_in_the_operators_order(little_inverse):
    made = little_inverse()
    backwards = made.info.pick(np.arange(9)[::-1])
    assert match_channels(made.model.info, backwards).tolist() == list(range(9))[::-1]


def test_channels_that_lack_are_named(little_inverse):
    made = little_inverse()
    with pytest.raises(ChannelError, match=r"they lack 'MEG 000', 'MEG 001': make one"):
        match_channels(made.model.info, made.info.pick(np.arange(2, 9)))


def test_channels_must_be_compensated_alike(little_inverse):
    made = little_inverse()
    channels: Channels = made.info.channels
    other = replace(channels, coil_types=channels.coil_types + (2 << 16))
    with pytest.raises(MismatchError, match="got 2 and 0: call apply_gradient_compensation"):
        match_channels(made.model.info, replace(made.info, channels=other))


def test_channels_that_were_projected_otherwise_are_pointed_out(little_inverse):
    made = little_inverse()
    foreign = Projection(
        description="ECG",
        kind=FIELD,
        active=True,
        channel_names=made.info.names[:2],
        vectors=np.array([[0.6, 0.8]]),
    )
    with pytest.warns(RuntimeWarning, match="had projections 'ECG' applied"):
        match_channels(made.model.info, made.info.with_projections([foreign]))
    match_channels(made.model.info, made.info.with_projections([foreign.activated(active=False)]))
