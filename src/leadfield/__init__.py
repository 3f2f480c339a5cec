"""Maps of cortical activity from MEG and EEG with linear inverse methods.

``import leadfield as mne`` is meant to work: names, arguments and numbers are those of
MNE-Python for what leadfield does. Everything is loaded at first use.
"""

from leadfield.base.front_door import attach_stub

__getattr__, __dir__ = attach_stub(__name__, __file__)
