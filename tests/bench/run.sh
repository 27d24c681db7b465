#!/usr/bin/env bash
# Builds the benchmarks and runs them; arguments go to Google Benchmark.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/../../samples/setup.sh"

install_packages
install_packages bench
build_preset release
step 'benchmarks'
for bench in engines stages scale; do
  "build/release/bin/${bench}_bench" --benchmark_repetitions=5 --benchmark_enable_random_interleaving=true --benchmark_display_aggregates_only=true --benchmark_color=false "$@"
done
