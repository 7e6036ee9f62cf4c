import type { Report } from '../../report/report.js';
import { openFindings } from '../acceptance.js';
import { plural } from '../plural.js';
import { shortCode, shortIds, shortProse } from './short-text.js';

const mostThings = 3;
const mostNames = 12;

/** The worst findings that nobody has accepted, with what to do and whom it saves. Findings below `high` wait. */
export function fixFirst(report: Report): string {
  const worst = openFindings(report)
    .filter(({ severity }) => severity === 'critical' || severity === 'high')
    .slice(0, mostThings);
  if (worst.length === 0) return '';
  const items = worst.map(({ message, subject, hurts, fix, rule }, index) => {
    const whom = [...new Set([...(subject.type === 'service' ? [subject.id] : []), ...hurts])];
    const owner = subject.owner === undefined ? '' : `, for ${shortCode(subject.owner)}`;
    return [
      `${index + 1}. **${shortProse(message) || rule}**${owner}\n`,
      `   - do: ${shortProse(fix)}\n`,
      ...(whom.length === 0 ? [] : [`   - helps ${plural(whom.length, 'service')}: ${shortIds(whom, mostNames)}\n`]),
    ].join('');
  });
  return `\n## Fix first\n\n${items.join('')}`;
}
