"""BIDS data sets: what belongs to each recording, how it is read, and what is said of results.

Users find ``open_data_set`` here: that is loaded from the outer ring at first use.
"""

from leadfield.base.front_door import attach_stub

__getattr__, __dir__ = attach_stub(__name__, __file__)
