import { rules } from '../../rules/index.js';
import { groups, type Rule } from '../../rules/rule.js';
import { jsonCatalogue, markdownCatalogue } from '../explain/rule-catalogue.js';
import { exitCodes, type ExitCode } from '../exit-code.js';
import type { RulesFlags } from '../flags.js';
import { ownRulesInForce } from '../own-rules/in-force.js';
import { print } from '../print.js';
import { alignedTable, type Column } from '../aligned-table.js';
import { listPacks } from './rule-packs.js';
import { stdoutTerminal } from '../stdout-terminal.js';

/** Prints the catalogue. */
export async function listRules(flags: RulesFlags): Promise<ExitCode> {
  if (flags.pack !== undefined) return listPacks(flags.pack === true ? undefined : flags.pack, flags);
  const all = [...rules, ...ownRulesInForce(flags.config)];
  const render = {
    pretty: () => prettyCatalogue(all, flags),
    json: jsonCatalogue,
    markdown: markdownCatalogue,
  } as const;
  await print(render[flags.format](all));
  return exitCodes.clean;
}

const columns: readonly Column[] = [{ style: 'plain' }, { style: 'rule' }, { style: 'plain', flexible: true }];

function prettyCatalogue(shown: readonly Rule[], flags: RulesFlags): string {
  const { width, paint } = stdoutTerminal(flags);
  // The same columns in every group.
  const longest = Math.max(...shown.map(({ id }) => id.length));
  const tables = groups
    .map((group) => ({ group, members: shown.filter((rule) => rule.group === group) }))
    .filter(({ members }) => members.length > 0)
    .map(({ group, members }) => {
      const rows = members.map(({ severity, id, summary }) => [severity.padEnd(8), id.padEnd(longest), summary]);
      return `${paint('strong', group)}\n${alignedTable(rows, { columns, width, indent: 2, paint })}`;
    });
  return `${tables.join('\n')}\n${shown.length} rules; firebreak explain <rule> tells more\n`;
}
