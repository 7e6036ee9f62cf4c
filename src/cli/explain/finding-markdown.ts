import { markdownCode, markdownText } from '../../reporters/markdown-text.js';
import type { FindingExplanation } from './finding-explanation.js';
import { assumptionText, factTexts, hurtText, subjectText, unknownTexts } from './finding-words.js';

/** One finding as a document, for a ticket. */
export function findingMarkdown(explained: FindingExplanation): string {
  const { finding, rule, arithmetic, facts, assumptions, unknown, flip, hurts } = explained;
  const { severity, fingerprint, message } = finding;
  return [
    `# ${severity}: ${markdownCode(rule.id)}\n\n**${markdownText(message)}**\n\n${markdownText(subjectText(finding))}, ${markdownCode(fingerprint)}\n\n${markdownText(rule.why)}\n`,
    section('Arithmetic', arithmetic),
    section(
      'Facts',
      factTexts(facts, (path) => path),
    ),
    section('Assumptions', assumptions.map(assumptionText)),
    section('Unknown', unknownTexts(unknown)),
    section('What would settle it', flip),
    section('Who is hurt', hurts.map(hurtText)),
    section('Controls', rule.controls),
  ]
    .filter((part) => part !== '')
    .join('\n');
}

function section(title: string, texts: readonly string[]): string {
  return texts.length === 0 ? '' : `## ${title}\n\n${texts.map((text) => `- ${markdownText(text)}\n`).join('')}`;
}
