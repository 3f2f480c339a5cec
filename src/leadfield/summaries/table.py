"""Table of facts as HTML, in the colours of the page that shows it, light or dark."""

from collections.abc import Iterable
from html import escape

Facts = Iterable[tuple[str, object]]
"""Names and values; values that are None or empty are left out."""
# No colours of its own: text, lines and background are those around it.
ROW = (
    '<tr><th scope="row" style="text-align: left; font-weight: normal; opacity: .7; '
    'padding: .1em 1.5em .1em 0; vertical-align: top; white-space: nowrap">{name}</th>'
    '<td style="text-align: left; padding: .1em 0">{value}</td></tr>'
)
TABLE = (
    '<table style="border-collapse: collapse; background: none; margin: .3em 0">'
    '<caption style="caption-side: top; text-align: left; font-weight: bold; color: inherit; '
    'padding: 0 0 .3em">{title}</caption><tbody>{rows}</tbody></table>'
)


def facts_table(title: str, facts: Facts) -> str:
    """A table with a title; all texts are shown as they are, never read as markup."""
    rows = [
        ROW.format(name=escape(name), value=escape(str(value)))
        for name, value in facts
        if value not in {None, ""}
    ]
    return TABLE.format(title=escape(title), rows="".join(rows))


def counted(things: Iterable[str]) -> str:
    """How many of each there are: ``"102 mag, 204 grad"``."""
    listed = list(things)
    return ", ".join(f"{listed.count(one)} {one}" for one in dict.fromkeys(listed))


def shortened(names: Iterable[str], most: int = 12) -> str:
    """Names in a row, the first ones only where there are many."""
    listed = list(names)
    more = f" and {len(listed) - most} more" if len(listed) > most else ""
    return ", ".join(listed[:most]) + more
