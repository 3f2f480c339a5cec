"""The page on compatibility says what both packages' signatures say now."""

import importlib.util
from pathlib import Path

import pytest

pytest.importorskip("mne")
ROOT = Path(__file__).parents[2]


def test_the_page_is_what_the_script_writes():
    path = ROOT / "scripts" / "compatibility.py"
    spec = importlib.util.spec_from_file_location("compatibility", path)
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    page = script.PAGE.read_text(encoding="utf-8")
    assert page == script.page(), "run scripts/compatibility.py"
