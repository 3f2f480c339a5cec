"""The class of each kind of estimate, and estimates in files."""

import numpy as np

from leadfield.api.estimates.kinds import read_source_estimate
from leadfield.api.estimates.source_estimate import SourceEstimate
from leadfield.api.estimates.volume_estimate import VolSourceEstimate


def test_files_are_written_and_read(make_estimate, tmp_path):
    make_estimate().save(tmp_path / "some")
    back = read_source_estimate(str(tmp_path / "some"), subject="ann")
    assert type(back) is SourceEstimate
    np.testing.assert_allclose(back.data, make_estimate().data, rtol=1e-7)
    assert back.subject == "ann"
    make_estimate("volume").save(tmp_path / "some")
    assert type(read_source_estimate(tmp_path / "some-vl.stc")) is VolSourceEstimate
