"""One of every value of the package events that holds arrays: there is none."""


def values():
    return []
