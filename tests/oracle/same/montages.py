"""Montages: standard positions, by name and size."""

from same.entries import Entries

same = Entries()


@same("make_standard_montage", of="mne.channels")
def standard(mne):
    yield mne.channels.make_standard_montage("fsaverage_1005")
    yield mne.channels.make_standard_montage("spherical_1020", head_size=0.09)
    yield mne.channels.make_standard_montage("easycap-M1", 0.1)


@same("get_builtin_montages", of="mne.channels")
def builtin(mne):
    here = ("fsaverage_1005", "biosemi16", "biosemi64", "easycap-M1", "spherical_1020")
    yield [name for name in mne.channels.get_builtin_montages() if name in here]
    described = mne.channels.get_builtin_montages(descriptions=True)
    yield [name for name, _ in described if name.startswith("spherical_")]
