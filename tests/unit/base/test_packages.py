import sys

import pytest

from leadfield.base.errors import MissingPackageError
from leadfield.base.packages import dask_for, dipy_for, pandas_for


@pytest.mark.parametrize(
    ("find", "module", "words"),
    [
        (pandas_for, "pandas", r"needs pandas, .*'leadfield\[tables\]'"),
        (
            lambda purpose: dipy_for(purpose, "dipy.align.imaffine"),
            "dipy.align.imaffine",
            r"needs dipy, .*'leadfield\[volume\]'",
        ),
        (dask_for, "distributed", r"needs distributed, .*'leadfield\[cluster\]'"),
        (
            lambda purpose: dask_for(purpose, "dask_jobqueue"),
            "dask_jobqueue",
            r"needs dask-jobqueue, .*'leadfield\[cluster\]'",
        ),
        (
            lambda purpose: dask_for(purpose, "dask_kubernetes.operator"),
            "dask_kubernetes",
            r"needs dask-kubernetes, .*'dask-kubernetes'",
        ),
    ],
)
def test_a_package_that_is_missing_is_told_with_how_to_install_it(find, module, words, monkeypatch):
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(MissingPackageError, match=f"^a study {words}$"):
        find("a study")
