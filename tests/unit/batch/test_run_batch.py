"""Batches do what changed, go on where they were, and let nobody suffer from another's failure."""

import errno
import os
import subprocess
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest

from leadfield.base.errors import (
    ArgumentTypeError,
    DataError,
    InputError,
    WriteError,
)
from leadfield.base.log import LOGGER
from leadfield.batch import batch_group, plan, run, run_batch
from leadfield.batch.engines.loky import LokyEngine
from leadfield.batch.participant_log import logged
from leadfield.batch.study import EpochSettings, InverseSettings, MorphSettings, RunSettings


def go(study, **options):
    return run(study, **{"workers": 1, "verbose": "error", **options})


def calls_of(little, study, **options):
    """What is done in a run, in order."""
    little.calls.clear()
    go(study, **options)
    return list(little.calls)


def done_for(calls, subject="01"):
    return [name for name, one in calls if one == subject]


def everything(folder):
    return {
        path.relative_to(folder): path.read_bytes()
        for path in sorted(folder.rglob("*.txt"))
        if ".kept" not in path.parts
    }


@pytest.mark.usefixtures("steps")
class TestFirstRun:
    def test_does_each_step_for_each_subject(self, study, steps):
        calls = calls_of(steps, study)
        assert sorted(set(calls)) == sorted(calls)
        assert done_for(calls, "02") == ["epochs", "inverse", "morph"]

    def test_hands_results_to_the_steps_that_need_them(self, study):
        result = go(study)
        text = (result.participants[2].folders["morph"] / "sub-03_task-listen_x.txt").read_text()
        assert text == ("morph+recording 03+epochs+recording 03+inverse+recording 03")

    def test_gives_results_their_places_with_a_sidecar(self, study):
        folder = go(study).folder / "sub-01" / "meg"
        assert (folder / "sub-01_task-listen_x.txt").is_file()
        assert '"Step": "morph"' in (folder / "sub-01_task-listen_x.json").read_text()

    def test_goes_to_the_derivatives_of_the_data_set(self, study):
        assert go(study).folder == study.bids / "derivatives" / "leadfield"

    def test_writes_a_log_for_each_subject(self, study):
        result = go(study)
        assert [one.log.name for one in result.participants] == [
            "sub-01.log",
            "sub-02.log",
            "sub-03.log",
        ]
        assert "inverse done in" in result.participants[0].log.read_text()


@pytest.mark.usefixtures("steps")
class TestSecondRun:
    def test_does_nothing_where_nothing_changed(self, study, steps):
        first = everything(go(study).folder)
        assert calls_of(steps, study) == []
        assert everything(study.folder) == first

    def test_says_that_all_was_there(self, study):
        go(study)
        assert [str(one) for one in go(study).participants] == [
            f"sub-{name}  as before" for name in ("01", "02", "03")
        ]

    def test_redoes_what_depends_on_a_setting(self, study, steps):
        go(study)
        other = replace(study, inverse=InverseSettings(loose=0.1))
        assert done_for(calls_of(steps, other)) == ["inverse", "morph"]
        other = replace(study, morph=MorphSettings(spacing=4))
        assert done_for(calls_of(steps, other)) == ["morph"]
        other = replace(study, epochs=EpochSettings(tmin=-0.1))
        assert done_for(calls_of(steps, other)) == ["epochs", "morph"]

    def test_does_nothing_for_settings_that_change_no_result(self, study, steps):
        go(study)
        other = replace(study, run=RunSettings(on_error="stop"), contrasts=(("tone", "silence"),))
        assert calls_of(steps, other) == []

    def test_finds_results_of_earlier_settings_again(self, study, steps):
        go(study)
        go(replace(study, inverse=InverseSettings(loose=0.1)))
        assert calls_of(steps, study) == []

    def test_redoes_a_subject_whose_recording_changed(self, study, steps):
        go(study)
        path = study.bids / "sub-02" / "meg" / "sub-02_task-listen_meg.fif"
        path.write_text("another one")
        assert calls_of(steps, study) == [("epochs", "02"), ("morph", "02")]

    def test_does_nothing_for_a_recording_that_was_only_touched(self, study, steps):
        go(study)
        for path in study.bids.glob("sub-*/meg/*.fif"):
            path.touch()
        assert calls_of(steps, study) == []

    def test_does_nothing_where_the_data_set_has_moved(self, study, steps):
        go(study)
        moved = study.bids.rename(study.bids.with_name("moved"))
        assert calls_of(steps, replace(study, bids=moved)) == []

    def test_redoes_a_step_that_computes_something_else_by_now(self, study, steps, monkeypatch):
        go(study)
        steps.versions["inverse"] = 2
        steps.use(monkeypatch)
        assert done_for(calls_of(steps, study)) == ["inverse", "morph"]

    def test_puts_a_result_that_was_removed_back_without_doing_it(self, study, steps):
        path = go(study).folder / "sub-01" / "meg" / "sub-01_task-listen_x.txt"
        path.unlink()
        assert calls_of(steps, study) == []
        assert path.is_file()

    def test_redoes_a_result_that_was_overwritten(self, study, steps):
        path = go(study).folder / "sub-01" / "meg" / "sub-01_task-listen_x.txt"
        before = path.read_text()
        path.write_text("mine")
        assert done_for(calls_of(steps, study)) == ["morph"]
        assert path.read_text() == before


@pytest.mark.usefixtures("steps")
class TestChoice:
    def test_subjects_are_those_asked_for(self, study, steps):
        assert {one for _, one in calls_of(steps, study, subjects=["03", "sub-01"])} == {"01", "03"}

    def test_subjects_may_be_the_studys(self, study, steps):
        assert {one for _, one in calls_of(steps, replace(study, subjects=("02",)))} == {"02"}

    def test_a_step_brings_those_that_it_needs_and_no_others(self, study, steps):
        assert done_for(calls_of(steps, study, steps=["inverse"])) == ["inverse"]
        assert done_for(calls_of(steps, study, steps=["morph"])) == ["epochs", "morph"]

    def test_a_subject_that_there_is_not_is_refused(self, study):
        with pytest.raises(InputError, match=r"subjects must be of '01', '02', '03', got '4'"):
            go(study, subjects=["4"])

    def test_a_group_is_of_all_whose_results_are_there(self, study, steps):
        go(study, subjects=["03"])
        members, failures = steps.groups.pop()
        assert members == ["03"]
        assert failures["sub-01"][:2] == ("epochs", "it was not done yet")
        go(study, subjects=["01"])
        assert steps.groups.pop()[0] == ["01", "03"]

    def test_a_group_is_made_where_its_step_is_asked_for(self, study, steps):
        go(study, steps=["morph"])
        assert steps.groups == []
        go(study, steps=["group"])
        assert steps.groups == [(["01", "02", "03"], {})]

    def test_a_step_that_there_is_not_is_refused(self, study):
        with pytest.raises(InputError, match=r"steps must be one of 'epochs', .* got 'epoch'"):
            go(study, steps=["epoch"])
        with pytest.raises(InputError, match="steps must name at least one"):
            go(study, steps=[])

    def test_a_text_in_the_place_of_a_list_is_refused(self, study):
        with pytest.raises(ArgumentTypeError, match="must be lists"):
            go(study, subjects="01")

    def test_a_task_that_there_is_not_is_refused(self, study):
        with pytest.raises(InputError, match=r"task must be one .* 'listen', got 'rest'"):
            go(replace(study, task="rest"))


@pytest.mark.usefixtures("steps")
class TestFailure:
    @pytest.mark.usefixtures("broken")
    def test_leaves_the_others_alone(self, study):
        result = go(study)
        assert [one.name for one in result.done] == ["sub-01", "sub-03"]
        assert (result.folder / "sub-03" / "meg" / "sub-03_task-listen_x.txt").is_file()

    @pytest.mark.usefixtures("broken")
    def test_says_step_reason_log_and_how_to_try_it_alone(self, study):
        result = go(study)
        (failed,) = result.failed
        assert failed.name == "sub-02"
        assert failed.failed_at == "epochs"
        assert failed.reason == "the recording must hold samples, it holds none"
        assert failed.command == 'leadfield.batch.run(study, subjects=["02"])'
        assert "Traceback" in failed.log.read_text()
        assert "2 of 3 done" in str(result)
        assert str(failed.log) in str(result)

    def test_leaves_a_group_without_that_subject(self, study, broken):
        go(study)
        ((members, failures),) = broken.groups
        assert members == ["01", "03"]
        assert failures == {
            "sub-02": (
                "epochs",
                "the recording must hold samples, it holds none",
                'leadfield.batch.run(study, subjects=["02"])',
            )
        }

    def test_of_the_group_is_told_and_the_subjects_stay(self, study, monkeypatch):
        def fails(*_):
            msg = "no labels"
            raise DataError(msg)

        monkeypatch.setattr(batch_group, "make_group_results", fails)
        result = go(study)
        assert (result.group, result.group_problem) == (None, "no labels")
        assert "group  failed: no labels" in str(result)
        assert len(result.done) == 3
        assert "Traceback" in (result.folder / "logs" / "group.log").read_text()

    @pytest.mark.usefixtures("broken")
    def test_of_a_study_file_names_the_command(self, study, tmp_path):
        file = tmp_path / "my study.toml"
        file.write_text(
            f'bids = "{study.bids}"\ntask = "listen"\nconditions = ["tone", "silence"]\n'
        )
        (failed,) = go(file, out=tmp_path / "out").failed
        assert failed.command == (
            f"leadfield batch '{file}' --subjects 02 --out {tmp_path / 'out'}"
        )

    @pytest.mark.parametrize("error", [RuntimeError("odd"), KeyError("x"), MemoryError()])
    def test_of_any_kind_is_told_with_its_kind(self, study, steps, error):
        steps.fail["02"] = error
        (failed,) = go(study).failed
        assert failed.reason.startswith(type(error).__name__)

    def test_stops_the_batch_if_that_is_asked_for(self, study, broken):
        result = go(study, on_error="stop")
        assert [one.name for one in result.participants] == ["sub-01", "sub-02"]
        assert result.not_begun == ("sub-03",)
        assert broken.groups == []
        assert "Not begun: sub-03" in str(result)
        assert ("epochs", "03") not in broken.calls

    @pytest.mark.usefixtures("broken")
    def test_stops_the_batch_if_the_study_says_so(self, study):
        assert go(replace(study, run=RunSettings(on_error="stop"))).not_begun == ("sub-03",)

    def test_is_tried_again_by_the_next_run_and_nothing_else_is(self, study, broken):
        go(study)
        broken.fail.clear()
        assert calls_of(broken, study) == [("epochs", "02"), ("inverse", "02"), ("morph", "02")]

    def test_of_a_recording_that_cannot_be_read_is_told(self, study, monkeypatch):
        real = Path.open

        def refused(self, *args, **kwargs):
            if self.name == "sub-02_task-listen_meg.fif":
                raise PermissionError(errno.EACCES, "Permission denied", str(self))
            return real(self, *args, **kwargs)

        monkeypatch.setattr(Path, "open", refused)
        (failed,) = go(study).failed
        assert "Permission denied" in failed.reason
        assert failed.failed_at == "epochs"

    def test_of_a_full_disk_is_told_and_the_rest_stays(self, study, monkeypatch):
        real = Path.write_text

        def full(self, *args, **kwargs):
            if self.name == "sub-02_task-listen_x.txt":
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(self))
            return real(self, *args, **kwargs)

        monkeypatch.setattr(Path, "write_text", full)
        result = go(study)
        (failed,) = result.failed
        assert "there must be room for" in failed.reason
        assert "No space left on device" in failed.reason
        assert len(result.done) == 2
        monkeypatch.undo()
        left = [path for path in result.folder.rglob("*") if path.name.startswith(".tmp")]
        assert left == []


@pytest.mark.usefixtures("steps")
class TestFolder:
    def test_that_is_read_only_is_refused_before_anything_is_done(self, study, steps, monkeypatch):
        def refused(*_, **__):
            raise PermissionError(errno.EROFS, os.strerror(errno.EROFS))

        monkeypatch.setattr(Path, "mkdir", refused)
        with pytest.raises(WriteError, match=r"must let files be made .* choose another folder"):
            go(study)
        assert steps.calls == []

    def test_that_is_a_file_is_refused(self, study, tmp_path):
        (tmp_path / "out").write_text("mine")
        with pytest.raises(WriteError, match="must be a place to write to"):
            go(study, out=tmp_path / "out")


@pytest.mark.usefixtures("steps")
class TestPlan:
    def test_says_what_is_to_be_done_and_that_nobody_can_tell_how_long(self, study, steps):
        text = str(plan(study))
        assert "sub-01  to do: epochs, inverse, morph" in text
        assert "To do  epochs 3, inverse 3, morph 3" in text
        assert "Time   cannot tell" in text
        assert "Disk   cannot tell" in text
        assert steps.calls == []
        assert not study.folder.exists()

    def test_takes_time_and_disk_from_what_was_done(self, study):
        go(study, subjects=["01"])
        found = plan(study)
        assert "sub-01  all is there" in str(found)
        assert "Time   about" in str(found)
        assert found.size["epochs"] == len("epochs+recording 01")

    def test_says_which_step_it_cannot_tell_of(self, study):
        go(study, subjects=["01"], steps=["inverse"])
        assert "cannot tell for epochs, morph" in str(plan(study))

    def test_says_that_nothing_is_to_be_done(self, study):
        go(study)
        assert "Nothing is to be done." in str(plan(study))


PROGRAM = """
import sys, time
from pathlib import Path
from leadfield.batch import batch, batch_group, chain, run
from leadfield.batch.study import Study
from tests.unit.batch.little_steps import LittleSteps

class Slow(LittleSteps):
    def step(self, name, *args):
        step = super().step(name, *args)
        def slowly(inputs, out):
            Path(sys.argv[2], f"{name}-{inputs.participant.subject}-{time.time_ns()}").touch()
            time.sleep(float(sys.argv[3]))
            return step.run(inputs, out)
        from dataclasses import replace
        return replace(step, run=slowly)

little = Slow()
chain.STEPS = batch.STEPS = little.table()
batch_group.make_group_results = little.group
study = Study(bids=Path(sys.argv[1]), task="listen", conditions=("tone", "silence"))
run(study, workers=1, verbose="error")
"""


def start(root, notes, seconds):
    notes.mkdir(exist_ok=True)
    here = Path(__file__).parents[3]
    command = [sys.executable, "-c", PROGRAM, str(root), str(notes), str(seconds)]
    return subprocess.Popen(command, cwd=here)


def begun(notes):
    return sorted(path.name.rsplit("-", 1)[0] for path in notes.iterdir())


def wait_for(process, notes, n):
    while len(list(notes.iterdir())) < n:
        assert process.poll() is None
        time.sleep(0.01)


@pytest.mark.usefixtures("steps")
class TestProcesses:
    def test_a_killed_batch_goes_on_where_it_was_with_the_same_results(
        self, study, steps, tmp_path
    ):
        alone = everything(go(study, out=tmp_path / "alone").folder)
        process = start(study.bids, tmp_path / "notes", 0.2)
        wait_for(process, tmp_path / "notes", 5)
        process.kill()
        process.wait()
        calls = calls_of(steps, study)
        assert done_for(calls, "01") == []
        assert done_for(calls, "03") == ["epochs", "inverse", "morph"]
        assert everything(study.folder) == alone

    def test_two_batches_in_one_folder_share_the_work_and_harm_nothing(self, study, tmp_path):
        alone = everything(go(study, out=tmp_path / "alone").folder)
        both = [start(study.bids, tmp_path / "notes", 0.1) for _ in range(2)]
        assert [process.wait(60) for process in both] == [0, 0]
        assert everything(study.folder) == alone
        assert len(begun(tmp_path / "notes")) == len(set(begun(tmp_path / "notes"))) == 9


def test_two_studies_in_one_folder_keep_their_results_apart(study, steps):
    other = replace(study, inverse=InverseSettings(loose=0.1))
    threads = [threading.Thread(target=go, args=(one,)) for one in (study, other)]
    for one in threads:
        one.start()
    for one in threads:
        one.join(30)
    assert calls_of(steps, study) == calls_of(steps, other) == []


def test_a_batch_in_workers_gives_what_one_process_gives(study):
    # Workers know the real steps alone, and the first of these fails for files that are none.
    result = run(study, workers=2, steps=["recording"], verbose="error")
    assert [one.failed_at for one in result.participants] == ["recording"] * 3


@pytest.mark.usefixtures("steps")
class TestEngine:
    """Where subjects are done: as asked for, or else as the study says."""

    @pytest.fixture
    def chosen(self, monkeypatch, study):
        """What the engine is chosen by, for arguments and settings."""
        asked = []

        def choose(**options):
            asked.append({name: one for name, one in options.items() if one})
            return LokyEngine(workers=1)

        def chosen(options, **settings):
            monkeypatch.setattr(run_batch, "choose_engine", choose)
            run(replace(study, run=RunSettings(**settings)), verbose="error", **options)
            return asked.pop()

        return chosen

    def test_is_the_studys_where_nothing_is_asked_for(self, chosen):
        assert chosen({}, workers=3) == {"workers": 3}
        assert chosen({}, scheduler="tcp://a") == {"scheduler": "tcp://a"}
        options = {"queue": "long"}
        assert chosen({}, cluster="slurm", workers=3, cluster_options=options) == {
            "cluster": "slurm",
            "workers": 3,
            "cluster_options": options,
        }

    def test_is_what_is_asked_for(self, chosen):
        assert chosen({"workers": 2}, workers=3) == {"workers": 2}
        assert chosen({"scheduler": "tcp://b"}, workers=3) == {"scheduler": "tcp://b"}
        assert chosen({"cluster": "pbs", "workers": 2}, scheduler="tcp://a") == {
            "cluster": "pbs",
            "workers": 2,
        }


def test_a_log_names_results_where_they_are_to_be_read(tmp_path):
    name = 32 * "a"
    with logged(tmp_path / "x.log"):
        LOGGER.warning("Wrote /kept/epochs/.%s-x_1/%s/x.fif", name, name)
    assert (tmp_path / "x.log").read_text().endswith(f"  Wrote /kept/epochs/{name}/x.fif\n")
