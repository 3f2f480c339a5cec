"""One of every value of the stage group that holds arrays."""

from pathlib import Path

import numpy as np

from leadfield.api.group.pictures import Sight
from leadfield.group.label_signs import LabelSigns
from leadfield.group.label_table import LabelledSources
from leadfield.group.significance import Significance
from leadfield.group.template import TemplateCortex


def values():
    points = np.zeros((3, 3))
    yield TemplateCortex(subject="fsaverage5", mni=(points, points + 1), labels=())
    yield Significance(places=np.ones((2, 3), np.bool_), least_p=0.01, method="sign flips")
    yield Sight(home=(Path(), "fsaverage5"), vertices=(np.arange(3), np.arange(2)))
    signs = np.ones((2, 3), np.int64)
    yield LabelSigns(signs=signs, clear=signs > 0, together=signs[:, 0] > 0)
    yield LabelledSources(rows={"insula-lh": np.array([0, 2])}, mni=points)
