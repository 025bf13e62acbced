# Lemma. `make run` starts it, `make test` checks it; both install what they need into .venv.
# Everything here uses git, make and Python 3.11 or newer with venv, and the package registry pip is set up for.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
STAMPS := .make
CATALOGUES := $(patsubst %.po,%.mo,$(wildcard locales/*/LC_MESSAGES/*.po))

# Native maths and tensor libraries with as many threads as cores crawl on a busy machine.
export OMP_NUM_THREADS ?= 1

.DEFAULT_GOAL := help
.PHONY: help run test test-browser test-hf prove fuzz coverage bench bench-grading bench-practice bench-pictures bench-puzzles bench-sandbox bench-hf gallery picture-gallery lint types contracts unit locales messages clean python

help:  ## say what can be made
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

run: $(STAMPS)/installed locales  ## start Lemma: on Discord with DISCORD_TOKEN, else the playground in the browser
	@$(BIN)/lemma model fetch || echo "Going on without the demonstration model: mathematics alone answers."
	@exec $(BIN)/lemma run

test: $(STAMPS)/test-installed locales lint types contracts unit  ## every check but the browser's

lint: $(STAMPS)/test-installed
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(STAMPS)/test-installed
	$(BIN)/mypy

contracts: $(STAMPS)/test-installed
	$(BIN)/lint-imports --no-cache --no-logo

# What starts whole programs waits more than it computes: it comes first, so that no worker ends alone with it.
WAITING := tests/whole tests/model
unit: $(STAMPS)/test-installed locales
	$(BIN)/python -m pytest $(WAITING) $(filter-out $(WAITING),$(patsubst %/,%,$(wildcard tests/*/)) $(wildcard tests/test_*.py)) \
	  -m "not browser and not slow and not hf" -n 2 --dist loadfile --no-loadscope-reorder -q

coverage: $(STAMPS)/test-installed locales  ## the tests again with every line of mathematics counted too: twice as slow
	$(BIN)/python -m pytest -m "not browser and not slow and not hf" -n 2 --dist loadfile --cov --cov-report=term:skip-covered -q

test-browser: $(STAMPS)/test-installed locales  ## the playground in Chromium
	$(BIN)/python -m pytest -m browser -q

test-hf: $(STAMPS)/hf/installed  ## Hugging Face models and adapters, with torch in an environment of its own
	$(STAMPS)/hf/bin/python -m pytest -m hf -q tests/model/test_contract.py tests/model/test_huggingface.py

# The longest proofs first, as above; what measures time runs alone.
KILLS := tests/whole/test_prove_answers.py tests/cogs/test_prove_daily.py
prove: $(STAMPS)/test-installed locales  ## slow proofs: kills, long simulations, a minute of fuzzing with the same seed every time
	$(BIN)/python -m pytest -m "slow and alone" -q
	$(BIN)/python -m pytest $(KILLS) $(filter-out $(KILLS),$(wildcard tests/*/test_*.py)) -m "slow and not alone" -n 2 --dist loadfile --no-loadscope-reorder -q
	$(MAKE) fuzz FUZZ_SECONDS=60 FUZZ_RUNS=2500

FUZZ_SECONDS ?= 600
fuzz: $(STAMPS)/test-installed  ## coverage-guided fuzzing of all that reads text, FUZZ_SECONDS=600
	@if $(BIN)/python -c 'import sys; sys.exit(sys.version_info >= (3, 14))'; then \
	  $(BIN)/pip install --quiet --constraint constraints.txt --editable '.[fuzz]' && \
	  $(BIN)/python tests/fuzz.py --seconds $(FUZZ_SECONDS) $(if $(FUZZ_RUNS),--runs $(FUZZ_RUNS)); \
	else echo "atheris, the fuzzer, has no release for this Python: not run"; fi

bench: $(STAMPS)/test-installed locales  ## print the figures docs/figures.md explains
	$(BIN)/python tests/bench.py
	$(BIN)/python tests/bench_model.py

gallery: $(STAMPS)/test-installed locales  ## write docs/gallery.md: thirty problems and their solutions
	$(BIN)/python tests/gallery.py

picture-gallery: $(STAMPS)/test-installed locales  ## write docs/pictures: sixteen pictures as Lemma sends them
	$(BIN)/python tests/picture_gallery.py

bench-grading: $(STAMPS)/test-installed locales $(STAMPS)/math-verify/installed  ## our grader beside Math-Verify, ROWS="files"
	$(BIN)/python tests/bench_grading.py $(STAMPS)/math-verify/bin/python $(ROWS)

bench-practice: $(STAMPS)/test-installed locales  ## 10,000 problems of practice, each answer found again; COUNT=10000
	$(BIN)/python tests/bench_practice.py $(COUNT)

bench-puzzles: $(STAMPS)/test-installed  ## 300 puzzles of each kind, each confirmed twice; COUNT=300
	$(BIN)/python tests/bench_puzzles.py $(COUNT)

bench-sandbox: $(STAMPS)/test-installed  ## how fast code is run behind its walls, cold and warm
	$(BIN)/python tests/bench_sandbox.py

bench-pictures: $(STAMPS)/test-installed  ## time, fallbacks and memory of pictures, FORMULAS="file"
	$(BIN)/python tests/bench_pictures.py $(FORMULAS)

bench-hf: $(STAMPS)/hf/installed  ## batches, cancellation and loop lag of Hugging Face models
	$(STAMPS)/hf/bin/python tests/bench_hf.py

# torch first and by its version: pip then takes the processor's build where it is told of one, not 2 GB for GPUs.
$(STAMPS)/hf/installed: tests/hf.txt pyproject.toml constraints.txt | python
	$(PYTHON) -m venv $(STAMPS)/hf
	$(STAMPS)/hf/bin/pip install --quiet torch==2.13.0
	$(STAMPS)/hf/bin/pip install --quiet --constraint constraints.txt --requirement tests/hf.txt --editable '.[hf,nf4]'
	@touch $@

$(STAMPS)/math-verify/installed: tests/math-verify.txt $(STAMPS)/installed
	$(BIN)/python -m venv $(STAMPS)/math-verify
	$(STAMPS)/math-verify/bin/pip install --quiet --requirement tests/math-verify.txt
	@touch $@

locales: $(CATALOGUES)  ## compile the translations

%.mo: %.po $(STAMPS)/installed
	@$(BIN)/pybabel -q compile --domain $(notdir $*) --input-file $< --output-file $@

messages: $(STAMPS)/installed  ## extract new messages into every catalogue
	@for package in bot cogs maths model picture storage tutor; do \
	  $(BIN)/pybabel -q extract --keyword Message:1 --keyword counted:1,2 --keyword locale_str:1 --no-location \
	    --output-file $(STAMPS)/$$package.pot $$package && \
	  $(BIN)/pybabel -q update --domain $$package --input-file $(STAMPS)/$$package.pot --output-dir locales \
	    --no-fuzzy-matching --ignore-obsolete --width 120 || exit 1; \
	done

$(STAMPS)/installed: pyproject.toml constraints.txt | $(BIN)/pip
	$(BIN)/pip install --quiet --constraint constraints.txt --editable .
	@mkdir -p $(STAMPS) && touch $@

$(STAMPS)/test-installed: $(STAMPS)/installed
	$(BIN)/pip install --quiet --constraint constraints.txt --editable '.[test]'
	@touch $@

$(BIN)/pip: | python
	$(PYTHON) -m venv $(VENV)

python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
	  { echo "Lemma needs Python 3.11 or newer: sudo apt install python3 python3-venv (or make PYTHON=/path/to/python3.11)"; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || \
	  { echo "Python has no venv here: sudo apt install python3-venv"; exit 1; }

clean:  ## remove the environment and what tools left
	rm -rf $(VENV) $(STAMPS) .mypy_cache .pytest_cache .ruff_cache .hypothesis .coverage *.egg-info
