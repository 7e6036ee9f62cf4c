import { Option } from 'commander';
import { severities } from '../finding.js';
import { reporters } from '../reporters/index.js';
import { collect, flag, wholeNumber } from './option.js';

/** The flags of `audit`, in the order of its help. */
export function auditOptions(): readonly Option[] {
  return [
    flag(
      '-f, --format <name[=path]>',
      `${[...reporters.keys()].join(', ')}; to stdout or a file; repeatable`,
    ).argParser(collect),
    flag('--fail-on <severity>', 'mildest severity that fails, or never; default high').choices([
      ...severities,
      'never',
    ]),
    flag('--min-severity <severity>', 'mildest severity that is shown; default info').choices(severities),
    flag('--rule <id>', 'run only this rule; globs; repeatable').argParser(collect),
    flag('--skip-rule <id>', 'leave this rule out; globs; repeatable').argParser(collect),
    flag('--pack <name>', 'audit against this framework too; repeatable').argParser(collect),
    flag('--max-findings <n>', 'pass with up to n findings at or above --fail-on').argParser(wholeNumber),
    flag(
      '--select <field=value>',
      'report only services by tier, owner, system or service (its id); repeatable',
    ).argParser(collect),
    flag('--strict', 'fail on expired, unused and too broad waivers and on stale entries of the baseline'),
    flag('--since <ref>', 'compare with where this branch left <ref>; what was there before does not count'),
    flag('--fail-on-weakened', 'with --since: fail if rules, waivers, promises or declarations ask for less'),
    flag('--policy-from <ref>', 'take settings, waivers and baseline from this commit, not from the files here'),
    flag('--baseline <path>', 'findings that were there before and do not count; default that of the settings'),
    flag('--no-baseline', 'compare with no baseline'),
    flag('--no-waivers', 'count what is waived'),
    flag('--show-waived', 'show in full what is waived or in the baseline'),
    flag('--now <date>', 'day to judge ages by; default SOURCE_DATE_EPOCH, settings, today'),
    flag('--config <path>', 'settings file; default the nearest firebreak.yaml'),
    flag('--no-config', 'read no settings file'),
    flag('--ci', 'for a job that is a gate: --strict, and colour only as the log takes it').implies({ strict: true }),
    flag('--exit-zero', 'exit 0 where findings would make it 1'),
    flag('--allow-empty', 'exit 0 where there is no inventory at all'),
    flag('--stdin-filename <path>', 'the path by which stdin is reported'),
  ];
}
