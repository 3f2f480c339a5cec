"""Findings that subjects share, the rarest first."""

from dataclasses import replace

from leadfield.doctor.finding import Finding
from leadfield.group.member import Member
from leadfield.group.shared_findings import share_findings

NOISY = Finding(
    name="noisy-channels",
    severity="warning",
    title="Channels are noisy",
    found="1 mag",
    effect="They dominate the map.",
    remedy="mark them",
)
OVERLAP = replace(NOISY, name="trials-overlap", title="Trials overlap", found="40 %")


def member(name, *findings):
    return Member(subject=name, read=lambda _: None, findings=findings)


def test_what_few_subjects_have_comes_first_and_is_rare():
    members = [member("01", OVERLAP), member("02", OVERLAP, NOISY), member("03", OVERLAP)]
    noisy, overlap = share_findings(members)
    assert (noisy.title, dict(noisy.found), noisy.is_rare) == (
        NOISY.title,
        {"02": "1 mag"},
        True,
    )
    assert list(overlap.found) == ["01", "02", "03"]
    assert not overlap.is_rare


def test_what_every_second_subject_has_is_not_rare():
    (found,) = share_findings([member("01", NOISY), member("02")])
    assert not found.is_rare


def test_without_findings_there_are_none_to_share():
    assert share_findings([member("01")]) == ()
