#!/usr/bin/env bash
# Ends the job as the audit would have. Without an exit code there was no audit, and that is never a pass.
set -euo pipefail

code=${EXIT_CODE:-}
if [[ ! $code =~ ^[0-9]{1,3}$ ]] || ((10#$code > 255)); then
  echo '::error title=firebreak::the audit has not run'
  exit 4
fi
case $code in
  0) echo 'firebreak: the gate holds' ;;
  1) echo 'firebreak: findings at or above the gate' ;;
  *) echo "firebreak: no verdict, exit code $code; the log of the audit says why" ;;
esac
exit "$code"
