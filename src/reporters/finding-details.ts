import type { Diagnostic, ReportFinding, ReportLocation } from '../report/report.js';
import { clean } from './clean.js';

/** More services than these are counted. */
const mostServices = 12;

/**
 * What a finding says beyond its message, for formats that have one piece of text for it. Every line is clean and begins
 * with a word of ours.
 */
export function findingDetails({ hurts, derivation, fix, also }: ReportFinding): readonly string[] {
  const more = hurts.length - mostServices;
  const named = hurts.slice(0, mostServices).join(', ') + (more > 0 ? ` +${more} more` : '');
  return [
    ...derivation.map((line) => `Why: ${line}`),
    ...(hurts.length === 0 ? [] : [`Hurts: ${named}`]),
    `Fix: ${fix}`,
    ...(also.length === 0 ? [] : [`Also: ${also.join(', ')}`]),
  ].map(clean);
}

/** What stands in the place of a rule's name for something that kept the input from being audited. */
export function problemRule({ code }: Diagnostic): string {
  return `input/${code}`;
}

export function problemText({ message, help }: Diagnostic): string {
  return clean(help === undefined ? message : `${message} (${help})`);
}

/** `path:line:column`, as editors and terminals follow it. */
export function placeText({ path, start }: ReportLocation): string {
  return clean(`${path}:${start.line}:${start.column}`);
}
