#!/usr/bin/env bash
# Writes the requirements files anew from pyproject.toml: exact pins with hashes, the same versions in all of them.
#
# Needs pip-tools. The one with the model library comes first, because it is the narrowest.
set -euo pipefail
cd "$(dirname "$0")"

lock() { # lock FILE PURPOSE ARGUMENT...
	local file=$1 purpose=$2
	shift 2
	pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe --no-header --no-emit-options \
		--no-emit-index-url --no-emit-find-links --no-emit-trusted-host --output-file "$file" "$@"
	sed -i "1i # $purpose Exact pins with hashes, made by engine/lock.sh" "$file"
}

rm -f requirements.txt requirements-ai.txt requirements-dev.txt
databases=(--extra mariadb --extra postgresql --extra build)
lock requirements-ai.txt 'What the engine needs with a model library: ai workers.' "${databases[@]}" --extra ai pyproject.toml
lock requirements.txt 'What the engine needs without a model library.' "${databases[@]}" --constraint requirements-ai.txt pyproject.toml
lock requirements-dev.txt 'What tests and checks need on top.' --constraint requirements-ai.txt requirements-dev.in
