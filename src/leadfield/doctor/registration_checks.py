"""Checks of places: transforms, head position, what is inside the head and what on it."""

from collections.abc import Iterator

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.base.checks import listed
from leadfield.doctor.data_set import DataSet, required
from leadfield.doctor.finding import Finding, Severity
from leadfield.forward.bem import ShellKind
from leadfield.forward.electrode_projection import FAR_FROM_SCALP
from leadfield.forward.triangles import Triangles, nearest_on
from leadfield.forward.winding import inside
from leadfield.recording.frames import Frame, Transform
from leadfield.recording.info import MeasurementInfo, PointKind

# Of the entries of a rotation times its transpose; files hold float32.
ROTATION_ERROR = 1e-3
FARTHEST = 0.5  # m, from origin to origin: beyond, numbers are mm
IDENTITY = 1e-6
# Heads move by a few mm in a recording, within which maps stay as good as registration makes
# them; 2 cm is the distance between gyri that the map then takes for one another.
MOVED, MOVED_FAR = 5e-3, 0.02  # m
SAME_TRANSFORM, OTHER_TRANSFORM = 1e-3, 5e-3  # m; files round to micrometres
# Median distance from the scalp, in m, of what lies on it. Good registrations have 2 to 4 mm;
# electrodes are digitised on top of their holders.
OFF_SCALP = {"digitised points": 6e-3, "electrodes": 10e-3}
FAR_OFF_SCALP = 2.0  # times as much
FEWEST_POINTS = 10
FEW_OUTSIDE = 0.01  # share of sources: shells of fewer vertices cut corners
# A sensor's coil is some 2 cm from the scalp, 4 cm from the inner skull; helmets leave 2 cm more.
FAR_SENSORS = {ShellKind.HEAD: 0.06, ShellKind.INNER_SKULL: 0.075}  # m, of the nearest one


def check_transforms(data: DataSet) -> Iterator[Finding]:
    """Transforms that are not rotations and moves in m."""
    for where, what, transform in _transforms(data):
        rotation = transform.matrix[:3, :3]
        move = float(np.linalg.norm(transform.matrix[:3, 3]))
        skew = float(np.abs(rotation @ rotation.T - np.eye(3)).max())
        if np.linalg.det(rotation) < 0:
            title = "A transform mirrors the head"
            found = f"the rotation of {what} has the determinant {np.linalg.det(rotation):.2f}"
        elif skew > ROTATION_ERROR:
            title = "A transform is not rigid"
            found = f"{what} stretches or shears by up to {100 * skew:.2g} %"
        elif move > FARTHEST:
            title = "A transform is not in m"
            found = (
                f"{what} moves by {move:.3g}, which must be at most {FARTHEST:g} m: are these mm?"
            )
        else:
            continue
        yield Finding(
            name="transform",
            severity="error",
            title=title,
            found=found,
            effect="Left and right are exchanged, or sensors are nowhere near the head.",
            remedy="register again, with right-handed axes and positions in m: "
            "leadfield.CoordinateTransform('head', 'mri', matrix)",
            where=(where,),
        )


def check_landmarks(data: DataSet) -> Iterator[Finding]:
    """Landmarks of the head on the wrong side."""
    info = data.info
    places = {p.ident: p.position for p in info.digitisation if p.kind == PointKind.CARDINAL}
    in_head = all(p.frame == Frame.HEAD for p in info.digitisation if p.kind == PointKind.CARDINAL)
    if not in_head or not {1, 2, 3} <= places.keys():
        return
    left, front, right = places[1][0], places[2][1], places[3][0]
    if not (left < 0 < right and front > 0):
        yield Finding(
            name="landmarks",
            severity="error",
            title="Landmarks are exchanged",
            found=f"left ear at x = {1e3 * left:.0f} mm, right ear at x = {1e3 * right:.0f} mm, "
            f"nasion at y = {1e3 * front:.0f} mm; x must grow to the right, y to the front",
            effect="Left and right, or front and back, of the map are exchanged.",
            remedy="leadfield.make_dig_montage(..., nasion=..., lpa=..., rpa=...) with the right "
            "names, then raw.set_montage(...), and register again",
            where=(data.data_name,),
        )


def check_head_position(data: DataSet) -> Iterator[Finding]:
    """A head position that is missing, or another one in the models."""
    info = data.info
    meg = info.channels.of_type("meg")
    in_device = meg[info.channels.frames[meg] == Frame.DEVICE]
    if not len(in_device) or not (data.uses("mag", "grad") or data.has("trans")):
        return
    now = info.device_to_head
    if now is None or now.same_as(_nowhere(), tolerance=IDENTITY):
        known = [model.info.device_to_head for model in data.models.values()]
        elsewhere = any(one is not None and not one.same_as(now) for one in known)
        yield Finding(
            name="no-head-position",
            severity="error" if now is None or elsewhere else "warning",
            title="The head's position in the sensors is not known",
            found="dev_head_t is missing"
            if now is None
            else f"dev_head_t is the identity{', in the models it is not' if elsewhere else ''}",
            effect="The head is taken to be at the origin of the sensors, centimetres from where "
            "it was, unless sensors were measured in head coordinates: maps are of other places.",
            remedy="raw.info['dev_head_t'] = leadfield.read_trans(...), of the recording that "
            "measured it, before the forward solution is computed",
            where=(data.data_name,),
        )
        return
    points = info.channels.locations[in_device, :3]
    for where, model in data.models.items():
        then = model.info.device_to_head
        if then is None or not {"mag", "grad"} & set(model.info.channels.types):
            continue
        moved = float(np.linalg.norm(now.points(points) - then.points(points), axis=1).mean())
        if moved > MOVED:
            yield Finding(
                name="head-position",
                severity="error" if moved > MOVED_FAR else "warning",
                title="The head was elsewhere",
                found=f"sensors are {1e3 * moved:.0f} mm from where {where} has them, on average",
                effect="Sources move by as much, and where sensors come nearer they come out too "
                "strong.",
                remedy="leadfield.make_forward_solution(raw.info, trans, src, bem) with the head "
                "position of these data",
                where=(data.data_name, where),
            )
            return


def check_same_transform(data: DataSet) -> Iterator[Finding]:
    """A registration that is not that of the models."""
    models = data.models
    ours = [("trans", data.trans)] if data.trans is not None else []
    ours += [(where, model.mri_to_head) for where, model in models.items()]
    name, first = ours[0]
    points = _in_mri(data.sources[1].positions, data.sources[1].frame, first)
    for where, other in ours[1:]:
        off = float(np.linalg.norm(first.points(points) - other.points(points), axis=1).mean())
        if off > SAME_TRANSFORM:
            yield Finding(
                name="other-registration",
                severity="error" if off > OTHER_TRANSFORM else "warning",
                title="The registration is not that of the forward solution",
                found=f"sources are {1e3 * off:.1f} mm from where {where} has them, on average",
                effect="Sources are mapped to the wrong gyri, by that distance.",
                remedy="leadfield.make_forward_solution(raw.info, trans, src, bem) with the "
                "registration that is right",
                where=(name, where),
            )
            return


def check_scalp(data: DataSet) -> Iterator[Finding]:
    """Electrodes and digitised points that are not on the scalp."""
    scalp = required(data.scalp)
    info, to_mri = data.info, data.mri_to_head.between(Frame.HEAD, Frame.MRI)
    eeg = info.channels.of_type("eeg")
    electrodes = info.channels.locations[eeg, :3]
    digitised = [
        p.position for p in info.digitisation if p.kind == PointKind.EXTRA and p.frame == Frame.HEAD
    ]
    for what, places in (
        ("digitised points", np.array(digitised).reshape(-1, 3)),
        ("electrodes", electrodes[np.isfinite(electrodes).all(1) & electrodes.any(1)]),
    ):
        if len(places) < FEWEST_POINTS:
            continue
        distances = nearest_on(scalp, to_mri.points(places))[2]
        middle, far = float(np.median(distances)), int((distances > FAR_FROM_SCALP).sum())
        if middle > OFF_SCALP[what] or far > len(places) / 10:
            severity: Severity = "error" if middle > FAR_OFF_SCALP * OFF_SCALP[what] else "warning"
            yield Finding(
                name="registration",
                severity=severity,
                title="The registration does not fit this head",
                found=f"{what} are {1e3 * middle:.1f} mm from the scalp (median), {far} of "
                f"{len(places)} more than {1e3 * FAR_FROM_SCALP:.0f} mm",
                effect="The map is moved and turned against the cortex; of another subject, it is "
                "on another brain.",
                remedy="take the registration of this subject (leadfield.read_trans), or register "
                "again, and compute the forward solution anew",
                where=(_registered_in(data), data.data_name),
            )
            return


def check_sources_inside(data: DataSet) -> Iterator[Finding]:
    """Sources outside the inner skull."""
    skull = required(data.inner_skull)
    where, sources = data.sources
    points = _in_mri(sources.positions, sources.frame, _registration(data, sources.frame))
    outside = points[~inside(skull, points)]
    share = len(outside) / len(points)
    if share > FEW_OUTSIDE:
        depth = nearest_on(skull, outside)[2].max()
        yield Finding(
            name="sources-outside",
            severity="error",
            title="Sources are outside the inner skull",
            found=f"{len(outside)} of {len(points)} ({100 * share:.0f} %), the farthest "
            f"{1e3 * depth:.0f} mm",
            effect="The head model says nothing of currents in bone: these sources, which are "
            "nearest to the sensors, draw the map to them.",
            remedy="check trans, and that source space and surfaces are of one subject; then "
            "leadfield.make_forward_solution(..., mindist=5)",
            where=(where, "bem" if data.bem is not None else "subjects_dir"),
        )


def check_sensors_outside(data: DataSet) -> Iterator[Finding]:
    """MEG sensors inside the head, or far from it."""
    info = data.info
    meg = info.channels.of_type("meg")
    shell = required(data.inner_skull if data.scalp is None else data.scalp)
    kind = ShellKind.INNER_SKULL if data.scalp is None else ShellKind.HEAD
    if not len(meg) or info.device_to_head is None:
        return
    places = _sensors_in_mri(info, data.mri_to_head)
    within = [info.names[i] for i in meg[inside(shell, places)]]
    nearest = float(_nearest(shell, places))
    if within:
        title = "MEG sensors are inside the head"
        found = f"{len(within)} of {len(meg)}: {listed(within, 6)}"
    elif nearest > FAR_SENSORS[kind]:
        title = "MEG sensors are far from the head"
        found = f"the nearest is {1e3 * nearest:.0f} mm from the {kind.label}"
    else:
        return
    yield Finding(
        name="sensors-and-head",
        severity="error" if within else "warning",
        title=title,
        found=found,
        effect="The head is not where the model has it: strengths and places are wrong.",
        remedy="check raw.info['dev_head_t'] and trans: one of them is of another recording, "
        "turned round or in mm",
        where=(data.data_name, _registered_in(data)),
    )


def _nowhere() -> Transform:
    return Transform(source=Frame.DEVICE, target=Frame.HEAD, matrix=np.eye(4))


def _transforms(data: DataSet) -> Iterator[tuple[str, str, Transform]]:
    """All transforms: argument, name, value."""
    infos = {**data.infos, **{name: model.info for name, model in data.models.items()}}
    for where, info in infos.items():
        if info.device_to_head is not None:
            yield where, "dev_head_t", info.device_to_head
    for where, model in data.models.items():
        yield where, "mri_head_t", model.mri_to_head
    if data.trans is not None:
        yield "trans", "it", data.trans


def _registered_in(data: DataSet) -> str:
    """The argument that ``mri_to_head`` is of."""
    return "trans" if data.trans is not None else next(iter(data.models))


def _registration(data: DataSet, frame: int) -> Transform:
    """The transform of what the sources come from; none is needed for sources in the MRI."""
    if frame == Frame.MRI:
        return Transform(source=Frame.MRI, target=Frame.HEAD, matrix=np.eye(4))
    model = data.forward or data.inverse_operator
    return data.mri_to_head if model is None else model.mri_to_head


def _in_mri(points: Floats, frame: int, mri_to_head: Transform) -> Floats:
    return (
        points if frame == Frame.MRI else mri_to_head.between(Frame.HEAD, Frame.MRI).points(points)
    )


def _sensors_in_mri(info: MeasurementInfo, mri_to_head: Transform) -> Floats:
    meg = info.channels.of_type("meg")
    points = info.channels.locations[meg, :3]
    if info.device_to_head is not None:
        in_device = info.channels.frames[meg] == Frame.DEVICE
        points = np.where(in_device[:, None], info.device_to_head.points(points), points)
    return mri_to_head.between(Frame.HEAD, Frame.MRI).points(points)


def _nearest(shell: Triangles, places: Floats) -> float:
    """Distance of the nearest place."""
    return float(nearest_on(shell, places)[2].min())
