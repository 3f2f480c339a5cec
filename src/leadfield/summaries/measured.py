"""Facts of what was measured: channel info, recordings, epochs, responses, noise covariances."""

from collections.abc import Iterator

from leadfield.covariance.noise import NoiseCovariance
from leadfield.epochs.baseline import describe_baseline
from leadfield.epochs.epoch_set import EpochSet
from leadfield.epochs.evoked import EvokedResponse
from leadfield.recording.info import MeasurementInfo
from leadfield.recording.projection import Projection
from leadfield.recording.raw import RawRecording
from leadfield.summaries.table import Facts, counted, shortened


def info_facts(info: MeasurementInfo) -> Facts:
    """Facts of the information on channels."""
    yield "Channels", counted(info.channels.types)
    yield "Bad channels", shortened(info.bads) or "none"
    yield "Sampling rate", f"{info.sampling_rate:g} Hz"
    lowpass = "any" if info.lowpass is None else f"{info.lowpass:g}"
    yield "Frequencies", f"{info.highpass:g} to {lowpass} Hz"
    yield "Projections", _projections(info.projections)
    if info.compensation_grade:
        yield "Gradient compensation", f"grade {info.compensation_grade}"
    if info.measured_at is not None:
        yield "Measured", f"{info.measured_at:%Y-%m-%d %H:%M} UTC"
    yield "Digitised points", len(info.digitisation) or "none"


def _projections(projections: tuple[Projection, ...]) -> str:
    active = sum(one.active for one in projections)
    names = shortened([one.description for one in projections], 6)
    return f"{names} ({active} of {len(projections)} applied)" if projections else "none"


def recording_facts(raw: RawRecording, *, in_memory: bool) -> Facts:
    """Facts of a recording."""
    n_samples = raw.samples.shape[1]
    rate = raw.info.sampling_rate
    yield "File", ", ".join(path.name for path in raw.files) or "from an array"
    yield "Length", f"{n_samples / rate:.1f} s, {n_samples} samples"
    yield "First sample", raw.first_sample
    yield "Samples", "in memory" if in_memory else "in the file"
    yield "Annotations", counted(one.description for one in raw.annotations) or "none"
    yield from info_facts(raw.info)


def epochs_facts(epochs: EpochSet) -> Facts:
    """Facts of epochs, without reading their samples."""
    codes = epochs.events[:, 2]
    counts = [f"{(codes == code).sum()} {name}" for name, code in epochs.event_id.items()]
    state = "all good" if epochs.bad_dropped else "bad ones not yet dropped"
    yield "Epochs", f"{len(epochs)} ({state})"
    yield "Conditions", ", ".join(counts)
    yield from _time_facts(epochs)
    if epochs.event_selection.metadata is not None:
        yield "Metadata", "yes"
    yield "Samples", "in memory" if epochs.loaded else "read when needed"
    yield from info_facts(epochs.info)


def evoked_facts(evoked: EvokedResponse) -> Facts:
    """Facts of an evoked response."""
    yield "Condition", evoked.comment
    yield "Kind", f"{evoked.kind} of {evoked.nave:g} epochs"
    yield from _time_facts(evoked)
    yield from info_facts(evoked.info)


def _time_facts(data: EpochSet | EvokedResponse) -> Iterator[tuple[str, object]]:
    times = data.times
    yield "Times", f"{times[0]:.5g} to {times[-1]:.5g} s, {len(times)} samples"
    words = describe_baseline(data.baseline, times, data.info.sampling_rate)
    yield "Baseline", words.removeprefix("baseline ")


def noise_facts(noise: NoiseCovariance) -> Facts:
    """Facts of a noise covariance."""
    yield "Channels", len(noise.names)
    yield "Matrix", "diagonal" if noise.diagonal else "full"
    yield "Samples", noise.degrees
    yield "Estimator", noise.method
    yield "Bad channels", shortened(noise.bads) or "none"
    yield "Projections", _projections(noise.projections)
