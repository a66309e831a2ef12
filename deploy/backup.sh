#!/usr/bin/env bash
# Copies the database and the evidence into a folder, while the hosts run. The evidence comes second: a row never names a file that
# the copy lacks, because a file is written before its row.
#   deploy/backup.sh sqlite DATA_DIR TARGET_DIR
#   deploy/backup.sh postgresql "postgresql://user@host/learningcity" DATA_DIR TARGET_DIR
set -euo pipefail
provider=${1:?sqlite or postgresql}
stamp=$(date -u +%Y%m%dT%H%M%SZ)
case $provider in
  sqlite)
    data=${2:?data folder} target=${3:?target folder}/$stamp
    mkdir -p "$target"
    sqlite3 "$data/learningcity.db" ".backup '$target/learningcity.db'"
    ;;
  postgresql)
    connection=${2:?connection} data=${3:?data folder} target=${4:?target folder}/$stamp
    mkdir -p "$target"
    pg_dump --format=custom --file="$target/learningcity.dump" "$connection"
    ;;
  *) echo "Unknown database: $provider. SQL Server is backed up by its own means, then the evidence folder is copied." >&2; exit 2 ;;
esac
if [[ -d $data/evidence ]]; then cp -a "$data/evidence" "$target/evidence"; fi
(cd "$target" && find . -type f ! -name SHA256SUMS -print0 | sort -z | xargs -0 sha256sum >SHA256SUMS)
echo "$target"
