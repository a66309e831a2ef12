#!/usr/bin/env bash
# Puts a backup back, after checking it whole. Stop every host first.
#   deploy/restore.sh sqlite BACKUP_DIR DATA_DIR
#   deploy/restore.sh postgresql BACKUP_DIR "postgresql://user@host/learningcity" DATA_DIR
set -euo pipefail
provider=${1:?sqlite or postgresql}
backup=${2:?folder of the backup}
(cd "$backup" && sha256sum --check --quiet SHA256SUMS)
case $provider in
  sqlite)
    data=${3:?data folder}
    mkdir -p "$data"
    [[ ! -e $data/learningcity.db ]] || { echo "$data holds a database already; move it away first" >&2; exit 1; }
    cp "$backup/learningcity.db" "$data/learningcity.db"
    ;;
  postgresql)
    connection=${3:?connection} data=${4:?data folder}
    mkdir -p "$data"
    pg_restore --clean --if-exists --no-owner --dbname="$connection" "$backup/learningcity.dump"
    ;;
  *) echo "Unknown database: $provider" >&2; exit 2 ;;
esac
if [[ -d $backup/evidence ]]; then cp -a "$backup/evidence" "$data/"; fi
echo "Restored. Start a host, and run it once with the argument verify-audit."
