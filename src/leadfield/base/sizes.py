"""Sizes of files as people say them."""


def size_in_words(size: float) -> str:
    """Bytes as people say them.

    >>> size_in_words(1500), size_in_words(3.21e9)
    ('1.5 kB', '3.21 GB')
    """
    for unit in ("bytes", "kB", "MB", "GB"):
        if size < 1000:
            return f"{size:.3g} {unit}"
        size /= 1000
    return f"{size:.3g} TB"
