"""What makes clusters: neighbours, a threshold, and how statistics are summed."""

from dataclasses import dataclass

from leadfield.base.arrays import Bools
from leadfield.statistics.neighbours import Neighbours
from leadfield.statistics.threshold import Threshold


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ClusterRule:
    """Tests that exceed a threshold make clusters with their neighbours.

    Statistics are summed to a ``power``, with their sign.
    """

    neighbours: Neighbours
    threshold: Threshold
    power: float = 1

    def without(self, tests: Bools) -> "ClusterRule":
        """The same without some of the tests (n_tests,)."""
        threshold = self.threshold.without(tests)
        return ClusterRule(neighbours=self.neighbours, threshold=threshold, power=self.power)
