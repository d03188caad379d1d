#!/usr/bin/env bash
# Builds dist/igny8.zip, dist/igny8-theme.zip and dist/igny8-toolkit.zip from lists of what belongs in them.
set -euo pipefail
cd "$(dirname "$0")/../.."
rm -rf dist && mkdir -p dist

package() { # package NAME SOURCE ENTRY...
	local name=$1 source=$2 target
	shift 2
	target=dist/stage/$name
	mkdir -p "$target"
	for entry in "$@"; do
		cp -RL "$source/$entry" "$target/" # -L: the contracts are a link to the engine's
	done
	find "$target" \( -name 'README.md' -o -name '.stamp' \) -delete
	(cd dist/stage && ../../.venv/bin/python -m zipfile -c "../$name.zip" "$name")
	printf '  %-24s %s\n' "dist/$name.zip" "$(du -h "dist/$name.zip" | cut -f1)"
}

# With the source of build/, as wordpress.org asks and readme.txt promises.
package igny8 wp-plugin igny8.php uninstall.php readme.txt src build contracts admin package.json package-lock.json webpack.config.js
package igny8-theme wp-theme $(cd wp-theme && ls)
package igny8-toolkit wp-toolkit $(cd wp-toolkit && ls)
rm -rf dist/stage
