VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test check model clean

demo: $(VENV)/runs ## Read the example articles and show who said what
	$(BIN)/sayso demo

test: check ## Everything that must pass
	$(BIN)/pytest

check: $(VENV)/installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

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

clean:
	rm -rf $(VENV)
