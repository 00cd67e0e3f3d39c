# Shihyo (指標): what a person does. Every target sets the project up first, once; `make help` lists them.

SHELL := /bin/bash
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

PYTHONS := python3 python3.13 python3.12 python3.11 python3.14
BIN := .venv/bin
# Written last: a set-up that was killed leaves no stamp and is begun afresh.
READY := .venv/.ready

.PHONY: help run test lint accuracy bench ocr docs dagster setup clean

help: ## list the targets (使い方)
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: $(READY) ## read every PDF in raw_docs/, build, check, publish (一括処理)
	@$(BIN)/shihyo run

test: lint ## lint, type checks and the whole test suite (テスト)
	@$(BIN)/pytest -n 2 --cov --cov-report=term:skip-covered

lint: $(READY) ## ruff and mypy alone
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/mypy

accuracy: $(READY) ## how right the reading is, per document and per layout (精度)
	@$(BIN)/python -m tests.accuracy

bench: $(READY) ## how fast the reading is, beside bare pdfplumber (速度)
	@$(BIN)/python -m tests.bench

ocr: $(READY) ## how right scans are read; needs pytesseract and Tesseract with Japanese (文字認識)
	@$(BIN)/python -m tests.ocr

docs: $(READY) ## write the generated pages of docs/ again
	@$(BIN)/python -m warehouse.docs

dagster: $(READY) ## the assets, jobs and the schedule in a browser (運用画面)
	@mkdir -p data/dagster
	@[ -e data/dagster/dagster.yaml ] || printf 'telemetry:\n  enabled: false\n' > data/dagster/dagster.yaml
	@DAGSTER_HOME="$(CURDIR)/data/dagster" $(BIN)/dagster dev -m pipelines.definitions

setup: $(READY) ## set up .venv and nothing else (環境構築)

clean: ## remove .venv and the caches; data/ is kept
	@rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis .coverage

$(READY): requirements.lock pyproject.toml
	@rm -f $(READY)
	@rm -rf .venv
	@set -eu; python=""; \
	for candidate in $(PYTHONS); do \
	  if "$$candidate" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 15))' 2>/dev/null; then \
	    python="$$candidate"; break; \
	  fi; \
	done; \
	if command -v uv >/dev/null && uv --version >/dev/null 2>&1; then \
	  echo "setting up .venv with uv (環境を構築しています)" >&2; \
	  uv venv --quiet --python "$${python:-3.12}" .venv; \
	  uv pip sync --quiet --compile-bytecode --python .venv/bin/python --require-hashes requirements.lock; \
	  uv pip install --quiet --python .venv/bin/python --no-deps --no-build-isolation -e .; \
	elif [ -n "$$python" ]; then \
	  echo "setting up .venv with $$python and pip; this takes some minutes (環境を構築しています)" >&2; \
	  "$$python" -m venv .venv || { echo "error: $$python has no venv module; on Debian or Ubuntu: apt install python3-venv" >&2; exit 1; }; \
	  .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements.lock; \
	  .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .; \
	else \
	  echo "error: no Python 3.11 to 3.14 found (Python 3.11以上が必要です); install one, or uv" >&2; exit 1; \
	fi
	@touch $(READY)
