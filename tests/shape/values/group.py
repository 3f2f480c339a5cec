"""One of every value of the stage group that holds arrays."""

import numpy as np

from leadfield.group.label_table import LabelledSources
from leadfield.group.template import TemplateCortex


def values():
    points = np.zeros((3, 3))
    yield TemplateCortex(subject="fsaverage5", mni=(points, points + 1), labels=())
    yield LabelledSources(rows={"insula-lh": np.array([0, 2])}, mni=points)
