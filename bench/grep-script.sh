#!/usr/bin/env bash
# What the linter is held against: reads name and file of each table row, and greps the file for the name's marker.
set -euo pipefail
faults=0
while IFS=$'\t' read -r name file; do
  grep -Eq "// SPEC: ${name}([^A-Za-z0-9_]|\$)" "$file" || { echo "$file has no anchor $name"; faults=1; }
done < <(awk -F'|' '/^\| *`[A-Za-z_]+[A-Za-z0-9_]*` *\| *`src\// { gsub(/[` ]/, "", $2); gsub(/[` ]/, "", $3); print $2 "\t" $3 }' specs/README.md)
exit "$faults"
