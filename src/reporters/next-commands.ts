import type { Report, ReportFinding } from '../report/report.js';
import { openFindings } from './acceptance.js';
import { shellWord } from './shell-word.js';

/** What to type to understand the worst finding: its rule, a service it hurts, the loss that does it. */
export function nextCommands(report: Report): readonly string[] {
  const { promises } = report;
  const [worst] = openFindings(report);
  if (worst === undefined) return [];
  const service = worst.subject.type === 'service' ? worst.subject.id : worst.hurts[0];
  const concerned = new Set([...worst.hurts, ...(service === undefined ? [] : [service])]);
  const broken = promises.find((one) => one.verdict === 'broken' && concerned.has(one.service));
  const domain = lossOf(worst) ?? broken?.worst;
  return [
    `firebreak explain ${shellWord(worst.rule)}`,
    ...(service === undefined ? [] : [`firebreak explain service ${shellWord(service)}`]),
    ...(domain === undefined ? [] : [`firebreak simulate --lose ${shellWord(domain)}`]),
  ];
}

function lossOf({ subject }: ReportFinding): string | undefined {
  return subject.type === 'location' || subject.type === 'domain' ? subject.id : undefined;
}
