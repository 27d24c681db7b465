#!/usr/bin/env bash
# Builds boctach and reads samples/articles with it. Writes nothing but build/.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

install_packages
build_preset release
step 'boctach run samples/articles --pretty'
build/release/bin/boctach run samples/articles --pretty
