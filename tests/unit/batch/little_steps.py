"""Steps that do next to nothing, and say what they were called for."""

from leadfield.batch import chain, run_batch
from leadfield.batch.step import Step


def recording_of(inputs):
    return inputs.participant.first.recording


def _files(study, participant):
    del study
    return [participant.first.recording]


class LittleSteps:
    """Three steps: ``epochs`` reads, ``inverse`` stands alone, ``morph`` needs both.

    ``calls`` are those made; ``fail`` maps a subject to the error of its ``epochs``.
    """

    def __init__(self):
        self.calls = []
        self.fail = {}
        self.versions = {"epochs": 1, "inverse": 1, "morph": 1}

    def table(self):
        return {
            "epochs": self.step("epochs", (), lambda study, _: study.epochs.tmin, _files),
            "inverse": self.step("inverse", (), lambda study, _: study.inverse.loose),
            "morph": self.step(
                "morph", ("epochs", "inverse"), lambda study, _: study.morph.spacing
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

    def use(self, monkeypatch):
        table = self.table()
        monkeypatch.setattr(chain, "STEPS", table)
        monkeypatch.setattr(run_batch, "STEPS", table)
        return self
