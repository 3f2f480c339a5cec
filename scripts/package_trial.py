"""Uses an installed leadfield as a newcomer would: the README's lines, and the command."""

import re
import subprocess
import sys
from pathlib import Path

import leadfield

PACKAGE = Path(leadfield.__file__).parent
README = Path(__file__).parents[1] / "README.md"
STUBS = {"__init__.pyi", "io.pyi", "minimum_norm.pyi", "viz.pyi", "py.typed"}
LICENCES = {"LICENSE", "LICENSE-FREESURFER", "NOTICE.md"}


def main() -> None:
    """Look for what must be packed, then localise and draw."""
    if "site-packages" not in PACKAGE.parts:
        sys.exit(f"leadfield must be installed, it is used from {PACKAGE}")
    if missing := STUBS - {path.name for path in PACKAGE.iterdir()}:
        sys.exit(f"the package must hold what type checkers read, it lacks {missing}")
    packed = PACKAGE.parent.glob("leadfield-*.dist-info/licenses/*")
    if missing := LICENCES - {path.name for path in packed}:
        sys.exit(f"the package must hold its licences, it lacks {missing}")
    lines = re.search(r"```python\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    if lines is None:
        sys.exit("the README must hold lines of Python")
    leadfield.set_log_level("warning")
    exec(lines[1], {})
    if not Path("brain.png").stat().st_size:
        sys.exit("the README's lines must leave a picture, it is empty")
    command = Path(sys.executable).with_name("leadfield")
    subprocess.run([command, "--help"], check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    main()
