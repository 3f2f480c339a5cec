#!/usr/bin/env -S uv run --script
# /// script
# dependencies = ["nox>=2025.2.9"]
# ///
"""The project's tasks, each in an environment of its own: ``nox --list``."""

import nox

nox.needs_version = ">=2025.2.9"
nox.options.default_venv_backend = "uv|virtualenv"

GROUPS = nox.project.load_toml("pyproject.toml")


@nox.session(venv_backend="none", default=True)
def check(session: nox.Session) -> None:
    """Style, types, layers and docstrings (in .venv, as scripts/check sets it up)."""
    session.run("scripts/check", external=True)


@nox.session(default=True)
def tests(session: nox.Session) -> None:
    """Run every test; arguments after -- go to pytest."""
    session.install("--editable", ".", *nox.project.dependency_groups(GROUPS, "dev"))
    threads = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    session.run("pytest", "-q", "-n", "2", *session.posargs, env=threads)


@nox.session(default=False)
def docs(session: nox.Session) -> None:
    """Build the documentation in docs/_build/html."""
    session.install("--editable", ".", *nox.project.dependency_groups(GROUPS, "docs"))
    options = ("-q", "-W", "--keep-going", "-b", "html")
    session.run("python", "-m", "sphinx", *options, "docs", "docs/_build/html")


if __name__ == "__main__":
    nox.main()
