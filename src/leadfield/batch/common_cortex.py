"""Cortex that all participants share: among their FreeSurfer subjects, or leadfield's template."""

from dataclasses import dataclass
from pathlib import Path
from typing import final

from leadfield.batch.study import MorphSettings
from leadfield.datasets import template

USUAL = "fsaverage"


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class CommonCortex:
    """A subject in a folder of subjects."""

    folder: Path
    subject: str


def find_common_cortex(settings: MorphSettings, subjects_dir: Path) -> CommonCortex:
    """The cortex to bring estimates to; the template is taken where the folder has none."""
    wanted = [settings.subject_to] if settings.subject_to else [USUAL, template.SUBJECT]
    there = [name for name in wanted if (subjects_dir / name / "surf").is_dir()]
    if not there and template.SUBJECT in wanted:
        return CommonCortex(folder=template.data_path(), subject=template.SUBJECT)
    return CommonCortex(folder=subjects_dir, subject=(there or wanted)[0])
