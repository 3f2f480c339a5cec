"""Axes of maps that have one value a source, or one function a sample."""

from leadfield.estimates.minimum_norm import KINDS
from leadfield.estimates.source_courses import SourceAxes
from leadfield.sources.space import Sources


def metric_axes(sources: Sources, quantity: str | None, *, vector: bool = False) -> SourceAxes:
    """Axes of values of all sources, whose samples are counted: they are no times."""
    return SourceAxes(
        kind=KINDS[sources.kind],
        vertices=sources.vertices,
        tmin=0.0,
        tstep=1.0,
        subject=sources.subject,
        vector=vector,
        quantity=quantity,
    )
