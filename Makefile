# Everything a person types; `make help` lists it. Each step runs again only when what it reads has changed.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
MAKEFLAGS += --no-builtin-rules
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

PYTHON ?= python3
export PATH := $(CURDIR)/.venv/bin:$(PATH)
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PYTHONUNBUFFERED := 1
# Never Bun, no telemetry, no look-up of newer versions.
export REFLEX_USE_NPM := 1
export REFLEX_TELEMETRY_ENABLED := false
export REFLEX_CHECK_LATEST_VERSION := false

# What a build of the site reads. Reflex links shared assets into assets/external by itself.
SITE := $(shell find interview_exit assets -type f -not -path '*/__pycache__/*' -not -path 'assets/external/*' | sort)
PYTHON_FILES := interview_exit tests benchmarks tools alembic rxconfig.py

##@ For everyone
run: .web/built ## Serve the production build on PORT (8000) and print its URL when it answers
	@exec python -m interview_exit.serve

test: .venv/dev tools/node_modules/installed .web/built ## Run every test; installs the browsers that are missing
	@tools/need chromium=chromium chromium-headless-shell=chromium-headless-shell WebKitWebDriver=webkit2gtk-driver Xvfb=xvfb initdb=postgresql
# A starved browser can miss its time once; what fails again when it runs alone has failed.
	@python -m pytest --numprocesses 2 --dist worksteal $(ARGS) || { echo 'Once more, only what failed:'; \
		python -m pytest --last-failed --last-failed-no-failures none $(ARGS); }

check: .venv/dev tools/node_modules/installed | .web/node_modules ## Format, lint and types, quickly
	@ruff format --check $(wildcard $(PYTHON_FILES))
	@ruff check $(wildcard $(PYTHON_FILES))
	@tools/node_modules/.bin/tsc --project tools & javascript=$$!; tools/node_modules/.bin/pyright; wait $$javascript

format: .venv/dev ## Put the code in order
	@ruff check --fix --quiet $(wildcard $(PYTHON_FILES)); ruff format $(wildcard $(PYTHON_FILES))

bench: .venv/dev .web/built ## Measure against the budgets
	@tools/need chromium=chromium
	@python -m benchmarks $(ARGS)

help: ## List these commands
	@awk -F ':.*## ' '/^##@/ {print "\n" substr($$0, 5)} /^[a-z-]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

##@ For maintainers
build: .web/built ## Build the site without serving it

pictures: .venv/dev .web/built ## Take the README's pictures and the screenshots of the install dialog
	@python -m tools.pictures

icons: .venv/dev ## Draw the icons from their vector source
	@python -m interview_exit.pwa.icons

lock: .venv/dev ## Write the lock files after a dependency changed
	@for name in requirements requirements-dev; do \
		CUSTOM_COMPILE_COMMAND='make lock' pip-compile --quiet $(UPGRADE) --allow-unsafe --generate-hashes --strip-extras \
			--no-emit-index-url --no-emit-find-links --no-emit-trusted-host $$name.in -o $$name.txt; done
	@npm install --prefix tools --package-lock-only --silent --omit-lockfile-registry-resolved
	@tools/export

upgrade: .venv/dev ## Move every dependency to its newest allowed version
	@rm -rf tools/package-lock.json reflex.lock .web
	@$(MAKE) --no-print-directory lock UPGRADE=--upgrade

clean: ## Remove what was built and installed; keeps .data
	@rm -rf .venv .web .build tools/node_modules

# A fingerprint changes only when the content it covers does: a touched file, a checkout and back, rebuild nothing.
# Each make writes a file of its own first: two tests may start the site at once.
.build/%.sum: FORCE
	@mkdir -p .build; new=$$(mktemp $@.XXXXXX); sha256sum $(or $($*_FILES),$(error no files for $*)) > $$new; \
		cmp -s $$new $@ && rm $$new || mv $$new $@

venv_FILES := requirements.txt
dev_FILES := requirements-dev.txt
tools_FILES := tools/package-lock.json
packages_FILES := $(wildcard reflex.lock/* .npmrc)
site_FILES := $(SITE) rxconfig.py requirements.txt

.venv/installed: .build/venv.sum
	@tools/need ensurepip=python3-venv
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=...")'
	@test -x .venv/bin/python || $(PYTHON) -m venv .venv
	@echo 'Installing Python packages'; pip install -qq --no-deps --require-hashes -r requirements.txt
	@touch $@

.venv/dev: .venv/installed .build/dev.sum
	@echo 'Installing what checks and tests'; pip install -qq --no-deps --require-hashes -r requirements-dev.txt
	@touch $@

tools/node_modules/installed: .venv/installed .build/tools.sum
	@npm ci --prefix tools --silent
	@touch $@

.web/built: .venv/installed .build/packages.sum .build/site.sum
	@echo 'Building the site'; tools/export --locked
	@touch $@

.web/node_modules: | .venv/installed  # tsc reads Dexie's types there, whichever build put them there
	@$(MAKE) --no-print-directory build

.PHONY: pictures run test check format bench help build icons lock upgrade clean FORCE
FORCE:
