import type { Report } from '../../report/report.js';
import { limitationText } from '../result-text.js';
import { markdownRow, markdownTable } from '../markdown-text.js';
import type { Section } from './fit-sections.js';
import { shortCode, shortText } from './short-text.js';

/** What the inventory says that it cannot say. */
export function limitationSection({ limitations }: Report): Section {
  return {
    title: 'Left out of the model',
    rows: limitations.map((one) => `- ${shortText(limitationText(one))}\n`),
    what: 'limitations',
    share: 0.02,
  };
}

/** How the verdicts came about, for who reads only this. */
export function methodSection({ gate }: Report): Section {
  const lines = [
    'Every loss of one failure domain is worked out twice, with everything unknown at its best and at its worst.',
    'A promise is kept if even the worst answer meets the target, broken if even the best one misses it, unknown in between; it is not applicable where no loss of the kind touches the service.',
    'Target is what was promised, modelled what the inventory implies, proven what a recent drill or incident has measured; none stands in for another.',
    'Nothing here says that a system will recover: it says what follows from what is written down.',
  ];
  return {
    title: 'How to read this',
    rows: gate.result === 'unaudited' ? [] : lines.map((line) => `- ${line}\n`),
    what: 'lines',
    share: 0.01,
  };
}

export function ruleSection({ rules }: Report): Section {
  return {
    title: 'Rules',
    lead: markdownTable(['Rule', 'Severity', 'Checked', 'Found', 'Not known'], []),
    rows: rules.map(({ id, severity, checked, failed, unknown }) =>
      markdownRow([shortCode(id), severity, ...[checked, failed, unknown].map(String)]),
    ),
    what: 'rules',
    share: 0.04,
  };
}

/** What the report was made from: the same files, settings and day give the same bytes. */
export function fileSection({ run }: Report): Section {
  const named = [
    ...run.inputs.map((one) => ({ ...one, as: 'inventory' })),
    ...(run.policy ?? []).map((one) => ({ ...one, as: 'waivers, baseline, own rules' })),
  ];
  return {
    title: 'Files',
    lead: `The same files and settings with ${shortCode(`--now ${run.now}`)} give the same report, byte for byte.\n\n${markdownTable(['File', 'SHA-256', 'Read as'], [])}`,
    rows: named.map(({ path, sha256, as }) => markdownRow([shortCode(path), shortCode(sha256), as])),
    what: 'files',
    share: 0.03,
  };
}
