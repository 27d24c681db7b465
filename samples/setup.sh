# shellcheck shell=bash
# Shared by samples/run.sh, tests/run.sh and .ci/run, which source it: what they need, and how they say what they do.
# Sets `top`, the source tree, and goes there.

set -euo pipefail

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$top"

current_step='starting'

# Says what happens next; a failure names the last step said.
step() {
  current_step=$*
  printf '== %s\n' "$current_step"
}

on_exit() {
  local code=$?
  [ "$code" -eq 0 ] || printf '!! failed (exit %s) at: %s\n' "$code" "$current_step" >&2
}
trap on_exit EXIT

# missing_packages [USE]: the packages of samples/packages.txt that are not there, one a line; those marked for a use
# only if it is USE.
missing_packages() {
  local package use state
  grep -v '^#' samples/packages.txt | while read -r package use; do
    [ -n "$package" ] || continue
    [ -z "$use" ] || [ "$use" = "${1-}" ] || continue
    state=$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null || true)
    [ "$state" = installed ] || printf '%s\n' "$package"
  done
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    printf 'this needs root, and there is no sudo: %s\n' "$*" >&2
    return 1
  fi
}

# install_packages [USE]
install_packages() {
  step 'looking for the packages of samples/packages.txt'
  if ! command -v dpkg-query >/dev/null; then
    printf 'no Debian here: install the like of samples/packages.txt yourself\n'
    return 0
  fi
  local missing
  missing=$(missing_packages "${1-}")
  if [ -z "$missing" ]; then
    printf 'all there\n'
    return 0
  fi
  step "installing $(printf '%s' "$missing" | tr '\n' ' ')"
  as_root apt-get update
  # shellcheck disable=SC2086
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $missing
}

# build_preset PRESET [OPTION...]: configures and builds, two compilers at a time. Options are CMake's.
build_preset() {
  configure_preset "$@"
  build_targets "$1" all
}

configure_preset() {
  step "configuring build/$1"
  cmake --preset "$@"
}

# build_targets PRESET TARGET...
build_targets() {
  step "building build/$1"
  cmake --build "build/$1" -j2 --target "${@:2}"
}
