#!/usr/bin/env bash
# Makes the command ready that comes with the action: the version is the ref by which the action is used. Where its
# checkout holds no build, it is built from the locked dependencies, without running a script of any of them.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)

if ! command -v node > /dev/null; then
  echo '::error title=firebreak::there is no Node.js on this runner; put actions/setup-node before this action'
  exit 4
fi
if ! node -e 'const [major, minor] = process.versions.node.split(".").map(Number); process.exit(major > 20 || (major === 20 && minor >= 19) ? 0 : 1)'; then
  echo "::error title=firebreak::Firebreak needs Node.js 20.19 or newer, and this is $(node --version); put actions/setup-node before this action"
  exit 4
fi

if [[ ! -f $root/dist/cli/main.cjs ]]; then
  cd "$root"
  # What the job sets for its own packages must not decide how this one is built.
  env -u NODE_ENV npm ci --ignore-scripts --include=dev --no-audit --no-fund
  env -u NODE_ENV node scripts/build.js
fi
node "$root/bin/firebreak.js" --version
