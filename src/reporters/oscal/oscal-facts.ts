import type { Report, ReportFinding, ReportSubject } from '../../report/report.js';
import { oscalComponent, wholeInventory, type OscalComponent } from './oscal-component.js';
import {
  foundObservation,
  gapObservation,
  problemObservation,
  provenObservation,
  ruleObservation,
  type OscalObservation,
  type OscalOrigin,
} from './oscal-observation.js';
import { oscalRisk, type OscalRisk } from './oscal-risk.js';
import { oscalUuid } from './oscal-uuid.js';
import type { Basis } from './oscal-finding.js';
import type { ReviewedControl } from './reviewed-controls.js';

/** Everything that a report observed, as the format has it, and which of it speaks about a control. */
export interface OscalFacts {
  readonly components: readonly OscalComponent[];
  readonly observations: readonly OscalObservation[];
  readonly risks: readonly OscalRisk[];
  readonly basisOf: (control: ReviewedControl) => Basis;
  readonly problems: readonly string[];
  /** What there was no room for; empty where everything is there. */
  readonly leftOut: readonly string[];
}

/** Of findings and of measured promises, so that the document of a large company can still be written and read. */
const most = 25_000;

export function oscalFacts(report: Report, origin: OscalOrigin): OscalFacts {
  const { gaps, diagnostics, rules, run } = report;
  const findings = report.findings.slice(0, most);
  const proven = report.promises.filter((promise) => promise.proven !== null);
  const promises = proven.slice(0, most);
  const uuids = numbered(findings.map(({ fingerprint }) => fingerprint));
  const found = findings.map((finding, index) => {
    const uuid = uuids[index] ?? oscalUuid('found', finding.fingerprint);
    const observation = foundObservation(finding, uuid, run.now);
    return { finding, observation, risk: oscalRisk(finding, uuid, origin) };
  });
  const problems = diagnostics.map((problem, index) =>
    problemObservation(problem, oscalUuid('problem', String(index), problem.code), run.now),
  );
  const ran = rules.map((rule) => ruleObservation(rule, run.now));
  const observations = [
    ...problems,
    ...found.map(({ observation }) => observation),
    ...promises.flatMap(provenObservation),
    ...ran,
    ...gaps.map((gap) => gapObservation(gap, run.now)),
  ];
  const ranAt = new Map(rules.map(({ id }, index) => [id, ran[index]]));
  return {
    components: componentsOf({ findings, promises }),
    observations: observations.map((one) => ({ ...one, origins: [origin] })),
    risks: found.map(({ risk }) => risk),
    basisOf: ({ rules: named }) => {
      const those = found.filter(({ finding }) => speaksFor(finding, named));
      const looked = named.flatMap((rule) => ranAt.get(rule) ?? []);
      return {
        observations: [...those.map(({ observation }) => observation), ...looked].map(({ uuid }) => uuid),
        risks: those.map(({ risk }) => risk.uuid),
      };
    },
    problems: problems.map(({ uuid }) => uuid),
    leftOut: [
      ...leftOut(report.findings.length, 'findings, the mildest'),
      ...leftOut(proven.length, 'promises that a drill or an incident has measured'),
    ],
  };
}

function leftOut(count: number, what: string): readonly string[] {
  return count <= most ? [] : [`${count - most} of ${count} ${what}`];
}

function speaksFor({ rule, also }: ReportFinding, rules: readonly string[]): boolean {
  return rules.includes(rule) || also.some((one) => rules.includes(one));
}

/** Identities of observations by fingerprint; one that comes again is told apart by how often it has come. */
function numbered(fingerprints: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return fingerprints.map((fingerprint) => {
    const before = seen.get(fingerprint) ?? 0;
    seen.set(fingerprint, before + 1);
    return oscalUuid('found', fingerprint, ...(before === 0 ? [] : [String(before)]));
  });
}

/** The inventory itself and all that something is said of, each once. */
function componentsOf({ findings, promises }: Pick<Report, 'findings' | 'promises'>): readonly OscalComponent[] {
  const subjects: readonly ReportSubject[] = [
    wholeInventory,
    ...findings.map(({ subject }) => subject),
    ...promises.map(({ service }) => ({ type: 'service', id: service }) as const),
  ];
  const components = new Map<string, OscalComponent>();
  for (const subject of subjects) {
    const key = `${subject.type} ${subject.id}`;
    if (!components.has(key)) components.set(key, oscalComponent(subject));
  }
  return [...components.values()];
}
