from leadfield.api.recording.transforms import CoordinateTransform as CoordinateTransform
from leadfield.api.recording.transforms import Transform as Transform
from leadfield.api.recording.transforms import read_trans as read_trans
from leadfield.api.recording.transforms import write_trans as write_trans
