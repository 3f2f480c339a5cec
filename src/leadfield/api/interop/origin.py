"""Origin of an object: which class of MNE-Python's it is, if any."""


def mne_class(thing: object) -> str | None:
    """Name of the class of MNE-Python's that ``thing`` is or derives from, None for others.

    Its own class comes first: ``"RawFIF"`` is named so, a user's subclass of it as well.
    """
    for kind in type(thing).__mro__:
        if kind.__module__.partition(".")[0] == "mne":
            return kind.__name__
    return None


def mne_bases(thing: object) -> frozenset[str]:
    """Names of all classes of MNE-Python's that ``thing`` is or derives from.

    A ``RawCTF`` is a ``"BaseRaw"``, epochs of an array are ``"BaseEpochs"``.
    """
    kinds = type(thing).__mro__
    return frozenset(k.__name__ for k in kinds if k.__module__.partition(".")[0] == "mne")


def kind_of(thing: object) -> str:
    """What error messages call an object: its class, said to be MNE-Python's where it is."""
    name = mne_class(thing)
    return type(thing).__name__ if name is None else f"MNE-Python's {name}"
