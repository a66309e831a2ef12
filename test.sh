#!/usr/bin/env bash
# Builds once and runs every test. The last line is "N passed, N failed, N skipped"; the exit code is not 0 if anything failed.
#   ./test.sh [--long]     --long runs the full counts of property, fuzz and load tests
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
[[ ${1:-} == --long ]] && export LEARNINGCITY_TEST_LONG=1
command -v dotnet >/dev/null || { echo "The .NET 10 SDK is needed: https://dotnet.microsoft.com/download" >&2; exit 1; }
build/install.sh '/usr/lib/postgresql/*/bin/initdb=postgresql' chromium=chromium pdftotext=poppler-utils \
  /usr/share/fonts/truetype/noto=fonts-noto-core curl=curl jq=jq || exit 1

work=$(mktemp -d)
chmod 711 "$work"
cleanup() { build/postgres.sh stop "$work/postgres" 2>/dev/null; rm -rf "$work"; }
trap cleanup EXIT
start=$SECONDS
# Analyzers, code style, formatting and doc comments are errors of the build.
dotnet build LearningCity.sln -c Release -nologo -v quiet || { echo "The build failed"; exit 1; }
echo "Built in $((SECONDS - start)) s"
if [[ -z ${LEARNINGCITY_TEST_POSTGRES:-} ]]; then
  LEARNINGCITY_TEST_POSTGRES=$(build/postgres.sh start "$work/postgres") || { echo "PostgreSQL did not start"; exit 1; }
  export LEARNINGCITY_TEST_POSTGRES
fi

# Runs one project; leaves "passed failed skipped" in its .count and what there is to say in its .report.
run() {
  local project=$1 name begun=$SECONDS code p f s
  name=$(basename "$project" .csproj)
  dotnet test "$project" -c Release --no-build -nologo --logger "console;verbosity=normal" >"$work/$name.log" 2>&1
  code=$?
  # "Passed: 7" and so on, each on a line of its own, at the end of a project's run.
  count() { sed -nE "s/^ +$1: +([0-9]+)$/\1/p" "$work/$name.log" | tail -n 1; }
  p=$(count Passed) f=$(count Failed) s=$(count Skipped)
  p=${p:-0} f=${f:-0} s=${s:-0}
  # A run that ends badly without a failed test (a crash, no test found) is a failure too.
  ((code != 0 && f == 0)) && f=1
  {
    printf '%-28s %5d passed %4d failed %4d skipped %5d s\n' "$name" "$p" "$f" "$s" "$((SECONDS - begun))"
    # Each failed test with the first lines of its story; without one, how the run ended.
    awk '/^ +Failed [^e]/{n=30} /^ +(Passed|Skipped) /{n=0} n-->0' "$work/$name.log" | head -n 400
    ((code != 0 && p + s + f <= 1)) && tail -n 60 "$work/$name.log"
    ((s > 0)) && grep -E '^ +Skipped ' "$work/$name.log"
  } >"$work/$name.report"
  echo "$p $f $s" >"$work/$name.count"
  cat "$work/$name.report"
}

# The browser's stories wait more than they compute, so they run beside the others.
run tests/EndToEnd.Tests/EndToEnd.Tests.csproj &
for project in tests/*.Tests/*.csproj; do [[ $project == */EndToEnd.Tests.csproj ]] || run "$project"; done
wait

passed=0 failed=0 skipped=0
for project in tests/*.Tests/*.csproj; do
  # A run that left no count was cut off.
  read -r p f s 2>/dev/null <"$work/$(basename "$project" .csproj).count" || { p=0 f=1 s=0; }
  passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + s))
done
echo "All tests: $((SECONDS - start)) s with the build"
echo "$passed passed, $failed failed, $skipped skipped"
((failed == 0 && passed > 0))
