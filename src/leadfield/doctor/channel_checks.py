"""Checks of what is known of channels: positions, bad ones, reference, compensation."""

from collections.abc import Iterator

import numpy as np

from leadfield.base.arrays import Bools, Floats, Ints
from leadfield.base.checks import listed
from leadfield.base.errors import InputError
from leadfield.doctor.data_set import DataSet, required
from leadfield.doctor.finding import Finding
from leadfield.recording.eeg_reference import lacks_average_reference
from leadfield.recording.info import MeasurementInfo

# Distance in m of electrodes and digitised points from the middle between the ears: heads are
# 7 to 15 cm large there, so that cm and mm for m, or m for mm, fall out.
NEAREST, FARTHEST = 0.02, 0.5
BIPOLAR = 5  # FIF's number of such an electrode's coil type


def check_positions(data: DataSet) -> Iterator[Finding]:
    """Sensors without a position, or two at one place."""
    info = data.info
    for kind in ("mag", "grad", "eeg"):
        rows = _good(info, kind)
        missing = rows[_without_place(info, rows)]
        if not len(missing):
            continue
        yield Finding(
            name="no-positions",
            severity="error" if data.uses(kind) else "warning",
            title="Sensors have no position",
            found=f"{len(missing)} of {len(rows)} good {kind} channels: "
            f"{listed([info.names[row] for row in missing], 6)}",
            effect="No lead field can be computed for them; with a standard position that is not "
            "theirs, sources move.",
            remedy="raw.set_montage(leadfield.make_standard_montage('standard_1005')), or the "
            "digitised montage: leadfield.make_dig_montage(...)",
            where=(data.data_name,),
        )
    for kind in ("mag", "grad", "eeg"):
        rows = _good(info, kind)
        there = rows[~_without_place(info, rows)]
        doubles = _doubles(info.channels.locations[there])
        if len(doubles):
            names = [info.names[row] for row in there[doubles]]
            yield Finding(
                name="same-positions",
                severity="error",
                title="Sensors are at the same place",
                found=f"{len(names)} have the position and direction of another: "
                f"{listed(names, 6)}",
                effect="Their lead fields are equal, their data are not: the difference is put "
                "into sources that are not there.",
                remedy="raw.set_montage(...) with a position for each name",
                where=(data.data_name,),
            )


def check_position_units(data: DataSet) -> Iterator[Finding]:
    """Electrodes and digitised points in mm or another unit."""
    info = data.info
    eeg = _good(info, "eeg")
    places = {
        "electrodes": info.channels.locations[eeg[~_without_place(info, eeg)], :3],
        "digitised points": np.array([p.position for p in info.digitisation]).reshape(-1, 3),
    }
    for what, points in places.items():
        distances = np.linalg.norm(points, axis=1)
        if not len(points) or NEAREST <= np.median(distances) <= FARTHEST:
            continue
        yield Finding(
            name="position-units",
            severity="error",
            title=f"Positions of {what} are not in m",
            found=f"their median distance from the head's origin is {np.median(distances):.3g}, "
            f"which must be from {NEAREST:g} to {FARTHEST:g} m",
            effect="Sensors are not where the lead field has them: maps are of nothing.",
            remedy="make the montage with positions in m: leadfield.make_dig_montage(...) of mm "
            "divided by 1000, then raw.set_montage(...)",
            where=(data.data_name,),
        )


def check_bads(data: DataSet) -> Iterator[Finding]:
    """Bad channels that are not the same everywhere."""
    marked = {name: (set(info.names), set(info.bads)) for name, info in data.infos.items()}
    if data.noise_cov is not None:
        marked["noise_cov"] = set(data.noise_cov.names), set(data.noise_cov.bads)
    found, where = [], set[str]()
    for channel in sorted({name for _, bads in marked.values() for name in bads}):
        bad = [name for name, (_, bads) in marked.items() if channel in bads]
        good = [name for name, (there, bads) in marked.items() if channel in there - bads]
        if good:
            found.append(f"{channel!r} is bad in {', '.join(bad)}, good in {', '.join(good)}")
            where |= {*bad, *good}
    if not found:
        return
    more = f"; and {len(found) - 4} more" if len(found) > 4 else ""
    yield Finding(
        name="bads-differ",
        severity="warning",
        title="Bad channels differ between files",
        found=f"{'; '.join(found[:4])}{more}",
        effect="A channel that is bad in one is left out of operators made from both, without a "
        "word; one that was bad only later is still in averages and covariances.",
        remedy="one list for all: epochs.info['bads'] = raw.info['bads'], and average and "
        "estimate the covariance again",
        where=tuple(name for name in marked if name in where),
    )


def check_operator_bads(data: DataSet) -> Iterator[Finding]:
    """Bad channels of the data that an operator uses."""
    names = set(required(data.inverse_operator).info.names)
    for where, info in data.infos.items():
        used = [name for name in info.bads if name in names]
        if used:
            yield Finding(
                name="operator-uses-bads",
                severity="error",
                title="The inverse operator uses bad channels",
                found=f"bad in {where}: {listed(used, 6)}",
                effect="Whatever these channels hold goes into the map with full weight.",
                remedy="make it again from these data: leadfield.minimum_norm."
                "make_inverse_operator(evoked.info, forward, noise_cov)",
                where=("inverse_operator", where),
            )
            return


def check_eeg_reference(data: DataSet) -> Iterator[Finding]:
    """EEG without an average reference, with a custom one, or bipolar."""
    info = data.info
    eeg = _good(info, "eeg")
    if not len(eeg):
        return
    used = data.uses("eeg")
    bipolar = [info.names[row] for row in eeg if info.channels.coil_types[row] == BIPOLAR]
    advice = f"{data.data_name}.set_eeg_reference(projection=True)"
    effect = (
        "Lead fields of EEG are against the average of all electrodes: data against anything "
        "else put the reference's own activity into the map. Operators are refused."
    )
    if bipolar:
        title = "EEG channels are bipolar"
        found = f"{len(bipolar)} of {len(eeg)} channels are differences: {listed(bipolar, 6)}"
        advice = "localise with the electrodes as recorded, or MEG alone: raw.pick('meg')"
    elif info.custom_reference:
        title = "EEG has a custom reference"
        found = "the recording says so (custom_ref_applied), and has no average reference for it"
        advice += ", which adds the projection and clears the mark"
    elif lacks_average_reference(info):
        title = "EEG has no average reference"
        found = f"no projection takes the average out of all {len(eeg)} good channels"
    else:
        return
    yield Finding(
        name="eeg-reference",
        severity="error" if used else "warning",
        title=title,
        found=found,
        effect=effect,
        remedy=advice,
        where=(data.data_name,),
    )


def check_compensation(data: DataSet) -> Iterator[Finding]:
    """Grades of gradient compensation that differ between data and models."""
    infos = {**data.infos, **{name: model.info for name, model in data.models.items()}}
    grades: dict[str, int] = {}
    for where, info in infos.items():
        try:
            if len(info.channels.of_type("meg")):
                grades[where] = info.compensation_grade
        except InputError as error:
            yield Finding(
                name="compensation",
                severity="error",
                title="MEG channels have different compensation grades",
                found=str(error),
                effect="Noise from far away is cancelled in some sensors and left in others.",
                remedy="read the recording again, and raw.apply_gradient_compensation(...) on it "
                "whole",
                where=(where,),
            )
    if len(set(grades.values())) > 1:
        wanted = next(grades[name] for name in (*data.models, *grades) if name in grades)
        yield Finding(
            name="compensation",
            severity="error",
            title="Compensation grades differ",
            found=", ".join(f"{where} has grade {grade}" for where, grade in grades.items()),
            effect="The lead field lacks the reference sensors' share, or has it where the data do "
            "not: maps are refused or wrong.",
            remedy=f"raw.apply_gradient_compensation({wanted})",
            where=tuple(grades),
        )


def _good(info: MeasurementInfo, kind: str) -> Ints:
    rows = info.channels.of_type(kind)
    return rows[[info.names[row] not in info.bads for row in rows]]


def _without_place(info: MeasurementInfo, rows: Ints) -> Bools:
    places = info.channels.locations[rows, :3]
    return np.asarray(~(np.isfinite(places).all(axis=1) & places.any(axis=1)))


def _doubles(locations: Floats) -> Ints:
    """Indices of rows that stand there already, but for rounding."""
    rounded = np.round(np.nan_to_num(locations), 6)
    _, first = np.unique(rounded, axis=0, return_index=True)
    return np.setdiff1d(np.arange(len(locations)), first)
