import type { Problem } from '../problem.js';
import type { Rule } from '../rules/rule.js';
import type { RuleSettings } from '../rules/rule-setting.js';
import type { SourceDocument } from '../source/source-document.js';
import { closest } from './closest.js';

/** Options in the settings that their rule does not have, or cannot read. */
export function optionProblems(
  settings: RuleSettings,
  { file, index }: SourceDocument,
  rules: readonly Rule[],
): readonly Problem[] {
  return rules.flatMap((rule) =>
    Object.entries(settings.get(rule.id)?.options ?? {}).flatMap(([name, written]): readonly Problem[] => {
      const path = ['rules', rule.id, 'options', name];
      const option = rule.options.find((one) => one.name === name);
      if (option === undefined)
        return [
          {
            code: 'unknown-key',
            message: `${rule.id} has no option "${name}"`,
            at: { file, document: index, path, on: 'key' },
            help: optionHelp(rule, name),
          },
        ];
      const read = option.parse(written);
      if (read.ok) return [];
      const at = { file, document: index, path, on: 'value' } as const;
      return [{ code: 'value', message: `\`${JSON.stringify(written)}\` ${read.reason}`, at, help: read.help }];
    }),
  );
}

function optionHelp({ id, options }: Rule, name: string): string {
  const names = options.map((option) => option.name);
  const meant = closest(name, names);
  if (meant !== undefined) return `did you mean "${meant}"?`;
  return names.length === 0 ? 'it takes a severity only' : `firebreak explain ${id} tells of ${names.join(', ')}`;
}
