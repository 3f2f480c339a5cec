"""The options of ``leadfield localize``: their types and what the help says of them."""

from pathlib import Path
from typing import Annotated, Literal

from typer import Argument, Option

from leadfield.api.inverse.arguments import InverseMethod

Texts = list[str]

Raw = Annotated[Path, Argument(help="Raw recording (FIF).", show_default=False)]
Forward = Annotated[Path, Option(help="Forward solution (FIF).", show_default=False)]
Event = Annotated[
    Texts,
    Option(help="Condition and its event code, NAME=CODE; one for each.", show_default=False),
]
Out = Annotated[
    Path, Option(help="Folder for what is written; made if needed.", show_default=False)
]
Start = Annotated[float, Option(help="Start of an epoch, s from the event.")]
Stop = Annotated[float, Option(help="End of an epoch, s from the event.")]
Baseline = Annotated[
    str,
    Option(help="START,END in s to subtract the mean of; empty for the epoch's end; or none."),
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
    Texts | None, Option(help="Bad channel, on top of the file's own.", show_default=False)
]
Sensors = Annotated[Literal["meg", "eeg", "both"], Option(help="Channels to use.")]
Stim = Annotated[
    str | None, Option(help="Stimulus channel.", show_default="STI 014 or the first one")
]
Estimators = Annotated[
    Texts, Option(help="Noise covariance estimator; the likeliest of several is used.")
]
Rank = Annotated[
    Literal["info", "full"] | None, Option(help="Rank of the noise.", show_default="estimated")
]
Method = Annotated[InverseMethod, Option(help="Inverse method.")]
Snr = Annotated[float, Option(help="Assumed amplitude signal-to-noise ratio; lambda2 is 1 / snr².")]
Loose = Annotated[float, Option(help="Share of tangential currents, 0 (fixed) to 1 (free).")]
Depth = Annotated[float, Option(help="Depth weighting exponent, 0 for none.")]
PickOri = Annotated[
    Literal["normal"] | None,
    Option(help="normal for signed maps.", show_default="length of the current"),
]
Overwrite = Annotated[bool, Option("--overwrite", help="Replace files of an earlier run.")]
Quiet = Annotated[bool, Option("--quiet", help="Show results only.")]
