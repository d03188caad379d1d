# Every command of the project. `make` alone lists them.
SHELL := /bin/bash
PYTHON := .venv/bin/python

.DEFAULT_GOAL := help
.PHONY: help setup setup-test demo test lint fix bench dist contracts clean

help: ## Print this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 12

setup: ## Install what the local stack needs (system packages as root, Python, WordPress, admin build)
	@docker/local/setup.sh run

setup-test:
	@docker/local/setup.sh test

demo: setup ## Boot everything and turn a sample business into a site (ONCE=1 SECTORS=… NAME=… TYPE=… PORT=…)
	@PYTHONPATH=docker/local $(PYTHON) -m stack.demo

test: setup-test ## Run all tests: JavaScript units, then everything else under pytest
	@npm --prefix wp-plugin run --silent test:unit
	@$(PYTHON) -m pytest -n 2 --dist loadfile

lint: setup-test ## Check style and types of Python, PHP and JavaScript, and generated files
	@docker/local/lint.sh

fix: setup-test ## Put in order what a program can
	@docker/local/lint.sh --fix

contracts: setup ## Write engine/contracts from the engine's models
	@.venv/bin/igny8 contracts

bench: setup-test ## Print the figures that the project promises, beside what is measured
	@PYTHONPATH=docker/local:tests $(PYTHON) -m bench

dist: setup ## Build installable zips of the plugin, the theme and the toolkit in dist/
	@docker/local/dist.sh

clean: ## Remove demo sites, builds and caches (keeps .venv, node_modules and downloads)
	@rm -rf .local dist wp-plugin/build tests/artifacts .pytest_cache .mypy_cache .ruff_cache
