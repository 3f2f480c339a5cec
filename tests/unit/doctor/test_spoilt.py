"""Data sets that are spoilt in one way each: the doctor names that one, and no other error."""

from dataclasses import replace

import numpy as np
import pytest

import leadfield as lf
from leadfield.api.covariance.covariance import covariance_of
from leadfield.api.forward.forward import Forward
from leadfield.api.recording.info import Info
from leadfield.minimum_norm import make_inverse_operator
from leadfield.recording.frames import Frame, Transform
from leadfield.recording.info import ProcessingStep
from leadfield.sources.space import Sources

RATE = 150.15374755859375


def rows(parts, kind):
    return parts["raw"].value.info.channels.of_type(kind)


def with_data(raw, edit):
    """The recording with edited samples (n_channels, n_times)."""
    data = raw.get_data()
    edit(data)
    return lf.io.RawArray(data, raw.info, first_samp=raw.first_samp)


def with_info(part, edit):
    """A recording, epochs or a response whose info is edited."""
    value = part.value
    changed = replace(value, info=edit(value.info))
    out = part.copy()
    out.info = Info(changed.info)
    return out


def all_infos(parts, edit):
    for name in ("raw", "epochs", "evoked"):
        parts[name] = with_info(parts[name], edit)


def with_channels(info, **columns):
    return replace(info, channels=replace(info.channels, **columns))


def with_noise(parts, data):
    parts["noise_cov"] = covariance_of(replace(parts["noise_cov"].value, data=data))


def nan(parts):
    parts["raw"] = with_data(parts["raw"], lambda x: x.__setitem__((5, slice(100, 104)), np.nan))


def microvolts(parts):
    eeg = rows(parts, "eeg")
    parts["raw"] = with_data(parts["raw"], lambda x: x.__setitem__(eeg, 1e6 * x[eeg]))


def femtotesla(parts):
    mag = rows(parts, "mag")
    parts["raw"] = with_data(parts["raw"], lambda x: x.__setitem__(mag, 1e15 * x[mag]))


def flat_magnetometers(parts):
    parts["raw"] = with_data(parts["raw"], lambda x: x.__setitem__(rows(parts, "mag"), 0.0))


def flat_channel(parts):
    parts["raw"] = with_data(parts["raw"], lambda x: x.__setitem__(20, 1e-13))


def stuck(parts):
    span = slice(3000, 4500)
    parts["raw"] = with_data(parts["raw"], lambda x: x.__setitem__((20, span), x[20, 3000]))


def shielded(parts):
    value = replace(parts["raw"].value, shielded=True)
    parts["raw"] = with_value(parts["raw"], value)


def with_value(raw, value):
    out = raw.copy()
    out.value = value
    return out


def clipped(parts):
    def clip(data):
        most = 1.5 * data[20].std()
        data[20] = np.clip(data[20], -most, most)

    parts["raw"] = with_data(parts["raw"], clip)


def noisy(parts):
    parts["raw"] = with_data(parts["raw"], lambda x: x.__setitem__(20, 30 * x[20]))


def copied(parts):
    parts["raw"] = with_data(parts["raw"], lambda x: x.__setitem__(20, x[21]))


def electrode_places(info, edit):
    places = info.channels.locations.copy()
    eeg = info.channels.of_type("eeg")
    places[eeg, :3] = edit(places[eeg, :3])
    return with_channels(info, locations=places)


def millimetres(parts):
    all_infos(parts, lambda info: electrode_places(info, lambda x: 1e3 * x))


def no_places(parts):
    all_infos(parts, lambda info: electrode_places(info, lambda x: np.nan * x))


def one_place(parts):
    all_infos(parts, lambda info: electrode_places(info, lambda x: np.r_[x[1:2], x[1:]]))


def bads_differ(parts):
    noise = parts["noise_cov"].value
    parts["noise_cov"] = covariance_of(replace(noise, bads=(*noise.bads, "MEG 0113")))


def operator_with_bads(parts):
    for name in ("raw", "epochs", "evoked"):
        parts[name].info["bads"] = [*parts[name].info["bads"], "MEG 0113"]
    bads_differ(parts)


def without_average(info):
    return info.with_projections(p for p in info.projections if "EEG" not in p.description)


def no_reference(parts):
    all_infos(parts, without_average)


def custom_reference(parts):
    all_infos(parts, lambda info: replace(info, custom_reference=1))


def bipolar(parts):
    def mark(info):
        coils = info.channels.coil_types.copy()
        coils[info.channels.of_type("eeg")[:4]] = 5
        return with_channels(info, coil_types=coils)

    all_infos(parts, mark)


def compensated(parts):
    all_infos(parts, lambda info: info.in_grade(3))


def half_applied(parts):
    def half(info):
        return info.with_projections(
            p.activated(active="PCA" in p.description) for p in info.projections
        )

    parts["evoked"] = with_info(parts["evoked"].copy().apply_proj(), half)


def only_marked(parts):
    def mark(info):
        return info.with_projections(p.activated() for p in info.projections)

    parts["raw"] = with_info(parts["raw"], mark)


def pattern(names, weights, description):
    one = {"col_names": names, "row_names": None, "data": np.array([weights]) / 1.0}
    one |= {"nrow": 1, "ncol": len(names)}
    return lf.ProjectionItem(data=one, desc=description, kind=1, active=False)


def on_bad_channels(parts):
    names = ["MEG 2443", "MEG 2442", "MEG 2433"]
    parts["raw"].add_proj(pattern(names, [0.8, 0.4, 0.4], "found too early"))


def unknown_projection(parts):
    rng = np.random.default_rng(0)
    names = [parts["raw"].ch_names[i] for i in rows(parts, "grad")]
    names = [name for name in names if name not in parts["raw"].info["bads"]]
    parts["raw"].add_proj(pattern(names, rng.standard_normal(len(names)), "ECG"))
    parts["raw"].apply_proj()


def asymmetric(parts):
    data = parts["noise_cov"].data
    with_noise(parts, np.triu(data, 1) * 1.01 + np.tril(data))


def negative(parts):
    data = parts["noise_cov"].data.copy()
    data[10, 11] = data[11, 10] = 2 * np.sqrt(data[10, 10] * data[11, 11])
    with_noise(parts, data)


def silent_noise(parts):
    data = parts["noise_cov"].data.copy()
    data[10], data[:, 10] = 0, 0
    with_noise(parts, data)


def other_noise_channels(parts):
    noise = parts["noise_cov"].value
    with_others = [f"A{i}" for i in range(len(noise.names))]
    parts["noise_cov"] = covariance_of(noise.renamed(with_others))


def fewer_noise_channels(parts):
    noise = parts["noise_cov"].value
    parts["noise_cov"] = covariance_of(noise.pick(noise.names[60:]))


def few_samples(parts):
    noise = parts["noise_cov"].value
    parts["noise_cov"] = covariance_of(replace(noise, method="empirical", degrees=200))


def noise_in_microvolts(parts):
    noise = parts["noise_cov"].value
    factor = np.array([1e6 if name.startswith("EEG") else 1.0 for name in noise.names])
    with_noise(parts, noise.data * np.outer(factor, factor))


def noise_in_femtotesla(parts):
    with_noise(parts, 1e30 * parts["noise_cov"].data)


def unfiltered_noise(parts):
    with_noise(parts, 15**2 * parts["noise_cov"].data)


def noise_of_another_day(parts):
    factor = np.ones(len(parts["noise_cov"].ch_names))
    factor[[10, 20, 30]] = 20
    with_noise(parts, parts["noise_cov"].data * np.outer(factor, factor))


def kept_directions(parts, n):
    """The noise, in n directions of MEG alone."""
    noise = parts["noise_cov"].value
    meg = np.array([name.startswith("MEG") for name in noise.names])
    data = noise.data.copy()
    block = data[np.ix_(meg, meg)]
    sizes = np.sqrt(np.diag(block))
    _, vectors = np.linalg.eigh(block / np.outer(sizes, sizes))
    kept = vectors[:, -n:] @ vectors[:, -n:].T
    data[np.ix_(meg, meg)] = kept @ (block / np.outer(sizes, sizes)) @ kept * np.outer(sizes, sizes)
    data[np.ix_(meg, ~meg)], data[np.ix_(~meg, meg)] = 0, 0
    return covariance_of(replace(noise, data=data))


def separated_noise(parts):
    parts["noise_cov"] = kept_directions(parts, 69)


def separated_data(parts):
    step = ProcessingStep(creator="Maxfilter", degrees=69)
    all_infos(parts, lambda info: replace(info, history=(step,)))


def full_rank_operator(parts):
    noise = kept_directions(parts, 69)
    data = noise.value.data + 1e-14 * np.diag(np.diag(noise.value.data))
    noise = covariance_of(replace(noise.value, data=data))
    parts["inverse_operator"] = make_inverse_operator(
        parts["evoked"].info, parts["forward"], noise, rank="full", verbose="error"
    )


def registration(parts):
    return lf.read_trans(parts["trans"])["trans"].copy()


def mirrored(parts):
    matrix = registration(parts)
    matrix[:3, 0] *= -1
    parts["trans"] = lf.CoordinateTransform("head", "mri", matrix)


def in_millimetres(parts):
    matrix = registration(parts)
    matrix[:3, 3] *= 1e3
    parts["trans"] = lf.CoordinateTransform("head", "mri", matrix)


def other_registration(parts):
    matrix = registration(parts)
    matrix[:3, 3] += [0.0, 0.008, 0.004]
    parts["trans"] = lf.CoordinateTransform("head", "mri", matrix)


def another_head(parts):
    turn = np.deg2rad(12)
    matrix = np.eye(4)
    matrix[1:3, 1:3] = [[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]]
    matrix[:3, 3] = [0.005, 0.02, -0.015]
    del parts["forward"], parts["inverse_operator"]
    matrix = matrix @ registration(parts)
    parts["trans"] = lf.CoordinateTransform("head", "mri", matrix)


def ears_exchanged(parts):
    def exchange(info):
        points = tuple(
            replace(p, position=p.position * [-1, 1, 1]) if p.kind == 1 else p
            for p in info.digitisation
        )
        return replace(info, digitisation=points)

    all_infos(parts, exchange)


def still(source, target, move=(0.0, 0.0, 0.0)):
    matrix = np.eye(4)
    matrix[:3, 3] = move
    return Transform(source=source, target=target, matrix=matrix)


def no_head_position(parts):
    all_infos(parts, lambda info: replace(info, device_to_head=still(Frame.DEVICE, Frame.HEAD)))


def head_position_missing(parts):
    all_infos(parts, lambda info: replace(info, device_to_head=None))


def missing_in_a_response(parts):
    data = parts["evoked"].data.copy()
    data[7, -5:] = np.nan
    evoked = lf.EvokedArray(data, parts["evoked"].info, tmin=-0.2, nave=parts["evoked"].nave)
    parts.clear()
    parts |= {"evoked": evoked}


def moved_head(parts):
    def move(info):
        there = info.device_to_head.then(still(Frame.HEAD, Frame.HEAD, (0, 0.03, 0)))
        return replace(info, device_to_head=there)

    all_infos(parts, move)


def sensors_inside(parts):
    del parts["forward"], parts["inverse_operator"]

    def move(info):
        there = info.device_to_head.then(still(Frame.HEAD, Frame.HEAD, (0, 0, -0.06)))
        return replace(info, device_to_head=there)

    all_infos(parts, move)


def other_subject(parts):
    model = parts["forward"].value
    spaces = tuple(replace(space, subject="fsaverage") for space in model.sources.spaces)
    parts["forward"] = Forward(replace(model, sources=Sources(spaces=spaces)))


def sources_outside(parts):
    model = parts["forward"].value
    spaces = tuple(
        replace(space, positions=1.3 * space.positions) for space in model.sources.spaces
    )
    parts["forward"] = Forward(replace(model, sources=Sources(spaces=spaces)))


def other_names(parts):
    def rename(info):
        return info.renamed({name: name.replace("MEG ", "MEG") for name in info.names})

    for name in ("raw", "epochs", "evoked"):
        parts[name].rename_channels(lambda one: one.replace("MEG ", "MEG"))
    noise = parts["noise_cov"].value
    parts["noise_cov"] = covariance_of(
        noise.renamed([name.replace("MEG ", "MEG") for name in noise.names])
    )


def other_cap(parts):
    all_infos(parts, lambda info: electrode_places(info, lambda x: x[::-1]))


def broken_lead_field(parts):
    field = parts["forward"].value.leadfield.copy()
    field[3, 7] = np.nan
    parts["forward"] = Forward(replace(parts["forward"].value, leadfield=field))


def half_a_lead_field(parts):
    field = parts["forward"].value.leadfield.copy()
    field[:20] = 0
    parts["forward"] = Forward(replace(parts["forward"].value, leadfield=field))


def deep(parts):
    parts["inverse_operator"] = make_inverse_operator(
        parts["evoked"].info, parts["forward"], parts["noise_cov"], depth=50.0
    )


def other_forward(parts):
    model = parts["forward"].value
    keep = [np.arange(0, space.n_sources, 2) for space in model.sources.spaces]
    parts["forward"] = Forward(model.restricted(keep))


def trigger_row(parts):
    return parts["raw"].ch_names.index("STI 014")


def huge_trigger(parts):
    row = trigger_row(parts)
    parts["raw"] = with_data(parts["raw"], lambda x: x.__setitem__((row, 500), 1e300))


def negative_triggers(parts):
    row = trigger_row(parts)
    parts["raw"] = with_data(parts["raw"], lambda x: x.__setitem__(row, -x[row]))


def counted_from_zero(parts):
    parts["events"][:, 0] -= parts["raw"].first_samp


def after_the_end(parts):
    parts["events"][-5:, 0] += 100_000


def twice(parts):
    events = parts["events"]
    parts["events"] = np.vstack([events[:1], events])
    parts["events"][0, 2] = 7


def bouncing(parts):
    row = trigger_row(parts)
    del parts["events"]

    def step(data):
        onsets = np.flatnonzero((data[row, 1:] > 0) & (data[row, :-1] == 0)) + 1
        data[row, onsets + 1] += 8
        data[row, onsets + 2] += 16

    parts["raw"] = with_data(parts["raw"], step)


def jittering(parts):
    rng = np.random.default_rng(0)
    n = len(parts["events"])
    onsets = parts["events"][0, 0] + 120 * np.arange(n) + rng.integers(-1, 2, n)
    parts["events"] = np.c_[onsets, np.zeros(n, int), parts["events"][:, 2]]


def overlapping(parts):
    parts["epochs"] = lf.Epochs(
        parts["raw"], parts["events"], None, -0.3, 1.0, baseline=(None, 0), preload=True
    )


def few_trials(parts):
    parts["epochs"] = parts["epochs"][:4]
    parts["evoked"] = parts["epochs"].average()


def late_baseline(parts):
    parts["evoked"].apply_baseline((None, 0.2))


def nave_forgotten(parts):
    parts["evoked"].nave = 1


def nave_of_all(parts):
    parts["evoked"].nave *= 6


def loud_magnetometers(parts):
    mag = [
        name
        for name, kind in zip(
            parts["evoked"].ch_names, parts["evoked"].get_channel_types(), strict=True
        )
        if kind == "mag"
    ]
    factor = np.where(np.isin(parts["noise_cov"].ch_names, mag), 0.5, 1.0)
    with_noise(parts, parts["noise_cov"].data * np.outer(factor, factor))


def noise_alone(parts):
    noise = parts["inverse_operator"].value.noise
    white = np.random.default_rng(0).standard_normal((len(noise.names), 100))
    values, vectors = np.linalg.eigh(noise.data)
    rows = parts["evoked"].value.info.channels.indices(noise.names)
    data = np.zeros((len(parts["evoked"].ch_names), 100))
    data[rows] = vectors @ (np.sqrt(values.clip(0))[:, None] * white) / np.sqrt(50)
    info = parts["evoked"].info
    parts["evoked"] = lf.EvokedArray(data, info, tmin=-0.2, nave=50, comment="noise")
    del parts["lambda2"]


def standard_errors(parts):
    parts["evoked"] = parts["epochs"].standard_error()


def snr_as_lambda2(parts):
    parts["lambda2"] = 3.0


def inverse_snr_as_lambda2(parts):
    parts["lambda2"] = 1 / 3


def tiny_lambda2(parts):
    parts["lambda2"] = 1e-6


def noise_without_a_baseline(parts):
    louder = covariance_of(
        replace(parts["noise_cov"].value, data=9 * parts["noise_cov"].value.data)
    )
    inverse = make_inverse_operator(parts["evoked"].info, parts["forward"], louder)
    evoked = parts["evoked"].crop(0.0, None)
    parts.clear()
    parts |= {"evoked": evoked, "inverse_operator": inverse}


def interpolated(parts):
    raw = parts["raw"]
    raw.info["bads"] = [*raw.info["bads"], "EEG 020"]
    raw = raw.pick("eeg", exclude=["EEG 053"]).interpolate_bads()
    parts.clear()
    parts |= {"raw": raw}


def a_second(parts):
    raw = parts["raw"].crop(0, 2)
    parts.clear()
    parts |= {"raw": raw}


def broken_file(parts, folder):
    path = folder / "broken-cov.fif"
    parts["noise_cov"].save(path)
    path.write_bytes(path.read_bytes()[:-400_000])
    parts["noise_cov"] = path


# What the doctor must say, of a data set spoilt how, and who asked for it: numbers of issues of
# MNE-Python and, where named, others.
TROUBLE = [
    ("missing-samples", nan, "#3880: all covariance scores NaN"),
    ("missing-samples", missing_in_a_response, "NaN in a response"),
    ("units", microvolts, "EEG in µV"),
    ("units", femtotesla, "MEG in fT"),
    ("flat-channels", flat_magnetometers, "102 flat magnetometers"),
    ("flat-channels", flat_channel, "neuro-currentRF#49, #54: invalid value in divide"),
    ("stuck-channels", stuck, "a channel that stops"),
    ("active-shielding", shielded, "MaxShield that nobody took out"),
    ("clipped-channels", clipped, "saturation"),
    ("noisy-channels", noisy, "a bad channel that nobody marked"),
    ("identical-channels", copied, "exchanged cables"),
    ("position-units", millimetres, "mm for m"),
    ("no-positions", no_places, "no montage"),
    ("same-positions", one_place, "a name twice in a montage"),
    ("bads-differ", bads_differ, "#422: bads missing in fwd or cov"),
    ("operator-uses-bads", operator_with_bads, "#9727: bads passed explicitly"),
    ("eeg-reference", no_reference, "#12401: the average reference must be a projector"),
    ("eeg-reference", custom_reference, "#10987, #4650: a custom reference"),
    ("eeg-reference", bipolar, "bipolar EEG"),
    ("compensation", compensated, "#5342: compensation after picking"),
    ("projections-half-applied", half_applied, "#5342: projections again after picking"),
    ("projections-not-applied", only_marked, "active set by hand"),
    ("projections-cover-too-little", on_bad_channels, "#6527: rank and projections"),
    ("projections-unknown", unknown_projection, "projections after the covariance"),
    ("asymmetric-covariance", asymmetric, "half of a matrix"),
    ("negative-covariance", negative, "no covariance"),
    ("flat-covariance", silent_noise, "#3880: variance 0"),
    ("covariance-channels", other_noise_channels, "#5579, #4832: operator with 0 channels"),
    ("covariance-channels", fewer_noise_channels, "#422: channels missing in cov"),
    ("few-samples", few_samples, "more channels than samples"),
    ("covariance-units", noise_in_microvolts, "covariance in µV²"),
    ("covariance-units", noise_in_femtotesla, "#11901: rank 370 to 1, all courses equal"),
    ("covariance-size", unfiltered_noise, "covariance of unfiltered data"),
    ("covariance-pattern", noise_of_another_day, "covariance of another recording"),
    ("noise-rank", separated_noise, "mne-bids-pipeline#905: rank of an empty-room covariance"),
    ("noise-rank", separated_data, "#4676: movement-compensated data"),
    ("operator-rank", full_rank_operator, "#11661: rank='info' forgotten, stuff explodes"),
    ("transform", mirrored, "handedness"),
    ("transform", in_millimetres, "mm for m"),
    ("other-registration", other_registration, "forward solution of another transform"),
    ("registration", another_head, "trans of another subject"),
    ("landmarks", ears_exchanged, "left for right"),
    ("no-head-position", no_head_position, "dev_head_t never read"),
    ("no-head-position", head_position_missing, "dev_head_t missing"),
    ("head-position", moved_head, "head position 3 cm off"),
    ("sensors-and-head", sensors_inside, "sensors inside the head"),
    ("other-subject", other_subject, "forward solution of another subject"),
    ("sources-outside", sources_outside, "sources outside the inner skull"),
    ("other-channels", other_names, "#5579, #4832: 0 channels, for a space in the names"),
    ("sensors-moved", other_cap, "another cap"),
    ("lead-field-not-finite", broken_lead_field, "NaN in a lead field"),
    ("lead-field-flat", half_a_lead_field, "no lead field for some channels"),
    ("depth", deep, "depth=50"),
    ("other-forward", other_forward, "an operator of another forward solution"),
    ("triggers", huge_trigger, "a trigger of 1e300"),
    ("triggers", negative_triggers, "#2959, #7504: negative STI101"),
    ("events-outside", counted_from_zero, "first_samp forgotten"),
    ("events-outside", after_the_end, "events of another recording"),
    ("events-twice", twice, "two events at one sample"),
    ("events-bounce", bouncing, "#2520, #3562: events shorter than the shortest"),
    ("events-jitter", jittering, "jitter"),
    ("trials-overlap", overlapping, "overlapping trials"),
    ("few-trials", few_trials, "#8232: few trials"),
    ("baseline-in-response", late_baseline, "a baseline that ends late"),
    ("nave", nave_forgotten, "brainstorm3#140: scaling by trials"),
    ("nave", nave_of_all, "#4438: nave of contrasts"),
    ("baseline-not-white", loud_magnetometers, "#13595: mag and grad in plot_white"),
    ("no-signal", noise_alone, "no response"),
    ("noise-scale", noise_without_a_baseline, "brainstorm3#140: averaging and scaling"),
    ("rank-below-channels", interpolated, "#6527: what the rank warning means"),
    ("more-channels-than-samples", a_second, "a recording of two seconds"),
    ("standard-error", standard_errors, "standard errors for averages"),
    ("lambda2", snr_as_lambda2, "#10149, #1114: 1/SNR or 1/SNR²"),
    ("lambda2", inverse_snr_as_lambda2, "#3082: why 1/3²"),
    ("lambda2", tiny_lambda2, "#548: which lambda"),
]


@pytest.mark.parametrize(
    ("name", "spoil"),
    [(name, spoil) for name, spoil, _ in TROUBLE],
    ids=[spoil.__name__ for _, spoil, _ in TROUBLE],
)
def test_the_doctor_names_what_is_wrong_and_no_other_error(sound, name, spoil):
    spoil(sound)
    found = lf.doctor.examine(**sound).findings
    assert found, "nothing was found"
    assert found[0].name == name
    assert {one.name for one in found if one.severity == "error"} <= {name}


def test_a_file_that_cannot_be_read_is_named(sound, tmp_path):
    broken_file(sound, tmp_path)
    found = lf.doctor.examine(**sound)
    assert found[0].name == "unreadable"
    assert found[0].where == ("noise_cov",)
    assert found.exit_status == 2


def test_an_operator_is_judged_without_its_covariance(sound):
    deep(sound)
    found = lf.doctor.examine(inverse_operator=sound["inverse_operator"])
    assert [one.name for one in found] == ["depth"]
