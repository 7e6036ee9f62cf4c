import { Command, InvalidArgumentError, Option } from 'commander';
import { severities } from '../finding.js';
import { reporters } from '../reporters/index.js';
import { parseDuration } from '../units/duration.js';
import { version } from '../version.js';
import { variableOf } from './environment.js';
import type { ExitCode } from './exit-code.js';
import type { DemoFlags } from './commands/demo.js';
import type { SimulateFlags } from './commands/simulate.js';
import type { AuditFlags, CommonFlags, ExplainFlags, RulesFlags } from './flags.js';
import { rootHelp } from './root-help.js';

/** What the commands need from whoever starts them. */
export interface Host {
  /** The folder of the installed package, with `schemas` and `examples` in it. */
  readonly packageRoot: URL;
  /** Takes the exit code of the command that ran. */
  readonly finish: (code: ExitCode) => void;
}

/** Flags without a value; in the environment they can be switched off by `0`, `false` or `no`. */
export const switches: readonly string[] = ['--quiet', '--verbose', '--exit-zero', '--allow-empty'];

/** The commands and their flags. What they do is loaded only when one of them runs. */
export function buildProgram({ packageRoot, finish }: Host): Command {
  const program = new Command('firebreak')
    .exitOverride()
    .version(version, '-V, --version')
    .configureHelp({ showGlobalOptions: true, optionDescription: ({ description }) => description })
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'firebreak: ')) })
    .addOption(flag('--color <when>', 'colour the output: auto, always or never').choices(['auto', 'always', 'never']))
    .addOption(new Option('--no-color', 'same as --color never'))
    .addOption(flag('-q, --quiet', 'findings and the final line only'))
    .addOption(flag('-v, --verbose', 'cut nothing short; show where an internal error happened'));
  program.helpInformation = rootHelp;

  program
    .command('audit', { isDefault: true })
    .alias('check')
    .description('audit and gate; without paths the inventory of firebreak.yaml, else ./inventory, ./dr, ./*.dr.yaml')
    .argument('[paths...]', 'files, folders, globs, or - for stdin')
    .addOption(
      flag(
        '-f, --format <name[=path]>',
        `${[...reporters.keys()].join(', ')}; to stdout or a file; repeatable`,
      ).argParser(collect),
    )
    .addOption(
      flag('--fail-on <severity>', 'mildest severity that fails, or never; default high').choices([
        ...severities,
        'never',
      ]),
    )
    .addOption(flag('--min-severity <severity>', 'mildest severity that is shown; default info').choices(severities))
    .addOption(flag('--rule <id>', 'run only this rule; globs; repeatable').argParser(collect))
    .addOption(flag('--skip-rule <id>', 'leave this rule out; globs; repeatable').argParser(collect))
    .addOption(flag('--max-findings <n>', 'pass with up to n findings at or above --fail-on').argParser(wholeNumber))
    .addOption(flag('--now <date>', 'day to judge ages by; default SOURCE_DATE_EPOCH, settings, today'))
    .addOption(flag('--config <path>', 'settings file; default the nearest firebreak.yaml'))
    .addOption(new Option('--no-config', 'read no settings file'))
    .addOption(flag('--exit-zero', 'exit 0 where findings would make it 1'))
    .addOption(flag('--allow-empty', 'exit 0 where there is no inventory at all'))
    .addOption(flag('--stdin-filename <path>', 'the path by which stdin is reported'))
    .addHelpText('after', '\nEvery flag can be set in the environment: --fail-on as FIREBREAK_FAIL_ON.')
    .action(async (paths: string[], _flags: unknown, command: Command) => {
      const { audit } = await import('./commands/audit.js');
      finish(await audit(paths, command.optsWithGlobals<AuditFlags>()));
    });

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
      new Option('-f, --format <name>', 'pretty, json or markdown')
        .choices(['pretty', 'json', 'markdown'])
        .default('pretty'),
    )
    .addOption(flag('--config <path>', 'settings file; default the nearest firebreak.yaml'))
    .addOption(new Option('--no-config', 'read no settings file'))
    .addOption(flag('--stdin-filename <path>', 'the path by which stdin is reported'))
    .action(async (paths: string[], _flags: unknown, command: Command) => {
      const { simulate } = await import('./commands/simulate.js');
      finish(await simulate(paths, command.optsWithGlobals<SimulateFlags>()));
    });

  program
    .command('explain')
    .description('explain a rule, or every value in force for a service: explain service <id> [paths...]')
    .argument('<what>', 'a rule id, or the word service')
    .argument('[rest...]', 'after service: its id, then where the inventory is')
    .addOption(
      new Option('--if-lost <id>', 'with service: what losing this does to it; commas; repeatable').argParser(
        collectIds,
      ),
    )
    .addOption(flag('--config <path>', 'settings file; default the nearest firebreak.yaml'))
    .addOption(new Option('--no-config', 'read no settings file'))
    .action(async (what: string, rest: string[], _flags: unknown, command: Command) => {
      const { explain } = await import('./commands/explain.js');
      finish(await explain(what, rest, command.optsWithGlobals<ExplainFlags>()));
    });

  program
    .command('rules')
    .description('list the rules')
    .addOption(
      new Option('-f, --format <name>', 'pretty, json or markdown')
        .choices(['pretty', 'json', 'markdown'])
        .default('pretty'),
    )
    .action(async (_flags: unknown, command: Command) => {
      const { listRules } = await import('./commands/rules.js');
      finish(await listRules(command.optsWithGlobals<RulesFlags>()));
    });

  program
    .command('schema')
    .description('print a JSON Schema')
    .argument('[name]', 'inventory, settings, report or simulation', 'inventory')
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

  return program;
}

/** A flag that can also be set by an environment variable of its name. */
function flag(flags: string, description: string): Option {
  const option = new Option(flags, description);
  return option.env(variableOf(option.long ?? flags));
}

function collect(value: string, earlier: readonly string[] | undefined): readonly string[] {
  return [...(earlier ?? []), value];
}

function collectIds(value: string, earlier: readonly string[] | undefined): readonly string[] {
  const ids = value.split(',').map((id) => id.trim());
  if (ids.includes('')) throw new InvalidArgumentError('It takes ids, separated by commas.');
  return [...(earlier ?? []), ...ids];
}

/** Seconds. */
function duration(value: string): number {
  const parsed = parseDuration(value);
  if (!parsed.ok) throw new InvalidArgumentError(`It ${parsed.reason}; ${parsed.help}.`);
  return parsed.value;
}

function wholeNumber(value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError('It takes a whole number.');
  return Number(value);
}
