#!/usr/bin/env bash
# Installs what is missing, builds, and serves LearningCity with the demonstration city on an embedded database.
#   ./run.sh [--port 5080] [--data DIR] [--no-demo] [--sqlserver "CONNECTION" | --postgres "CONNECTION"]
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
port=5080
data=$root/data
demo=true
provider=sqlite
connection=""
usage() { sed -n '2,3s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"; }
while (($#)); do
  case $1 in
    --port) port=${2:?--port needs a number}; shift 2 ;;
    --data) data=${2:?--data needs a folder}; shift 2 ;;
    --no-demo) demo=false; shift ;;
    --sqlserver) provider=sqlserver; connection=${2:?--sqlserver needs a connection string}; shift 2 ;;
    --postgres) provider=postgresql; connection=${2:?--postgres needs a connection string}; shift 2 ;;
    -h | --help) usage; exit 0 ;;
    *) echo "Unknown option: $1" >&2; usage >&2; exit 2 ;;
  esac
done
command -v dotnet >/dev/null || { echo "The .NET 10 SDK is needed: https://dotnet.microsoft.com/download" >&2; exit 1; }

cd "$root"
# The browser engine prints PDFs; the product runs without it and says what is missing.
build/install.sh chromium=chromium /usr/share/fonts/truetype/noto=fonts-noto-core

# Built once; again only when a source is newer.
host=$root/artifacts/host
if [[ ! -f $host/.built ]] || [[ -n $(find src Directory.*.props global.json -newer "$host/.built" \
  -not -path '*/bin/*' -not -path '*/obj/*' -type f -print -quit) ]]; then
  echo "Building (a minute or two the first time)"
  dotnet publish src/Host/Host -c Release -o "$host" -v quiet -nologo
  touch "$host/.built"
fi

mkdir -p "$data"
data=$(cd "$data" && pwd)
[[ $provider == sqlite ]] && connection="Data Source=$data/learningcity.db"
export Database__Provider=$provider Database__ConnectionString=$connection Database__MigrateAtStart=true
export Data__Directory=$data Host__Name=${Host__Name:-local-$port} Demonstration__Enabled=$demo
export ASPNETCORE_ENVIRONMENT=$($demo && echo Demonstration || echo Production)
export DOTNET_TieredPGO=1
cd "$host"
exec dotnet LearningCity.Host.dll --urls "http://localhost:$port"
