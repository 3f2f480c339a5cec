"""One page of HTML of a report: it asks for nothing, and runs nothing but the viewer."""

import base64
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from leadfield.report import wording
from leadfield.report.values import Picture, Report
from leadfield.web.page import make_view, policy, static_text

if TYPE_CHECKING:
    from jinja2 import Environment

TEMPLATES = files("leadfield.report") / "templates"
FILTERS = (
    wording.advice_for,
    wording.amount,
    wording.channels_in_words,
    wording.counted,
    wording.dropped_in_words,
    wording.duration_in_words,
    wording.joined,
    wording.kind_in_words,
    wording.maps_in_words,
    wording.milliseconds,
    wording.point,
    wording.shell_command,
    wording.strongest,
    wording.verdict_in_words,
    wording.verdicts_in_words,
)


def make_report(report: Report) -> bytes:
    """The page, one file that needs no other."""
    if report.brain is None:
        return render_page("page.html", [], [], report=report)
    styles, scripts = [static_text("viewer.css")], [static_text("viewer.js")]
    return render_page("page.html", styles, scripts, report=report, view=make_view(report.brain))


def render_page(
    template: str, styles: list[str], scripts: list[str], *, view: str = "", **values: object
) -> bytes:
    """A page of a template, with the report's style after others.

    What is ours is trusted: the viewer, which escapes what is not, and styles. All else is text.
    """
    from markupsafe import Markup  # of jinja2, which is loaded at first use

    styles = [*styles, _text("report.css")]
    page = _environment().get_template(template)
    text = page.render(
        policy=policy(scripts, styles),
        styles=[Markup(one) for one in styles],
        scripts=[Markup(one) for one in scripts],
        view=Markup(view),
        **values,
    )
    return text.encode("utf-8", errors="replace")


@cache
def _environment() -> "Environment":
    """Templates in which every value is text, and an unknown name an error."""
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    made = Environment(
        loader=FunctionLoader(_text),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {one.__name__: one for one in FILTERS}
    made.filters["data_address"] = _data_address
    return made


def _text(name: str) -> str:
    return (TEMPLATES / name).read_text(encoding="utf-8")


def _data_address(picture: Picture) -> str:
    return f"data:image/png;base64,{base64.b64encode(picture.png).decode('ascii')}"
