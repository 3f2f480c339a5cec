"""Facts of an examination: findings with what they do to the map and what mends them."""

from leadfield.doctor.examination import Examination
from leadfield.summaries.table import Facts


def examination_facts(examination: Examination) -> Facts:
    """Facts of an examination."""
    yield "Result", examination.verdict
    for one in examination.findings:
        yield one.severity, f"{one.title}: {one.found}"
        yield "", one.effect
        yield "", f"To do: {one.remedy}"
    for why, topics in examination.reasons.items():
        yield "not checked", f"{', '.join(topics)}: {why}"
