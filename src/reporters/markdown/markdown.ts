import { atLeast } from '../../finding.js';
import type { Report } from '../../report/report.js';
import { byteLength } from '../byte-length.js';
import { changeParts } from '../change-text.js';
import { markdownPacks } from '../markdown-packs.js';
import { markdownProblem, verdicts } from '../markdown-parts.js';
import { markdownText } from '../markdown-text.js';
import { policyTexts } from '../policy-text.js';
import type { Reporter } from '../reporter.js';
import { countsText, gateText, readinessText, scopeText, unauditedText } from '../result-text.js';
import { fileSection, limitationSection, methodSection, ruleSection } from './annex-sections.js';
import { findingsSection } from './findings-section.js';
import { fitSections, type Section } from './fit-sections.js';
import { fixFirst } from './fix-first.js';
import { baselineSection, waiverSection } from './policy-section.js';
import { promiseMatrix, promiseTable } from './promise-sections.js';
import { shortText } from './short-text.js';
import { toDoSection, unknownTable } from './unknown-sections.js';

/**
 * GitHub shows 512,000 bytes of a README and no more (https://github.com/isaacs/github/issues/1610) and promises to render
 * a file only if it is "generally less than 2 MB" (docs.github.com, repository limits); GitLab stops at 1 MB
 * (https://gitlab.com/gitlab-org/gitlab/-/issues/411775).
 */
const mostBytes = 500_000;
/** Kept free for saying at the top what was cut. */
const noteBytes = 1_000;
/** Of the services that a line about a change is about, so many are named. */
const mostNames = 40;

/** The whole audit as a document, for a wiki, a ticket or an auditor. Cut only where the sites would not show it. */
export const markdown: Reporter = (report, { minSeverity }) => {
  const head = heading(report);
  const first = fixFirst(report);
  const { text, cut } = fitSections(
    sections(report, minSeverity),
    mostBytes - noteBytes - byteLength(head) - byteLength(first),
  );
  const note =
    cut.length === 0
      ? ''
      : `\nTo be shown by GitHub and GitLab at all, this document is cut: ${cut.join(', ')} are left out. The formats \`json\`, \`csv\` and \`csv-promises\` have everything.\n`;
  return `${head}${note}${first}${text}`.replace(/\n{3,}/g, '\n\n').replace(/\n+$/, '\n');
};

function sections(report: Report, minSeverity: Parameters<typeof atLeast>[1]): readonly Section[] {
  const { promises, findings, diagnostics, packs = [] } = report;
  const shown = findings.filter(({ severity }) => atLeast(severity, minSeverity));
  const hidden = findings.length - shown.length;
  return [
    { title: 'Problems', rows: diagnostics.map(markdownProblem), what: 'problems', share: 0.9 },
    ...changeSections(report),
    promiseMatrix(promises),
    findingsSection(shown, hidden === 0 ? [] : [`${hidden} below ${minSeverity} not shown.`]),
    toDoSection(report),
    unknownTable(report),
    waiverSection(report),
    baselineSection(report),
    { title: 'Controls', rows: markdownPacks(packs), what: 'packs', share: 0.1 },
    limitationSection(report),
    methodSection(report),
    promiseTable(promises),
    ruleSection(report),
    fileSection(report),
  ];
}

/** What a change does, where a former state was compared. */
function changeSections(report: Report): readonly Section[] {
  const limits = { lines: Infinity, names: mostNames, showPath: (path: string) => path };
  return changeParts(report, limits).map(({ title, texts }) => ({
    title,
    rows: texts.map((text) => `- ${shortText(text)}\n`),
    what: 'lines',
    share: 0.04,
  }));
}

function heading(report: Report): string {
  const { gate, run, tool, summary } = report;
  const lines =
    gate.result === 'unaudited'
      ? [unauditedText(report), gateText(report)]
      : [
          countsText(summary),
          readinessText(summary.promises),
          scopeText(report),
          ...policyTexts(report),
          `gate: ${gateText(report)}`,
        ];
  return (
    `# Disaster-recovery audit: ${verdicts[gate.result]}\n\n` +
    `As of ${run.now}, by ${tool.name} ${markdownText(tool.version)}.\n\n` +
    lines.map((line) => `- ${shortText(line)}\n`).join('')
  );
}
