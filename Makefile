# Each target does its own set-up: the first run needs a package index, later ones no network.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready

.PHONY: sheet test test-office lint lock gate speed docs clean

sheet: $(READY)
	$(BIN)/claims add seeds/
	$(BIN)/claims speakers
	mkdir -p exports
	$(BIN)/claims export exports/claims.xlsx

test: lint
	$(BIN)/pytest -n auto

# Opens the sheet in LibreOffice, which is installed where it is missing and the system's packages can be.
test-office: $(READY)
	command -v soffice > /dev/null || { apt-get update -q && apt-get install -q -y --no-install-recommends libreoffice-calc; }
	$(BIN)/pytest tests/sheet/test_sheet_libreoffice.py

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

gate: $(READY)
	$(BIN)/python benchmarks/gate.py

speed: $(READY)
	$(BIN)/python benchmarks/speed.py

docs: $(READY)
	$(BIN)/python -m typer claims.cli utils docs --name claims > docs/commands.md

lock: $(READY)
	$(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --upgrade --quiet \
	  --no-emit-index-url --custom-compile-command "make lock" --group dev pyproject.toml -o requirements.lock

clean:
	rm -rf .venv claims.db

$(READY): requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Python 3.11 or later is needed: make PYTHON=python3.12 $(MAKECMDGOALS)")'
	$(PYTHON) -m venv --clear .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@
