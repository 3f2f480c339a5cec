"""How the documentation is built; ``make docs`` sets up what it needs."""

import inspect
import sys
from importlib.metadata import version as installed
from pathlib import Path

import matplotlib as mpl
from numpydoc.xref import DEFAULT_LINKS

import leadfield

sys.path.insert(0, str(Path(__file__).parent / "_ext"))
mpl.use("agg")
(Path(__file__).parent / "_build" / "pages").mkdir(parents=True, exist_ok=True)

project = "leadfield"
author = "the leadfield developers"
copyright = author  # noqa: A001 - Sphinx's name
version = release = installed("leadfield")

extensions = [
    "console",
    "mathml",
    "myst_parser",
    "numpydoc",
    "sphinx.ext.autodoc",
    "sphinx.ext.autosummary",
    "sphinx_gallery.gen_gallery",
]
exclude_patterns = ["_build", "tutorials", "**/sg_execution_times.rst", "sg_execution_times.rst"]
templates_path = ["_templates"]
html_math_renderer = "mathml"
html_theme = "furo"
html_title = f"leadfield {version}"
html_static_path = ["_static"]
html_css_files = ["pages.css"]
html_copy_source = False
html_extra_path = ["_build/pages"]  # what live_pages.py keeps
pygments_style = "tango"
language = "en_GB"

autosummary_generate = True
autodoc_typehints = "none"
numpydoc_show_class_members = False
DEFAULT_LINKS.clear()  # they lead to other projects' pages, which need a network
numpydoc_xref_param_type = True
numpydoc_xref_ignore = "all"
numpydoc_xref_aliases = {
    name: f"{module.__name__}.{name}"
    for module in (leadfield.beamformer, leadfield.minimum_norm, leadfield)
    for name in module.__all__
    if inspect.isclass(getattr(module, name))
}
myst_enable_extensions = ["deflist"]
myst_heading_anchors = 3

sphinx_gallery_conf = {
    "examples_dirs": ["tutorials"],
    "gallery_dirs": ["auto_tutorials"],
    "image_scrapers": ["pictures.scrape", "live_pages.scrape"],
    "reset_modules": ["pictures.forget", "messages.tell"],
    "capture_repr": ("__repr__",),
    "ignore_repr_types": "Figure|Brain|Axes|Text|list",
    "thumbnail_size": (800, 800),
    "remove_config_comments": True,
    "show_memory": False,
    "show_signature": False,
    "download_all_examples": False,
    "min_reported_time": 1e9,
    "abort_on_example_error": True,
}
