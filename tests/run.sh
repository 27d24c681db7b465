#!/usr/bin/env bash
# Builds boctach and runs every test. With --long, also each fuzz program for a minute, if clang is there.
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
  if command -v clang++-14 >/dev/null; then
    build_preset fuzz
    step 'fuzzing, a minute each'
    ctest --preset fuzz --verbose
  else
    printf 'no clang++-14 (package clang-14): not fuzzed\n'
  fi
fi
printf '== all tests passed\n'
