import { validateReport } from './generated/validate-report.js';
import type { ReportDocument } from './report-document.js';
import type { Violation } from './violation.js';

/** More of them say nothing new: the document is another one than was meant. */
const most = 5;

/** True if a value is a saved report of version 1. Fields that this version does not know may be there. */
export function isReport(value: unknown): value is ReportDocument {
  return validateReport(value);
}

/** What keeps a value from being a saved report, a line each, the first few. */
export function reportFaults(value: unknown): readonly string[] {
  if (validateReport(value)) return [];
  const faults = (validateReport.errors ?? []).map(faultText);
  const more = faults.length - most;
  return more > 0 ? [...faults.slice(0, most), `and ${more} more`] : faults;
}

function faultText({ instancePath, keyword, params }: Violation): string {
  const where = instancePath === '' ? 'the report' : instancePath;
  if (keyword === 'required') return `${where} has no "${String(params['missingProperty'])}"`;
  if (keyword === 'type') return `${where} is not of type ${[params['type']].flat().join(' or ')}`;
  if (keyword === 'enum') return `${where} is none of ${[params['allowedValues']].flat().join(', ')}`;
  if (keyword === 'const') return `${where} is not "${String(params['allowedValue'])}"`;
  return `${where} is not as the schema asks (${keyword})`;
}
