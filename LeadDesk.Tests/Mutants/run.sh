#!/usr/bin/env bash
# Seeds one bug at a time into a copy of the tree and runs the tests that must catch it; prints a table and fails if one survives.
#   LeadDesk.Tests/Mutants/run.sh [--whole] [NAME...]     --whole: every test instead of the ones named in the patch
# MUTANTS_DIR keeps the copy and its build between runs.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
root="$(cd "$here/../.." && pwd)"
whole=""
if [ "${1:-}" = --whole ]; then whole=1; shift; fi
work="${MUTANTS_DIR:-$(mktemp -d)}"
[ -n "${MUTANTS_DIR:-}" ] || trap 'rm -rf "$work"' EXIT
tree="$work/tree"
mkdir -p "$tree"
tar -C "$root" --exclude=.git --exclude=bin --exclude=obj --exclude=TestResults -cf - . | tar -C "$tree" -xf -
[ ! -d "$root/../shared" ] || ln -sfn "$(cd "$root/../shared" && pwd)" "$work/shared"
cd "$tree"

names=("$@")
[ ${#names[@]} -gt 0 ] || for file in "$here"/*.patch; do names+=("$(basename "$file" .patch)"); done

survived=0
line() { printf '%-26s %-12s %s\n' "$1" "$2" "$3"; }
line MUTANT RESULT "BY / WHAT"
for name in "${names[@]}"; do
  patch="$here/$name.patch"
  what="$(head -1 "$patch")"
  filter="$(sed -n 's/^Caught by: //p' "$patch")"
  git apply "$patch"
  log="$work/$name.log"
  if ! dotnet build LeadDesk.sln --nologo -v q -p:RunAnalyzers=false -p:TreatWarningsAsErrors=false -p:EnforceCodeStyleInBuild=false >"$log" 2>&1; then
    result="no build"
  elif dotnet test LeadDesk.Tests --no-build --nologo ${whole:+--blame-hang-timeout 5m} --filter "${whole:+FullyQualifiedName!~MutantTests}${whole:-$filter}" >"$log" 2>&1; then
    result=MISSED
  elif grep -q '^ *Failed LeadDesk' "$log"; then
    result=caught
  else
    result="no run"
  fi
  git apply -R "$patch"
  if [ "$result" = caught ]; then
    line "$name" "$result" "$(sed -nE 's/^ *Failed LeadDesk\.Tests\.([^ (]+).*/\1/p' "$log" | head -1)"
  else
    survived=$((survived + 1))
    line "$name" "$result" "$what"
  fi
done
echo "$((${#names[@]} - survived)) of ${#names[@]} caught."
[ "$survived" -eq 0 ]
