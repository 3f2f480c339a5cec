"""Steps that do next to nothing, and say what they were called for."""

from dataclasses import asdict

from leadfield.batch import batch, batch_group, chain, run_batch
from leadfield.batch.step import Step


def recording_of(inputs):
    return inputs.participant.first.recording


def _files(study, participant):
    del study
    return [participant.first.recording]


class LittleSteps:
    """Three steps: ``epochs`` reads, ``inverse`` stands alone, ``morph`` needs both.

    ``calls`` are those made, ``groups`` who was in each group, and who was not; ``fail`` maps a
    subject to the error of its ``epochs``.
    """

    def __init__(self):
        self.calls = []
        self.groups = []
        self.fail = {}
        self.versions = {"epochs": 1, "inverse": 1, "morph": 1}

    def table(self):
        return {
            "epochs": self.step("epochs", (), lambda study, _: asdict(study.epochs), _files),
            "inverse": self.step("inverse", (), lambda study, _: asdict(study.inverse)),
            "morph": self.step(
                "morph", ("epochs", "inverse"), lambda study, _: asdict(study.morph)
            ),
        }

    def step(self, name, needs, settings, files=lambda *_: ()):
        def run(inputs, out):
            subject = inputs.participant.subject
            self.calls.append((name, subject))
            if name == "epochs" and subject in self.fail:
                raise self.fail[subject]
            read = [inputs.file(one, "x.txt").read_text() for one in needs]
            text = "+".join([name, recording_of(inputs).read_text(), *read])
            (out / inputs.participant.file("x.txt")).write_text(text)
            return {"length": len(text)}

        return Step(
            name=name,
            version=self.versions[name],
            needs=needs,
            settings=settings,
            files=files,
            run=run,
        )

    def group(self, inputs, *_):
        members = [person.subject for person, _ in inputs.members]
        failures = {one.subject: (one.step, one.reason, one.command) for one in inputs.failures}
        self.groups.append((members, failures))

    def use(self, monkeypatch):
        table = self.table()
        for module in (chain, batch):
            monkeypatch.setattr(module, "STEPS", table)
        monkeypatch.setattr(batch_group, "make_group_results", self.group)
        monkeypatch.setattr(run_batch, "kept_group", lambda *_: (self.groups or [None])[-1])
        return self
