"""Maps of the field from some sensors to others."""

from dataclasses import replace

import numpy as np
import pytest

from leadfield.base.errors import ChannelError, InputError
from leadfield.forward.coils import eeg_sensors, meg_sensors
from leadfield.forward.field_mapping import field_mapping
from leadfield.forward.sphere import magnetic_field, surface_potential
from leadfield.recording.create import average_reference
from leadfield.recording.projection import FIELD, Projection

CENTRE = np.array([0.0, 0.0, 0.04])
DIPOLE = np.array([[0.01, -0.02, 0.03]])  # from the centre


@pytest.fixture
def meg(head_info):
    return head_info.pick(head_info.channels.of_type("meg")).with_bads(())


@pytest.fixture
def eeg(head_info):
    return head_info.pick(head_info.channels.of_type("eeg"))


def field_of_a_dipole(info):
    coils = meg_sensors(info.channels, info.device_to_head)
    return magnetic_field(coils.points - CENTRE, coils, DIPOLE)[:, 1]


def test_a_map_to_the_same_coils_gives_the_field_of_a_source_back(meg):
    field = field_of_a_dipole(meg)
    found = field_mapping(meg, meg, CENTRE, mode="accurate") @ field
    assert np.linalg.norm(found - field) < 1e-2 * np.linalg.norm(field)


def test_magnetometers_are_told_from_gradiometers(meg):
    types = meg.channels.of_type("grad"), meg.channels.of_type("mag")
    grad, mag = (meg.pick(rows) for rows in types)
    field = field_of_a_dipole(meg)
    found = field_mapping(meg, mag, CENTRE, mode="fast") @ field
    assert np.corrcoef(found, field[types[1]])[0, 1] > 0.99
    alone = field_mapping(grad, mag, CENTRE, mode="fast") @ field[types[0]]
    assert np.corrcoef(alone, field[types[1]])[0, 1] > 0.5


def test_electrodes_are_mapped_without_the_mean_that_a_reference_takes_out(eeg):
    electrodes = eeg_sensors(eeg.channels)
    potential = surface_potential(electrodes.points - CENTRE, electrodes, DIPOLE)[:, 2]
    plain = field_mapping(eeg, eeg, CENTRE, mode="fast") @ potential
    assert np.corrcoef(plain, potential)[0, 1] > 0.9
    reference = average_reference(eeg, ("eeg",), active=False)
    referenced = eeg.with_projections((reference,))
    found = field_mapping(referenced, referenced, CENTRE, mode="fast") @ potential
    assert abs(found.mean()) < 1e-12 * abs(found).max()


def test_what_is_projected_out_is_not_mapped(meg):
    magnetometers = np.array(meg.channels.types) == "mag"
    pattern = np.random.default_rng(4).normal(size=(1, len(meg.names))) * magnetometers
    pattern /= np.linalg.norm(pattern)
    projection = Projection(
        description="noise", kind=FIELD, active=False, channel_names=meg.names, vectors=pattern
    )
    known = meg.with_projections((projection,))
    found = field_mapping(known, meg, CENTRE, mode="fast") @ pattern[0]
    assert np.abs(found).max() < 1e-10 * np.abs(pattern).max()


def test_without_a_head_in_the_device_its_frame_is_the_heads(meg):
    expected = field_mapping(meg, meg, CENTRE, mode="fast")
    empty = replace(meg, device_to_head=None)
    np.testing.assert_array_equal(field_mapping(empty, empty, CENTRE, mode="fast"), expected)


def test_coils_and_electrodes_do_not_mix(meg, eeg, head_info):
    with pytest.raises(ChannelError, match=r"between MEG channels or between electrodes"):
        field_mapping(meg, eeg, CENTRE, mode="fast")
    with pytest.raises(ChannelError, match=r"\['eeg', 'grad', 'mag'\]"):
        field_mapping(head_info, head_info, CENTRE, mode="fast")


def test_modes_have_names(meg):
    with pytest.raises(InputError, match="'accurate', 'fast', got 'quick'"):
        field_mapping(meg, meg, CENTRE, mode="quick")
