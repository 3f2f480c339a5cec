"""One page of HTML of a diagnosis alone."""

from leadfield.doctor.examination import Examination
from leadfield.report.page import render_page


def make_diagnosis_page(examination: Examination, *, title: str) -> bytes:
    """The page, one file that needs no other, and runs nothing."""
    return render_page("diagnosis_page.html", [], [], title=title, examination=examination)
