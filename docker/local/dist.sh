#!/usr/bin/env bash
# Builds dist/igny8.zip, dist/igny8-theme.zip and dist/igny8-toolkit.zip from lists of what belongs in them.
set -euo pipefail
cd "$(dirname "$0")/../.."
rm -rf dist && mkdir -p dist

package() { # package NAME
	(cd dist/stage && ../../.venv/bin/python -m zipfile -c "../$1.zip" "$1")
	printf '  %-24s %s\n' "dist/$1.zip" "$(du -h "dist/$1.zip" | cut -f1)"
}

# translate SLUG: the template translators start from. Scripts are read as built, so that their files match; of their
# sources, which a copy leaves out, nothing is loaded.
translate() {
	mkdir -p dist/texts "dist/stage/$1/languages"
	cp -R "dist/stage/$1" dist/texts/
	rm -rf dist/texts/"$1"/{admin,blocks,editor,build/Modules}
	[ ! -d "dist/texts/$1/src" ] || find "dist/texts/$1/src" -name '*.js' -delete
	php -d memory_limit=512M -d error_reporting=8191 .cache/wordpress/wp-cli.phar --allow-root --quiet --require=docker/local/block-texts.php i18n make-pot \
		"dist/texts/$1" "dist/stage/$1/languages/$1.pot" --slug="$1" --skip-theme-json
	rm -rf dist/texts
}

stage() { # stage NAME SOURCE ENTRY...
	local name=$1 source=$2
	shift 2
	mkdir -p "dist/stage/$name"
	for entry in "$@"; do
		cp -RL "$source/$entry" "dist/stage/$name/" # -L: the contracts are a link to the engine's
	done
	find "dist/stage/$name" \( -name 'README.md' -o -name '.stamp' \) -delete
	find "dist/stage/$name" -type d -name tests -prune -exec rm -r {} +
}

# With the source of build/, as wordpress.org asks and readme.txt promises.
stage igny8 wp-plugin igny8.php uninstall.php readme.txt src build contracts admin blocks editor package.json package-lock.json webpack.config.js one-stemmer-loader.js
stage igny8-theme wp-theme $(cd wp-theme && ls)
stage igny8-toolkit wp-toolkit $(cd wp-toolkit && ls)
translate igny8
translate igny8-toolkit
for name in igny8 igny8-theme igny8-toolkit; do
	package "$name"
done
rm -rf dist/stage
