"""Commands of the command line and their options."""

import json
import os
import sys
import warnings
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from leadfield.base.errors import LeadfieldError
from leadfield.base.log import set_log_level
from leadfield.base.version import __version__
from leadfield.cli import options
from leadfield.cli.batch import BatchJob, batch, names_of
from leadfield.cli.bids import list_data_set
from leadfield.cli.damaged_files import check, repair
from leadfield.cli.demo import run_demo
from leadfield.cli.demo_study import run_study_demo
from leadfield.cli.describe_any import describe_file
from leadfield.cli.doctor import DoctorJob, doctor
from leadfield.cli.job import Localization
from leadfield.cli.localize import localize
from leadfield.cli.report import ReportJob, write_report
from leadfield.cli.values import event_codes, in_options, interval, named_numbers, snr_of
from leadfield.cli.view import View, view
from leadfield.cli.visible import Visible, visible

app = typer.Typer(
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="Maps of cortical activity from MEG and EEG: MNE, dSPM, sLORETA, eLORETA.",
)


@app.command("localize")
def localize_command(
    raw: options.Raw,
    forward: options.Forward,
    event: options.Event,
    out: options.Out,
    tmin: options.Start = -0.2,
    tmax: options.Stop = 0.5,
    baseline: options.Baseline = ",0",
    reject: options.Reject = None,
    flat: options.Flat = None,
    bad: options.Bad = None,
    sensors: options.Sensors = "meg",
    stim: options.Stim = None,
    cov: options.Estimators = ["shrunk", "empirical"],  # noqa: B006 - typer reads it, nobody changes it
    rank: options.Rank = None,
    method: options.Method = "dSPM",
    snr: options.Snr = "auto",
    loose: options.Loose = 0.2,
    depth: options.Depth = 0.8,
    pick_ori: options.PickOri = None,
    subjects_dir: options.SubjectsDir = None,
    overwrite: options.Overwrite = False,
    report: options.WithReport = False,
    live: options.Live = False,
    quiet: options.Quiet = False,
) -> None:
    """Localise the average response to each condition of a raw recording."""
    set_log_level("warning" if quiet else "info")
    job = Localization(
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
        snr=snr_of("--snr", snr),
        loose=loose,
        depth=depth,
        pick_ori=pick_ori,
        subjects_dir=subjects_dir,
        overwrite=overwrite,
        report=report,
        live=live,
    )
    sys.stdout.write(localize(job))


@app.command("report")
def report_command(
    folder: options.RunFolder,
    subjects_dir: options.SubjectsDir = None,
    out: options.ReportFile = None,
    live: options.Live = False,
    overwrite: options.OverwriteFile = False,
    quiet: options.Quiet = False,
) -> None:
    """Write the report of a finished run of localize: one page of HTML, the viewer inside."""
    set_log_level("warning" if quiet else "info")
    asked = ReportJob(
        folder=folder, subjects_dir=subjects_dir, out=out, live=live, overwrite=overwrite
    )
    sys.stdout.write(write_report(asked))


@app.command("view")
def view_command(
    stc: options.Estimate,
    subject: options.Subject = None,
    subjects_dir: options.SubjectsDir = None,
    evoked: options.EvokedFile = None,
    condition: options.Condition = None,
    inverse: options.InverseFile = None,
    src: options.SourcesFile = None,
    method: options.MethodOfFile = None,
    labels: options.Labels = None,
    title: options.Title = None,
    out: options.Page = None,
    quiet: options.Quiet = False,
) -> None:
    """Show an estimate as a page of HTML, in the browser or in a file."""
    set_log_level("warning" if quiet else "info")
    job = View(
        estimate=stc,
        subject=subject,
        subjects_dir=subjects_dir,
        evoked=evoked,
        condition=condition,
        inverse=inverse,
        src=src,
        method=method,
        labels=labels,
        title=title,
        out=out,
    )
    sys.stdout.write(view(job))


@app.command("visible")
def visible_command(
    model: options.ModelFile,
    cov: options.CovFile = None,
    amplitude: options.Amplitude = 10.0,
    nave: options.Nave = 100.0,
    noise_scale: options.NoiseScale = 1.0,
    labels: options.LabelTable = "aparc",
    subject: options.SubjectOfModel = None,
    subjects_dir: options.SubjectsDir = None,
    as_json: options.AsJson = False,
    out: options.MapFile = None,
    quiet: options.Quiet = False,
) -> None:
    """Say which sources would be detected, before a subject is measured."""
    set_log_level("warning" if quiet else "info")
    job = Visible(
        model=model,
        cov=cov,
        amplitude=amplitude,
        nave=nave,
        noise_scale=noise_scale,
        labels=labels,
        subject=subject,
        subjects_dir=subjects_dir,
        as_json=as_json,
        out=out,
    )
    sys.stdout.write(visible(job))


@app.command("doctor")
def doctor_command(
    raw: options.RawToExamine = None,
    epochs: options.EpochsToExamine = None,
    evoked: options.EvokedToExamine = None,
    cov: options.CovToExamine = None,
    forward: options.ForwardToExamine = None,
    inverse: options.InverseToExamine = None,
    trans: options.TransToExamine = None,
    bem: options.BemToExamine = None,
    src: options.SourcesToExamine = None,
    subject: options.SubjectToExamine = None,
    subjects_dir: options.SubjectsDir = None,
    events: options.EventsToExamine = None,
    event: options.EventToExamine = None,
    tmin: options.Start = -0.2,
    tmax: options.Stop = 0.5,
    baseline: options.Baseline = ",0",
    reject: options.Reject = None,
    bad: options.Bad = None,
    snr: options.SnrToExamine = "auto",
    as_json: options.DiagnosisAsJson = False,
    html: options.DiagnosisPage = None,
    overwrite: options.OverwriteFile = False,
    quiet: options.Quiet = False,
) -> None:
    """Say what is wrong with a data set, what it does to maps, and what mends it.

    Ends with status 1 where there are warnings, 2 where there are errors.
    """
    set_log_level("error" if quiet else "warning")
    files = {
        "epochs": epochs,
        "evoked": evoked,
        "noise_cov": cov,
        "forward": forward,
        "inverse_operator": inverse,
        "trans": trans,
        "bem": bem,
        "src": src,
        "events": events,
    }
    job = DoctorJob(
        raw=raw,
        files={name: path for name, path in files.items() if path is not None},
        conditions=event_codes(event or ()),
        window=(tmin, tmax),
        baseline=interval("--baseline", baseline),
        reject=named_numbers("--reject", reject or ()),
        bads=tuple(bad or ()),
        subject=subject,
        subjects_dir=subjects_dir,
        snr=snr_of("--snr", snr),
        as_json=as_json,
        html=html,
        overwrite=overwrite,
    )
    text, status = doctor(job)
    sys.stdout.write(text)
    raise typer.Exit(status)


@app.command("bids")
def bids_command(
    root: options.BidsRoot,
    subjects_dir: options.SubjectsDir = None,
    as_json: options.Json = False,
) -> None:
    """List the recordings of a BIDS data set, and say what is missing for whom.

    Ends with status 1 where something is missing or wrong.
    """
    set_log_level("warning")
    text, status = list_data_set(root, subjects_dir, as_json=as_json)
    sys.stdout.write(text)
    raise typer.Exit(status)


@app.command("batch")
def batch_command(
    study: options.StudyFile,
    out: options.BatchOut = None,
    subjects: options.Subjects = None,
    steps: options.Steps = None,
    dry_run: options.DryRun = False,
    prune: options.Prune = False,
    on_error: options.OnErrorOption = None,
    workers: options.Workers = None,
    scheduler: options.Scheduler = None,
    cluster: options.Cluster = None,
    quiet: options.Quiet = False,
) -> None:
    """Run a study: each step for each subject, and what changed only.

    Ends with status 1 where a subject failed; the others are done.
    """
    set_log_level("warning" if quiet else "info")
    job = BatchJob(
        study=study,
        out=out,
        subjects=names_of(subjects),
        steps=names_of(steps),
        on_error=on_error,
        workers=workers,
        scheduler=scheduler,
        cluster=cluster,
        dry_run=dry_run,
        prune=prune,
    )
    text, status = batch(job)
    sys.stdout.write(text)
    raise typer.Exit(status)


@app.command("info")
def info_command(
    file: Annotated[
        Path,
        typer.Argument(
            help="A FIF file, .stc, .w, .label, .annot, or a surface or overlay of FreeSurfer's.",
            show_default=False,
        ),
    ],
    tree: Annotated[
        bool, typer.Option("--tree", help="Show blocks and tags of a FIF file as well.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Write JSON.")] = False,
) -> None:
    """Show the contents of a file."""
    set_log_level("warning")
    description = describe_file(file, tree=tree)
    text = json.dumps(description.to_dict(), indent=2) + "\n" if as_json else description.text()
    sys.stdout.write(text)


@app.command("check")
def check_command(
    files: options.FilesToCheck,
    as_json: options.Json = False,
) -> None:
    """List all that is wrong with files; status 0 if sound, 1 with losses, 2 if unreadable."""
    set_log_level("warning")
    text, status = check(files, as_json=as_json)
    sys.stdout.write(text)
    raise typer.Exit(status)


@app.command("repair")
def repair_command(
    file: options.DamagedFile,
    out: options.CleanFile,
    overwrite: options.OverwriteFile = False,
    as_json: options.Json = False,
) -> None:
    """Write a clean file with what is whole in a damaged one, and say what was lost."""
    set_log_level("warning")
    sys.stdout.write(repair(file, out, overwrite=overwrite, as_json=as_json))


@app.command("demo")
def demo_command(
    out: Annotated[
        Path | None,
        typer.Option(
            help="Output folder for all results.",
            show_default="demo-out, with --study demo-study",
        ),
    ] = None,
    study: Annotated[
        bool, typer.Option("--study", help="Run a simulated study of twelve subjects.")
    ] = False,
) -> None:
    """Run the tutorial on a simulated experiment and compare with the true sources."""
    if study:
        set_log_level("info")
        sys.stderr.write("The study takes about a minute, two more the first time.\n")
        sys.stdout.write(run_study_demo(out or Path("demo-study")))
        return
    set_log_level("warning")
    sys.stderr.write("The demo takes about half a minute, a little more the first time.\n")
    sys.stdout.write(run_demo(out or Path("demo-out")))


def main() -> None:
    """Run a command; errors that a user can do something about end in one line."""
    warnings.showwarning = _show_warning
    try:
        app(prog_name="leadfield")
    except LeadfieldError as error:
        _fail(in_options(str(error)))
    except BrokenPipeError:
        # Whoever read has enough, as `head` does; nothing is left to flush on the way out.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(141)
    except OSError as error:
        what = f"{error.filename}: " if error.filename else ""
        _fail(f"{what}{error.strerror or error}: nothing was written")
    except KeyboardInterrupt as interrupt:
        _fail(str(interrupt) or "interrupted: nothing was written", status=130)


def _fail(message: str, *, status: int = 2) -> NoReturn:
    sys.stderr.write(f"leadfield: {message}\n")
    sys.exit(status)


def _show_warning(message: Warning | str, *_: object, **__: object) -> None:
    """Write a warning as one line, without the place in the code."""
    sys.stderr.write(f"leadfield: warning: {in_options(str(message))}\n")


def _say_version(asked: bool) -> None:
    if asked:
        sys.stdout.write(f"leadfield {__version__}\n")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_say_version, is_eager=True, help="Show the version."),
    ] = False,
) -> None:
    pass
