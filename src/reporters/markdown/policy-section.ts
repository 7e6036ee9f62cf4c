import type { Report } from '../../report/report.js';
import { markdownRow, markdownTable } from '../markdown-text.js';
import type { Section } from './fit-sections.js';
import { shortCode, shortIds, shortText } from './short-text.js';

const mostNames = 10;

/** Who has accepted what, why and until when; those that end first come first. */
export function waiverSection({ waivers = [] }: Report): Section {
  const rows = waivers
    .toSorted((a, b) => a.daysLeft - b.daysLeft)
    .map(({ id, rule, state, expires, owner, approvedBy, ticket, reason, names }) =>
      markdownRow([
        shortText(id),
        shortCode(rule),
        `${state}, until ${shortText(expires)}`,
        [owner, approvedBy].flatMap((one) => (one === undefined ? [] : [shortText(one)])).join(', approved by '),
        [reason, ...(ticket === undefined ? [] : [ticket])].map(shortText).join('; '),
        String(names.length),
      ]),
    );
  return {
    title: 'Waivers',
    lead: markdownTable(['Waiver', 'Rule', 'State', 'Owner', 'Reason', 'Findings'], []),
    rows,
    what: 'waivers',
    share: 0.05,
  };
}

/** How the findings compare to the baseline. */
export function baselineSection({ baseline }: Report): Section {
  const counts =
    baseline === undefined
      ? []
      : [
          `- ${shortCode(baseline.path)}: ${baseline.entries} entries\n`,
          `- ${baseline.known} known and no worse, ${baseline.worsened} worse, ${baseline.new} new\n`,
          ...(baseline.fixed.length === 0
            ? []
            : [
                `- ${baseline.fixed.length} fixed since: ${shortIds(
                  baseline.fixed.map(({ rule, subject }) => `${rule} ${subject}`),
                  mostNames,
                )}\n`,
              ]),
        ];
  return { title: 'Baseline', rows: counts, what: 'lines', share: 0.01 };
}
