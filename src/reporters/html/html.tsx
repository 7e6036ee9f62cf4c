import { renderToStaticMarkup } from 'preact-render-to-string';
import type { RuleText } from '../rule-text.js';
import type { Reporter } from '../reporter.js';
import { cleaned } from './cleaned.js';
import { AuditDocument } from './document.js';
import { pageOf } from './page.js';

/** The audit as one self-contained document for people: no network, readable without a script, printable. */
export const html: Reporter = (report, { document = { lang: 'en' }, ruleText = nothing, minSeverity }) => {
  const page = pageOf(cleaned(report), cleaned(document), (id) => cleanedText(ruleText(id)), minSeverity);
  return `<!doctype html>\n${renderToStaticMarkup(<AuditDocument page={page} />)}\n`;
};

function nothing(): undefined {
  return undefined;
}

/** Rules of a team are inventory text too. */
function cleanedText(text: RuleText | undefined): RuleText | undefined {
  if (text === undefined) return undefined;
  const { group, why, fix, references, controls } = text;
  return cleaned({ group, why, fix, references, controls });
}
