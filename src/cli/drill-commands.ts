import { Option, type Command } from 'commander';
import type { DrillFlags } from './drills/drill-flags.js';
import { collectMeasured } from './drills/measured.js';
import type { ExitCode } from './exit-code.js';
import { collectIds, flag } from './option.js';

/** The commands about drills and incidents. */
export function addDrillCommands(program: Command, finish: (code: ExitCode) => void): void {
  const drills = program.command('drills').description('record a drill with what it tested, or list what drills prove');
  const record = drills
    .command('record')
    .description('add a drill to the inventory, with digests of what was tested; keeps everything else as it is')
    .argument('[paths...]', 'where the inventory is')
    .addOption(new Option('--file <path>', 'the file to add it to; default the one that has drills'))
    .addOption(new Option('--date <date>', 'the day it was held; default today'))
    .addOption(new Option('--kind <kind>', 'tabletop, functional, switchover, full, incident, or a word of your own'))
    .addOption(
      new Option('--lose <id>', 'what was taken away; commas; repeatable').argParser(collectIds).makeOptionMandatory(),
    )
    .addOption(
      new Option('--measured <service=times>', 'such as chat=rto:22m,rpo:0s; repeatable').argParser(collectMeasured),
    )
    .addOption(new Option('--result <result>', 'how it ended').choices(['recovered', 'partial', 'failed']))
    .addOption(new Option('--evidence <text>', 'where the record is: a link, a ticket, a file'))
    .addOption(
      new Option('--no-digests', 'do not record what was tested: it was something else than the inventory says'),
    )
    .addOption(new Option('--dry-run', 'print the drill and write nothing'))
    .action(async (paths: string[], _flags: unknown, command: Command) => {
      const { recordDrill } = await import('./commands/drills.js');
      finish(await recordDrill(paths, command.optsWithGlobals<DrillFlags>()));
    });
  const list = drills
    .command('list')
    .description('list the drills and what each service of them still proves')
    .argument('[paths...]', 'where the inventory is')
    .addOption(new Option('-f, --format <name>', 'pretty or json').choices(['pretty', 'json']).default('pretty'))
    .action(async (paths: string[], _flags: unknown, command: Command) => {
      const { listDrills } = await import('./commands/drills.js');
      finish(await listDrills(paths, command.optsWithGlobals<DrillFlags>()));
    });
  for (const command of [record, list])
    for (const option of [
      flag('--now <date>', 'day to judge by; default SOURCE_DATE_EPOCH, settings, today'),
      flag('--config <path>', 'settings file; default the nearest firebreak.yaml'),
      flag('--no-config', 'read no settings file'),
    ])
      command.addOption(option);
}
