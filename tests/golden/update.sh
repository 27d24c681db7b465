#!/usr/bin/env bash
# Writes samples/expected/records.jsonl anew. Read the difference before you commit it.
set -euo pipefail
top=$(cd "$(dirname "$0")/../.." && pwd)
"$top/build/release/bin/boctach" run --quiet "$top/samples/articles" >"$top/samples/expected/records.jsonl.new"
mv "$top/samples/expected/records.jsonl.new" "$top/samples/expected/records.jsonl"
echo "samples/expected/records.jsonl is written; see git diff"
