#!/usr/bin/env bash
# Updates a running production stack to the checked-out version: images, code in the WordPress volume, tables.
set -euo pipefail
cd "$(dirname "$0")"
compose=(docker compose -f compose.yaml --env-file .env)

[ -f .env ] || { echo "docker/.env is missing: copy env.example and fill it in." >&2; exit 1; }
"${compose[@]}" build
"${compose[@]}" run --rm engine-migrate
for part in plugins/igny8 plugins/igny8-toolkit themes/igny8; do
	# The new files come from the new image, the volume keeps everything else.
	"${compose[@]}" run --rm --no-deps --entrypoint sh wordpress -c \
		"rm -rf /var/www/html/wp-content/$part && cp -a /usr/src/wordpress/wp-content/$part /var/www/html/wp-content/$part && chown -R www-data: /var/www/html/wp-content/$part"
done
"${compose[@]}" up -d --remove-orphans
