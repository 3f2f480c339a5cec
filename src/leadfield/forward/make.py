"""Forward models made of sensors, sources and a head, none of which is where it cannot be."""

from leadfield.forward.compute import compute_forward
from leadfield.forward.head_model import HeadModel
from leadfield.forward.inside_head import check_coils_outside_head, restrict_to_inner_skull
from leadfield.forward.model import ForwardModel
from leadfield.forward.sensor_array import SensorArray
from leadfield.recording.frames import Transform
from leadfield.sources.space import Sources


def make_forward_model(
    array: SensorArray,
    sources: Sources,
    head: HeadModel,
    mri_to_head: Transform,
    *,
    margin: float = 0.0,
    on_inside: str = "raise",
) -> ForwardModel:
    """The model of the sources that are more than ``margin`` m inside the inner skull.

    ``on_inside`` says what to do about coils inside the head.
    """
    if array.meg is not None:
        check_coils_outside_head(array.meg, head, mri_to_head, on_inside=on_inside)
    inside = restrict_to_inner_skull(sources, head, mri_to_head, margin=margin)
    return compute_forward(array, inside, head, mri_to_head)
