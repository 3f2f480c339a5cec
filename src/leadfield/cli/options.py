"""Options of commands: types and help texts."""

from pathlib import Path
from typing import Annotated, Literal

from typer import Argument, Option

from leadfield.batch.study import ClusterKind
from leadfield.inverse.methods import InverseMethod

Texts = list[str]

Raw = Annotated[Path, Argument(help="Raw recording (FIF).", show_default=False)]
Forward = Annotated[Path, Option(help="Forward solution (FIF).", show_default=False)]
Event = Annotated[
    Texts,
    Option(help="Condition and its event code, NAME=CODE; can be repeated.", show_default=False),
]
Out = Annotated[Path, Option(help="Output folder, created if needed.", show_default=False)]
Start = Annotated[float, Option(help="Start of an epoch relative to the event, in s.")]
Stop = Annotated[float, Option(help="End of an epoch relative to the event, in s.")]
Baseline = Annotated[
    str,
    Option(help="Baseline as START,END in s, either empty for that end of the epoch; or none."),
]
Reject = Annotated[
    Texts | None,
    Option(
        help="Largest peak-to-peak amplitude, TYPE=VALUE in SI units (grad=4000e-13).",
        show_default=False,
    ),
]
Flat = Annotated[
    Texts | None,
    Option(help="Smallest peak-to-peak amplitude, TYPE=VALUE in SI units.", show_default=False),
]
Bad = Annotated[
    Texts | None,
    Option(help="Bad channel, in addition to those marked in the file.", show_default=False),
]
Sensors = Annotated[Literal["meg", "eeg", "both"], Option(help="Channels to use.")]
Stim = Annotated[
    str | None, Option(help="Stimulus channel.", show_default="STI 014 or the first one")
]
Estimators = Annotated[
    Texts, Option(help="Noise covariance estimator; the best of several is used.")
]
Rank = Annotated[
    Literal["info", "full"] | None, Option(help="Rank of the noise.", show_default="estimated")
]
Method = Annotated[InverseMethod, Option(help="Inverse method.")]
Snr = Annotated[
    str,
    Option(
        help="Amplitude signal-to-noise ratio to assume, lambda2 is 1 / snr²; or auto for that of "
        "each response."
    ),
]
Loose = Annotated[
    float, Option(help="Loose orientation: weight of tangential currents, 0 (fixed) to 1 (free).")
]
Depth = Annotated[float, Option(help="Depth weighting exponent, 0 for none.")]
PickOri = Annotated[
    Literal["normal"] | None,
    Option(
        help="normal gives signed values along the surface normal.",
        show_default="length of the current",
    ),
]
SubjectsDir = Annotated[
    Path | None,
    Option(
        help="FreeSurfer's folder of subjects, for surfaces, MNI coordinates and labels.",
        show_default="SUBJECTS_DIR",
    ),
]
Overwrite = Annotated[bool, Option("--overwrite", help="Overwrite the files of an earlier run.")]
OverwriteFile = Annotated[bool, Option("--overwrite", help="Overwrite a file that is there.")]
WithReport = Annotated[
    bool, Option("--report", help="Write report.html, too: one page to read and to send.")
]
Live = Annotated[
    bool,
    Option("--live", help="Let the report's brain change SNR and method; adds about 20 MB."),
]
RunFolder = Annotated[
    Path,
    Argument(metavar="DIR", help="Folder that localize wrote.", show_default=False),
]
ReportFile = Annotated[
    Path | None, Option("--out", help="File for the report.", show_default="DIR/report.html")
]
Quiet = Annotated[bool, Option("--quiet", help="Print results only, no progress.")]
Estimate = Annotated[
    Path,
    Argument(help="Estimate (.stc): either hemisphere's file, or a volume's.", show_default=False),
]
Subject = Annotated[
    str | None,
    Option(help="Subject of the estimate.", show_default="that of --inverse"),
]
EvokedFile = Annotated[
    Path | None,
    Option("--evoked", help="Response that the estimate was made from (FIF).", show_default=False),
]
Condition = Annotated[
    str | None, Option(help="Which response of --evoked.", show_default="the only one")
]
InverseFile = Annotated[
    Path | None,
    Option(
        "--inverse",
        help="Inverse operator (FIF): the page can then change SNR and method; needs --evoked.",
        show_default=False,
    ),
]
MethodOfFile = Annotated[
    InverseMethod | None,
    Option("--method", help="Method of the estimate.", show_default="the one in its file's name"),
]
Labels = Annotated[
    str | None,
    Option(
        help="Parcellation, or segmentation of a volume, whose regions are named; none for none.",
        show_default="aparc, or aseg",
    ),
]
SourcesFile = Annotated[
    Path | None,
    Option(
        "--src",
        help="Source spaces of an estimate in a volume, or a solution that has them (FIF).",
        show_default="those of --inverse",
    ),
]
Title = Annotated[
    str | None, Option(help="Heading of the page.", show_default="subject and condition")
]
Page = Annotated[
    Path | None,
    Option("--out", help="File for the page, such as brain.html.", show_default="the browser"),
]
ModelFile = Annotated[
    Path,
    Argument(help="Inverse operator, or forward solution with --cov (FIF).", show_default=False),
]
CovFile = Annotated[
    Path | None,
    Option("--cov", help="Noise covariance (FIF), for a forward solution.", show_default=False),
]
Amplitude = Annotated[float, Option(help="Amplitude of a source, in nA·m.")]
Nave = Annotated[float, Option(help="Number of epochs in the average.")]
NoiseScale = Annotated[
    float, Option(help="Variance of the noise over that of the covariance, often 0.65 to 0.85.")
]
LabelTable = Annotated[
    str, Option("--labels", help="Parcellation whose regions have a line each; none for none.")
]
SubjectOfModel = Annotated[
    str | None, Option("--subject", help="Subject of the sources.", show_default="that of the file")
]
AsJson = Annotated[bool, Option("--json", help="Write JSON, in SI units.")]
Json = Annotated[bool, Option("--json", help="Write JSON.")]
MapFile = Annotated[
    Path | None,
    Option(
        "--out",
        help="File for the map of probabilities: a page (.html) or a picture (.png).",
        show_default=False,
    ),
]
StudyFile = Annotated[Path, Argument(help="Study file (TOML).", show_default=False)]
BatchOut = Annotated[
    Path | None,
    Option("--out", help="Folder for results.", show_default="derivatives/leadfield of the data"),
]
Subjects = Annotated[
    str | None,
    Option(help="Subjects to do, between commas.", show_default="all of the study"),
]
Steps = Annotated[
    str | None,
    Option(help="Steps to do, between commas, with all that they need.", show_default="all"),
]
DryRun = Annotated[
    bool, Option("--dry-run", help="Say what would be done, and how much time and disk it takes.")
]
Prune = Annotated[
    bool,
    Option("--prune", help="Remove kept results that the study no longer leads to; run nothing."),
]
OnErrorOption = Annotated[
    Literal["continue", "stop"] | None,
    Option("--on-error", help="What to do when a subject fails.", show_default="the study's"),
]
Workers = Annotated[
    int | None,
    Option(help="Subjects to do at the same time.", show_default="as many as fit"),
]
Scheduler = Annotated[
    str | None,
    Option(help="Scheduler of Dask's to do subjects on, tcp://HOST:PORT.", show_default=False),
]
Cluster = Annotated[
    ClusterKind | None,
    Option(help="Cluster to start workers of Dask's on.", show_default=False),
]
RawToExamine = Annotated[Path | None, Argument(help="Raw recording.", show_default=False)]
EventToExamine = Annotated[
    Texts | None,
    Option(
        "--event",
        help="Condition and its event code, NAME=CODE, to cut epochs of; can be repeated.",
        show_default=False,
    ),
]

EpochsToExamine = Annotated[
    Path | None, Option("--epochs", help="Epochs (FIF).", show_default=False)
]
EvokedToExamine = Annotated[
    Path | None, Option("--evoked", help="Responses (FIF).", show_default=False)
]
CovToExamine = Annotated[
    Path | None, Option("--cov", help="Noise covariance (FIF).", show_default=False)
]
ForwardToExamine = Annotated[
    Path | None, Option("--forward", help="Forward solution (FIF).", show_default=False)
]
InverseToExamine = Annotated[
    Path | None, Option("--inverse", help="Inverse operator (FIF).", show_default=False)
]
TransToExamine = Annotated[
    Path | None, Option("--trans", help="Transform between head and MRI (FIF).", show_default=False)
]
BemToExamine = Annotated[
    Path | None, Option("--bem", help="Solved head model (FIF).", show_default=False)
]
SourcesToExamine = Annotated[
    Path | None, Option("--src", help="Source spaces (FIF).", show_default=False)
]
EventsToExamine = Annotated[
    Path | None, Option("--events", help="Events (FIF or text).", show_default=False)
]
SubjectToExamine = Annotated[
    str | None, Option("--subject", help="Subject.", show_default="that of the sources")
]
SnrToExamine = Annotated[
    str, Option("--snr", help="Signal-to-noise ratio that is meant to be assumed; or auto.")
]
DiagnosisPage = Annotated[
    Path | None, Option("--html", help="File for the diagnosis as a page.", show_default=False)
]
DiagnosisAsJson = Annotated[bool, Option("--json", help="Write JSON.")]
FilesToCheck = Annotated[
    list[Path],
    Argument(
        help="Files of any kind that leadfield reads, or first parts of several.",
        show_default=False,
    ),
]
DamagedFile = Annotated[
    Path, Argument(help="The damaged file, which stays as it is.", show_default=False)
]
CleanFile = Annotated[Path, Argument(help="The file to write.", show_default=False)]
BidsRoot = Annotated[
    Path, Argument(help="Folder of the data set, with its folders sub-....", show_default=False)
]
