"""The commands and their options."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from leadfield.base.errors import LeadfieldError
from leadfield.base.log import set_log_level
from leadfield.cli.describe import describe
from leadfield.cli.localize import Job, localize
from leadfield.cli.values import event_codes, interval, named_numbers

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="Maps of cortical activity from MEG and EEG: MNE, dSPM, sLORETA, eLORETA.",
)


@app.command("localize")
def localize_command(
    raw: Annotated[Path, typer.Argument(help="Raw recording (FIF).", show_default=False)],
    forward: Annotated[Path, typer.Option(help="Forward solution (FIF).", show_default=False)],
    event: Annotated[
        list[str],
        typer.Option(
            help="Condition and its event code, NAME=CODE; give one for each.", show_default=False
        ),
    ],
    out: Annotated[
        Path, typer.Option(help="Folder for what is written; made if needed.", show_default=False)
    ],
    tmin: Annotated[float, typer.Option(help="Start of an epoch, s from the event.")] = -0.2,
    tmax: Annotated[float, typer.Option(help="End of an epoch, s from the event.")] = 0.5,
    baseline: Annotated[
        str,
        typer.Option(
            help="START,END in s to subtract the mean of; empty for the epoch's end; or none."
        ),
    ] = ",0",
    reject: Annotated[
        list[str] | None,
        typer.Option(
            help="Largest peak-to-peak amplitude, TYPE=VALUE in SI units (grad=4000e-13).",
            show_default=False,
        ),
    ] = None,
    flat: Annotated[
        list[str] | None,
        typer.Option(
            help="Smallest peak-to-peak amplitude, TYPE=VALUE in SI units.", show_default=False
        ),
    ] = None,
    bad: Annotated[
        list[str] | None,
        typer.Option(help="Bad channel, on top of the file's own.", show_default=False),
    ] = None,
    sensors: Annotated[str, typer.Option(help="Channels to use: meg, eeg or both.")] = "meg",
    stim: Annotated[
        str | None, typer.Option(help="Stimulus channel.", show_default="STI 014 or the first one")
    ] = None,
    cov: Annotated[
        list[str],
        typer.Option(help="Noise covariance estimator; the likeliest of several is used."),
    ] = ["shrunk", "empirical"],  # noqa: B006 - typer reads it, nobody changes it
    rank: Annotated[
        str | None, typer.Option(help="Rank of the noise: info or full.", show_default="estimated")
    ] = None,
    method: Annotated[str, typer.Option(help="MNE, dSPM, sLORETA or eLORETA.")] = "dSPM",
    snr: Annotated[
        float, typer.Option(help="Assumed amplitude signal-to-noise ratio; lambda2 is 1 / snr².")
    ] = 3.0,
    loose: Annotated[
        float, typer.Option(help="Share of tangential currents, 0 (fixed) to 1 (free).")
    ] = 0.2,
    depth: Annotated[float, typer.Option(help="Depth weighting exponent, 0 for none.")] = 0.8,
    pick_ori: Annotated[
        str | None,
        typer.Option(help="normal for signed maps.", show_default="length of the current"),
    ] = None,
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help="Replace files of an earlier run.")
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", help="Show results only.")] = False,
) -> None:
    """Localise the response to each condition, from a raw recording to a map."""
    set_log_level("warning" if quiet else "info")
    job = Job(
        raw=raw,
        forward=forward,
        events=event_codes(event),
        out=out,
        window=(tmin, tmax),
        baseline=interval("--baseline", baseline),
        reject=named_numbers("--reject", reject or ()),
        flat=named_numbers("--flat", flat or ()),
        bads=tuple(bad or ()),
        sensors=sensors,
        stim=stim,
        estimators=tuple(cov),
        rank=rank,
        method=method,
        snr=snr,
        loose=loose,
        depth=depth,
        pick_ori=pick_ori,
        overwrite=overwrite,
    )
    sys.stdout.write(localize(job))


@app.command("info")
def info_command(
    file: Annotated[Path, typer.Argument(help="Any FIF file.", show_default=False)],
    tree: Annotated[bool, typer.Option("--tree", help="Also show blocks and tags.")] = False,
) -> None:
    """Say what is in a FIF file."""
    set_log_level("warning")
    sys.stdout.write(describe(file, tree=tree))


def main() -> None:
    """Run a command; what goes wrong on purpose ends in one line, not a traceback."""
    try:
        app()
    except LeadfieldError as error:
        sys.stderr.write(f"leadfield: {error}\n")
        sys.exit(2)
    except KeyboardInterrupt:
        sys.stderr.write("leadfield: interrupted; what was finished is whole\n")
        sys.exit(130)
