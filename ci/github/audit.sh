#!/usr/bin/env bash
# Audits for the GitHub Action, writes the reports and the outputs of the step, and ends with 0 whatever the audit said,
# so that what was found is uploaded before the last step decides.
#
# Reads INPUT_* (the inputs of the action), BASE_SHA (the tip of the base branch of a pull request or merge queue; empty
# on other events) and what the runner sets. Nothing it reads becomes part of a command line unquoted.
set -uo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
workspace=${GITHUB_WORKSPACE:-$PWD}
reports=$(mktemp -d "${RUNNER_TEMP:-${TMPDIR:-/tmp}}/firebreak.XXXXXX") || exit 4
json=$reports/firebreak.json
sarif=$reports/firebreak.sarif

# Adds a setting for this process and those it starts.
git_config() {
  local count=${GIT_CONFIG_COUNT:-0}
  export "GIT_CONFIG_KEY_$count=$1" "GIT_CONFIG_VALUE_$count=$2" GIT_CONFIG_COUNT=$((count + 1))
}

# In a container the checkout belongs to somebody else, and git would refuse to read it.
git_config safe.directory '*'
# A change could add what looks like a repository, with settings that run commands.
git_config safe.bareRepository explicit

output() {
  printf '%s=%s\n' "$1" "$2" >> "${GITHUB_OUTPUT:-/dev/stdout}"
}

# Writes the outputs and ends the step, with the exit code of the audit as one of them.
finish() {
  local code=$1 result=none
  if [[ -s $json ]]; then
    result=$(node -e 'console.log(JSON.parse(require("node:fs").readFileSync(process.argv[1], "utf8")).gate.result)' "$json") || result=none
  fi
  output exit-code "$code"
  output result "$result"
  output json "$json"
  output sarif "$sarif"
  output root "$(git rev-parse --show-toplevel 2> /dev/null || pwd)"
  # Results of what could not be audited would close every alert.
  if [[ -s $sarif && ($result == pass || $result == fail) ]]; then output upload true; else output upload false; fi
  exit 0
}

# Wrong usage, told where people look for it.
refuse() {
  local text=${1//'%'/%25}
  text=${text//$'\r'/%0D}
  printf '::error title=firebreak::%s\n' "${text//$'\n'/%0A}"
  finish 2
}

# The words of an input, one on each line, without blanks around them.
lines() {
  local line
  while IFS= read -r line || [[ -n $line ]]; do
    line=${line%$'\r'}
    line=${line#"${line%%[![:space:]]*}"}
    line=${line%"${line##*[![:space:]]}"}
    if [[ -n $line ]]; then printf '%s\0' "$line"; fi
  done <<< "$1"
}

cd "$workspace/${INPUT_WORKING_DIRECTORY:-.}" || refuse "there is no folder ${INPUT_WORKING_DIRECTORY:-.} in the workspace"

asked_since=${INPUT_SINCE:-auto}
asked_policy=${INPUT_POLICY_FROM:-auto}

# What `auto` stands for. The policy comes from the base as it is now, since an old commit could hold a laxer one; the
# command itself finds out where the change left the base.
since='' policy=''
find_base() {
  local head
  head=$(git rev-parse --verify --quiet HEAD) || refuse 'this is no git repository; put actions/checkout before this action'
  # GitHub's own merge of the change into its base: the base is the first parent, and newer than the event says.
  if [[ ${GITHUB_EVENT_NAME:-} == pull_request && $head == "${GITHUB_SHA:-}" ]] && git rev-parse --verify --quiet 'HEAD^2' > /dev/null; then
    policy=$(git rev-parse 'HEAD^1')
    since=$policy
    return
  fi
  git cat-file -e "$BASE_SHA^{commit}" 2> /dev/null || refuse 'the base of this change is not in the clone; set fetch-depth: 0 for actions/checkout, or since: none and policy-from: none for this action'
  policy=$BASE_SHA
  since=$BASE_SHA
  if [[ $asked_since == auto ]] && git merge-base --is-ancestor HEAD "$BASE_SHA"; then
    refuse 'the base is checked out and not the change, so there would be nothing new to find; check out the change, or set since: none'
  fi
}

if [[ -n ${BASE_SHA:-} && ($asked_since == auto || $asked_policy == auto) ]]; then find_base; fi
if [[ $asked_since == none ]]; then since=''; elif [[ $asked_since != auto ]]; then since=$asked_since; fi
if [[ $asked_policy == none ]]; then policy=''; elif [[ $asked_policy != auto ]]; then policy=$asked_policy; fi

common=()
if [[ -n ${INPUT_FAIL_ON:-} ]]; then common+=("--fail-on=$INPUT_FAIL_ON"); fi
if [[ -n $policy ]]; then common+=("--policy-from=$policy"); fi
while IFS= read -r -d '' word; do common+=("$word"); done < <(lines "${INPUT_ARGS:-}")
operands=()
while IFS= read -r -d '' word; do operands+=("$word"); done < <(lines "${INPUT_PATHS:-}")

# The exit code of one run is left in `code`.
code=0
firebreak() {
  local words=(audit "$@" ${common[@]+"${common[@]}"})
  if ((${#operands[@]} > 0)); then words+=(-- "${operands[@]}"); fi
  printf '[command]firebreak'
  printf ' %q' "${words[@]}"
  printf '\n'
  code=0
  node "$root/bin/firebreak.js" "${words[@]}" || code=$?
}

told=(--format=pretty --format=github "--format=json=$json")
if [[ -n ${GITHUB_STEP_SUMMARY:-} ]]; then told+=("--format=summary=$GITHUB_STEP_SUMMARY"); fi
if [[ -z $since ]]; then
  firebreak "${told[@]}" "--format=sarif=$sarif"
  finish "$code"
fi
# Code scanning compares with the base by itself: an alert that is left out because it is old would look fixed.
firebreak --quiet --exit-zero "--format=sarif=$sarif"
whole=$code
firebreak "${told[@]}" "--since=$since"
if ((code <= 1 && whole > 1)); then code=$whole; fi
finish "$code"
