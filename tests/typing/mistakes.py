"""Five mistakes that a type checker must find: each on a line that says so."""

import leadfield
from leadfield.minimum_norm import InverseOperator, apply_inverse


def wrong(raw: leadfield.io.Raw, inverse: InverseOperator) -> None:
    """Use the package as people do who type fast."""
    events = leadfield.find_events(raw)
    epochs = leadfield.Epochs(raw, events, tmn=-0.1)  # mistake: an argument that is not there
    leadfield.compute_covarience(epochs)  # mistake: a function that is not there
    evoked = epochs.average()
    apply_inverse(evoked, inverse, method="dspm")  # mistake: a method that is not there
    apply_inverse(evoked, inverse).get_peek()  # mistake: a method of the result that is not there
    apply_inverse(inverse, evoked)  # mistake: arguments in the wrong order
