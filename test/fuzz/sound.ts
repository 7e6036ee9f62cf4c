import { audit } from '../../src/audit.js';
import type { Report, ReportLocation } from '../../src/report/report.js';
import type { SourceFile } from '../../src/source/source-file.js';

const now = '2026-06-30';

/** The lines of a file as an editor counts them. */
function linesOf({ content }: SourceFile): readonly string[] {
  const text = typeof content === 'string' ? content : new TextDecoder('utf-8', { ignoreBOM: true }).decode(content);
  return text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/);
}

function flawOf(
  { path, start, end }: ReportLocation,
  lines: ReadonlyMap<string, readonly string[]>,
): string | undefined {
  const file = lines.get(path);
  if (file === undefined) return `${path} is not a file of the inventory`;
  for (const { line, column } of [start, end]) {
    const text = file[line - 1];
    if (text === undefined) return `${path} has ${file.length} lines, not ${line}`;
    if (column < 1 || column > text.length + 1) return `line ${line} of ${path} has no column ${column}`;
  }
  return end.line < start.line || (end.line === start.line && end.column < start.column)
    ? `ends at ${end.line}:${end.column}, before its start at ${start.line}:${start.column}`
    : undefined;
}

/** What is wrong with a report whatever the input was; the report itself otherwise. */
export function soundReport(files: readonly SourceFile[]): Report {
  const report = audit(files, { now });
  const lines = new Map(files.map((file) => [file.path, linesOf(file)]));
  const told = [...report.diagnostics, ...report.findings];
  const flaws = told.flatMap(({ message, locations }) => [
    ...(locations.length === 0 && report.gate.result === 'unaudited' ? [`${message}: has no place`] : []),
    ...locations.flatMap((location) => {
      const flaw = flawOf(location, lines);
      return flaw === undefined ? [] : [`${message}: ${flaw}`];
    }),
  ]);
  if (flaws.length > 0) throw new Error(flaws.join('\n'));
  const unaudited = report.gate.result === 'unaudited';
  if (unaudited !== report.diagnostics.length > 0) throw new Error(`gate ${report.gate.result} with problems`);
  if (unaudited && report.findings.length + report.promises.length + report.rules.length > 0)
    throw new Error('an inventory with problems was judged');
  if (!unaudited && report.rules.length === 0) throw new Error('audited without a rule');
  return report;
}
