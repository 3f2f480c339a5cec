"""Estimates in notebooks: the viewer, where the subject's surfaces are known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from leadfield.api.estimates.web_page import page_content
from leadfield.base.errors import LeadfieldError
from leadfield.base.log import log_level
from leadfield.web.notebook import PageFrame, notebook_view

if TYPE_CHECKING:
    from leadfield.api.estimates.source_estimate import SourceEstimate, VectorSourceEstimate


def notebook_bundle(stc: SourceEstimate | VectorSourceEstimate) -> Any:
    """What a notebook shows of an estimate, by media type.

    None where its surfaces are not known, or a page cannot show it: the notebook then takes
    the table of facts.
    """
    try:
        with log_level("error"):
            content = page_content(
                stc, None, None, labels="aparc", options={"smoothing_steps": "auto"}
            )
    except LeadfieldError:
        return None
    view = notebook_view(content)
    if isinstance(view, PageFrame):
        return {"text/html": view._repr_html_(), "text/plain": repr(stc)}
    return view._repr_mimebundle_()
