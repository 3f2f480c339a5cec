"""Calls of what forward models give: sensitivity maps, averages, signals of currents."""

import numpy as np
import pytest
from same.entries import Entries

same = Entries()
# MNE-Python keeps lead fields of fixed orientations, and averages of files, in single precision.
SINGLE = 1e-6


@same("sensitivity_map", of="mne")
def sensitivity_map(mne, fwd, info):
    projs = info["projs"]
    for kind in ("grad", "mag", "eeg"):
        for mode in ("fixed", "free", "ratio", "radiality"):
            yield mne.sensitivity_map(fwd, None, kind, mode)
            yield mne.sensitivity_map(fwd, projs, kind, mode, exclude="bads")
    for kind in ("mag", "eeg"):
        for mode in ("angle", "remaining", "dampening"):
            yield mne.sensitivity_map(fwd, projs, kind, mode, exclude=fwd.ch_names[2:3])
    with pytest.raises(ValueError, match="angle"):
        mne.sensitivity_map(fwd, mode="angle")
    with pytest.raises(RuntimeError, match="proj"):
        mne.sensitivity_map(fwd, projs, "grad", "angle")


@same("average_forward_solutions", of="mne", tolerance=SINGLE)
def average(mne, fwd):
    other = mne.convert_forward_solution(fwd, surf_ori=True)
    yield mne.average_forward_solutions([fwd, fwd.copy()])["sol"]["data"]
    found = mne.average_forward_solutions([other, other.copy(), other.copy()], [1, 0, 3.0])
    yield found["sol"]["data"]
    yield mne.convert_forward_solution(found)["sol"]["data"]
    for weights in ([1], [-1, 2], [0, 0]):
        with pytest.raises(ValueError, match="weights"):
            mne.average_forward_solutions([fwd, fwd], np.array(weights, float))
    with pytest.raises(ValueError, match="orientations"):
        mne.average_forward_solutions([fwd, other])


def dipoles(mne, times):
    """Two dipoles at each time."""
    rng = np.random.default_rng(2)
    times = np.repeat(times, 2)
    n = len(times)
    turns = rng.standard_normal((n, 3))
    turns /= np.linalg.norm(turns, axis=1, keepdims=True)
    places = np.array([0.0, 0.0, 0.05]) + 0.03 * turns
    return mne.Dipole(times, places, 1e-8 * rng.standard_normal(n), turns, np.full(n, 90.0))


# MNE-Python keeps lead fields of fixed orientations in single precision.
@same("make_forward_dipole", of="mne", tolerance=SINGLE)
def make_forward_dipole(mne, oracle, info):
    sphere = oracle.make_sphere_model((0.0, 0.0, 0.04), 0.09)  # dipoles in shells are fitted
    for package in (mne, oracle):
        for times in ([0.1, 0.102, 0.104], [0.3]):
            fwd, stc = mne.make_forward_dipole(dipoles(package, times), sphere, info)
            yield fwd["sol"]["data"]
            yield fwd["source_rr"]
            yield fwd["source_nn"]
            yield fwd.ch_names
            yield stc
    several = [dipoles(mne, [0.1]), dipoles(mne, [0.12]), dipoles(mne, [0.15])]
    fwd, each = mne.make_forward_dipole(several, sphere, info)
    yield fwd["sol"]["data"]
    yield each
    yield mne.apply_forward(fwd, each[1], info).data
    far = mne.Dipole([0.1], [[0.0, 0.0, 0.14]], [1e-8], [[1.0, 0, 0]], [9.0])
    with pytest.raises(ValueError, match="inner skull"):
        mne.make_forward_dipole([far, *several], sphere, info)


@same("Dipole", of="mne")
def dipole(mne):
    parts = ([0.1, 0.3], np.eye(3)[:2], [1e-8, 2e-8], np.eye(3)[1:], [9.0, 90.0])
    yield mne.Dipole(*parts)
    one = mne.Dipole(*parts, "a", {"vol": [1e-9, 2e-9]}, [1.0, 2.0], [7, 8])
    yield one
    yield len(one)
    yield [one[item] for item in (1, -1, slice(1), [1, 0], np.array([True, False]))]
    yield [each.times for each in one]
    for wrong in (2, [0, 5]):
        with pytest.raises(IndexError):
            one[wrong]


@same("times pos amplitude ori gof name conf khi2 nfree copy", of="Dipole")
def parts_of_dipoles(it):
    yield [it.times, it.pos, it.amplitude, it.ori, it.gof]
    yield [it.name, it.conf, it.khi2, it.nfree]
    other = it.copy()
    other.pos[0] = 1
    other.conf["vol"][:] = 2
    other.name = "other"
    yield [other, it]
    with pytest.raises(TypeError, match="name"):
        it.name = 7


@same("crop", of="Dipole")
def crop_dipoles(it):
    yield it.copy().crop(0.115, 0.15)
    yield it.copy().crop(tmin=0.13)
    yield it.copy().crop(0.1, 0.14, include_tmax=False)
    yield it.copy().crop(None, None, include_tmax=False)
    yield it[[0]].crop(0, 1)
    with pytest.raises(ValueError, match="tmin"):
        it.copy().crop(0.2, 0.3)
    yield it.crop(0.11) is it


@same("save", of="Dipole")
@same("read_dipole", of="mne")
def save_dipoles(mne, dipole, fixed_dipole, folder):
    plain = mne.Dipole(dipole.times, dipole.pos, dipole.amplitude, dipole.ori, dipole.gof)
    for i, one in enumerate((dipole, plain, dipole[1])):
        path = folder / f"{i}.dip"
        one.save(path)
        yield path.read_bytes().decode()
        yield mne.read_dipole(path)
        with pytest.raises(FileExistsError):
            one.save(path)
        one.save(path, overwrite=True)
    fixed_dipole.save(folder / "one-dip.fif")
    yield mne.read_dipole(folder / "one-dip.fif")


# It keeps what it computes of single precision in single precision.
@same("save", of="Dipole", tolerance=SINGLE)
def save_records(mne, dipole, folder):
    for i, one in enumerate((dipole, dipole[2])):
        one.save(folder / f"{i}.bdip")
        yield list((folder / f"{i}.bdip").read_bytes())
        yield mne.read_dipole(folder / f"{i}.bdip")


@same("to_mri to_mni to_volume_labels", of="Dipole")
def places_of_dipoles(it, trans, files):
    yield it.to_mri("sample", trans, files.copied_subjects)
    yield it.to_mri("sample", files.trans, files.copied_subjects)
    yield it.to_mri("sample", "fsaverage", files.copied_subjects)
    where = {"subjects_dir": files.imaged_subjects}
    yield it.to_mni("fsaverage", "fsaverage", **where)
    yield it.to_volume_labels("fsaverage", **where)
    yield it.to_volume_labels(trans, "fsaverage", "aseg", files.imaged_subjects)
    with pytest.raises(FileNotFoundError):
        it.to_volume_labels(trans, "fsaverage", "other", files.imaged_subjects)


@same("head_to_mri head_to_mni vertex_to_mni read_talxfm", of="mne")
def places_in_the_mri(mne, trans, files):
    where = {"subjects_dir": files.imaged_subjects}
    places = np.random.default_rng(3).uniform(-0.05, 0.09, (5, 3))
    back = mne.Transform(int(trans["to"]), int(trans["from"]), np.linalg.inv(trans["trans"]))
    for way in (trans, back):
        yield mne.head_to_mri(places, "fsaverage", way, **where)
        yield mne.head_to_mri(places, "fsaverage", way, kind="ras", **where)
        yield mne.head_to_mri(places[0], "fsaverage", way, **where)
        yield mne.head_to_mni(places, "fsaverage", way, **where)
    yield mne.read_talxfm("fsaverage", **where)
    yield mne.vertex_to_mni([3, 7, 500], [0, 1, 0], "fsaverage", **where)
    yield mne.vertex_to_mni([3, 7], 1, "fsaverage", **where)
    yield mne.vertex_to_mni(9, 0, "fsaverage", **where)
    with pytest.raises(ValueError, match="hemi"):
        mne.vertex_to_mni([3, 7], [0, 1, 1], "fsaverage", **where)
    with pytest.raises(ValueError, match="kind"):
        mne.head_to_mri(places, "fsaverage", trans, kind="voxels", **where)
    with pytest.raises(OSError, match=r"mri|subject|xfm"):
        mne.head_to_mni(places, "nobody", trans, **where)


@same("DipoleFixed", of="mne")
@same("times tmin tmax ch_names copy time_as_index", of="DipoleFixed")
def fixed_dipoles(mne, fixed_dipole):
    yield fixed_dipole
    yield [fixed_dipole.tmin, fixed_dipole.tmax, fixed_dipole.times, fixed_dipole.ch_names]
    yield fixed_dipole.time_as_index([0.05, 0.099])
    yield fixed_dipole.time_as_index([0.05, 0.099], use_rounding=True)
    other = fixed_dipole.copy()
    other.data *= 2
    other.comment, other.nave = "other", 3
    yield [other, fixed_dipole]
    info = mne.create_info(1, 100.0, "dipole")
    yield mne.DipoleFixed(info, np.ones((1, 3)), [0.1, 0.11, 0.12], 7, 200).kind


@same("shift_time", of="DipoleFixed")
def shift_fixed_dipole(it):
    yield it.copy().shift_time(0.2)
    yield it.copy().shift_time(0.2, relative=False)
    yield it.shift_time(0.1) is it


@same("save", of="DipoleFixed", tolerance=SINGLE)
def save_fixed_dipole(mne, it, folder):
    it.save(folder / "a-dip.fif")
    yield mne.read_dipole(folder / "a-dip.fif")
    with pytest.raises(FileExistsError):
        it.save(folder / "a-dip.fif")
    it.save(folder / "a-dip.fif", overwrite=True)


# MNE-Python's knows the samples by another name and fails.
@same("crop", of="DipoleFixed", fails=AttributeError)
def crop_fixed_dipole(it):
    whole = it.data.copy()
    cropped = it.crop(0.06, 0.09, include_tmax=False)
    yield [cropped.data, whole[:, 1:4]]
    yield [cropped.times, np.array([0.06, 0.07, 0.08])]


@same("plot_amplitudes", of="Dipole")
@same("plot_dipole_amplitudes", of="mne.viz")
def plot_amplitudes(mne, dipole):
    for figure in (
        dipole.plot_amplitudes(show=False),
        dipole.plot_amplitudes("r", show=False),
        mne.viz.plot_dipole_amplitudes([dipole, dipole[:2]], ["b", "g"], False),
    ):
        (ax,) = figure.axes
        curves = [line for line in ax.lines if len(line.get_xdata()) > 1]
        yield [[line.get_xdata(), line.get_ydata(), line.get_color()] for line in curves]
        yield list(ax.get_xlim())


@same("plot", of="DipoleFixed")
def plot_fixed_dipole(it):
    for options, factor in (({}, 1), ({"time_unit": "ms"}, 1000)):
        figure = it.plot(show=False, **options)
        courses = [
            [line.get_xdata() / factor, line.get_ydata()]
            for ax in figure.axes
            for line in ax.lines
            if len(line.get_xdata()) == len(it.times)
        ]
        yield sorted(courses, key=lambda one: one[1].max())
