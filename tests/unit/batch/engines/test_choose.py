import pytest

from leadfield.base.errors import InputError
from leadfield.batch.engines.choose import choose_engine
from leadfield.batch.engines.clusters import ClusterEngine
from leadfield.batch.engines.dask import DaskEngine
from leadfield.batch.engines.loky import LokyEngine


def test_jobs_are_done_on_this_machine_unless_another_place_is_asked_for():
    assert choose_engine() == LokyEngine()
    assert choose_engine(workers=3) == LokyEngine(workers=3)
    assert choose_engine(scheduler="tcp://a:1") == DaskEngine(address="tcp://a:1")
    assert choose_engine(cluster="pbs", workers=4, cluster_options={"cores": 2}) == ClusterEngine(
        cluster="pbs", workers=4, options={"cores": 2}
    )


def test_how_long_workers_are_waited_for_can_be_said_and_is_longer_in_a_queue():
    assert choose_engine(scheduler="tcp://a:1", patience=60.0).patience == 60
    assert choose_engine(cluster="pbs", patience=60.0).patience == 60
    assert choose_engine(scheduler="tcp://a:1").patience < choose_engine(cluster="pbs").patience


@pytest.mark.parametrize(
    "asked",
    [
        {"scheduler": "tcp://a:1", "cluster": "slurm"},
        {"scheduler": "tcp://a:1", "workers": 3},
        {"cluster_options": {"cores": 2}},
        {"cluster_options": {"cores": 2}, "scheduler": "tcp://a:1"},
    ],
)
def test_what_does_not_go_together_is_refused(asked):
    with pytest.raises(InputError, match=r"a scheduler has the workers|cluster_options need"):
        choose_engine(**asked)
