#!/usr/bin/env bash
# Builds boctach and runs every test. With --long, also 200 killed runs of 50,000 articles, the memory of a run over 2 GB, and
# each fuzz program, for BOCTACH_FUZZ_SECONDS of the environment: five minutes if it says nothing.
set -euo pipefail

long=no
case "${1-}" in
  '') ;;
  --long) long=yes ;;
  *) printf 'usage: tests/run.sh [--long]\n' >&2; exit 2 ;;
esac

. "$(dirname "${BASH_SOURCE[0]}")/../samples/setup.sh"

install_packages
build_preset release
step 'testing build/release'
ctest --preset release

if [ "$long" = yes ]; then
  step 'killing runs of 50,000 articles'
  python3 tests/survival/check_kills.py build/release/bin/boctach . build/release/bin/libboctach_faults.so --long
  step 'measuring the memory of a run over 2 GB'
  python3 tests/survival/check_memory.py build/release/bin/boctach . --long
  install_packages long
  seconds=${BOCTACH_FUZZ_SECONDS:-300}
  build_preset fuzz "-DBOCTACH_FUZZ_SECONDS=$seconds"
  step "fuzzing, $seconds seconds each"
  ctest --preset fuzz --verbose
fi
printf '== all tests passed\n'
