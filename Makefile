# Two commands on a machine with Python >= 3.11: `make demo` shows what entente does, `make test` checks all of it.
# Another interpreter: make demo PYTHON=python3.12

PYTHON ?= python3
BIN := .venv/bin
DEMO ?= corpus/dev/E08.txt

export PIP_DISABLE_PIP_VERSION_CHECK := 1
export OPENBLAS_NUM_THREADS := 1
unexport PYTHONPATH

.PHONY: demo test lint floors scorer clean

demo: .venv/.installed
	$(BIN)/entente extract corpus/ --include "*.txt" -o outputs/
	$(BIN)/entente show $(DEMO)

test: lint
	$(BIN)/python -m pytest

lint: .venv/.installed-dev
	$(BIN)/ruff check pipeline tests benchmarks
	$(BIN)/ruff format --check pipeline tests benchmarks
	$(BIN)/mypy
	$(BIN)/lint-imports

# Raise the quality floors to what the pipeline reaches now; LOWER=1 also lowers them.
floors: .venv/.installed-dev
	$(BIN)/python tests/quality/floors.py --update $(if $(LOWER),--allow-lower)

# Retrain the scorer of entity candidates, and the confidence of the rules, from corpus/.
scorer: .venv/.installed-dev
	$(BIN)/python -m pip install --quiet --editable '.[train]'
	$(BIN)/python -m entente.training.scorer corpus models/fr_entente/scorer.json
	$(BIN)/python -m entente.training.confidence corpus models/fr_entente/confidence.json

.venv/.installed: pyproject.toml | .venv
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

.venv/.installed-dev: pyproject.toml | .venv
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	@touch $@ .venv/.installed

.venv:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "entente needs Python >= 3.11, this is " + sys.version.split()[0] + ": make PYTHON=python3.12 ...")'
	$(PYTHON) -m venv .venv

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
