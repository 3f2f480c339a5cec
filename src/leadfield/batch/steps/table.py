"""The steps of one participant, in order."""

from leadfield.batch.step import Step
from leadfield.batch.steps.covariance import COVARIANCE
from leadfield.batch.steps.epochs import EPOCHS
from leadfield.batch.steps.estimates import ESTIMATES
from leadfield.batch.steps.forward import FORWARD
from leadfield.batch.steps.inverse import INVERSE
from leadfield.batch.steps.morph import MORPH
from leadfield.batch.steps.recording import RECORDING

STEPS: dict[str, Step] = {
    step.name: step for step in (RECORDING, EPOCHS, COVARIANCE, FORWARD, INVERSE, ESTIMATES, MORPH)
}
