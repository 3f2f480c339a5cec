"""Studies: many subjects, each step done once, and what is known of them together.

Users find ``run`` and ``read_study`` here: they are loaded at first use.
"""

from leadfield.base.front_door import attach_stub

__getattr__, __dir__ = attach_stub(__name__, __file__)
