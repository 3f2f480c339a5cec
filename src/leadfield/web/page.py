"""One page of HTML with the viewer inside: it asks for nothing, and runs nothing but the viewer."""

import base64
import hashlib
from html import escape

from leadfield.web.bundle import page_script, static_text
from leadfield.web.content import PageContent
from leadfield.web.header import encode_content

WITHOUT_SCRIPT = "This picture is still: turning the brain needs JavaScript."
PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="leadfield">
<title>{title}</title>
<style>{style}</style>
</head>
<body class="leadfield-page">
{view}
<script>{script}</script>
</body>
</html>
"""
VIEW = """<div class="leadfield-view">
{still}<p class="leadfield-note">{note}</p>
<script type="application/octet-stream+base64" class="leadfield-data">{data}</script>
</div>"""


def make_page(content: PageContent) -> bytes:
    """The page, one file that needs no other."""
    script, style = page_script(), static_text("viewer.css")
    text = PAGE.format(
        policy=policy([script], [style]),
        title=escape(content.title or "leadfield"),
        style=style,
        script=script,
        view=make_view(content),
    )
    return text.encode("utf-8")


def make_view(content: PageContent) -> str:
    """The element that the viewer's script fills, with its data and a still picture."""
    still = ""
    if content.still is not None:
        source = base64.b64encode(content.still).decode("ascii")
        description = escape(content.description)
        still = (
            f'<img class="leadfield-still" alt="{description}" '
            f'src="data:image/png;base64,{source}">\n'
        )
    data = base64.b64encode(encode_content(content)).decode("ascii")
    return VIEW.format(still=still, note=WITHOUT_SCRIPT, data=data)


def policy(scripts: list[str], styles: list[str]) -> str:
    """A Content-Security-Policy that allows these texts of scripts and styles, and no address."""
    return "; ".join(
        [
            "default-src 'none'",
            f"script-src {_hashes(scripts)}",
            f"style-src {_hashes(styles)}",
            "img-src data: blob:",
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )


def _hashes(texts: list[str]) -> str:
    return " ".join(map(_hash, texts)) or "'none'"


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
