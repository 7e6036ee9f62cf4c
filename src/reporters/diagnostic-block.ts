import type { Diagnostic } from '../report/report.js';
import { clean } from './clean.js';
import { codeFrame } from './code-frame.js';
import { labelledRow } from './labelled-row.js';
import type { Layout } from './layout.js';
import { piece, type StyledLine } from './styled-line.js';
import { wrap } from './wrap.js';

/** One problem that keeps an input from being used. */
export function diagnosticBlock({ code, message, locations, help }: Diagnostic, layout: Layout): readonly StyledLine[] {
  return [
    [piece('bad', `${layout.signs.failed} error`), piece('plain', '  '), piece('rule', code)],
    ...wrap(clean(message), layout.width - 2).map((line) => [piece('strong', `  ${line}`)]),
    ...codeFrame(locations, 'bad', layout),
    ...(help === undefined ? [] : labelledRow('help', help, layout.width)),
  ];
}
