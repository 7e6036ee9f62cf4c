import { Option, type Command } from 'commander';
import { auditOptions } from './audit-options.js';
import type { BaselineFlags } from './commands/baseline.js';
import type { ConfigFlags } from './commands/config.js';
import type { WaiverFlags } from './waivers/waiver-flags.js';
import type { ExitCode } from './exit-code.js';
import { duration, flag } from './option.js';

const now = (): Option => flag('--now <date>', 'day to judge by; default SOURCE_DATE_EPOCH, settings, today');
const config = (): readonly Option[] => [
  flag('--config <path>', 'settings file; default the nearest firebreak.yaml'),
  flag('--no-config', 'read no settings file'),
];

/** The commands about what somebody has decided: waivers, baselines, settings. */
export function addPolicyCommands(program: Command, finish: (code: ExitCode) => void): void {
  addWaivers(program, finish);
  addBaseline(program, finish);
  addConfig(program, finish);
}

function addWaivers(program: Command, finish: (code: ExitCode) => void): void {
  const waivers = program.command('waivers').description('list, add, check or renew accepted findings');
  const list = waivers
    .command('list')
    .description('list the waivers and when they end')
    .addOption(
      new Option('--expiring <duration>', 'only those that end within this time, such as 30d').argParser(duration),
    )
    .addOption(
      new Option('-f, --format <name>', 'pretty, json or ics').choices(['pretty', 'json', 'ics']).default('pretty'),
    )
    .action(async (_flags: unknown, command: Command) => {
      const { listWaivers } = await import('./commands/waivers.js');
      finish(await listWaivers(command.optsWithGlobals<WaiverFlags>()));
    });
  const add = waivers
    .command('add')
    .description('accept a finding until a day; keeps everything else in the file as it is')
    .argument('<rule>', 'the rule, or the fingerprint of the finding')
    .argument('[subject]', 'id of what the finding is about')
    .addOption(new Option('--until <when>', 'last day, or how long from today: 2026-12-31, 90d').makeOptionMandatory())
    .addOption(new Option('--reason <text>', 'why it can be lived with until then').makeOptionMandatory())
    .addOption(new Option('--owner <name>', 'who answers for it').makeOptionMandatory())
    .addOption(new Option('--approved-by <name>', 'who agreed to it'))
    .addOption(new Option('--ticket <id>', 'where the work is tracked'))
    .addOption(new Option('--id <id>', 'its id; default the next W-<year>-<number>'))
    .addOption(new Option('--file <path>', 'the file to add it to; default the first of the settings'))
    .action(async (rule: string, subject: string | undefined, _flags: unknown, command: Command) => {
      const { addWaiver } = await import('./commands/waivers.js');
      finish(await addWaiver(rule, subject, command.optsWithGlobals<WaiverFlags>()));
    });
  const check = waivers
    .command('check')
    .description('fail if a waiver is expired, unused or too broad')
    .argument('[paths...]', 'where the inventory is')
    .action(async (paths: string[], _flags: unknown, command: Command) => {
      const { checkWaivers } = await import('./commands/waivers.js');
      finish(await checkWaivers(paths, command.optsWithGlobals<WaiverFlags>()));
    });
  const renew = waivers
    .command('renew')
    .description('put off the end of waivers; keeps everything else in the file as it is')
    .argument('<id...>', 'their ids')
    .addOption(new Option('--until <when>', 'last day, or how long from today: 2026-12-31, 90d').makeOptionMandatory())
    .addOption(new Option('--reason <text>', 'why, if that has changed'))
    .action(async (ids: string[], _flags: unknown, command: Command) => {
      const { renewWaivers } = await import('./commands/waivers.js');
      finish(await renewWaivers(ids, command.optsWithGlobals<WaiverFlags>()));
    });
  for (const command of [list, add, check, renew]) for (const option of [now(), ...config()]) command.addOption(option);
}

function addBaseline(program: Command, finish: (code: ExitCode) => void): void {
  const baseline = program
    .command('baseline')
    .description('create, show or prune the list of findings that do not count');
  const create = baseline
    .command('create')
    .description('take in all findings that there are now')
    .argument('[paths...]', 'where the inventory is')
    .addOption(new Option('--force', 'replace a baseline that is there already'))
    .action(async (paths: string[], _flags: unknown, command: Command) => {
      const { createBaseline } = await import('./commands/baseline.js');
      finish(await createBaseline(paths, command.optsWithGlobals<BaselineFlags>()));
    });
  const show = baseline
    .command('show')
    .description('list its entries and what has become of them')
    .argument('[paths...]', 'where the inventory is')
    .addOption(new Option('-f, --format <name>', 'pretty or json').choices(['pretty', 'json']).default('pretty'))
    .action(async (paths: string[], _flags: unknown, command: Command) => {
      const { showBaseline } = await import('./commands/baseline.js');
      finish(await showBaseline(paths, command.optsWithGlobals<BaselineFlags>()));
    });
  const prune = baseline
    .command('prune')
    .description('take out what is fixed and tighten what got better; never adds')
    .argument('[paths...]', 'where the inventory is')
    .action(async (paths: string[], _flags: unknown, command: Command) => {
      const { pruneBaseline } = await import('./commands/baseline.js');
      finish(await pruneBaseline(paths, command.optsWithGlobals<BaselineFlags>()));
    });
  const path = 'the baseline; default that of the settings, else firebreak-baseline.json';
  for (const command of [create, show, prune])
    for (const option of [flag('--baseline <path>', path), now(), ...config()]) command.addOption(option);
}

function addConfig(program: Command, finish: (code: ExitCode) => void): void {
  const command = program.command('config').description('show, validate or find the settings in force');
  const show = command
    .command('show')
    .description('every value in force and where it comes from; takes the flags of audit, -f json prints JSON')
    .argument('[paths...]', 'where the inventory is')
    .action(async (paths: string[], _flags: unknown, self: Command) => {
      const { showConfig } = await import('./commands/config.js');
      const sourceOf = (name: string): string | undefined => self.getOptionValueSourceWithGlobals(name);
      finish(await showConfig(paths, self.optsWithGlobals<ConfigFlags>(), sourceOf));
    });
  for (const option of auditOptions()) show.addOption(option);
  const validate = command
    .command('validate')
    .description('check the settings, the waivers and the baseline')
    .argument('[paths...]', 'where the inventory is')
    .action(async (paths: string[], _flags: unknown, self: Command) => {
      const { validateConfig } = await import('./commands/config.js');
      finish(await validateConfig(paths, self.optsWithGlobals<ConfigFlags>()));
    });
  const path = command
    .command('path')
    .description('print the path of the settings in force')
    .argument('[paths...]', 'where the inventory is')
    .action(async (paths: string[], _flags: unknown, self: Command) => {
      const { configPath } = await import('./commands/config.js');
      finish(await configPath(paths, self.optsWithGlobals<ConfigFlags>()));
    });
  for (const one of [validate, path]) for (const option of config()) one.addOption(option);
}
