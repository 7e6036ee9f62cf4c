import type { RuleOption, WrittenOption } from '../../rules/rule-option.js';

/** What an option sets, its default and what that rests on, in a line. */
export function optionText({ name, summary, default: value, source, basis }: RuleOption<unknown>): string {
  const standing = value === undefined ? 'not set by default' : `default ${writtenOption(value)}`;
  return `${name}: ${summary}. ${capital(standing)} (${source}: ${basis}).`;
}

/** As the settings would write it. */
export function writtenOption(value: WrittenOption): string {
  return Array.isArray(value) ? `[${value.join(', ')}]` : String(value);
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
