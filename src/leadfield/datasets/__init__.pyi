from leadfield.datasets import sample as sample
from leadfield.datasets import simulated as simulated
from leadfield.datasets import template as template
