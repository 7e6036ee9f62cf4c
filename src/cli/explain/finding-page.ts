import { labelledRow, labelledRows } from '../../reporters/labelled-row.js';
import type { Paint } from '../../reporters/paint.js';
import { piece, renderLines, type StyledLine } from '../../reporters/styled-line.js';
import { wrap } from '../../reporters/wrap.js';
import { clean } from '../../reporters/clean.js';
import { asciiText } from '../../reporters/simulation/ascii-text.js';
import type { Terminal } from '../terminal.js';
import type { FindingExplanation } from './finding-explanation.js';
import { assumptionText, factTexts, hurtText, subjectText, unknownTexts } from './finding-words.js';

export interface FindingPageOptions extends Terminal {
  readonly paint: Paint;
  /** The path to print for a path of the report. */
  readonly showPath: (path: string) => string;
}

/** One finding: the arithmetic, what is fact, assumption and unknown, what would settle it, and who is hurt. */
export function findingPage(explained: FindingExplanation, options: FindingPageOptions): string {
  const { finding, rule, arithmetic, facts, assumptions, unknown, flip, hurts } = explained;
  const { width, unicode, paint, showPath } = options;
  const say = unicode ? (text: string): string => text : asciiText;
  const rows = (label: string, texts: readonly string[]): readonly StyledLine[] =>
    labelledRows(label, texts.map(say), width);
  const sections: readonly (readonly StyledLine[])[] = [
    [
      [
        piece(finding.severity, finding.severity),
        piece('plain', '  '),
        piece('rule', finding.rule),
        piece('dim', `  ${subjectText(finding)}  ${finding.fingerprint}`),
      ],
      ...wrap(clean(say(finding.message)), width).map((line) => [piece('strong', line)]),
    ],
    labelledRow('why', say(rule.why), width),
    rows('sum', arithmetic),
    rows('fact', factTexts(facts, showPath)),
    rows('assumed', assumptions.map(assumptionText)),
    rows('unknown', unknownTexts(unknown)),
    rows('flip', flip),
    rows('hurts', hurts.map(hurtText)),
  ];
  return sections
    .filter((lines) => lines.length > 0)
    .map((lines) => renderLines(lines, paint))
    .join('\n');
}
