import type { ReportFinding } from '../report/report.js';
import { clean } from './clean.js';
import type { Layout } from './layout.js';
import { piece, type StyledLine } from './styled-line.js';
import { wrap } from './wrap.js';

/** More than these are counted. */
const mostLines = 12;

/** Further findings of a rule that was shown in full just above: a line each. */
export function repeatsBlock(
  rule: string,
  findings: readonly [ReportFinding, ...ReportFinding[]],
  { signs, width, showPath }: Layout,
): readonly StyledLine[] {
  const [{ severity }] = findings;
  const more = findings.length - mostLines;
  return [
    [
      piece(severity, `${signs.severity[severity]} ${severity}`),
      piece('plain', '  '),
      piece('rule', rule),
      piece('dim', `  ${findings.length} more (-v shows each in full)`),
    ],
    ...findings.slice(0, mostLines).flatMap(({ message, locations: [first] }) => {
      const where = first === undefined ? '' : ` (${showPath(first.path)}:${first.start.line})`;
      return wrap(clean(`${message}${where}`), width - 4).map((line, index) => [
        piece('plain', `${index === 0 ? '  ' : '    '}${line}`),
      ]);
    }),
    ...(more > 0 ? [[piece('dim', `  and ${more} more`)]] : []),
  ];
}
