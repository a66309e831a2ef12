#!/usr/bin/env bash
# Builds styles, script, fonts and icons into the component library's wwwroot. Needs Node 20 and, once, the packages of package-lock.json.
set -euo pipefail
cd "$(dirname "$0")"
[ -d node_modules ] || npm ci --ignore-scripts
node scripts/build.mjs
