"""Calls of covariances, forward solutions, operators, source spaces, labels, transforms, morphs."""

import numpy as np
from same.entries import Entries
from same.facts import images

same = Entries()
MAPPINGS = ("Covariance", "Forward", "InverseOperator")


@same("ch_names copy", of=MAPPINGS)
def copies(it):
    yield it.ch_names
    yield it.copy()
    yield it.copy() is it


@same("get items keys values", of="Covariance")
def of_covariance(it):
    yield it.get("nfree")
    yield it.get("nothing", 3)
    yield {"data", "names", "bads", "nfree", "projs", "diag", "dim", "kind"} <= it.keys()
    yield [value for key, value in it.items() if key == "data"]
    yield it["nfree"] in [one for one in it.values() if isinstance(one, int)]


@same("get items keys values", of="Forward")
def of_forward(it):
    yield it.get("nsource")
    yield it.get("nothing", 3)
    keys = {"nsource", "nchan", "source_ori", "sol", "src", "info", "mri_head_t", "source_rr"}
    yield keys <= it.keys()
    yield [value for key, value in it.items() if key == "source_rr"]
    yield it["nsource"] in [one for one in it.values() if isinstance(one, int)]


@same("get info items keys values", of="InverseOperator")
def of_operator(it):
    yield it.get("nsource")
    yield it.get("nothing", 3)
    yield it.info["ch_names"]
    keys = {"nsource", "sing", "src", "info", "noise_cov", "source_cov", "orient_prior", "projs"}
    yield keys <= it.keys()
    yield [value["data"] for key, value in it.items() if key == "source_cov"]
    yield it["nsource"] in [one for one in it.values() if isinstance(one, int)]


@same("as_diag data nfree pick_channels", of="Covariance")
def edit_covariance(it):
    names = it.ch_names
    yield it.data
    yield it.nfree
    yield it.copy().pick_channels([names[4], names[1]])
    yield it.copy().pick_channels([names[4], names[1]], ordered=False)
    yield it.as_diag()
    yield it.data


@same("plot", of="Covariance")
def plot_covariance(it, evoked):
    evoked.pick(["meg", "eeg"])
    yield images(it.plot(evoked.info, show=False, colorbar=False)[0])
    yield images(it.plot(evoked.info, exclude="bads", proj=True, show=False, colorbar=False)[0])
    yield it.plot(evoked.info, show=False, show_svd=False)[1]


@same("save", of="Covariance")
def save_covariance(oracle, it, folder):
    it.save(folder / "one-cov.fif")
    it.save(folder / "one-cov.fif", overwrite=True)
    yield oracle.read_cov(folder / "one-cov.fif")


@same("pick_channels save", of="Forward")
def forward(oracle, it, folder):
    names = it.ch_names
    yield it.copy().pick_channels([names[4], names[1]])
    yield it.copy().pick_channels([names[4], names[1]], ordered=True)
    it.save(folder / "one-fwd.fif")
    it.save(folder / "one-fwd.fif", overwrite=True)
    yield oracle.read_forward_solution(folder / "one-fwd.fif")


@same("copy count index kind save", of="SourceSpaces")
def source_spaces(oracle, it, folder):
    yield it.copy()
    yield it.index(it[1])
    yield it.index(it[1], 1)
    yield it.count(it[0])
    yield it.kind
    it.save(folder / "one-src.fif")
    it.save(folder / "one-src.fif", overwrite=True)
    yield oracle.read_source_spaces(folder / "one-src.fif")


@same("SourceSpaces", of="mne")
def some_source_spaces(mne, src):
    yield mne.SourceSpaces([src[1]])
    yield mne.SourceSpaces([src[1], src[0]])


@same("Covariance Projection Transform", of="mne")
def constructors(mne, cov):
    names, data = cov.ch_names, cov.data
    yield mne.Covariance(data, names, names[:1], [], 50)
    yield mne.Covariance(
        np.diag(data), names, [], cov["projs"], nfree=9, method="shrunk", loglik=-2
    )
    vectors = {"data": np.eye(3)[:1], "col_names": names[:3], "row_names": None}
    vectors |= {"nrow": 1, "ncol": 3}
    one = mne.Projection(data=vectors, desc="made", kind=1, active=False, explained_var=0.5)
    yield one
    yield one["explained_var"]
    yield mne.Projection(data=vectors)
    yield mne.Transform("head", "mri")
    yield mne.Transform(4, 5, np.diag([1.0, -1.0, -1.0, 1.0]))


@same("center_of_mass copy get_vertices_used", of="Label")
def label(it, files):
    yield it.copy()
    yield it.get_vertices_used()
    yield it.get_vertices_used(np.arange(0, 20_000, 3))
    yield it.center_of_mass(subjects_dir=files.subjects)
    yield it.center_of_mass("sample", restrict_vertices=True, subjects_dir=files.subjects)
    some = np.arange(0, 40_000, 11)
    yield it.center_of_mass(restrict_vertices=some, subjects_dir=files.subjects, surf="white")


@same("fill restrict save", of="Label")
def on_sources(oracle, it, src, folder):
    fewer = it.restrict(src)
    yield fewer
    yield it.restrict(src, name="other")
    yield fewer.fill(src)
    yield fewer.fill(src, name="filled-lh")
    it.save(folder / "one-lh.label")
    found = oracle.read_label(folder / "one-lh.label")
    found.comment = ""
    yield found


@same("get items keys values", of="CoordinateTransform")
def transform(it):
    yield it.get("trans")
    yield it.get("nothing", 3)
    yield sorted(it.keys())
    yield [np.asarray(value) for key, value in it.items() if key == "trans"]
    yield it["from"] in [int(one) for one in it.values() if np.ndim(one) == 0]


@same("from_str to_str", of="CoordinateTransform")
def transform_in_words(it):
    yield it.from_str
    yield it.to_str


def make_morph(mne, stc, files, **options):
    """A morph to the template."""
    options = {"spacing": None, "smooth": 3, "warn": False, **options}
    return mne.compute_source_morph(stc, "sample", "fsaverage", files.copied_subjects, **options)


# MNE-Python's map is in single precision.
@same("apply", of="SourceMorph", tolerance=1e-6)
def apply_morph(mne, stc, vectors, files):
    morph = make_morph(mne, stc, files)
    yield morph.apply(stc)
    yield morph.apply(vectors)


@same("save", of="SourceMorph", tolerance=1e-6)
def save_morph(mne, oracle, stc, files, folder):
    morph = make_morph(mne, stc, files)
    morph.save(folder / "one-morph.h5")
    yield oracle.read_source_morph(folder / "one-morph.h5")
    morph.save(folder / "one", overwrite=True)
    yield mne.read_source_morph(folder / "one-morph.h5")


# MNE-Python keeps maps of subjects in single precision, and reads them the second time.
@same("read_source_morph", of="mne", tolerance=1e-6)
def read_morph(mne, oracle, files, folder):
    stc = oracle.SourceEstimate(np.ones((4, 1)), [np.array([3, 9]), np.array([0, 5])], 0, 1)
    stc.subject = "sample"
    for options in ({"smooth": 2}, {"smooth": "nearest"}, {"spacing": 3, "smooth": None}):
        make_morph(oracle, stc, files, **options).save(folder / "one", overwrite=True)
        found = mne.read_source_morph(folder / "one-morph.h5")
        yield found
        yield [found.smooth, found.spacing, found.xhemi]
