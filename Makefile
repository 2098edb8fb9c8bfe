# Everything lives in .venv; nothing is installed outside it (but a browser for the browser tests, if none is found).
# Needs Python 3.11 or newer and make, nothing else.

PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$p -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 15))' 2>/dev/null && echo $$p && break; done)
ifeq ($(OS),Windows_NT)
BIN := .venv/Scripts
else
BIN := .venv/bin
endif
PY := $(BIN)/python
PIP := $(PY) -m pip --disable-pip-version-check --quiet
LOCK := requirements-dev.lock
VENV := .venv/.made
APP := .venv/.app
DEV := .venv/.dev
BENCH := .venv/.bench
BROWSER := .venv/.browser
PYODIDE := .venv/.pyodide/.made
PHRASES := .venv/.phrases
WORKERS ?= auto
# Where the environment forbids it (many containers do), every process that a test starts would compile everything anew.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help setup run check test lint format fast thorough browser golden bench site lock clean

help:  ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(firstword $(MAKEFILE_LIST))

# ---------------------------------------------------------------- set-up, once per change of the files named

$(VENV):
	@test -n "$(PYTHON)" || { echo "Safelight needs Python 3.11 to 3.14. Install one, or say: make PYTHON=/path/to/python3.11" >&2; exit 2; }
	$(PYTHON) -m venv .venv
	@touch $@

# What a person needs: the core and the local page, at the locked versions.
$(APP): $(VENV) pyproject.toml $(LOCK)
	$(PIP) install --constraint $(LOCK) --editable '.[web]'
	@touch $@

# What a developer needs on top.
$(DEV): $(VENV) pyproject.toml $(LOCK)
	$(PIP) install --requirement $(LOCK)
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@ $(APP)

$(BENCH): $(DEV)
	$(PIP) install --constraint $(LOCK) --editable '.[bench]'
	@touch $@

# Finds a Chromium, or installs one; prints its path.
$(BROWSER): $(DEV) scripts/browser.py
	$(PY) scripts/browser.py --install
	@touch $@

# Fetches the Python that runs in a tab, for the browser home. The tests do without it where npm is missing, and say so.
$(PYODIDE): $(DEV) scripts/pyodide.py
	$(PY) scripts/pyodide.py --install --optional
	@mkdir -p $(dir $@) && touch $@

# Phrases that were edited are put together anew, so that each start is quick; without it all works the same, more slowly.
$(PHRASES): $(APP) $(wildcard src/safelight/lexicons/*.py src/safelight/lexicons/*/*.toml src/safelight/lexicons/*/*/*.toml)
	$(PY) -m safelight.lexicons.built
	@touch $@

setup: $(DEV)  ## make the development environment in .venv

# ---------------------------------------------------------------- use

run: $(APP) $(PHRASES)  ## open Safelight's page on this computer
	$(BIN)/safelight open

check: $(APP) $(PHRASES)  ## check one chat: make check FILE=my-chat.txt
	@test -n "$(FILE)" || { echo "Say which file: make check FILE=my-chat.txt" >&2; exit 2; }
	@$(BIN)/safelight check "$(FILE)" || test $$? -eq 3

site: $(APP) $(PHRASES)  ## write the browser home, static files to host, into build/site
	$(BIN)/safelight build-site build/site --pyodide "$$($(PY) scripts/pyodide.py --install)"

# ---------------------------------------------------------------- tests

test: lint fast thorough browser  ## everything: lint, types, import floors, tests, browser tests

lint: $(DEV)  ## style, formatting, types and import floors
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

format: $(DEV)  ## let ruff rewrite the code's formatting
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

fast: $(DEV) $(PHRASES)  ## the tests without a browser, but for those that take long
	$(PY) -m pytest -q -n $(WORKERS) --dist loadfile -m "not browser and not slow"

thorough: $(DEV) $(PHRASES)  ## the tests that take long: disguises, look-alikes, changed files, pictures
	$(PY) -m pytest -q -n $(WORKERS) -m "slow and not browser"

# pytest exits 5 when it collects nothing: before the first browser test exists that is no failure. A browser on a busy
# machine may be late once: a test that fails is tried a second time, and -rR names each that needed it. Each file stays
# with one worker, which starts one Chromium for it.
browser: $(BROWSER) $(PYODIDE) $(PHRASES)  ## the tests in a real browser
	$(PY) -m pytest -q -n $(WORKERS) --dist loadfile -m browser --reruns 1 -rR || test $$? -eq 5

golden: $(DEV)  ## rewrite the golden files from what the code says now (look at the diff!)
	$(PY) -m pytest -q -m "not browser" --golden

bench: $(BENCH)  ## measure: false alarms, recall, speed
	@test -e benchmarks/run.py || { echo "There is no benchmarks/run.py yet." >&2; exit 2; }
	$(PY) benchmarks/run.py

lock: $(VENV)  ## write requirements-dev.lock anew with the newest versions
	$(PY) scripts/lock.py $(LOCK)

clean:  ## remove the environment and all caches
	rm -rf .venv build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
