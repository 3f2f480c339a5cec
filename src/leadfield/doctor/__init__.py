"""The doctor: what is wrong with a data set, in words, and which call mends it.

Users find ``examine`` here: that is loaded from the outer ring at first use.
"""

from leadfield.base.front_door import attach_stub

__getattr__, __dir__ = attach_stub(__name__, __file__)
