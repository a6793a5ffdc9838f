# Each target does its own set-up: the first run needs a package index, later ones no network.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
DEV := .venv/.ready-dev
INSTALL := apt-get update -q && apt-get install -q -y --no-install-recommends
PIP := $(BIN)/pip install --quiet --disable-pip-version-check
LOCK := $(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --upgrade --quiet \
  --no-emit-index-url --custom-compile-command "make lock" pyproject.toml

.PHONY: sheet test check fuzz fuzz-readers trials coverage test-tools pictures lint lock gate figures bench speed docs clean

sheet: $(READY)
	$(BIN)/claims add seeds/
	$(BIN)/claims speakers
	mkdir -p exports
	$(BIN)/claims export exports/claims.xlsx

test: lint check

# The tests alone; beside the checks of the code with `make --jobs=2 test`.
check: $(DEV)
	$(BIN)/pytest -n auto --dist worksteal

# The properties with twenty times as many examples, other ones each time; each reader with damaged files for a minute.
fuzz: $(DEV)
	$(BIN)/pytest -n auto --dist worksteal -m hypothesis --hypothesis-profile fuzz

# Each reader under a fuzzer that looks at which lines are reached, so long each; what falls is left in .fuzz/.
MINUTES ?= 20
fuzz-readers: $(DEV)
	$(PIP) --require-hashes -r requirements-fuzz.lock
	$(BIN)/python tests/reading/fuzz_readers.py $(MINUTES)

# Kills every command at hundreds of points, and lets commands race each other: some ten minutes.
trials: $(DEV)
	$(BIN)/pytest -s -m trials tests/ledger

# LibreOffice and Chromium, which some tests open sheets, documents and pages in, PostgreSQL, which they keep ledgers in,
# and Java, which Spark runs on; without them those tests are skipped.
test-tools:
	command -v soffice > /dev/null || { $(INSTALL) libreoffice-calc libreoffice-writer python3-uno; }
	command -v chromium > /dev/null || { $(INSTALL) chromium; }
	ls /usr/lib/postgresql/*/bin/initdb > /dev/null 2>&1 || command -v initdb > /dev/null || { $(INSTALL) postgresql; }
	command -v java > /dev/null || { $(INSTALL) default-jre-headless; }

# The pictures in docs/, anew.
pictures: $(DEV)
	$(BIN)/python docs/pictures.py
	$(BIN)/python docs/pictures_page.py
	$(BIN)/python docs/pictures_front.py
	$(BIN)/python docs/pictures_desk.py
	$(BIN)/python docs/pictures_views.py

lint: $(DEV)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

gate: $(READY)
	$(BIN)/python benchmarks/gate.py

# Measures anew, and puts the figures and the plot into docs/accuracy.md and docs/model-card.md.
figures: $(READY)
	$(BIN)/python benchmarks/card.py --write

# All that is measured of speed, with floors as ratios; writes docs/benchmarks.md. Some twenty minutes.
bench: $(DEV) .venv-speed/.ready
	$(BIN)/python benchmarks/suite.py

speed: $(READY) .venv-speed/.ready
	$(BIN)/python benchmarks/speed.py

# The reference of the commands, the picture of the rooms, and the site of all pages in site/; offline, warnings are errors.
docs: $(DEV)
	$(BIN)/python -m typer claims.cli utils docs --name claims > docs/commands.md
	$(BIN)/python docs/rooms.py > docs/pictures/rooms.svg
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --quiet --strict

# Which lines the tests reach, room by room; the pages are in htmlcov/.
coverage: $(DEV)
	$(BIN)/pytest -n auto --dist worksteal --cov --cov-report=html --cov-report=term:skip-covered

lock: $(DEV)
	$(LOCK) --group setup -o requirements.lock
	$(LOCK) --group dev --extra parquet --extra postgresql --extra spark --constraint requirements.lock -o requirements-dev.lock
	$(LOCK) --group fuzz --constraint requirements.lock -o requirements-fuzz.lock

clean:
	rm -rf .venv .venv-speed claims.db

.venv-speed/.ready: benchmarks/requirements-speed.txt
	$(PYTHON) -m venv --clear .venv-speed
	.venv-speed/bin/pip install --quiet --disable-pip-version-check -r $<
	touch $@

$(READY): requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Python 3.11 or later is needed: make PYTHON=python3.12 $(MAKECMDGOALS)")'
	$(PYTHON) -m venv --clear .venv
	$(PIP) --require-hashes -r requirements.lock
	$(PIP) --no-deps --no-build-isolation --editable .
	touch $@

$(DEV): $(READY) requirements-dev.lock
	$(PIP) --require-hashes -r requirements-dev.lock
	touch $@
