"""The ``console`` directive: runs a command while the pages are built, and shows what it says.

::

    .. console:: leadfield info recording_raw.fif

Commands run one after the other in ``_build/console``, where ``simulated`` is the simulated
experiment, ``study`` the simulated study, and ``cut_raw.fif`` the first half of a recording.
``:status: 2`` says that a command ends with another status than 0.
"""

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

from docutils import nodes
from docutils.parsers.rst import Directive
from sphinx.application import Sphinx

from leadfield.datasets import simulated

FOLDER = Path(__file__).parents[1] / "_build" / "console"


class Console(Directive):
    """A command and its output."""

    required_arguments = 1
    final_argument_whitespace = True
    option_spec = {"status": int}  # noqa: RUF012 - docutils reads it

    def run(self) -> list[nodes.Node]:
        """Run the command; a failure, or another status than that given, stops the build."""
        command = " ".join(self.arguments[0].split())
        program, *words = shlex.split(command)
        environment = {**os.environ, "COLUMNS": "92", "NO_COLOR": "1"}
        done = subprocess.run(
            [Path(sys.executable).with_name(program), *words],
            cwd=FOLDER,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        if done.returncode != self.options.get("status", 0):
            msg = f"{command} failed:\n{done.stdout}"
            raise self.error(msg)
        shown = self.arguments[0].replace("\n", " \\\n    ")
        told = done.stdout.replace(str(Path.home()), "~")
        block = nodes.literal_block(text=f"$ {shown}\n{told}")
        block["language"] = "console"
        return [block]


def prepare(_: Sphinx) -> None:
    """Make the folder of the commands anew, with the experiment in it."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    (FOLDER / "simulated").symlink_to(simulated.data_path())
    (FOLDER / "study").symlink_to(simulated.study_path())
    whole = FOLDER / "simulated/MEG/sample/sample_audvis_filt-0-40_raw.fif"
    content = whole.read_bytes()
    (FOLDER / "cut_raw.fif").write_bytes(content[: len(content) // 2])


def setup(app: Sphinx) -> dict[str, bool]:
    """Tell Sphinx of the directive."""
    app.add_directive("console", Console)
    app.connect("builder-inited", prepare)
    return {"parallel_read_safe": False}
