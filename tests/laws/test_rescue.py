"""Whatever is done to a file: a check fits what readers do, a repair makes a sound file."""

import random
from contextlib import suppress

import numpy as np
import pytest

import leadfield
from leadfield.base.errors import FormatError, InputError, LeadfieldError
from leadfield.io import RawArray, check_file, read_raw_fif, repair_file
from leadfield.rescue.formats import format_of

N_CHANNELS, BUFFER = 3, 25
READERS = {
    "x_raw.fif": lambda path: read_raw_fif(path, preload=True),
    "x-epo.fif": leadfield.read_epochs,
    "x-ave.fif": leadfield.read_evokeds,
    "x-cov.fif": leadfield.read_cov,
    "x-proj.fif": leadfield.read_proj,
    "x.eve": leadfield.read_events,
    "x-lh.stc": lambda path: format_of(path)[1](path),
}


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """A folder with a small file of each kind."""
    folder = tmp_path_factory.mktemp("whole")
    rng = np.random.default_rng(3)
    info = leadfield.create_info(["E1", "E2", "E3"], 100.0, "eeg")
    data = 1e-6 * rng.standard_normal((N_CHANNELS, 500)).astype(np.float32)
    raw = RawArray(data, info).set_eeg_reference(projection=True)
    raw.save(folder / "x_raw.fif", buffer_size_sec=BUFFER / 100)
    events = np.array([[60 * i + 30, 0, 1 + i % 2] for i in range(7)])
    epochs = leadfield.Epochs(raw, events, {"a": 1, "b": 2}, -0.1, 0.2, preload=True)
    epochs.save(folder / "x-epo.fif")
    averages = [epochs[name].average() for name in "ab"]
    leadfield.write_evokeds(folder / "x-ave.fif", averages)
    leadfield.compute_covariance(epochs, tmax=0.0).save(folder / "x-cov.fif")
    leadfield.write_proj(folder / "x-proj.fif", raw.info["projs"])
    leadfield.write_events(folder / "x.eve", events)
    values = np.arange(60.0).reshape(6, 10)
    leadfield.SourceEstimate(values, [[1, 4], [2, 3, 7, 9]], 0.0, 0.01).save(folder / "x")
    return folder


def spoilt(content, rng):
    """The bytes of a file after one misfortune of several kinds."""
    out = bytearray(content)
    kind = rng.choice(["cut", "flip", "flips", "zeros", "words"])
    if kind == "cut":
        return out[: rng.randrange(1, len(out))]
    if kind == "zeros":
        start, size = rng.randrange(len(out)), rng.choice([4, 64, 512])
        out[start : start + size] = bytes(len(out[start : start + size]))
        return out
    for _ in range({"flip": 1, "flips": 6, "words": 2}[kind]):
        place = rng.randrange(len(out))
        if kind == "words":
            new = rng.choice([b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff", b"\0\0\0\1"])
            out[place : place + 4] = new[: len(out) - place]
        else:
            out[place] ^= 1 << rng.randrange(8)
    return out


def reads(read, path):
    with suppress(FormatError):
        read(path)
        return True
    return False


@pytest.mark.parametrize("name", READERS)
@pytest.mark.filterwarnings("ignore::RuntimeWarning")
def test_a_check_fits_the_readers_and_what_is_repaired_is_sound(whole, tmp_path, name):
    content = (whole / name).read_bytes()
    rng = random.Random(name)
    path, out = tmp_path / name, tmp_path / f"clean-{name}"
    for _ in range(120):
        path.write_bytes(spoilt(content, rng))
        report = check_file(path)
        assert (report.status == 2) != reads(READERS[name], path), str(report)
        with suppress(FormatError, InputError):  # nothing is whole, or nothing is wrong
            repair_file(path, out, overwrite=True)
            assert check_file(out).status == 0, f"{report}\n{check_file(out)}"
            assert reads(READERS[name], out), str(report)


@pytest.mark.filterwarnings("ignore::RuntimeWarning")
def test_of_a_hundred_truncations_of_a_recording_all_whole_samples_are_saved(whole, tmp_path):
    content = (whole / "x_raw.fif").read_bytes()
    data = read_raw_fif(whole / "x_raw.fif").get_data()
    with leadfield.fif.reader.FifFile(whole / "x_raw.fif") as file:
        places = [tag.payload for tag in file.tags if tag.kind == 300]
    rng = random.Random(0)
    path, out = tmp_path / "cut_raw.fif", tmp_path / "clean_raw.fif"
    for _ in range(100):
        size = rng.randrange(places[0], len(content))
        there = [min(max(size - place, 0) // 12, BUFFER) for place in places]
        path.write_bytes(content[:size])
        try:
            repair_file(path, out, overwrite=True)
        except LeadfieldError:
            assert sum(there) == 0
            continue
        raw = read_raw_fif(out)
        assert raw.n_times == sum(there)
        assert np.array_equal(raw.get_data(), data[:, : sum(there)])
