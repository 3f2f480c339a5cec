"""One of every value of the package base that holds arrays: there is none."""


def values():
    return []
