import { Option, type Command } from 'commander';
import type { ExitCode } from '../exit-code.js';
import type { InventoryFlags } from '../flags.js';
import { flag } from '../option.js';

/** The commands about rules of one's own, below `rules`. */
export function addOwnRulesCommands(rules: Command, finish: (code: ExitCode) => void): void {
  const test = rules
    .command('test')
    .description(
      'run fixtures for your own rules: inventories with # expect: [rule] and # ok: [rule]; fails if one does',
    )
    .argument('[paths...]', 'fixtures; default *.fixture.yaml beside the rules')
    .addOption(flag('--now <date>', 'day to judge ages by; default SOURCE_DATE_EPOCH, settings, today'))
    .action(async (paths: string[], _flags: unknown, command: Command) => {
      const { testOwnRules } = await import('./test.js');
      finish(await testOwnRules(paths, command.optsWithGlobals<InventoryFlags & { readonly now?: string }>()));
    });
  const fresh = rules
    .command('new')
    .description('write a rule of your own and a fixture for it; never overwrites')
    .argument('<id>', 'its name behind a namespace, such as acme/two-sites')
    .addOption(new Option('--dir <dir>', 'where to; default dr-rules beside firebreak.yaml'))
    .action(async (id: string, _flags: unknown, command: Command) => {
      const { newOwnRule } = await import('./new.js');
      finish(await newOwnRule(id, command.optsWithGlobals<InventoryFlags & { readonly dir?: string }>()));
    });
  rules.addOption(flag('--config <path>', 'settings file; default the nearest firebreak.yaml'));
  rules.addOption(flag('--no-config', 'read no settings file'));
  for (const command of [test, fresh]) {
    command.addOption(flag('--config <path>', 'settings file; default the nearest firebreak.yaml'));
    command.addOption(flag('--no-config', 'read no settings file'));
  }
}
