import type { ReportingDescriptor } from 'sarif';
import type { Severity } from '../../finding.js';
import type { RuleText } from '../rule-text.js';
import { clean } from '../clean.js';
import { shortened } from '../shortened.js';
import { sarifLevels } from './sarif-levels.js';

/** GitHub takes no longer description of a rule. */
const longestDescription = 1024;
const mostTags = 10;

/** What GitHub shows in the place of a level. */
const problemSeverities: Readonly<Record<Severity, string>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'recommendation',
  info: 'recommendation',
};

export interface SarifRule {
  readonly id: string;
  readonly summary: string;
  readonly severity: Severity;
}

/** A rule as it is shown beside an alert. `security-severity` is left out: a gap in recovery is no vulnerability. */
export function sarifRule({ id, summary, severity }: SarifRule, text: RuleText | undefined): ReportingDescriptor {
  const short = clean(summary === '' ? id : summary);
  return {
    id,
    shortDescription: { text: shortened(short, longestDescription) },
    fullDescription: { text: shortened(clean(text?.why ?? short), longestDescription) },
    help: text === undefined ? { text: short } : { text: plainHelp(short, text), markdown: markdownHelp(short, text) },
    defaultConfiguration: { level: sarifLevels[severity] },
    properties: {
      tags: ['disaster-recovery', ...(text === undefined ? [] : [text.group])].slice(0, mostTags),
      precision: 'high',
      'problem.severity': problemSeverities[severity],
      severity,
      ...(text === undefined ? {} : { controls: text.controls }),
    },
  };
}

function plainHelp(summary: string, { why, fix, references, controls }: RuleText): string {
  return [
    `${summary}.`,
    `Why: ${why}`,
    `Fix: ${fix}`,
    ...references.map(({ title, url }) => `Reference: ${title}${url === undefined ? '' : `, ${url}`}`),
    ...(controls.length === 0 ? [] : [`Controls: ${controls.join('; ')}`]),
  ].join('\n\n');
}

/** The texts are the catalogue's own and Markdown already. */
function markdownHelp(summary: string, { why, fix, references, controls }: RuleText): string {
  const list = (title: string, entries: readonly string[]): readonly string[] =>
    entries.length === 0 ? [] : [`**${title}**\n\n${entries.map((entry) => `- ${entry}`).join('\n')}`];
  return [
    `${summary}.`,
    `**Why.** ${why}`,
    `**Fix.** ${fix}`,
    ...list(
      'References',
      references.map(({ title, url }) => (url === undefined ? title : `[${title}](${url})`)),
    ),
    ...list('Controls', controls),
  ].join('\n\n');
}
