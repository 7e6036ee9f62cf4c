import type { Report, ReportFinding, RuleRun } from '../report/report.js';
import { clean } from './clean.js';
import { groupBy } from './group-by.js';
import { gateReasons } from './gate-reasons.js';
import { findingCase, gateCase, problemCase, quietCases, restCase, type JunitCase } from './junit-case.js';
import type { Reporter } from './reporter.js';
import { gateText } from './result-text.js';
import { shortened } from './shortened.js';
import { xmlDocument, xmlElement, type Xml } from './xml.js';

/** GitLab refuses a file above 30 MB; what surrounds the cases has to fit in as well. */
const mostBytes = 25_000_000;

/**
 * JUnit XML: a suite for each rule, a test case for each finding, and one for everything that the rule looked at and found
 * nothing wrong with. A finding is a failure where it fails the gate; milder ones pass and say so in their output.
 */
export const junit: Reporter = (report) => {
  const suites = report.gate.result === 'unaudited' ? [problemSuite(report)] : ruleSuites(report);
  const reasons = gateReasons(report).map((reason, at) => gateCase(reason, at + 1, gateText(report)));
  const ran = suites.length > 0 ? suites : [suite('firebreak', [nothingRan])];
  const all = reasons.length === 0 ? ran : [suite('gate', reasons), ...ran];
  return xmlDocument(
    xmlElement(
      'testsuites',
      { name: 'firebreak', ...totals(all.flatMap(({ cases }) => cases)) },
      all.map(({ element }) => element),
    ),
  );
};

interface Suite {
  readonly cases: readonly JunitCase[];
  readonly element: Xml;
}

const nothingRan: JunitCase = {
  outcome: 'skipped',
  element: xmlElement('testcase', { classname: 'firebreak', name: 'audit', time: 0 }, [
    xmlElement('skipped', { message: 'no rule ran' }),
  ]),
  bytes: 0,
};

function problemSuite({ diagnostics }: Report): Suite {
  const { kept, rest } = withinBudget(diagnostics.map((problem, index) => problemCase(problem, index + 1)));
  return suite('input', rest === 0 ? kept : [...kept, restCase('input', rest, 'error')]);
}

/** The worst findings are written first, so that a file that grows too large loses the mildest. */
function ruleSuites(report: Report): readonly Suite[] {
  const { findings, rules } = report;
  const names = caseNames(findings);
  const written = findings.map((finding, index) => ({
    rule: finding.rule,
    one: findingCase(finding, report.gate, names[index] ?? ''),
  }));
  const { kept } = withinBudget(written.map(({ one }) => one));
  const byRule = groupBy(
    written.map(({ rule, one }, index) => ({ rule, one, index })),
    ({ rule }) => rule,
  );
  const ran: ReadonlyMap<string, RuleRun> = new Map(rules.map((rule) => [rule.id, rule]));
  const suites = [...new Set([...ran.keys(), ...byRule.keys()])];
  return suites.map((name) => {
    const own = byRule.get(name) ?? [];
    const shown = own.filter(({ index }) => index < kept.length).map(({ one }) => one);
    const left = own.slice(shown.length).map(({ one }) => one.outcome);
    const rest =
      left.length === 0 ? [] : [restCase(name, left.length, left.includes('failure') ? 'failure' : 'passed')];
    const run = ran.get(name);
    const folded = findings.filter(({ also }) => also.includes(name));
    return suite(name, [...shown, ...rest, ...(run === undefined ? [] : quietCases(run, folded))], run);
  });
}

/** A name longer than this is cut. */
const longestName = 200;

/**
 * The subject, where a rule says one thing about it, and the fingerprint as well where it says more. Readers drop what has
 * the name of another, so the last resort is a number.
 */
function caseNames(findings: readonly ReportFinding[]): readonly string[] {
  const plain = findings.map(({ rule, subject }) => ({
    rule,
    name: clean(shortened(`${subject.type} ${subject.id}`, longestName)),
  }));
  const sharing = groupBy(plain, ({ rule, name }) => `${rule}\0${name}`);
  const seen = new Map<string, number>();
  return plain.map(({ rule, name }, index) => {
    const shared = (sharing.get(`${rule}\0${name}`)?.length ?? 0) > 1;
    const full = shared ? `${name} (${findings[index]?.fingerprint ?? ''})` : name;
    const count = (seen.get(`${rule}\0${full}`) ?? 0) + 1;
    seen.set(`${rule}\0${full}`, count);
    return count === 1 ? full : `${full} #${count}`;
  });
}

function withinBudget(cases: readonly JunitCase[]): { readonly kept: readonly JunitCase[]; readonly rest: number } {
  let bytes = 0;
  const over = cases.findIndex((one) => {
    bytes += one.bytes;
    return bytes > mostBytes;
  });
  const kept = over < 0 ? cases : cases.slice(0, over);
  return { kept, rest: cases.length - kept.length };
}

function suite(name: string, cases: readonly JunitCase[], run?: RuleRun): Suite {
  const properties =
    run === undefined
      ? []
      : [
          xmlElement(
            'properties',
            {},
            (['summary', 'severity', 'checked', 'failed', 'unknown'] as const).map((key) =>
              xmlElement('property', { name: key, value: run[key] }),
            ),
          ),
        ];
  return {
    cases,
    element: xmlElement('testsuite', { name, ...totals(cases) }, [
      ...properties,
      ...cases.map(({ element }) => element),
    ]),
  };
}

function totals(cases: readonly JunitCase[]): Readonly<Record<string, number>> {
  const count = (outcome: JunitCase['outcome']): number => cases.filter((one) => one.outcome === outcome).length;
  return {
    tests: cases.length,
    failures: count('failure'),
    errors: count('error'),
    skipped: count('skipped'),
    time: 0,
  };
}
