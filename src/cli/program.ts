import { Command, Option } from 'commander';
import { simulationFormats } from '../reporters/simulation/index.js';
import { version } from '../version.js';
import { auditOptions } from './audit-options.js';
import type { DemoFlags } from './commands/demo.js';
import type { DiffFlags } from './commands/diff.js';
import type { SimulateFlags } from './commands/simulate.js';
import type { AuditFlags, CommonFlags, ExplainFlags, RulesFlags } from './flags.js';
import { collect, collectIds, duration, flag } from './option.js';
import { addDrillCommands } from './drill-commands.js';
import type { Host } from './host.js';
import { LateFlags } from './late-flags.js';
import { addMachineCommands } from './machine-commands.js';
import { addOwnRulesCommands } from './own-rules/commands.js';
import { addPolicyCommands } from './policy-commands.js';
import { auditFlagNames, reportOptions, type ReportFlags } from './report-flags.js';
import { refuseUnder } from './refuse-under.js';
import { rootHelp } from './root-help.js';

/** Flags without a value; in the environment they can be switched off by `0`, `false` or `no`. */
export const switches: readonly string[] = [
  '--quiet',
  '--verbose',
  '--exit-zero',
  '--allow-empty',
  '--strict',
  '--fail-on-weakened',
  '--show-waived',
  '--ci',
  '--no-baseline',
  '--no-waivers',
  '--no-config',
  '--no-color',
];

/** The commands and their flags. What they do is loaded only when one of them runs. */
export function buildProgram(host: Host): Command {
  const { program, flags } = startProgram(host);
  flags.addAll();
  return program;
}

/** The same, with most flags only of the command that runs. */
export function startProgram({ packageRoot, finish }: Host): { readonly program: Command; readonly flags: LateFlags } {
  const program = new Command('firebreak')
    .exitOverride()
    .version(version, '-V, --version')
    .configureHelp({ showGlobalOptions: true, optionDescription: ({ description }) => description })
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'firebreak: ')) })
    .addOption(flag('--color <when>', 'colour the output: auto, always or never').choices(['auto', 'always', 'never']))
    .addOption(flag('--no-color', 'same as --color never'))
    .addOption(flag('-q, --quiet', 'findings and the final line only'))
    .addOption(flag('-v, --verbose', 'cut nothing short; show where an internal error happened'));
  program.helpInformation = rootHelp;
  const flags = new LateFlags(program);

  const audit = program
    .command('audit', { isDefault: true })
    .aliases(['check', 'lint'])
    .description('audit and gate; without paths the inventory of firebreak.yaml, else ./inventory, ./dr, ./*.dr.yaml')
    .argument('[paths...]', 'files, folders, globs, or - for stdin')
    .addHelpText('after', '\nEvery flag can be set in the environment: --fail-on as FIREBREAK_FAIL_ON.')
    .action(async (paths: string[], _flags: unknown, command: Command) => {
      const { audit: run } = await import('./commands/audit.js');
      finish(await run(paths, command.optsWithGlobals<AuditFlags>()));
    });
  flags.of(audit, auditOptions);

  const ci = program
    .command('ci')
    .description('the same as audit --ci')
    .argument('[paths...]', 'files, folders, globs, or - for stdin')
    .action(async (paths: string[], _flags: unknown, command: Command) => {
      const { audit: run } = await import('./commands/audit.js');
      finish(await run(paths, { ...command.optsWithGlobals<AuditFlags>(), strict: true }));
    });
  flags.of(ci, auditOptions);

  const diff = program
    .command('diff')
    .description('what a change does: findings, promises, blast radius, and what asks for less; fails like audit')
    .argument('<base>', 'branch, tag or commit; compared is with where this branch left it')
    .argument('[paths...]', 'files, folders, globs; default as in audit')
    .addOption(flag('--head <ref>', 'the state to judge; default the files as they lie here'))
    .action(async (base: string, paths: string[], _flags: unknown, command: Command) => {
      const { diff: run } = await import('./commands/diff.js');
      finish(await run(base, paths, command.optsWithGlobals<DiffFlags>()));
    });
  flags.of(diff, () => auditOptions().filter((option) => option.name() !== 'since'));

  program
    .command('simulate')
    .description('what a loss does: who is down, who comes back when, what never does, which data is gone')
    .argument('[paths...]', 'files, folders, globs, or - for stdin')
    .addOption(
      new Option('--lose <id>', 'lose this failure domain or service; commas; repeatable').argParser(collectIds),
    )
    .addOption(new Option('--corrupt <service>', 'damage the data of this service; repeatable').argParser(collectIds))
    .addOption(new Option('--scenario <id>', 'play this scenario of the inventory; repeatable').argParser(collectIds))
    .addOption(new Option('--lasts <duration>', 'how long the loss lasts, such as 4d').argParser(duration))
    .addOption(new Option('--destroys', 'nothing lost ever comes back'))
    .addOption(new Option('--worst [kind]', 'rank every single loss, or those of one kind'))
    .addOption(new Option('--plan', 'print in which order to recover, as Markdown'))
    .addOption(
      new Option(
        '-f, --format <name[=path]>',
        `${[...simulationFormats.keys()].join(', ')}; to stdout or a file; repeatable`,
      ).argParser(collect),
    )
    .addOption(flag('--config <path>', 'settings file; default the nearest firebreak.yaml'))
    .addOption(flag('--no-config', 'read no settings file'))
    .addOption(flag('--stdin-filename <path>', 'the path by which stdin is reported'))
    .action(async (paths: string[], _flags: unknown, command: Command) => {
      const { simulate } = await import('./commands/simulate.js');
      finish(await simulate(paths, command.optsWithGlobals<SimulateFlags>()));
    });

  const report = program
    .command('report')
    .description('the audit as a document to hand on: HTML, or any format of audit; findings do not fail it')
    .argument('[paths...]', 'files, folders, globs, or - for stdin')
    .action(async (paths: string[], _flags: unknown, command: Command) => {
      const { report: run } = await import('./commands/report.js');
      const given = [...auditFlagNames()].filter(([name]) => command.getOptionValueSource(name) === 'cli');
      const names = given.map(([, long]) => long);
      finish(await run(paths, command.optsWithGlobals<ReportFlags>(), names));
    });
  flags.of(report, reportOptions);

  program
    .command('explain')
    .alias('rule')
    .description(
      'explain a rule, a finding: explain <fingerprint> [paths...], or every value in force for a service: explain service <id> [paths...]',
    )
    .argument('<what>', 'a rule id, the fingerprint of a finding or how it begins, or the word service')
    .argument('[rest...]', 'for a finding: where the inventory is; after service: its id, then where the inventory is')
    .addOption(
      new Option('-f, --format <name>', 'of a rule or a finding: pretty, json or markdown').choices([
        'pretty',
        'json',
        'markdown',
      ]),
    )
    .addOption(flag('--pack <name>', 'of a finding: audit against this framework too; repeatable').argParser(collect))
    .addOption(flag('--now <date>', 'of a finding: day to judge ages by; default SOURCE_DATE_EPOCH, settings, today'))
    .addOption(
      new Option('--if-lost <id>', 'with service: what losing this does to it; commas; repeatable').argParser(
        collectIds,
      ),
    )
    .addOption(
      new Option('--lasts <duration>', 'with --if-lost: how long the loss lasts, such as 4d').argParser(duration),
    )
    .addOption(new Option('--destroys', 'with --if-lost: nothing lost ever comes back'))
    .addOption(flag('--config <path>', 'settings file; default the nearest firebreak.yaml'))
    .addOption(flag('--no-config', 'read no settings file'))
    .action(async (what: string, rest: string[], _flags: unknown, command: Command) => {
      const { explain } = await import('./commands/explain.js');
      finish(await explain(what, rest, command.optsWithGlobals<ExplainFlags>()));
    });

  const rules = program
    .command('rules')
    .description('list the rules, or what a pack says of a framework')
    .addOption(new Option('--pack [name]', 'the controls and thresholds of this pack; without a name all packs'))
    .addOption(
      new Option('-f, --format <name>', 'pretty, json or markdown')
        .choices(['pretty', 'json', 'markdown'])
        .default('pretty'),
    )
    .allowExcessArguments()
    .action(async (_flags: unknown, command: Command) => {
      refuseUnder(command);
      const { listRules } = await import('./commands/rules.js');
      finish(await listRules(command.optsWithGlobals<RulesFlags>()));
    });
  addOwnRulesCommands(rules, finish);

  addPolicyCommands(program, finish);
  addDrillCommands(program, finish);
  addMachineCommands(program, flags, { packageRoot, finish });

  program
    .command('schema')
    .description('print a JSON Schema')
    .argument('[name]', 'inventory, settings, waivers, baseline, rules, report or simulation', 'inventory')
    .action(async (name: string) => {
      const { printSchema } = await import('./commands/schema.js');
      finish(await printSchema(name, packageRoot));
    });

  program
    .command('init')
    .description('write the smallest useful inventory and firebreak.yaml; never overwrites')
    .argument('[dir]', 'where to', '.')
    .action(async (dir: string, _flags: unknown, command: Command) => {
      const { init } = await import('./commands/init.js');
      finish(await init(dir, packageRoot, command.optsWithGlobals<CommonFlags>()));
    });

  program
    .command('demo')
    .description('tell a real incident from the inventories that come with the package')
    .argument('[name]', 'which one; default kakao-2022')
    .addOption(new Option('--list', 'list the incidents'))
    .addOption(new Option('--copy <dir>', 'copy its inventories to a new folder; never overwrites'))
    .action(async (name: string | undefined, _flags: unknown, command: Command) => {
      const { demo } = await import('./commands/demo.js');
      finish(await demo(name, packageRoot, command.optsWithGlobals<DemoFlags>()));
    });

  return { program, flags };
}
