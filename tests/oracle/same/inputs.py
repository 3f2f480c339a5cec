"""Inputs of both packages, made from the same files: a small recording and all that follows it.

Files are made by MNE-Python from the simulated experiment, once; each entry gets objects of its
own.
"""

import shutil
from functools import cache, cached_property
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np

N_MEG, N_EEG = 18, 14


class Files:
    """Files of the experiment, and small ones made of them when they are asked for."""

    def __init__(self, experiment: Path, folder: Path, oracle: ModuleType) -> None:
        self.experiment, self.folder, self.mne = experiment, folder, oracle
        self.sample = experiment / "MEG" / "sample"
        self.subjects = experiment / "subjects"

    @cached_property
    def copied_subjects(self) -> Path:
        """Their surfaces once more: MNE-Python writes morph maps beside them."""
        folder = self.folder / "subjects"
        shutil.copytree(self.subjects, folder, ignore=shutil.ignore_patterns("bem", "label"))
        return folder

    @cached_property
    def imaged_subjects(self) -> Path:
        """A subject with an MRI of coarse voxels, in segments, and a way to MNI coordinates."""
        from nibabel import MGHImage, save

        folder = self.folder / "imaged"
        mri = folder / "fsaverage" / "mri"
        (mri / "transforms").mkdir(parents=True)
        affine = np.array([[-8.0, 0, 0, 128], [0, 0, 8, -120], [0, -8, 0, 130], [0, 0, 0, 1]])
        rng = np.random.default_rng(5)
        segments = rng.choice([0, 2, 10, 17, 41, 999_999], (32, 32, 32)).astype(np.int32)
        for name in ("T1", "aseg", "aparc+aseg"):
            save(MGHImage(segments, affine), mri / f"{name}.mgz")
        shutil.copytree(self.subjects / "sample" / "surf", folder / "fsaverage" / "surf")
        (mri / "transforms" / "talairach.xfm").write_text(
            "MNI Transform File\nTransform_Type = Linear;\nLinear_Transform =\n"
            "1.05 0.01 0.02 1.5\n-0.02 0.97 0.1 -8.0\n0.01 -0.1 1.1 3.25;\n"
        )
        return folder

    @cached_property
    def events(self) -> Any:
        """Event array of the part that is used."""
        events = self.mne.read_events(self.sample / "sample_audvis_filt-0-40_raw-eve.fif")
        return events[:26]

    @cached_property
    def raw(self) -> Path:
        """A recording of 25 s with 18 MEG sensors, 14 electrodes, EOG and triggers."""
        raw = self.mne.io.read_raw_fif(self.sample / "sample_audvis_filt-0-40_raw.fif")
        raw.crop(0, 25).load_data()
        types = np.array(raw.get_channel_types())
        meg = np.concatenate([np.flatnonzero(types == t)[4::17] for t in ("grad", "mag")])[:N_MEG]
        eeg = np.flatnonzero(types == "eeg")[::4][:N_EEG]
        rest = np.flatnonzero(~np.isin(types, ["grad", "mag", "eeg"]))
        raw.pick(np.sort(np.concatenate([meg, eeg, rest])))
        raw.info["bads"] = [raw.ch_names[3], raw.ch_names[-4]]
        raw.set_meas_date(1_000_000_000)
        texts = ["BAD_blink", "note", "BAD_blink", "tone"]
        starts = raw.first_time + np.array([2.0, 5.0, 11.0, 16.0])
        marks = self.mne.Annotations(starts, [0.5, 0.0, 0.25, 1.0], texts, raw.info["meas_date"])
        raw.set_annotations(marks)
        path = self.folder / "made_raw.fif"
        raw.save(path, fmt="double")
        return path

    @cached_property
    def tracked(self) -> Path:
        """The recording, with coils that tell where the head is."""
        raw = self.mne.io.read_raw_fif(self.raw, preload=True)
        coils = [
            {
                "number": n,
                "coil_freq": 1.0 + 3 * n,
                "epoch": np.zeros((3, 2), np.float32),
                "slopes": np.zeros(3),
                "corr_coeff": np.zeros(3),
            }
            for n in (2, 1, 4, 3)
        ]
        measured = {"creator": "a", "sfreq": 100.0, "nchan": 3, "nave": 1, "ncoil": 4}
        codes = [{"event_bits": np.array([bits, 0, bits, bits])} for bits in (256, 512, 1024, 2048)]
        points = 0.08 * np.array([[0.6, 0.8, 0.1], [-0.6, 0.8, 0], [1, 0.1, 0.2], [-1, 0, 0.3]])
        dig = [
            self.mne._fiff._digitization.DigPoint(kind=2, ident=i + 1, r=r, coord_frame=4)
            for i, r in enumerate(points)
        ]
        with raw.info._unlock():
            raw.info["dig"] += dig
            raw.info["hpi_meas"] = [
                measured | {"first_samp": 0, "last_samp": 1, "hpi_coils": coils}
            ]
            raw.info["hpi_results"] = [
                {
                    "dig_points": dig,
                    "order": np.array([2, 4, 3, 1]),
                    "used": np.array([1, 2, 3, 4]),
                    "moments": np.ones((4, 3)),
                    "goodness": np.ones(4),
                    "good_limit": 0.98,
                    "dist_limit": 0.005,
                    "accept": 1,
                    "coord_trans": raw.info["dev_head_t"],
                }
            ]
            raw.info["hpi_subsystem"] = {
                "ncoil": 4,
                "event_channel": next(name for name in raw.ch_names if name.startswith("STI")),
                "hpi_coils": codes,
            }
        path = self.folder / "tracked_raw.fif"
        raw.save(path, fmt="double")
        return path

    @cached_property
    def epochs(self) -> Path:
        """Epochs of four events, some of them dropped."""
        raw = self.mne.io.read_raw_fif(self.raw)
        codes = {"aud/l": 1, "aud/r": 2, "vis/l": 3, "vis/r": 4}
        epochs = self.mne.Epochs(raw, self.events, codes, -0.2, 0.4, preload=True, proj=False)
        epochs.drop([1, 4])
        path = self.folder / "made-epo.fif"
        epochs.save(path, fmt="double")
        return path

    @cached_property
    def evoked(self) -> Path:
        """The average over the epochs."""
        path = self.folder / "made-ave.fif"
        self.mne.read_epochs(self.epochs, proj=False).average(picks="all").save(path)
        return path

    @cached_property
    def cov(self) -> Path:
        """The epochs' noise covariance."""
        path = self.folder / "made-cov.fif"
        epochs = self.mne.read_epochs(self.epochs)
        self.mne.compute_covariance(epochs, tmax=0, on_few_samples="ignore").save(path)
        return path

    @cached_property
    def proj(self) -> Path:
        """The recording's projections."""
        path = self.folder / "made-proj.fif"
        self.mne.write_proj(path, self.mne.io.read_info(self.raw)["projs"])
        return path

    @cached_property
    def trans(self) -> Path:
        """From the MRI to the head."""
        return self.sample / "sample_audvis_raw-trans.fif"

    @cached_property
    def bem(self) -> Path:
        """A head model of one shell."""
        return self.subjects / "sample" / "bem" / "sample-1280-bem-sol.fif"

    @cached_property
    def src(self) -> Path:
        """132 sources on the cortex."""
        path = self.folder / "made-src.fif"
        src = self.mne.setup_source_space(
            "sample", "oct3", subjects_dir=self.subjects, add_dist="patch"
        )
        src.save(path)
        return path

    @cached_property
    def volume(self) -> Path:
        """Nine dipoles."""
        path = self.folder / "volume-src.fif"
        rng = np.random.default_rng(0)
        turns = rng.standard_normal((9, 3))
        turns /= np.linalg.norm(turns, axis=1, keepdims=True)
        places = {"rr": 0.05 * turns, "nn": turns}
        self.mne.setup_volume_source_space("sample", places).save(path)
        return path

    @cached_property
    def fwd(self) -> Path:
        """Their lead fields in a sphere."""
        path = self.folder / "made-fwd.fif"
        info = self.mne.io.read_info(self.raw)
        sphere = self.mne.make_sphere_model((0.0, 0.0, 0.04), 0.09, info=info)
        fwd = self.mne.make_forward_solution(info, self.trans, str(self.src), sphere)
        self.mne.write_forward_solution(path, fwd)
        return path

    @cached_property
    def inverse(self) -> Path:
        """An inverse operator of them."""
        path = self.folder / "made-inv.fif"
        fwd, cov = self.mne.read_forward_solution(self.fwd), self.mne.read_cov(self.cov)
        info = self.mne.io.read_info(self.evoked)
        inverse = self.mne.minimum_norm.make_inverse_operator(info, fwd, cov, loose=0.2)
        self.mne.minimum_norm.write_inverse_operator(path, inverse)
        return path


class Inputs:
    """Inputs of one package, by name; ``get`` gives a copy of each."""

    def __init__(self, package: ModuleType, files: Files) -> None:
        self.package, self.files = package, files
        self._read = cache(self._read_once)

    def get(self, name: str, folder: Path) -> Any:
        """One input for one call."""
        if name == "folder":
            return folder
        if name in FRESH:
            return self._read_once(name)
        thing = self._read(name)
        return thing.copy() if hasattr(thing, "copy") else thing

    def _read_once(self, name: str) -> Any:
        known = {"mne": self.package, "oracle": self.files.mne, "files": self.files}
        return known[name] if name in known else READERS[name](self.package, self.files)


def beamformer(package: Any, files: Files) -> Any:
    """An LCMV beamformer on the sources."""
    fwd = package.convert_forward_solution(package.read_forward_solution(files.fwd), surf_ori=True)
    cov, evoked = package.read_cov(files.cov), package.read_evokeds(files.evoked, 0)
    options = {"noise_cov": cov, "reduce_rank": True, "pick_ori": "max-power"}
    return package.beamformer.make_lcmv(evoked.info, fwd, cov, **options)


def surface_estimate(package: Any, files: Files) -> Any:
    """Values on the sources, as of an inverse method."""
    return package.SourceEstimate(values((132, 20)), vertices(files), -0.1, 0.01, "sample")


def vector_estimate(package: Any, files: Files) -> Any:
    """Vectors on the sources."""
    return package.VectorSourceEstimate(values((132, 3, 20)), vertices(files), -0.1, 0.01, "sample")


def volume_estimate(package: Any, _: Files) -> Any:
    """Values in a volume."""
    return package.VolSourceEstimate(values((9, 20)), [np.arange(9)], -0.1, 0.01, "sample")


def volume_vectors(package: Any, _: Files) -> Any:
    """Vectors in a volume."""
    data, points = values((9, 3, 20)), [np.arange(9)]
    return package.VolVectorSourceEstimate(data, points, -0.1, 0.01, "sample")


def mixed_estimate(package: Any, files: Files) -> Any:
    """Values on the cortex and in a volume."""
    points = [*vertices(files), np.arange(9)]
    return package.MixedSourceEstimate(values((141, 20)), points, -0.1, 0.01, "sample")


def mixed_vectors(package: Any, files: Files) -> Any:
    """Vectors on the cortex and in a volume."""
    points = [*vertices(files), np.arange(9)]
    return package.MixedVectorSourceEstimate(values((141, 3, 20)), points, -0.1, 0.01, "sample")


def values(shape: tuple[int, ...]) -> Any:
    """Numbers of both signs."""
    return 1e-9 * np.random.default_rng(1).standard_normal(shape)


@cache
def vertices(files: Files) -> Any:
    """Vertices of the sources."""
    return [one["vertno"].copy() for one in files.mne.read_source_spaces(files.src)]


def annotations(package: Any, _: Files) -> Any:
    """Spans with and without channels."""
    return package.Annotations(
        [1.0, 2.5, 4.0, 4.0],
        [0.5, 1.0, 0.0, 2.0],
        ["BAD_a", "tone", "tone", "BAD_b"],
        ch_names=[(), ("MEG 0113",), (), ("EEG 001", "EEG 005")],
        orig_time="2001-09-09 01:46:40.250000",
    )


def label(package: Any, files: Files) -> Any:
    """A part of the left cortex."""
    return labels(package, files)[0]


def labels(package: Any, files: Files) -> Any:
    """Parts of the cortex, the last one without a source."""
    every = package.read_labels_from_annot("sample", subjects_dir=files.subjects)
    names = ["superiortemporal-lh", "precentral-lh", "precentral-rh", "caudalanteriorcingulate-lh"]
    return [next(one for one in every if one.name == name) for name in names]


def dipole(package: Any, _: Files) -> Any:
    """Dipoles at four times, with all that a fit leaves."""
    rng = np.random.default_rng(8)
    turns = rng.standard_normal((4, 3))
    turns /= np.linalg.norm(turns, axis=1, keepdims=True)
    names = ("vol", "depth", "long", "trans", "qlong", "qtrans")
    return package.Dipole(
        np.array([0.1, 0.12, 0.14, 0.16]),
        [0.0, 0.0, 0.05] + 0.03 * turns,
        rng.uniform(1e-9, 5e-8, 4),
        turns,
        rng.uniform(50, 100, 4),
        "tone",
        {name: rng.uniform(0, 1e-3, 4) for name in names},
        rng.uniform(1, 9, 4),
        [7, 7, 8, 9],
    )


def fixed_dipole(package: Any, _: Files) -> Any:
    """A dipole at one place over ten samples."""
    info = package.create_info(["dip 01", "goodness"], 100.0, ["dipole", "gof"])
    courses = np.random.default_rng(9).uniform(1, 90, (2, 10)) * [[1e-9], [1]]
    return package.DipoleFixed(info, courses, np.arange(5, 15) / 100, 20, 100, "tone")


def simulator(package: Any, files: Files) -> Any:
    """Currents of labels at events."""
    made = package.simulation.SourceSimulator(package.read_source_spaces(files.src), 0.01)
    made.add_data(labels(package, files)[0], np.hanning(50), np.array([[110, 0, 1], [500, 0, 2]]))
    return made


READERS: dict[str, Any] = {
    "raw": lambda package, files: package.io.read_raw_fif(files.raw, preload=True),
    "info": lambda package, files: package.io.read_info(files.raw),
    "events": lambda _, files: files.events,
    "epochs": lambda package, files: package.read_epochs(files.epochs, proj=False),
    "evoked": lambda package, files: package.read_evokeds(files.evoked, 0, proj=False),
    "cov": lambda package, files: package.read_cov(files.cov),
    "simulator": simulator,
    "src": lambda package, files: package.read_source_spaces(files.src),
    "fwd": lambda package, files: package.read_forward_solution(files.fwd),
    "inverse": lambda package, files: package.minimum_norm.read_inverse_operator(files.inverse),
    "filters": beamformer,
    "trans": lambda package, files: package.read_trans(files.trans),
    "annotations": annotations,
    "label": label,
    "labels": labels,
    "stc": surface_estimate,
    "vectors": vector_estimate,
    "volume": volume_estimate,
    "volume_vectors": volume_vectors,
    "dipole": dipole,
    "fixed_dipole": fixed_dipole,
    "mixed": mixed_estimate,
    "mixed_vectors": mixed_vectors,
}
# MNE-Python's copies of these share their projections.
FRESH = {"raw", "info", "epochs", "evoked"}
# The object whose members are called.
IT = {
    "Annotations": "annotations",
    "Beamformer": "filters",
    "CoordinateTransform": "trans",
    "Covariance": "cov",
    "Dipole": "dipole",
    "DipoleFixed": "fixed_dipole",
    "Epochs": "epochs",
    "Evoked": "evoked",
    "Forward": "fwd",
    "Info": "info",
    "InverseOperator": "inverse",
    "Label": "label",
    "MixedSourceEstimate": "mixed",
    "MixedVectorSourceEstimate": "mixed_vectors",
    "Raw": "raw",
    "SourceEstimate": "stc",
    "SourceSimulator": "simulator",
    "SourceSpaces": "src",
    "VectorSourceEstimate": "vectors",
    "VolSourceEstimate": "volume",
    "VolVectorSourceEstimate": "volume_vectors",
}
