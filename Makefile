# Each command sets up what it needs in .venv: Python 3.11 or newer is all that must be there.
PYTHON ?= python3
export PIP_DISABLE_PIP_VERSION_CHECK = 1
# One BLAS thread a worker: two workers with two threads each only wait for each other.
TEST_WORKERS ?= 2

.PHONY: demo test docs clean

demo: .venv/run
	.venv/bin/leadfield demo --out demo-out

test: .venv/dev
	OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 .venv/bin/python -m pytest -q -n $(TEST_WORKERS) $(ARGS)

# On a terminal it says which page it is at.
docs: .venv/docs
	.venv/bin/python -m sphinx $$([ -t 1 ] || echo -q) -W --keep-going -b html docs docs/_build/html
	@echo "Open docs/_build/html/index.html"

.venv/run: pyproject.toml
	@echo "Setting up .venv: about a minute ..."
	$(PYTHON) -m venv .venv
	.venv/bin/python -m pip install --quiet --upgrade "pip>=25.1"
	.venv/bin/python -m pip install --quiet --editable .
	@touch $@

.venv/dev: .venv/run
	@echo "Installing what tests and checks need: about a minute ..."
	.venv/bin/python -m pip install --quiet --editable . --group dev
	@touch $@

.venv/docs: .venv/run
	@echo "Installing what the documentation needs: about half a minute ..."
	.venv/bin/python -m pip install --quiet --editable . --group docs
	@touch $@

clean:
	rm -rf .venv demo-out docs/_build docs/api docs/auto_tutorials docs/sg_execution_times.rst
