import { rules } from '../../rules/index.js';
import { groups, type Rule } from '../../rules/rule.js';
import { exitCodes, type ExitCode } from '../exit-code.js';
import type { RulesFlags } from '../flags.js';
import { print } from '../print.js';
import { alignedTable, type Column } from '../aligned-table.js';
import { stdoutTerminal } from '../stdout-terminal.js';

/** Prints the catalogue. */
export async function listRules(flags: RulesFlags): Promise<ExitCode> {
  const render = { pretty: () => prettyCatalogue(flags), json: jsonCatalogue, markdown: markdownCatalogue } as const;
  await print(render[flags.format]());
  return exitCodes.clean;
}

const columns: readonly Column[] = [{ style: 'plain' }, { style: 'rule' }, { style: 'plain', flexible: true }];

function prettyCatalogue(flags: RulesFlags): string {
  const { width, paint } = stdoutTerminal(flags);
  // The same columns in every group.
  const longest = Math.max(...rules.map(({ id }) => id.length));
  const tables = groups
    .map((group) => ({ group, members: rules.filter((rule) => rule.group === group) }))
    .filter(({ members }) => members.length > 0)
    .map(({ group, members }) => {
      const rows = members.map(({ severity, id, summary }) => [severity.padEnd(8), id.padEnd(longest), summary]);
      return `${paint('strong', group)}\n${alignedTable(rows, { columns, width, indent: 2, paint })}`;
    });
  return `${tables.join('\n')}\n${rules.length} rules; firebreak explain <rule> tells more\n`;
}

function jsonCatalogue(): string {
  return `${JSON.stringify(rules.map(ruleText), undefined, 2)}\n`;
}

function ruleText({ id, group, severity, on, summary, why, fix, references, controls, supersedes }: Rule): object {
  return { id, group, severity, on, summary, why, fix, references, controls, supersedes };
}

function markdownCatalogue(): string {
  const sections = rules.map(
    ({ id, severity, group, summary, why, fix, references, controls }) =>
      `## ${id}\n\n${summary}.\n\nSeverity: ${severity}. Group: ${group}.\n\n**Why.** ${why}\n\n**Fix.** ${fix}\n` +
      listed(
        'References',
        references.map(({ title, url }) => (url === undefined ? title : `[${title}](${url})`)),
      ) +
      listed('Controls', controls),
  );
  return `# Rules\n\n${sections.join('\n')}`;
}

function listed(title: string, entries: readonly string[]): string {
  return entries.length === 0 ? '' : `\n**${title}.** ${entries.join('; ')}\n`;
}
