import type { Diagnostic, ReportLocation } from '../report/report.js';
import { placeText } from './finding-details.js';
import { markdownCode, markdownProse } from './markdown-text.js';

/** The word for what the audit came to. */
export const verdicts = { pass: 'passed', fail: 'failed', unaudited: 'not audited' } as const;

/** The places of a finding or a problem, each with what is to be seen there. */
export function markdownPlaces(locations: readonly ReportLocation[]): readonly string[] {
  return locations.map(
    (one) => markdownCode(placeText(one)) + (one.label === '' ? '' : `: ${markdownProse(one.label)}`),
  );
}

export function markdownProblem({ code, message, help, locations }: Diagnostic): string {
  const lines = [
    `- ${markdownCode(code)}: ${markdownProse(message)}`,
    ...markdownPlaces(locations).map((place) => `  - ${place}`),
    ...(help === undefined ? [] : [`  - help: ${markdownProse(help)}`]),
  ];
  return lines.map((line) => `${line}\n`).join('');
}
