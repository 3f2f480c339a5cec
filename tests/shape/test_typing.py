"""Type checkers know the front door: a user's script passes, and its mistakes are found."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parents[1] / "typing"
ROOT = Path(__file__).parents[2]
USER_OF_BOTH = HERE / "user_of_both.py"
USER, MISTAKES = HERE / "typical_user.py", HERE / "mistakes.py"
SOURCES = {"MYPYPATH": str(ROOT / "src"), "PYTHONPATH": str(ROOT / "src")}


def run(command, environment):
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    assert done.returncode in {0, 1}, done.stderr
    return done.stdout


def mypy(environment):
    """Lines with errors, by file."""
    command = [sys.executable, "-m", "mypy", "--strict", "--no-pretty", str(USER), str(MISTAKES)]
    found = re.findall(r"([^\s:]+):(\d+): error", run(command, environment))
    return {(Path(name).name, int(line)) for name, line in found}


def pyright(environment):
    """Lines with errors, by file."""
    command = [sys.executable, "-m", "pyright", "--outputjson", "--pythonpath", sys.executable]
    report = json.loads(run([*command, str(USER), str(MISTAKES)], environment))
    return {
        (Path(one["file"]).name, one["range"]["start"]["line"] + 1)
        for one in report["generalDiagnostics"]
        if one["severity"] == "error"
    }


@pytest.fixture(scope="module", params=[mypy, pyright], ids=lambda checker: checker.__name__)
def errors(request):
    pytest.importorskip(request.param.__name__)
    home = {"MYPY_CACHE_DIR": str(ROOT / ".mypy_cache")}
    return request.param({**os.environ, **SOURCES, **home})


def test_a_typical_script_has_no_type_errors(errors):
    assert not [line for name, line in errors if name == USER.name]


def test_each_mistake_is_found_and_nothing_else(errors):
    lines = MISTAKES.read_text(encoding="utf-8").splitlines()
    expected = {number for number, line in enumerate(lines, 1) if "# mistake" in line}
    assert {line for name, line in errors if name == MISTAKES.name} == expected


def test_mypy_takes_objects_of_mne_python():
    """MNE-Python has no types for others, so its objects are anything; pyright reads its source."""
    pytest.importorskip("mypy")
    pytest.importorskip("mne")
    command = [sys.executable, "-m", "mypy", "--strict", "--no-pretty", str(USER_OF_BOTH)]
    home = {"MYPY_CACHE_DIR": str(ROOT / ".mypy_cache")}
    assert "error" not in run(command, {**os.environ, **SOURCES, **home})
