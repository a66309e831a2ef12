#!/usr/bin/env bash
# Adds a migration of one module (or of Platform) for all three databases.
#   build/migration.sh Access AddApiClients
# Before a first release an initial migration may be made anew: build/migration.sh --reset Access Initial
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
reset=false
if [[ "${1:-}" == "--reset" ]]; then reset=true; shift; fi
module=${1:?module, such as Access or Platform}
name=${2:?name of the migration}
dotnet tool restore >/dev/null
dotnet build src/Host/Migrations.Sqlite -v q -nologo -p:RunAnalyzers=false
dotnet build src/Host/Migrations.SqlServer -v q -nologo -p:RunAnalyzers=false
dotnet build src/Host/Migrations.PostgreSql -v q -nologo -p:RunAnalyzers=false
for provider in Sqlite SqlServer PostgreSql; do
  project=src/Host/Migrations.$provider
  if $reset && [[ -d $project/$module ]]; then
    rm -r "${project:?}/$module"
    dotnet build "$project" -v q -nologo -p:RunAnalyzers=false
  fi
  dotnet ef migrations add "$name" --no-build --project "$project" --startup-project "$project" \
    --context "${module}DbContext" --output-dir "$module" --namespace "LearningCity.Migrations.$provider.$module"
  # The tool puts the snapshot into folders named for its namespace; it belongs beside the migrations.
  if [[ -d $project/LearningCity ]]; then
    mv -f "$project/LearningCity/Migrations/$provider/$module/"*.cs "$project/$module/"
    rm -r "${project:?}/LearningCity"
  fi
done
