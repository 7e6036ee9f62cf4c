import type { Command } from 'commander';
import { auditOptions } from './audit-options.js';
import type { AuditFlags } from './flags.js';
import type { Host } from './host.js';
import type { LateFlags } from './late-flags.js';

/** The commands about the machine that Firebreak runs on: what it sees there, and what a shell should know of it. */
export function addMachineCommands(program: Command, flags: LateFlags, { packageRoot, finish }: Host): void {
  const doctor = program
    .command('doctor')
    .description(
      'versions, settings, inputs, colour and git as they are here; takes the flags of audit, -f json prints JSON',
    )
    .argument('[paths...]', 'where the inventory is')
    .action(async (paths: string[], _flags: unknown, self: Command) => {
      const { doctor: run } = await import('./commands/doctor.js');
      const sourceOf = (name: string): string | undefined => self.getOptionValueSourceWithGlobals(name);
      finish(await run(paths, self.optsWithGlobals<AuditFlags>(), sourceOf));
    });
  flags.of(doctor, auditOptions);

  program
    .command('completion')
    .description('print a script that completes commands, flags, formats and rules in a shell')
    .argument('<shell>', 'bash, zsh or fish')
    .action(async (shell: string) => {
      const { completion } = await import('./commands/completion.js');
      flags.addAll();
      finish(await completion(shell, program, packageRoot));
    });
}
