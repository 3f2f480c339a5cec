"""Many damaged files of one reader, in a process of its own that is watched."""

import multiprocessing
import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path

from fuzz.corpus import make_corpus
from fuzz.readers import READERS
from fuzz.trial import Case, Outcome, attempt

DRAWN = 400  # one of so many that are read is drawn
MOST_WAIT = 120.0  # s of wall time, on a machine that may be busy
ENVIRONMENT = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MPLBACKEND": "agg"}


@dataclass(slots=True, kw_only=True)
class Tally:
    """How often what came of one reader's files, and the first case of each fault."""

    read: int = 0
    refused: int = 0
    broken: int = 0
    slowest: float = 0.0
    faults: dict[str, tuple[Case, Outcome]] = field(default_factory=dict)

    def add(self, case: Case, outcome: Outcome) -> None:
        """Count one."""
        setattr(self, outcome.came, getattr(self, outcome.came) + 1)
        self.slowest = max(self.slowest, outcome.seconds)
        if outcome.came == "broken":
            kind = outcome.problem.split(":")[:2]
            self.faults.setdefault(f"{':'.join(kind)} in {outcome.place}", (case, outcome))


def run_cases(
    cases: Sequence[Case], *, used: int = 1, wait: float = MOST_WAIT
) -> Iterator[tuple[Case, Outcome]]:
    """What came of each case; of those that are read, one in ``used`` is used, too.

    What hangs or ends its process is told, and the next one goes on in a new process.
    """
    context = multiprocessing.get_context("spawn")
    done = 0
    while done < len(cases):
        mine, theirs = context.Pipe(duplex=False)
        folder = Path(tempfile.mkdtemp(prefix="leadfield-fuzz-"))
        process = context.Process(
            target=_work, args=(theirs, folder, cases[done:], used), daemon=True
        )
        before = {name: os.environ.get(name) for name in ENVIRONMENT}
        os.environ |= ENVIRONMENT
        process.start()
        for name, value in before.items():
            os.environ.pop(name) if value is None else os.environ.update({name: value})
        theirs.close()
        try:
            _await_corpus(mine)
            while done < len(cases):
                if not mine.poll(wait):
                    problem = f"hangs for {wait:g} s"
                    outcome = Outcome(came="broken", seconds=wait, problem=problem, place="?")
                    yield cases[done], outcome
                    done += 1
                    break
                yield cases[done], mine.recv()
                done += 1
        except EOFError:
            process.join()
            problem = f"ends the process, {process.exitcode}"
            yield cases[done], Outcome(came="broken", seconds=0, problem=problem, place="?")
            done += 1
        finally:
            process.kill()
            process.join()
            mine.close()
            shutil.rmtree(folder, ignore_errors=True)


def _await_corpus(answers: Connection) -> None:
    try:
        if answers.poll(MOST_WAIT) and answers.recv() == "ready":
            return
    except EOFError:
        pass
    msg = "the sound files could not be made"
    raise RuntimeError(msg)


def _work(answers: Connection, folder: Path, cases: Sequence[Case], used: int) -> None:
    """Try each case on a corpus of its own, which no damage outlasts."""
    import leadfield

    leadfield.set_log_level("error")
    sound = make_corpus(folder)
    files = {name for case in cases for name in READERS[case.reader].files}
    whole = {name: (folder / name).read_bytes() for name in files}
    answers.send("ready")
    n_read = 0
    for case in cases:
        name, content = case.content(folder)
        use, draw = n_read % used == 0, n_read % DRAWN == DRAWN - 1
        outcome = attempt(READERS[case.reader], sound, name, content, use=use, draw=draw)
        (folder / name).write_bytes(whole[name])
        n_read += outcome.came == "read"
        answers.send(outcome)
