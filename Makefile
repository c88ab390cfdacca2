# Good Hands. 'make help' lists what there is.
SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help

PYTHON ?= python3
ARGS ?=
BIN := .venv/bin
PY := $(BIN)/python
FIRST = $(firstword $(sort $(wildcard notebooks/*.ipynb)))
AS_ROOT := $(if $(filter 0,$(shell id -u)),--allow-root)
export PYTHON

EVERY := $(addprefix tests/browser/test_,matrix.py untrusted.py saved_page.py player_page.py)
STAGES := lint types imports unit nbval notebooks-check browser lite-test

.PHONY: help setup setup-test lab lite test $(STAGES) notebooks links screen-reader binder-check bench schema lock clean test-deep fuzz

help: ## List the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | \
	  while IFS=$$'\t' read -r name text; do printf '  make %-16s %s\n' "$$name" "$$text"; done

setup: ## Make .venv with everything the notebooks need
	@tools/setup.sh run

setup-test:
	@tools/setup.sh test

lab: setup ## Open JupyterLab on the first notebook (ARGS="--no-browser --port 9999" are passed on)
	@$(BIN)/jupyter trust notebooks/*.ipynb >/dev/null
	$(BIN)/jupyter lab --ServerApp.root_dir="$(CURDIR)" \
	  --LabApp.default_url="/lab/tree/$(FIRST)" $(AS_ROOT) $(ARGS)

lite: ## Build the browser-only site into build/site (Pyodide from its host, or from the folder GOOD_HANDS_PYODIDE)
	@tools/lite.sh $(ARGS)

test: ## Run every check, as CI does
	@for stage in $(STAGES); do \
	  echo "=== $$stage"; began=$$SECONDS; \
	  $(MAKE) "$$stage" || { echo "=== $$stage failed" >&2; exit 1; }; \
	  echo "=== $$stage passed in $$((SECONDS - began)) s"; \
	done

lint: setup-test ## Check style and formatting
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .

types: setup-test ## Check types
	$(PY) -m mypy

imports: setup-test ## Check that the rooms import downwards only
	$(BIN)/lint-imports

unit: setup-test ## Run the unit, property and notebook-structure tests
	$(PY) -m pytest -n 2 --dist worksteal $(wildcard tests/unit tests/notebooks) $(ARGS)

nbval: setup-test ## Run every notebook and compare all outputs with the committed ones
	@folder=$$(mktemp -d); trap 'rm -rf "$$folder"' EXIT; export GOOD_HANDS_SESSION="$$folder"; \
	  $(PY) -m pytest --nbval --nbval-current-env --nbval-cell-timeout=60 -n 2 --dist loadfile notebooks $(ARGS); \
	  [[ -z $$(ls -A "$$folder") ]] || { echo "A lesson saves a session by only being run." >&2; exit 1; }

notebooks-check: setup-test ## Check that 'make notebooks' would change nothing
	$(PY) -m tools.notebooks --check $(ARGS)

browser: setup-test ## Run the tests in a real JupyterLab and Chromium
	@# In the order of their names: else the file with few long tests comes last, and one core waits.
	$(PY) -m pytest -n 2 --dist loadfile --no-loadscope-reorder tests/browser $(ARGS)

test-browser-all: setup-test .venv-elsewhere/ready ## Run the tests that try every lesson, or every width and theme (long)
	GOOD_HANDS_TEST_ALL=1 $(PY) -m pytest $(EVERY) $(ARGS)
	$(PY) -m pytest tests/elsewhere $(ARGS)

.venv-elsewhere/ready: requirements/lock.txt requirements/lock-elsewhere.txt $(wildcard serving/*)
	@rm -rf .venv-elsewhere
	$(PYTHON) -m venv .venv-elsewhere
	.venv-elsewhere/bin/python -m pip --disable-pip-version-check install --quiet \
	  --requirement requirements/lock.txt --requirement requirements/lock-elsewhere.txt
	.venv-elsewhere/bin/python -m pip --disable-pip-version-check install --quiet \
	  --no-deps --no-build-isolation --editable .
	.venv-elsewhere/bin/python serving/install.py
	@touch $@

lite-test: setup-test lite ## Build the browser-only site and run every lesson on it, with no other host in reach
	$(PY) -m pytest -n 2 --dist loadfile tests/lite

notebooks: setup-test ## Run all notebooks again and rewrite their outputs
	$(PY) -m tools.notebooks $(ARGS)

links: setup-test ## Write the launch links of content/launch.toml into README.md and the lessons
	$(PY) -m tools.links $(ARGS)

screen-reader: setup-test ## Write what a screen reader announces into docs/screen-reader.md and screen-reader-steps.md
	$(PY) -m tests.browser.screen_reader

binder-check: setup-test .venv-binder/ready ## Check what Binder makes of the repository, without Docker (about 3 minutes)
	$(PY) -m pytest tests/binder $(ARGS)

.venv-binder/ready: requirements/lock-binder.txt
	@rm -rf .venv-binder
	$(PYTHON) -m venv .venv-binder
	.venv-binder/bin/python -m pip --disable-pip-version-check install --quiet --requirement $<
	@touch $@

bench: setup-test ## Measure how fast things are; all of it also goes into docs/speed.md
	$(PY) -m tests.benchmarks $(ARGS)

test-deep: setup-test ## Plan, check and judge 50,000 sessions (goes on where it was broken off; ARGS="--sessions 1000")
	$(PY) -m tests.deep $(ARGS)

fuzz: setup-test ## Look for inputs that break a reader, a minute each (ARGS="session --seconds 600"; Linux, Python 3.11 to 3.13)
	@$(PY) -c 'import atheris' 2>/dev/null || $(PY) -m pip --disable-pip-version-check install --quiet --requirement requirements/fuzz.txt
	$(PY) -m tests.fuzz $(ARGS)

schema: setup-test ## Write the schema of the content files
	$(PY) -m helpers.content.schema $(ARGS)

lock: ## Choose the pinned versions anew from the ranges in pyproject.toml
	@tools/lock.sh

clean: ## Remove .venv and everything else that was made here
	rm -rf .venv .venv-binder .venv-elsewhere .lite .deep .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache build dist *.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
	find . -name .ipynb_checkpoints -type d -prune -exec rm -rf {} +
