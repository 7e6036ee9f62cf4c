import type { Report, ReportFinding } from '../report/report.js';
import { openFindings } from './acceptance.js';
import { usualInventory, type SameInventory } from './same-inventory.js';
import { shellWord } from './shell-word.js';

/** What to type to understand the worst finding: its rule, a service it hurts, the loss that does it; and to take out what is fixed. */
export function nextCommands(report: Report, same: SameInventory = usualInventory): readonly string[] {
  return [...aboutWorst(report, same), ...aboutBaseline(report, same)];
}

function aboutWorst(report: Report, { named, settings }: SameInventory): readonly string[] {
  const { promises } = report;
  const [worst] = openFindings(report);
  if (worst === undefined) return [];
  const service = worst.subject.type === 'service' ? worst.subject.id : worst.hurts[0];
  const concerned = new Set([...worst.hurts, ...(service === undefined ? [] : [service])]);
  const broken = promises.find((one) => one.verdict === 'broken' && concerned.has(one.service));
  const domain = lossOf(worst) ?? broken?.worst;
  const about = (words: string, id: string | undefined): readonly string[] =>
    id === undefined || named === undefined ? [] : [[words, shellWord(id), ...named].join(' ')];
  return [
    // Only a team's own rules are in the settings.
    ['firebreak explain', shellWord(worst.rule), ...(worst.rule.includes('/') ? settings : [])].join(' '),
    ...about('firebreak explain service', service),
    ...about('firebreak simulate --lose', domain),
  ];
}

/** Of another inventory it would take out what is not fixed at all. */
function aboutBaseline({ baseline: compared }: Report, { named, baseline }: SameInventory): readonly string[] {
  if (compared === undefined || compared.fixed.length === 0 || named === undefined) return [];
  return [['firebreak baseline prune', ...named, ...baseline].join(' ')];
}

function lossOf({ subject }: ReportFinding): string | undefined {
  return subject.type === 'location' || subject.type === 'domain' ? subject.id : undefined;
}
