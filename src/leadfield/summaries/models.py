"""Facts of models: source spaces, forward and inverse operators, morphs, labels, estimates."""

from leadfield.estimates.source_courses import SourceAxes
from leadfield.forward.model import ForwardModel
from leadfield.inverse.beamformer import BeamformerModel
from leadfield.inverse.kernel import InverseKernel
from leadfield.inverse.operator import InverseModel
from leadfield.morph.mixed import Morph, cortex_and_volumes
from leadfield.sources.space import Sources
from leadfield.summaries.table import Facts, counted, shortened


def sources_facts(sources: Sources) -> Facts:
    """Facts of source spaces."""
    yield "Subject", sources.subject
    for space in sources.spaces:
        name = space.hemisphere or space.kind.name.lower()
        yield name, f"{space.n_sources} of {len(space.positions)} points"


def forward_facts(model: ForwardModel) -> Facts:
    """Facts of a forward model."""
    yield "Channels", counted(model.info.channels.types)
    yield "Sources", f"{model.sources.n_sources}, {model.sources.kind}"
    yield "Subject", model.sources.subject
    turned = ", along the surface normals" if model.surface_oriented else ""
    yield "Orientation", f"free{turned}" if model.free else "fixed"
    yield "Lead field", " x ".join(map(str, model.leadfield.shape))
    yield "Bad channels", shortened(model.info.bads) or "none"


def inverse_facts(model: InverseModel, kernel: InverseKernel | None) -> Facts:
    """Facts of an inverse operator, and of what it was prepared for."""
    yield "Channels", counted(model.info.channels.types)
    yield "Rank of the noise", model.whitener.rank
    yield "Sources", f"{model.sources.n_sources}, {model.sources.kind}"
    yield "Subject", model.sources.subject
    prior = model.orientation_prior
    least = 0.0 if prior is None else float(prior.min())
    yield "Orientation", "fixed" if not model.free else "free" if least == 1 else f"loose {least:g}"
    yield "Depth weighting", "no" if model.depth_prior is None else "yes"
    if model.given_prior is not None:
        yield "Prior of its own", "yes"
    if kernel is not None:
        lambda2, nave = f"lambda2 = {kernel.lambda2:g}", f"nave = {kernel.nave:g}"
        yield "Prepared for", f"{kernel.method}, {lambda2}, {nave}"


def beamformer_facts(model: BeamformerModel) -> Facts:
    """Facts of a beamformer."""
    yield "Channels", counted(model.info.channels.types)
    yield "Rank", model.whitener.rank
    yield "Sources", f"{model.sources.n_sources}, {model.sources.kind}"
    yield "Subject", model.sources.subject
    yield "Orientation", model.options.pick_ori or "all, pooled"
    yield "Weights", model.options.weight_norm or "of unit gain"
    yield "Regularisation", f"{model.options.reg:g}"
    yield "Noise covariance", "none: all channels alike" if model.noise is None else "yes"


def morph_facts(morph: Morph) -> Facts:
    """Facts of a morph."""
    cortex, volumes = cortex_and_volumes(morph)
    n_sources = sum(part.matrix.shape[1] for part in (cortex, volumes) if part is not None)
    yield "From", f"{morph.subject_from}, {n_sources} sources"
    yield "To", f"{morph.subject_to}, {sum(map(len, morph.vertices_to))} vertices"
    if cortex is not None:
        fills = cortex.smooth is None
        yield "Smoothing steps", "as many as fill the cortex" if fills else cortex.smooth
        yield "Hemispheres", "exchanged" if cortex.crossed else "kept"
    if volumes is not None:
        settings = volumes.path.settings
        sizes = " x ".join(f"{size:g}" for size in settings.sizes)
        images = f"registration of images in voxels of {sizes} mm"
        yield "Volumes by", images if settings.affine_iterations else "Talairach transforms"


def label_facts(name: str | None, subject: str | None, hemisphere: str, n_vertices: int) -> Facts:
    """Facts of a label."""
    yield "Name", name or "unnamed"
    yield "Subject", subject
    yield "Hemisphere", hemisphere
    yield "Vertices", n_vertices


def estimate_facts(axes: SourceAxes, n_times: int) -> Facts:
    """Facts of a source estimate."""
    times = 1e3 * axes.times(n_times)
    yield "Values", axes.quantity
    yield "Subject", axes.subject
    by_space = " + ".join(str(len(v)) for v in axes.vertices)
    yield "Sources", f"{axes.n_sources}, {axes.kind} ({by_space})"
    yield "Times", f"{times[0]:g} to {times[-1]:g} ms, {n_times} samples"
    yield "Components", "3, along x, y, z" if axes.vector else "1"
