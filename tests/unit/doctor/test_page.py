"""The page on the doctor, and the table of spoilt data sets, know every finding."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[3]
SOURCES = [
    *(ROOT / "src" / "leadfield" / "doctor").glob("*_checks.py"),
    ROOT / "src" / "leadfield" / "api" / "doctor" / "data_set.py",
]


def names():
    """Names of findings in the source: dashed words, and what is a finding's name by itself."""
    text = "".join(path.read_text(encoding="utf-8") for path in SOURCES)
    found = set(re.findall(r'name="([a-z0-9-]+)"', text))
    return found | set(re.findall(r'_matrix_finding\(\s*"([a-z-]+)"', text))


def test_every_finding_is_on_the_page():
    page = (ROOT / "docs" / "doctor.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`([a-z0-9-]+)`", page.partition("## What is checked")[2]))
    assert len(names()) > 50
    assert not names() - named
    assert not {name for name in named - names() if "-" in name}


def test_every_finding_has_a_spoilt_data_set():
    tests = "".join(path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("*.py"))
    assert not {name for name in names() if f'"{name}"' not in tests}
