import { atLeast } from '../finding.js';
import type { Diagnostic, Gate, ReportFinding, RuleRun } from '../report/report.js';
import { acceptanceText } from './acceptance.js';
import { byteLength } from './byte-length.js';
import { findingDetails, placeText, problemRule, problemText } from './finding-details.js';
import { plural } from './plural.js';
import { xmlElement, xmlText, type Xml } from './xml.js';

export interface JunitCase {
  readonly outcome: 'passed' | 'failure' | 'error' | 'skipped';
  readonly element: Xml;
  readonly bytes: number;
}

export function findingCase(finding: ReportFinding, gate: Gate, name: string): JunitCase {
  const { rule, severity, message, locations } = finding;
  const [at] = locations;
  const place = { file: at?.path, line: at?.start.line };
  const accepted = acceptanceText(finding);
  const fails = gate.result === 'fail' && gate.failOn !== 'never' && atLeast(severity, gate.failOn);
  const text = [
    ...(at === undefined ? [] : [`At: ${placeText(at)}`]),
    `Finding: ${severity}: ${message}`,
    ...findingDetails(finding),
  ];
  if (accepted !== undefined)
    return junitCase(rule, name, 'skipped', [xmlElement('skipped', { message: accepted }, xmlText(...text))], place);
  const content = fails
    ? xmlElement('failure', { type: severity, message }, xmlText(...text))
    : xmlElement('system-out', {}, xmlText(...text));
  return junitCase(rule, name, fails ? 'failure' : 'passed', [content], place);
}

export function problemCase(problem: Diagnostic, number: number): JunitCase {
  const [at] = problem.locations;
  const message = problemText(problem);
  const place = at === undefined ? [] : [`At: ${placeText(at)}`];
  const content = xmlElement(
    'error',
    { type: problemRule(problem), message },
    xmlText(...place, `Problem: ${message}`),
  );
  return junitCase('input', `problem ${number}`, 'error', [content], { file: at?.path, line: at?.start.line });
}

/** Why the gate fails, where that is no finding. In its text too: GitLab shows no messages. */
export function gateCase(reason: string, number: number, gate: string): JunitCase {
  const content = xmlElement('failure', { type: 'gate', message: reason }, xmlText(reason, `Gate: ${gate}`));
  return junitCase('gate', `reason ${number}`, 'failure', [content]);
}

/** In the place of findings that a file has no room for. */
export function restCase(rule: string, count: number, outcome: 'passed' | 'failure' | 'error'): JunitCase {
  const message = `${plural(count, 'finding')} for which this file has no room; the JSON report has them all`;
  const text = xmlText(message);
  const content = outcome === 'passed' ? xmlElement('system-out', {}, text) : xmlElement(outcome, { message }, text);
  return junitCase(rule, 'what is not shown', outcome, [content]);
}

/**
 * What a rule looked at without a finding of its own: what it could not judge, what another rule already reports, and
 * the rest, which passes. A rule may say several things about one subject, so the rest is at least what remains.
 */
export function quietCases(run: RuleRun, folded: readonly ReportFinding[]): readonly JunitCase[] {
  const { id, checked, failed, unknown } = run;
  const passed = checked - failed - unknown;
  const skipped = (name: string, message: string): JunitCase =>
    junitCase(id, name, 'skipped', [xmlElement('skipped', { message })]);
  return [
    ...(checked === 0 ? [skipped('nothing to check', 'the inventory has nothing that this rule is about')] : []),
    ...(folded.length === 0
      ? []
      : [skipped('reported by other rules', `part of ${plural(folded.length, 'finding')} of ${rulesOf(folded)}`)]),
    ...(unknown === 0 ? [] : [skipped('not known', `${plural(unknown, 'check')} of ${checked} lacked data`)]),
    ...(passed <= 0
      ? []
      : [
          junitCase(id, 'all others', 'passed', [
            xmlElement('system-out', {}, xmlText(`${passed} of ${checked} checked and nothing found`)),
          ]),
        ]),
  ];
}

function rulesOf(findings: readonly ReportFinding[]): string {
  return [...new Set(findings.map(({ rule }) => rule))].sort().join(', ');
}

function junitCase(
  rule: string,
  name: string,
  outcome: JunitCase['outcome'],
  content: readonly Xml[],
  place: { readonly file?: string | undefined; readonly line?: number | undefined } = {},
): JunitCase {
  // Jenkins takes what stands in front of the last dot for a package.
  const classname = `firebreak.${rule}`;
  const element = xmlElement('testcase', { classname, name, file: place.file, line: place.line, time: 0 }, content);
  return { outcome, element, bytes: byteLength(element.xml) + 1 };
}
