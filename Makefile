# Whatever needs the environment sets it up first, which takes no time when nothing is missing.
.DEFAULT_GOAL := help
.PHONY: help setup setup-dev run test check bench fuzz replay film screenshots translations lock clean

BIN := .venv/bin
PYTHON := $(BIN)/python
UV := $(shell command -v uv || echo $(BIN)/uv)
COMPILE = UV_CUSTOM_COMPILE_COMMAND="make lock" $(UV) pip compile --quiet --universal --generate-hashes \
          --python-version 3.11 --no-emit-index-url $(UPGRADE) pyproject.toml
# More arguments for pytest: make test ARGS="tests/text -x"
ARGS :=

help:  ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup:
	@packaging/setup.sh

setup-dev:
	@packaging/setup.sh --dev

run: setup  ## open the window on the sample articles; without a display, do the same work headless
	@$(PYTHON) -m annotator --try-sample

test: setup-dev  ## every check and every test
	@status=0; \
	$(MAKE) --no-print-directory check || status=1; \
	QT_QPA_PLATFORM=offscreen $(PYTHON) -m pytest -n logical $(ARGS) || status=1; \
	exit $$status

check: setup-dev  ## formatting, lint, types, import layers, translations
	@status=0; \
	$(BIN)/ruff format --check . || status=1; \
	$(BIN)/ruff check . || status=1; \
	$(PYTHON) -m mypy || status=1; \
	$(BIN)/lint-imports || status=1; \
	if [ -e packaging/check_translations.py ]; then $(PYTHON) packaging/check_translations.py || status=1; fi; \
	exit $$status

bench: setup-dev  ## measure speed on large projects
	@QT_QPA_PLATFORM=offscreen $(PYTHON) -m pytest tests/benchmarks -q -s -p no:randomly $(ARGS)

# One format alone, or longer: make fuzz ARGS="brat --seconds 600"
fuzz: setup-dev  ## try every reader with damaged files, guided by coverage (Linux)
	@$(PYTHON) -m tests.fuzz $(ARGS)

# The gold file to replay: make replay GOLD=file
GOLD := seeds/gold/000.jsonl
replay: setup-dev  ## do a gold file again in the real window, count keys and clicks
	@QT_QPA_PLATFORM=offscreen $(PYTHON) -m tests.replay $(GOLD)

film: setup-dev  ## draw the film strip of one article again
	@QT_QPA_PLATFORM=offscreen $(PYTHON) packaging/film_strip.py

screenshots: setup-dev  ## draw the README's pictures again
	@QT_QPA_PLATFORM=offscreen $(PYTHON) packaging/screenshots.py

translations: setup-dev  ## collect the strings of the interface, compile the Arabic ones
	@$(PYTHON) packaging/check_translations.py --update

lock:  ## pin the dependencies again after a change to pyproject.toml (newest versions: UPGRADE=--upgrade)
	@$(COMPILE) --group build --output-file packaging/requirements.lock
	@$(COMPILE) --extra all --group dev --constraint packaging/requirements.lock --output-file packaging/requirements-dev.lock

clean:  ## remove what can be made again, the environment too
	@rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache *.egg-info
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
