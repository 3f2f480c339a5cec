"""Names of BIDS files are those that the standard's own schema has."""

from pathlib import Path

import pytest

from leadfield.bids.derivatives import BIDS_VERSION
from leadfield.bids.file_names import ENTITY
from leadfield.bids.found_recordings import ENDINGS
from leadfield.bids.recording_files import RecordingFiles

BESIDE = {".json", ".mrk", ".ave", ".vmrk", ".eeg", ".fdt"}  # what is beside a recording


@pytest.fixture(scope="module")
def schema():
    return pytest.importorskip("bidsschematools.schema").load_schema()


def test_entities_have_the_standards_order(schema):
    known = [schema.objects.entities[name].name for name in schema.rules.entities]
    names = ("subject", "session", "task", "acquisition", "run", "processing", "description")
    files = RecordingFiles(**dict.fromkeys(names, "1"), datatype="meg", recording=Path())
    assert [name for name in known if name in files.entities] == list(files.entities)


def test_labels_are_what_the_standard_calls_labels(schema):
    assert ENTITY.pattern.endswith(
        f"({schema.objects.formats.label.pattern.replace('0-9a-zA-Z', 'a-zA-Z0-9')})"
    )


@pytest.mark.parametrize("datatype", ["meg", "eeg"])
def test_recordings_have_the_standards_endings(schema, datatype):
    known = schema.rules.files.raw[datatype][datatype].extensions
    assert {one.rstrip("/") for one in known} - BESIDE <= set(ENDINGS[datatype])


def test_the_version_that_is_written_is_no_later_than_the_standards(schema):
    assert BIDS_VERSION.split(".") <= schema.bids_version.split(".")
