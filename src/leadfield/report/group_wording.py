"""Wording of a group's report: what a map over subjects may be taken for, and who is not in it."""

from leadfield.group.outliers import FactSpread
from leadfield.group.shared_findings import SharedFinding
from leadfield.report.group_values import GroupReport, ReportedMap
from leadfield.report.wording import SIDES, amount, counted, joined
from leadfield.scene.limits import Limits


def group_in_words(report: GroupReport) -> str:
    """How many subjects are in the group, and how many are not."""
    n, lost = len(report.members), len({one.subject for one in report.failures})
    if not n:
        return f"No subject came to a map; {counted(lost, 'subject')} failed."
    told = f"Averages over {counted(report.n_persons, 'subject')} on the cortex of {report.subject}"
    if n > report.n_persons:
        told += f", of {n} sessions that count as their subject’s mean"
    what = "session" if n > report.n_persons else "subject"
    return f"{told}; {counted(lost, f'more {what}')} failed." if lost else f"{told}."


def verdict_of_map(one: ReportedMap, n_persons: int) -> str:
    """Whether a map is more than an average that may be chance."""
    if one.significance is None:
        return f"an average over {counted(n_persons, 'subject')}, not tested"
    least = p_value(one.significance.least_p)
    if one.significance.nothing:
        return f"nothing is significant (smallest {least}): this average may be chance"
    return f"significant in places ({least} at the strongest)"


def p_value(p: float) -> str:
    """``p = 0.012``."""
    return "p < 0.001" if p < 1e-3 else f"p = {p:.2g}"


def side(hemisphere: str) -> str:
    """``left`` for ``"lh"``."""
    return SIDES[hemisphere]


def amount_of(value: float, unit: str) -> str:
    """A value with its unit, such as ``32.1 pA·m``."""
    return amount(value, f"value ({unit})" if unit else "")


def named_amount(value: float, quantity: str) -> str:
    """A value with what it is and its unit, such as ``dSPM 8.9``."""
    return f"{quantity.partition(' (')[0]} {amount(value, quantity)}".strip()


def range_in_words(limits: Limits, quantity: str) -> str:
    """From where to where colours go: ``±2 to ±5``, ``up to 5`` where all has one."""
    sign = "±" if limits.signed else ""
    low, high = (amount(x, quantity) for x in (limits.low, limits.high))
    return f"{sign}{low} to {sign}{high}" if limits.low else f"up to {sign}{high}"


def short(value: float) -> str:
    """A number in four digits."""
    return f"{value:.4g}"


def findings_in_words(findings: tuple[SharedFinding, ...]) -> str:
    """Whose data have a trouble that most have not, in one sentence."""
    rare: dict[str, list[str]] = {}
    for one in findings:
        for subject in one.found if one.is_rare else ():
            rare.setdefault(subject, []).append(one.title[0].lower() + one.title[1:])
    if not rare:
        return "No subject’s data have a trouble of their own, as far as checks can tell."
    told = joined(f"{subject} ({', '.join(titles)})" for subject, titles in rare.items())
    return f"Look at the data of {told}."


def outliers_in_words(spreads: tuple[FactSpread, ...]) -> str:
    """Who is far from the others, in one sentence."""
    if not spreads:
        return "Nothing is known of the subjects' data to tell outliers by."
    far: dict[str, list[str]] = {}
    for one in spreads:
        for subject, z in one.distances.items():
            fact = one.fact.partition(" (")[0]  # without its unit
            far.setdefault(subject, []).append(f"{fact} {'high' if z > 0 else 'low'}")
    if far:
        told = joined(f"{subject} ({', '.join(facts)})" for subject, facts in far.items())
        return f"Far from the others: {told}."
    if all(one.unclear for one in spreads):
        return f"Outliers: {spreads[0].unclear}."
    return "No subject is far from the others."
