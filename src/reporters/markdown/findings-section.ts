import { atLeast } from '../../finding.js';
import type { ReportFinding } from '../../report/report.js';
import { acceptanceText } from '../acceptance.js';
import { placeText } from '../finding-details.js';
import { groupBy } from '../group-by.js';
import { plural } from '../plural.js';
import type { Section } from './fit-sections.js';
import { shortCode, shortIds, shortProse, shortText } from './short-text.js';

/** More names than these are counted: a table below or the JSON has them. */
const mostNames = 40;
const mostPlaces = 12;

/**
 * Each finding in full; of those below `high` all of one rule under one heading, so that a rule which says the same of
 * forty services does not bury the others.
 */
export function findingsSection(findings: readonly ReportFinding[], notes: readonly string[]): Section {
  const mild = findings.filter(({ severity }) => !atLeast(severity, 'high'));
  const grave = findings.slice(0, findings.length - mild.length);
  const byRule = groupBy(mild, ({ rule, severity }) => `${severity} ${rule}`);
  return {
    title: 'Findings',
    lead: notes.map((note) => `${note}\n\n`).join(''),
    rows: [...grave.map((one) => alone(one)), ...[...byRule.values()].flatMap(together)],
    what: 'findings',
    share: 0.35,
  };
}

function alone(finding: ReportFinding): string {
  const { severity, rule, message, fix } = finding;
  const lines = [...details(finding), `fix: ${shortProse(fix)}`].map((line) => `- ${line}\n`);
  return `### ${severity}: ${shortCode(rule)}\n\n**${shortProse(message) || rule}**\n\n${lines.join('')}\n`;
}

function together(findings: readonly ReportFinding[]): readonly string[] {
  const [first, ...others] = findings;
  if (first === undefined) return [];
  if (others.length === 0) return [alone(first)];
  const sameFix = others.every(({ fix }) => fix === first.fix);
  const head = `### ${first.severity}: ${shortCode(first.rule)}, ${findings.length} times\n\n`;
  return findings.map((finding, index) => {
    const lines = [...details(finding), ...(sameFix ? [] : [`fix: ${shortProse(finding.fix)}`])];
    const item = `- **${shortProse(finding.message) || first.rule}**\n${lines.map((line) => `  - ${line}\n`).join('')}`;
    const fix = sameFix ? `Fix: ${shortProse(first.fix)}\n\n` : '';
    return (index === 0 ? head + fix : '') + item + (index === findings.length - 1 ? '\n' : '');
  });
}

function details(finding: ReportFinding): readonly string[] {
  const { subject, locations, derivation, hurts, also, lapsed } = finding;
  const accepted = acceptanceText(finding);
  const about = [
    `${subject.type} ${shortCode(subject.id)}`,
    ...(subject.tier === undefined ? [] : [`tier ${shortCode(subject.tier)}`]),
    ...(subject.owner === undefined ? [] : [`owner ${shortCode(subject.owner)}`]),
  ];
  const places = locations
    .slice(0, mostPlaces)
    .map((one) => `at ${shortCode(placeText(one))}${one.label === '' ? '' : `: ${shortProse(one.label)}`}`);
  return [
    about.join(', '),
    ...places,
    ...(locations.length > mostPlaces ? [`and at ${plural(locations.length - mostPlaces, 'more place')}`] : []),
    ...derivation.map((line) => `why: ${shortProse(line)}`),
    ...(hurts.length === 0 ? [] : [`hurts ${plural(hurts.length, 'service')}: ${shortIds(hurts, mostNames)}`]),
    ...(accepted === undefined ? [] : [`accepted: ${shortText(accepted)}`]),
    ...(lapsed === undefined ? [] : [`waiver ${shortCode(lapsed.id)} does not hold: ${shortText(lapsed.note)}`]),
    ...(also.length === 0 ? [] : [`also: ${shortIds(also, mostNames)}`]),
  ];
}
