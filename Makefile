VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test check model clean

demo: $(VENV)/installed ## Read the example articles and show who said what
	$(BIN)/sayso demo

test: check ## Everything that must pass
	$(BIN)/pytest

check: $(VENV)/installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

$(VENV)/installed: pyproject.toml
	python3 -m venv $(VENV)
	$(BIN)/pip install --quiet --editable '.[dev]'
	touch $@

model: $(VENV)/installed ## Train the shipped model anew: make model CORPORA=../shared/corpora
	$(BIN)/pip install --quiet --editable '.[training]'
	$(BIN)/python -m training.train $(CORPORA) training/runs/latest
	$(BIN)/python -m training.export training/runs/latest src/sayso/models/en
	$(BIN)/python -m training.linking $(CORPORA) src/sayso/models/en
	$(BIN)/python -m training.calibrate $(CORPORA) src/sayso/models/en

clean:
	rm -rf $(VENV)
