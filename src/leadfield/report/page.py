"""One page of HTML of a report: it asks for nothing, and runs nothing but the viewer."""

import base64
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from leadfield.base.durations import duration_in_words
from leadfield.group.outliers import FAR
from leadfield.group.significance import LEVEL
from leadfield.report import group_wording, wording
from leadfield.report.group_values import GroupReport
from leadfield.report.values import Picture, Report
from leadfield.web.bundle import page_script, static_text
from leadfield.web.content import PageContent
from leadfield.web.page import make_view, policy

if TYPE_CHECKING:
    from jinja2 import Environment

TEMPLATES = files("leadfield.report") / "templates"
FILTERS = (
    wording.advice_for,
    wording.amount,
    wording.channels_in_words,
    wording.counted,
    wording.dropped_in_words,
    duration_in_words,
    wording.joined,
    wording.kind_in_words,
    wording.maps_in_words,
    wording.milliseconds,
    wording.point,
    wording.shell_command,
    wording.strongest,
    wording.verdict_in_words,
    wording.verdicts_in_words,
    group_wording.amount_of,
    group_wording.findings_in_words,
    group_wording.group_in_words,
    group_wording.named_amount,
    group_wording.outliers_in_words,
    group_wording.short,
    group_wording.side,
    group_wording.verdict_of_map,
)


def make_report(report: Report) -> bytes:
    """The page, one file that needs no other."""
    return _with_brain("page.html", [], report.brain, report=report)


def make_group_report(report: GroupReport) -> bytes:
    """The page of a group, one file that needs no other."""
    told = {"level": f"{LEVEL:g}", "far": f"{FAR:g}"}
    scripts = [static_text("tables.js")] if report.rows else []
    return _with_brain("group_page.html", scripts, report.brain, report=report, **told)


def _with_brain(
    template: str, scripts: list[str], brain: PageContent | None, **values: object
) -> bytes:
    """A page of a template that has the viewer in it, if there is something to view."""
    styles, view = [], ""
    if brain is not None:
        styles, scripts = [static_text("viewer.css")], [*scripts, page_script()]
        view = make_view(brain)
    return render_page(template, styles, scripts, view=view, **values)


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
