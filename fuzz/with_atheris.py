"""The same readers under atheris, which finds damage by the code that it reaches.

pip install atheris
python -m fuzz.with_atheris READER [libFuzzer's options, such as -max_total_time=600]
"""

import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["leadfield"]):
    import leadfield
    from fuzz.corpus import make_corpus
    from fuzz.readers import READERS
    from fuzz.trial import attempt


def main() -> None:
    """Fuzz the reader that is named, from the files of the corpus on."""
    reader = READERS[sys.argv.pop(1)]
    leadfield.set_log_level("error")
    sound = make_corpus(Path(tempfile.mkdtemp()))
    name = reader.files[0]
    starts = Path(tempfile.mkdtemp())
    (starts / "whole").write_bytes((sound.folder / name).read_bytes())

    def one(content: bytes) -> None:
        outcome = attempt(reader, sound, name, content)
        if outcome.came == "broken":
            msg = f"{outcome.problem} in {outcome.place}"
            raise RuntimeError(msg)

    atheris.Setup([*sys.argv, str(starts)], one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
