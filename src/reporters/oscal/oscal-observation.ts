import type { Diagnostic, Gap, ReportFinding, ReportLocation, ReportPromise, RuleRun } from '../../report/report.js';
import { formatDuration } from '../../units/duration.js';
import { problemRule, problemText } from '../finding-details.js';
import { plural } from '../plural.js';
import { relativeUri } from '../relative-uri.js';
import { gapText } from '../result-text.js';
import { oscalSubject, wholeInventory, type OscalSubject } from './oscal-component.js';
import { oscalDay } from './oscal-day.js';
import { oscalProps, type OscalProp } from './oscal-prop.js';
import { oscalLines, oscalText } from './oscal-text.js';
import { oscalUuid } from './oscal-uuid.js';

export interface OscalObservation {
  readonly uuid: string;
  readonly title: string;
  readonly description: string;
  readonly props?: readonly OscalProp[];
  /** Reading an inventory is to examine; only what a drill or an incident has measured is a test. */
  readonly methods: readonly ['EXAMINE' | 'TEST'];
  readonly types: readonly ['finding' | 'control-objective' | 'discovery'];
  readonly origins?: readonly OscalOrigin[];
  readonly subjects: readonly OscalSubject[];
  readonly 'relevant-evidence'?: readonly OscalEvidence[];
  readonly collected: string;
}

interface OscalEvidence {
  readonly href: string;
  readonly description: string;
}

export interface OscalOrigin {
  readonly actors: readonly { readonly type: 'tool'; readonly 'actor-uuid': string }[];
}

/** What was found. */
export function foundObservation(finding: ReportFinding, uuid: string, now: string): OscalObservation {
  const { rule, severity, subject, message, locations, derivation, fingerprint, baseline, since, magnitude } = finding;
  return {
    uuid,
    title: oscalText(message),
    description: oscalLines(derivation.length === 0 ? [message] : derivation),
    props: oscalProps({ fingerprint, rule, severity, baseline, since, magnitude: magnitude ?? undefined }),
    methods: ['EXAMINE'],
    types: ['finding'],
    subjects: [oscalSubject(subject)],
    'relevant-evidence': evidence(locations),
    collected: oscalDay(now),
  };
}

/** What a rule looked at, and at what it could not. */
export function ruleObservation({ id, summary, checked, failed, unknown }: RuleRun, now: string): OscalObservation {
  const looked = checked === 0 ? 'nothing to look at' : `${plural(checked, 'subject')} looked at, ${failed} failed`;
  const lacking = unknown === 0 ? '' : `; ${plural(unknown, 'check')} could not be made for lack of data`;
  return {
    uuid: oscalUuid('rule', id),
    title: oscalText(`${id}: ${looked}${lacking}`),
    description: oscalText(`The rule looks for: ${summary}`),
    props: oscalProps({ rule: id, checked, failed, unknown }),
    methods: ['EXAMINE'],
    types: ['control-objective'],
    subjects: [oscalSubject(wholeInventory)],
    collected: oscalDay(now),
  };
}

/** What a drill or an incident has measured. */
export function provenObservation(promise: ReportPromise): readonly OscalObservation[] {
  const { service, kind, objective, target, proven, verdict } = promise;
  if (proven === null) return [];
  const measured = `${objective.toUpperCase()} ${formatDuration(proven.value)}`;
  return [
    {
      uuid: oscalUuid('proven', service, kind, objective),
      title: oscalText(`${service}: ${measured} measured, ${formatDuration(target)} promised, at a loss of ${kind}`),
      description: oscalText(
        `A drill or an incident on ${proven.date} measured it; the promise as modelled is ${verdict}.`,
      ),
      props: oscalProps({ kind, objective, 'target-seconds': target, 'measured-seconds': proven.value }),
      methods: ['TEST'],
      types: ['control-objective'],
      subjects: [oscalSubject({ type: 'service', id: service })],
      collected: oscalDay(proven.date),
    },
  ];
}

/** What nobody has written down, and what it keeps unknown. */
export function gapObservation(gap: Gap, now: string): OscalObservation {
  return {
    uuid: oscalUuid('gap', gap.field),
    title: oscalText(`${gap.field} is not written down`),
    description: oscalText(gapText(gap, gap.subjects.length)),
    props: oscalProps({ field: gap.field, promises: gap.promises, checks: gap.checks }),
    methods: ['EXAMINE'],
    types: ['discovery'],
    subjects: [oscalSubject(wholeInventory)],
    collected: oscalDay(now),
  };
}

/** What kept the input from being audited. */
export function problemObservation(problem: Diagnostic, uuid: string, now: string): OscalObservation {
  return {
    uuid,
    title: oscalText(problem.message),
    description: oscalText(problemText(problem)),
    props: oscalProps({ rule: problemRule(problem) }),
    methods: ['EXAMINE'],
    types: ['finding'],
    subjects: [oscalSubject(wholeInventory)],
    'relevant-evidence': evidence(problem.locations),
    collected: oscalDay(now),
  };
}

function evidence(locations: readonly ReportLocation[]): readonly OscalEvidence[] {
  return locations.map(({ path, start, label }, index) => ({
    href: `${relativeUri(path)}#L${start.line}`,
    description: label === '' ? (index === 0 ? 'the line to change' : 'see also') : oscalText(label),
  }));
}
