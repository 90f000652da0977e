# make demo    renders every example into out/<id>/, binds one packet, makes a batch in out/lote/, and prints the paths
# make test    ruff, mypy, pytest
# make check   ruff, mypy, and the quick tests, before a commit
# make lint    ruff, mypy
# make fuzz    a minute of hostile input, from a kept corpus (Linux and macOS); FUZZ=30 for half of it
# make agreement  120 generated contracts: pages foretold and pages in LibreOffice (docs/agreement.md)
# make soak    the structure of every contract's PDF, every Python, every document in every look, batches that are
#              killed, starved and loaded (hours; PACKETS=1000 for less than 10,000): tests take a part
# make docs    the documentation site, in Spanish and English, into out/site
# make pictures  the pictures of the README, the tutorial and docs/aspecto.md (needs poppler)
# make man     man pages of the commands, in both languages, into out/man
# make bench   speed beside other programs, into benchmarks/RESULTS.md
# Needs Python 3.11 or newer and a package index; everything else goes into .venv.

VENV := .venv
BIN := $(VENV)/bin
EXAMPLES = $(sort $(dir $(wildcard examples/*.vadocs.yaml examples/*/*.vadocs.yaml)))
FUZZ = 60
QUICK = tests/test_architecture.py tests/test_contributing.py tests/catalogue tests/cli/test_help.py tests/cli/test_usage.py \
  tests/language tests/law tests/rules
PACKETS = 10000
PACKED = examples/propuestas/levante.vadocs.yaml
TABLE = examples/lotes/clientes.csv

.PHONY: demo test check lint fuzz agreement soak docs pictures man bench clean
.DEFAULT_GOAL := demo

demo: $(VENV)/.installed
	for folder in $(EXAMPLES); do $(BIN)/vadocs render $$folder --out out || exit; done
	$(BIN)/vadocs packet $(PACKED) --out out --zip
	$(BIN)/vadocs batch $(TABLE) --base examples/lotes/base.yaml --locale es-ES --out out/lote

lint: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/mypy

# One worker per processor: with two, the suite takes about half the time.
test: lint
	$(BIN)/python -m pytest -n auto

check: lint
	$(BIN)/python -m pytest -q -n auto $(QUICK)

fuzz: $(VENV)/.installed-dev
	$(BIN)/python -m tests.fuzz $(FUZZ)

agreement: $(VENV)/.installed-dev
	$(BIN)/python -m tests.look.agreement

soak: $(VENV)/.installed-dev
	VADOCS_SOAK=1 $(BIN)/python -m pytest -n auto tests/test_one_text.py tests/wheel tests/faults tests/batches tests/site
	$(BIN)/python -m tests.look.everything out/looks
	$(BIN)/python -m tests.faults.hostile 600
	$(BIN)/python -m tests.batches.load $(PACKETS)

docs: $(VENV)/.installed-dev
	$(BIN)/python -m docs.site out/site

pictures: $(VENV)/.installed-dev
	$(BIN)/python docs/pictures.py
	$(BIN)/python docs/styles.py

man: $(VENV)/.installed
	$(BIN)/python docs/man.py out/man

bench: $(VENV)/.installed-bench
	for label in after documents batches bilingual startup; do $(BIN)/python benchmarks/run.py --record $$label || exit; done

clean:
	rm -rf $(VENV) out dist build

# A venv that fails half way is removed: its python would otherwise pass for a good one next time.
$(BIN)/python:
	@python=; \
	for candidate in python3 python3.13 python3.12 python3.11; do \
	  if "$$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then python=$$candidate; break; fi; \
	done; \
	if [ -z "$$python" ]; then \
	  echo "vadocs: no Python 3.11 or newer found (tried python3, python3.13, python3.12, python3.11)." >&2; \
	  echo "vadocs: no se encuentra Python 3.11 o posterior. https://www.python.org/downloads/" >&2; exit 1; \
	fi; \
	echo "$$python -m venv $(VENV)"; \
	"$$python" -m venv $(VENV) || { rm -rf $(VENV); \
	  echo "vadocs: could not make $(VENV); on Debian and Ubuntu install the package python3-venv." >&2; exit 1; }

$(VENV)/.installed: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

# Most of what the tools hold is never imported: to compile it all takes half a minute.
$(VENV)/.installed-dev: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile --editable '.[dev]'
	@touch $(VENV)/.installed $@

$(VENV)/.installed-bench: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[bench]'
	@touch $(VENV)/.installed $@
