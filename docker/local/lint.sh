#!/usr/bin/env bash
# Checks style, types and generated files of every language here; `--fix` first puts in order what a program can.
set -uo pipefail
cd "$(dirname "$0")/../.."
failed=()

check() { # check LABEL COMMAND...
	local label=$1 output
	shift
	if output=$("$@" 2>&1); then
		printf '  ok    %s\n' "$label"
	else
		printf '  FAIL  %s\n%s\n' "$label" "$output"
		failed+=("$label")
	fi
}

php_syntax() {
	find wp-plugin wp-theme wp-toolkit docker tests/plugin -name '*.php' -not -path '*/node_modules/*' -not -path '*/build/*' -print0 |
		xargs -0 -n 1 -P 2 php -l | { ! grep -v '^No syntax errors'; }
}
shell_syntax() { for script in docker/local/*.sh .ci/run $(git ls-files 'docker/*.sh' 'docker/**/*.sh'); do bash -n "$script" || return 1; done; }

python=(engine/igny8 docker/local/stack tests)
if [ "${1:-}" = --fix ]; then
	.venv/bin/ruff check --fix --quiet "${python[@]}"
	.venv/bin/ruff format --quiet "${python[@]}"
	phpcbf --standard=wp-plugin/phpcs.xml >/dev/null
	npm --prefix wp-plugin run --silent format >/dev/null
fi
check 'Python style (ruff)' .venv/bin/ruff check "${python[@]}"
check 'Python format (ruff)' .venv/bin/ruff format --check "${python[@]}"
check 'Python types (mypy strict)' .venv/bin/mypy --config-file engine/pyproject.toml engine/igny8
check 'PHP syntax' php_syntax
check 'PHP style (phpcs)' phpcs -q --standard=wp-plugin/phpcs.xml
check 'JavaScript (eslint)' npm --prefix wp-plugin run --silent lint:js
check 'Styles (stylelint)' npm --prefix wp-plugin run --silent lint:style
check 'Contracts are the models' .venv/bin/igny8 contracts --check
check 'Shell syntax' shell_syntax
if [ ${#failed[@]} -gt 0 ]; then
	printf '\n%d checks failed. `make fix` puts in order what a program can.\n' "${#failed[@]}"
	exit 1
fi
