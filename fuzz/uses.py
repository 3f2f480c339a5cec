"""What is done with what readers gave: it must be finite, or declined in leadfield's words."""

import contextlib
from collections.abc import Callable, Iterable
from typing import Any

import numpy as np

import leadfield
from fuzz.corpus import SUBJECT, Sound
from leadfield.base.errors import LeadfieldError
from leadfield.minimum_norm import apply_inverse, apply_inverse_raw, make_inverse_operator

METHODS = ("MNE", "dSPM", "sLORETA", "eLORETA")
LONG = 20_000  # samples; of what is longer, only the start is used


class NotFiniteError(AssertionError):
    """What is made of a file's values is NaN or infinite, and nobody said so."""


def finite(*arrays: Any) -> None:
    """Raise unless all numbers are."""
    for array in arrays:
        values = np.asarray(array)
        if values.dtype.kind in "fc" and not np.isfinite(values).all():
            msg = f"{np.count_nonzero(~np.isfinite(values))} of {values.size} are not finite"
            raise NotFiniteError(msg)


def each(steps: Iterable[Callable[[], Any]]) -> None:
    """Take steps of which each may be declined with an error of leadfield's own."""
    for step in steps:
        with contextlib.suppress(LeadfieldError):
            step()


def use_raw(raw: leadfield.io.Raw, sound: Sound) -> None:
    part = raw if raw.n_times <= LONG else raw.copy().crop(0, raw.times[LONG])
    each(
        (
            lambda: finite(raw.times[:LONG], raw.annotations.onset, raw.annotations.duration),
            lambda: repr(raw),
            lambda: part.get_data(),
            lambda: finite(leadfield.compute_raw_covariance(part).data),
            lambda: leadfield.find_events(part, shortest_event=1),
            lambda: leadfield.events_from_annotations(part),
            lambda: leadfield.make_fixed_length_epochs(part, 0.1).get_data(),
            lambda: part.copy().filter(None, part.info["sfreq"] / 5),
            lambda: part.save(sound.folder / "again_raw.fif", overwrite=True),
        )
    )


def draw_raw(raw: leadfield.io.Raw, _sound: Sound) -> None:
    raw.plot(duration=1.0, show=False)


def use_epochs(epochs: leadfield.Epochs, sound: Sound) -> None:
    each(
        (
            lambda: repr(epochs),
            lambda: finite(epochs.times, epochs.baseline or ()),
            lambda: epochs.get_data(),
            lambda: finite(leadfield.compute_covariance(epochs, method="empirical").data),
            lambda: epochs[0].average(),
            lambda: epochs.copy().drop_bad({"eeg": 1e-4}),
            lambda: epochs.metadata,
            lambda: epochs.save(sound.folder / "again-epo.fif", overwrite=True),
        )
    )


def use_evokeds(evokeds: list[leadfield.Evoked], sound: Sound) -> None:
    for evoked in evokeds[:3]:
        _use_evoked(evoked, sound)


def _use_evoked(evoked: leadfield.Evoked, sound: Sound) -> None:
    each(
        (
            lambda: repr(evoked),
            lambda: finite(evoked.times, evoked.nave),
            lambda: evoked.copy().apply_baseline((None, None)),
            lambda: evoked.copy().crop(0, 0.05),
            lambda: evoked.get_peak(),
            lambda: finite(apply_inverse(evoked, sound.inverse).data),
            lambda: leadfield.whiten_evoked(evoked, sound.noise),
            lambda: evoked.save(sound.folder / "again-ave.fif", overwrite=True),
        )
    )


def draw_evokeds(evokeds: list[leadfield.Evoked], _sound: Sound) -> None:
    evokeds[0].plot(show=False)
    evokeds[0].plot_topomap(times="peaks", show=False)


def use_noise(noise: leadfield.Covariance, sound: Sound) -> None:
    info = sound.evoked.info

    def invert() -> None:
        inverse = make_inverse_operator(info, sound.forward, noise)
        finite(apply_inverse(sound.evoked, inverse).data)

    each(
        (
            lambda: repr(noise),
            lambda: finite(noise.data),
            invert,
            lambda: finite(leadfield.compute_whitener(noise, info)[0]),
            lambda: leadfield.compute_rank(noise, info=info),
            lambda: finite(leadfield.cov.regularize(noise, info).data),
            lambda: noise.save(sound.folder / "again-cov.fif", overwrite=True),
        )
    )


def draw_noise(noise: leadfield.Covariance, sound: Sound) -> None:
    noise.plot(sound.evoked.info, show=False)


def use_sources(sources: leadfield.SourceSpaces, sound: Sound) -> None:
    def forward() -> None:
        sphere = leadfield.make_sphere_model((0.0, 0.0, 0.04), 0.09)
        still = leadfield.CoordinateTransform("head", "mri")
        made = leadfield.make_forward_solution(sound.evoked.info, still, sources, sphere)
        finite(made["sol"]["data"])

    each(
        (
            lambda: repr(sources),
            lambda: [dict(space) for space in sources],
            forward,
            lambda: sources.save(sound.folder / "again-src.fif", overwrite=True),
        )
    )


def use_forward(forward: leadfield.Forward, sound: Sound) -> None:
    def invert(**options: Any) -> None:
        inverse = make_inverse_operator(sound.evoked.info, forward, sound.noise, **options)
        finite(apply_inverse(sound.evoked, inverse).data)

    each(
        (
            lambda: repr(forward),
            lambda: finite(forward["sol"]["data"]),
            invert,
            lambda: invert(fixed=True),
            lambda: finite(
                leadfield.convert_forward_solution(forward, surf_ori=True)["sol"]["data"]
            ),
            lambda: finite(leadfield.compute_depth_prior(forward, sound.evoked.info)),
            lambda: forward.save(sound.folder / "again-fwd.fif", overwrite=True),
        )
    )


def use_inverse(inverse: leadfield.minimum_norm.InverseOperator, sound: Sound) -> None:
    def apply(method: str) -> None:
        finite(apply_inverse(sound.evoked, inverse, method=method).data)

    each(
        (
            lambda: repr(inverse),
            *(lambda method=method: apply(method) for method in METHODS),
            lambda: finite(apply_inverse(sound.evoked, inverse, pick_ori="vector").data),
            lambda: finite(apply_inverse_raw(sound.raw, inverse, 1 / 9, stop=20).data),
            lambda: inverse.save(sound.folder / "again-inv.fif", overwrite=True),
        )
    )


def use_estimate(stc: Any, sound: Sound) -> None:
    each(
        (
            lambda: repr(stc),
            lambda: finite(stc.data, stc.times),
            lambda: finite(stc.mean().data),
            lambda: stc.get_peak(vert_as_index=True),
            lambda: stc.copy().crop(0, 0.05),
            lambda: stc.copy().resample(50.0),
            lambda: stc.to_data_frame(),
            lambda: stc.save(sound.folder / "again", overwrite=True),
        )
    )


def draw_estimate(stc: Any, sound: Sound) -> None:
    if isinstance(stc, leadfield.SourceEstimate):
        stc.plot(SUBJECT, subjects_dir=sound.folder, size=100).close()


def use_label(label: leadfield.Label, sound: Sound) -> None:
    each(
        (
            lambda: repr(label),
            lambda: finite(label.pos, label.values),
            lambda: label.save(sound.folder / f"again-{label.hemi}.label"),
            lambda: sound.estimate.in_label(label),
            lambda: label.center_of_mass(SUBJECT, subjects_dir=sound.folder),
        )
    )


def use_labels(labels: list[leadfield.Label], sound: Sound) -> None:
    for label in labels[:2]:
        use_label(label, sound)
    each([lambda: leadfield.extract_label_time_course(sound.estimate, labels, sound.sources)])


def use_events(events: np.ndarray, sound: Sound) -> None:
    each(
        (
            lambda: leadfield.count_events(events),
            lambda: leadfield.merge_events(events, [1, 2], 12),
            lambda: leadfield.pick_events(events, include=1),
            lambda: leadfield.Epochs(sound.raw, events, tmin=-0.1, tmax=0.1).average(),
            lambda: leadfield.annotations_from_events(events, sound.raw.info["sfreq"]),
            lambda: leadfield.write_events(sound.folder / "again-eve.fif", events, overwrite=True),
        )
    )


def use_annotations(annotations: leadfield.Annotations, sound: Sound) -> None:
    each(
        (
            lambda: repr(annotations),
            lambda: finite(annotations.onset, annotations.duration),
            lambda: leadfield.count_annotations(annotations),
            lambda: sound.raw.copy().set_annotations(annotations),
            lambda: annotations.to_data_frame(),
            *(
                lambda ending=ending: annotations.save(
                    sound.folder / f"again-annot.{ending}", overwrite=True
                )
                for ending in ("fif", "csv", "txt")
            ),
        )
    )


def use_projections(projs: list[leadfield.Projection], sound: Sound) -> None:
    each(
        (
            lambda: repr(projs),
            lambda: finite(*(proj["data"]["data"] for proj in projs)),
            lambda: finite(sound.evoked.copy().add_proj(projs).apply_proj().data),
            lambda: leadfield.write_proj(sound.folder / "again-proj.fif", projs, overwrite=True),
        )
    )


def use_transforms(transform: leadfield.CoordinateTransform, sound: Sound) -> None:
    def forward() -> None:
        sphere = leadfield.make_sphere_model((0.0, 0.0, 0.04), 0.09)
        made = leadfield.make_forward_solution(
            sound.evoked.info, transform, sound.sources, sphere, on_inside="ignore"
        )
        finite(made["sol"]["data"])

    each((lambda: finite(transform["trans"]), forward))


def use_info(info: leadfield.Info, sound: Sound) -> None:
    def forward() -> None:
        sphere = leadfield.make_sphere_model((0.0, 0.0, 0.04), 0.09)
        still = leadfield.CoordinateTransform("head", "mri")
        made = leadfield.make_forward_solution(info, still, sound.sources, sphere)
        finite(made["sol"]["data"])

    each(
        (
            lambda: repr(info),
            lambda: dict(info),
            lambda: finite(info["sfreq"], info["lowpass"], info["highpass"]),
            lambda: leadfield.make_ad_hoc_cov(info),
            lambda: leadfield.make_sphere_model("auto", "auto", info),
            forward,
            lambda: leadfield.io.write_info(sound.folder / "again-info.fif", info, overwrite=True),
        )
    )


def draw_info(info: leadfield.Info, _sound: Sound) -> None:
    leadfield.viz.plot_sensors(info, show=False)


def use_surfaces(surfaces: list[Any], sound: Sound) -> None:
    def solve() -> None:
        made = leadfield.make_bem_solution(surfaces[-1:])
        use_bem(made, sound)

    each((lambda: repr(surfaces), solve))


def use_bem(bem: Any, sound: Sound) -> None:
    def forward() -> None:
        still = leadfield.CoordinateTransform("head", "mri")
        made = leadfield.make_forward_solution(
            sound.evoked.info, still, sound.sources, bem, eeg=False, on_inside="ignore"
        )
        finite(made["sol"]["data"])

    each((lambda: repr(bem), forward))


def use_dipoles(dipole: Any, sound: Sound) -> None:
    def measured() -> None:
        if isinstance(dipole, leadfield.Dipole):
            still = leadfield.CoordinateTransform("head", "mri")
            sphere = leadfield.make_sphere_model((0, 0, 0.04), None)
            made = leadfield.make_forward_dipole(dipole, sphere, sound.evoked.info, still)
            finite(made[0]["sol"]["data"])

    ending = "dip" if isinstance(dipole, leadfield.Dipole) else "fif"
    each(
        (
            lambda: repr(dipole),
            lambda: dipole.copy().crop(0.1, 0.11),
            measured,
            lambda: dipole.save(sound.folder / f"again-dip.{ending}", overwrite=True),
        )
    )


def use_morph(morph: leadfield.SourceMorph, sound: Sound) -> None:
    def volumes() -> None:
        if morph.vol_morph_mat is not None:
            finite(morph.vol_morph_mat.data)

    each((lambda: repr(morph), volumes, lambda: finite(morph.apply(sound.estimate).data)))
