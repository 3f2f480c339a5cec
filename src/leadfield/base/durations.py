"""Durations as people say them."""


def duration_in_words(seconds: float) -> str:
    """Seconds as people say them.

    >>> duration_in_words(0.4), duration_in_words(75), duration_in_words(7300)
    ('0.4 s', '1 min 15 s', '2 h 2 min')
    """
    if seconds < 9.95:
        return f"{seconds:.2g} s"
    minutes, rest = divmod(round(seconds), 60)
    if minutes < 60:
        return f"{minutes} min {rest} s" if minutes else f"{rest} s"
    minutes = round(seconds / 60)
    return f"{minutes // 60} h {minutes % 60} min"
