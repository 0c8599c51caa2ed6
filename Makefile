# Everything a person types; `make help` lists it. What must be installed or built first is known to tools/steps.py, which
# does each step again only when what it reads has changed. Plain enough for the make and the shell that macOS has.

MAKEFLAGS += --no-builtin-rules --no-print-directory
.DEFAULT_GOAL := help

export PYTHON
export PYTHONUNBUFFERED := 1
# Packages are installed uncompiled: where Python may not keep what it compiles, each start would take twice as long.
unexport PYTHONDONTWRITEBYTECODE
PYTHON_FILES := interview_exit tests benchmarks tools alembic rxconfig.py
SCRIPT_FILES := assets/client assets/styles interview_exit/pwa tests/support
VENV := PATH="$(CURDIR)/.venv/bin:$$PATH"

##@ For everyone
run: ## Serve the production build on PORT (8000) and print its URL when it answers
	@tools/setup run
	@exec .venv/bin/python -m interview_exit.serve

phone: ## Serve phones in the same network over HTTPS, with a certificate for them and a QR code
	@tools/setup phone
	@exec .venv/bin/python -m tools.phone

test: ## Run every test; installs the browsers that are missing, or names them with INSTALL=0
	@tools/setup test
# A starved browser can miss its time once; what fails again when it runs alone has failed.
	@$(VENV) python -m pytest --numprocesses 3 --dist worksteal $(ARGS) || { echo 'Once more, only what failed:'; \
		$(VENV) python -m pytest --last-failed --last-failed-no-failures none $(ARGS); }

check: ## Format, lint and types, quickly
	@tools/setup check
	@$(VENV) ruff format --check $(PYTHON_FILES)
	@$(VENV) ruff check $(PYTHON_FILES)
	@$(VENV) tools/node_modules/.bin/biome lint --config-path=tools --error-on-warnings $(SCRIPT_FILES)
	@$(VENV) tools/node_modules/.bin/tsc --project tools & javascript=$$!; \
		$(VENV) tools/node_modules/.bin/pyright || { wait $$javascript; exit 1; }; wait $$javascript

format: ## Put the code in order
	@tools/setup dev
	@$(VENV) ruff check --fix --quiet $(PYTHON_FILES); $(VENV) ruff format $(PYTHON_FILES)

bench: ## Measure against the budgets
	@tools/setup bench
	@$(VENV) python -m benchmarks $(ARGS)

help: ## List these commands
	@awk -F ':.*## ' '/^##@/ {print "\n" substr($$0, 5)} /^[a-z-]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

##@ For maintainers
build: ## Build the site without serving it
	@tools/setup run

pictures: ## Take the README's pictures and the screenshots of the install dialog
	@tools/setup bench
	@$(VENV) python -m tools.pictures

icons: ## Draw the icons from their vector source
	@tools/setup dev
	@$(VENV) python -m interview_exit.pwa.icons

lock: ## Write the lock files after a dependency changed
	@tools/setup dev
	@$(VENV) python -m tools.lock python $(UPGRADE)
	@tools/setup dev
	@$(VENV) python -m tools.lock npm $(UPGRADE)

upgrade: ## Move every dependency to its newest allowed version
	@$(MAKE) lock UPGRADE=--upgrade

fresh: ## Type `make run` in a new clone of what is committed, with nothing installed or cached
	@tools/setup dev
	@$(VENV) python -m tools.fresh

release: ## Check everything, and tag the version
	@tools/setup test
	@$(VENV) python -m tools.release

clean: ## Remove what was built and installed; keeps .data
	@rm -rf .venv .web .build tools/node_modules

.PHONY: run phone test check format bench help build pictures icons lock upgrade fresh release clean
