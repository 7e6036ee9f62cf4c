import { reporters } from '../reporters/index.js';

/** `firebreak --help`: one screen of 80 by 24, with what the default command takes. */
export function rootHelp(): string {
  const names = [...reporters.keys()];
  return `Usage: firebreak [audit] [paths...] [options]

Audits disaster-recovery readiness from YAML inventories. Offline, no telemetry.

Commands (firebreak <command> --help):
  audit, ci [paths...]        audit and gate, the default; ci is audit --ci
  diff <base>                 what a change does, and what asks for less since
  simulate [paths...]         what a loss does: who is down, and for how long
  report [paths...]           the audit as an HTML document to hand on
  explain <rule>              what a rule looks for; or service <id>: its values
  waivers, baseline, drills   accept findings until a day; record a drill
  rules, config, schema       the rules; the settings in force; a JSON Schema
  init, demo                  a small inventory to start from; a real incident
  doctor, completion          how things are here; a script for your shell

Main options of audit:
  -f, --format <name[=path]>  ${names.slice(0, 5).join(', ')} and ${names.length - 5} more
      --fail-on <severity>    critical, high (default), medium, low, info, never
      --min-severity <s>      show only findings at least this severe
      --rule, --skip-rule <r> run only, or leave out, this rule; globs
      --now <date>            the day to judge ages by, such as 2026-01-31
  -q, --quiet  -v, --verbose  less, more

Exit: 0 clean, 1 findings, 2 wrong usage, 3 input not audited, 4 internal error
`;
}
