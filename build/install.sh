#!/usr/bin/env bash
# Installs Debian packages that are missing: build/install.sh COMMAND_OR_FILE=PACKAGE ...
# Says so and goes on where it may not install; what needs the package then says what is missing.
set -euo pipefail
missing=()
for pair in "$@"; do
  probe=${pair%%=*}
  package=${pair##*=}
  if [[ $probe == /* ]]; then compgen -G "$probe" >/dev/null && continue; else command -v "$probe" >/dev/null && continue; fi
  missing+=("$package")
done
((${#missing[@]} == 0)) && exit 0
echo "Installing: ${missing[*]}"
sudo=""
if [[ $(id -u) -ne 0 ]]; then
  if ! command -v sudo >/dev/null; then
    echo "Not installed, for want of rights: ${missing[*]}" >&2
    exit 0
  fi
  sudo=sudo
fi
export DEBIAN_FRONTEND=noninteractive
$sudo apt-get update -qq || true
$sudo apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null || echo "Not installed: ${missing[*]}" >&2
