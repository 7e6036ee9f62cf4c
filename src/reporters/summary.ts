import { atLeast, type Severity } from '../finding.js';
import type { Report, ReportFinding } from '../report/report.js';
import { acceptedText, openFindings } from './acceptance.js';
import { byteLength } from './byte-length.js';
import { changeParts } from './change-text.js';
import { placeText } from './finding-details.js';
import { markdownProblem, verdicts } from './markdown-parts.js';
import { markdownCode, markdownProse, markdownRow, markdownTable, markdownText } from './markdown-text.js';
import { plural } from './plural.js';
import { scopeTexts } from './policy-text.js';
import type { Reporter } from './reporter.js';
import { countsText, gapText, gateText, readinessText, scopeText, unauditedText } from './result-text.js';
import { shortened } from './shortened.js';

/** GitHub shows no summary at all of a step that writes more. */
const mostBytes = 1024 * 1024;
/** Kept free for saying what was cut. */
const noteBytes = 200;
const longestText = 300;
const mostGaps = 10;
const mostNames = 10;

/** The summary of a job on GitHub, or a comment: the result, a row for each finding, what is not known. Cut where there is no more room. */
export const summary: Reporter = (report, { minSeverity, room = mostBytes }) => {
  const shown = openFindings(report).filter(({ severity }) => atLeast(severity, minSeverity));
  const rows = report.gate.result === 'unaudited' ? report.diagnostics.map(markdownProblem) : shown.map(findingRow);
  const head =
    heading(report, minSeverity) +
    changes(report) +
    (shown.length === 0 ? '' : `\n${markdownTable(['Severity', 'Finding', 'Where', 'Fix'], [])}`);
  const tail = gaps(report);
  let free = Math.min(room, mostBytes) - noteBytes - byteLength(head) - byteLength(tail);
  if (free < 0) return '';
  const over = rows.findIndex((row) => {
    free -= byteLength(row);
    return free < 0;
  });
  if (over < 0) return head + rows.join('') + tail;
  const what = plural(rows.length - over, report.gate.result === 'unaudited' ? 'more problem' : 'more finding');
  return `${head}${rows.slice(0, over).join('')}\n${what} not shown: a job summary has no room for them.\n${tail}`;
};

function heading(report: Report, minSeverity: Severity): string {
  const { gate, summary: counts, run, limitations } = report;
  const accepted = acceptedText(report);
  const hidden = openFindings(report).filter(({ severity }) => !atLeast(severity, minSeverity)).length;
  const lines =
    gate.result === 'unaudited'
      ? [unauditedText(report), gateText(report)]
      : [
          countsText(counts),
          ...(accepted === undefined ? [] : [`of these ${accepted}, not listed`]),
          ...(hidden === 0 ? [] : [`${hidden} below ${minSeverity} not shown`]),
          readinessText(counts.promises),
          `checked: ${scopeText(report)}`,
          ...scopeTexts(report),
          ...(limitations.length === 0 ? [] : [`${plural(limitations.length, 'limitation')} of the model stated`]),
          `gate: ${gateText(report)}`,
        ];
  const list = lines.map((line) => `- ${markdownText(line)}\n`).join('');
  return `## Disaster-recovery audit: ${verdicts[gate.result]}\n\nAs of ${run.now}.\n\n${list}`;
}

function findingRow({ severity, rule, message, locations, fix }: ReportFinding): string {
  const [at] = locations;
  const text = (words: string): string => markdownProse(shortened(words, longestText));
  const where = at === undefined ? '' : markdownCode(shortened(placeText(at), longestText));
  return markdownRow([severity, `${text(message)}<br>${markdownCode(rule)}`, where, text(fix)]);
}

/** What a change does, for whoever reviews it. */
function changes(report: Report): string {
  const parts = changeParts(report, { lines: mostGaps, names: mostNames, showPath: (path) => path });
  return parts
    .map(({ title, texts }) => {
      const lines = texts.map((text) => `- ${markdownText(shortened(text, 3 * longestText))}\n`);
      return `\n### ${title}\n\n${lines.join('')}`;
    })
    .join('');
}

function gaps({ gaps: all }: Report): string {
  if (all.length === 0) return '';
  const more = all.length - mostGaps;
  const lines = all
    .slice(0, mostGaps)
    .map((gap) => `- ${markdownText(shortened(gapText(gap, mostNames), 3 * longestText))}\n`)
    .join('');
  return `\n### Not known\n\n${lines}${more > 0 ? `- and ${plural(more, 'more field')}\n` : ''}`;
}
