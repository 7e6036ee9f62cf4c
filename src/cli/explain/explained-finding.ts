import type { LoadedInventory } from '../../load-inventory.js';
import type { Model } from '../../model/model.js';
import type { Place } from '../../place.js';
import type { Report, ReportField, ReportFinding, ReportPromise } from '../../report/report.js';
import { rules } from '../../rules/index.js';
import type { Rule } from '../../rules/rule.js';
import { locate } from '../../source/locate.js';
import type { FindingExplanation, HurtService, WrittenFact } from './finding-explanation.js';
import { domainGrounds, serviceGrounds, type Grounds } from './finding-fields.js';
import { flipsOf } from './finding-flip.js';

type Readable = Extract<LoadedInventory, { readonly ok: true }>;

/** A finding of a report, taken apart with the inventory that it is about. */
export function explainedFinding(
  { model, sources }: Readable,
  report: Report,
  finding: ReportFinding,
  ownRules: readonly Rule[] = [],
): FindingExplanation {
  const rule = [...rules, ...ownRules].find(({ id }) => id === finding.rule);
  const group = rule?.group ?? 'governance';
  const own = promisesOf(report, finding.subject.id).filter(({ objective }) => concerns(finding.rule, objective));
  const moved = group === 'evidence' || group === 'governance' || group === 'facility' || group === 'operations';
  const open = moved ? [] : own.filter(isOpen);
  const position = (place: Place): { readonly path: string; readonly line: number } => {
    const { file, start } = locate(sources, place);
    return { path: file, line: start.line };
  };
  const grounds = groundsOf(model, finding, group, position);
  return {
    schemaVersion: '1.0',
    finding,
    rule: {
      id: finding.rule,
      group,
      summary: rule?.summary ?? '',
      why: rule?.why ?? '',
      controls: rule?.controls ?? [],
    },
    arithmetic: [
      ...new Set([
        ...finding.derivation,
        ...open.map(
          ({ kind, worst, objective, derivation }) =>
            `loss of ${kind} ${worst ?? ''}, ${objective.toUpperCase()}: ${derivation}`,
        ),
      ]),
    ],
    ...grounds,
    facts: [...pointedAt(finding), ...grounds.facts],
    unknown: withDeciding(grounds.unknown, missingIn(report, finding, open)),
    flip: flipsOf(model, finding, open),
    hurts: hurtBy(model, report, finding),
  };
}

/** Rules about one of the two objectives; the others are about both. */
function concerns(rule: string, objective: ReportPromise['objective']): boolean {
  if (/rpo|interval/.test(rule)) return objective === 'rpo';
  return /rto|slow/.test(rule) ? objective === 'rto' : true;
}

function isOpen({ verdict }: ReportPromise): boolean {
  return verdict === 'broken' || verdict === 'unknown';
}

function promisesOf({ promises }: Report, service: string): readonly ReportPromise[] {
  return promises.filter((promise) => promise.service === service);
}

/** The lines that the finding shows. */
function pointedAt({ locations }: ReportFinding): readonly WrittenFact[] {
  return locations.map(({ path, start, label, excerpt }) => ({
    field: label,
    value: excerpt.trim(),
    path,
    line: start.line,
  }));
}

function groundsOf(
  model: Model,
  { subject }: ReportFinding,
  group: FindingExplanation['rule']['group'],
  position: Parameters<typeof serviceGrounds>[3],
): Grounds {
  const service = subject.type === 'service' ? model.services[model.serviceById.get(subject.id) ?? -1] : undefined;
  if (service !== undefined) return serviceGrounds(model, service, group, position);
  const isDomain = subject.type === 'location' || subject.type === 'domain';
  const domain = isDomain ? model.domains[model.domainById.get(subject.id) ?? -1] : undefined;
  return domain === undefined ? { facts: [], assumptions: [], unknown: [] } : domainGrounds(model, domain, position);
}

/** What keeps promises unknown: of the subject, or for a finding about the inventory all that is left out. */
function missingIn(
  { gaps }: Report,
  { subject, rule }: ReportFinding,
  open: readonly ReportPromise[],
): readonly ReportField[] {
  if (subject.type !== 'inventory' || rule !== 'objective-unknown') return open.flatMap(({ missing }) => missing);
  return gaps
    .filter(({ promises }) => promises > 0)
    .flatMap(({ field, subjects }) => subjects.map((one) => ({ subject: one, field })));
}

/**
 * First what decides, then what else is left out. The report names a field of list items without their positions, such as
 * `replicas[].lag`.
 */
function withDeciding(
  left: FindingExplanation['unknown'],
  deciding: readonly ReportField[],
): FindingExplanation['unknown'] {
  const names = new Set(deciding.map(({ subject, field }) => `${subject} ${field}`));
  const general = ({ subject, field }: ReportField): string => `${subject} ${field.replaceAll(/\[\d+\]/g, '[]')}`;
  const first = left.filter((one) => names.has(general(one))).map((one) => ({ ...one, decides: true }));
  const covered = new Set(first.map(general));
  const others = [...new Map(deciding.map((one) => [general(one), one])).values()]
    .filter((one) => !covered.has(general(one)))
    .map(({ subject, field }) => ({ subject, field, decides: true }));
  return [...first, ...others, ...left.filter((one) => !names.has(general(one)))];
}

/** Whom the finding names, or the service that it is about. */
function hurtBy(model: Model, report: Report, { hurts, subject }: ReportFinding): readonly HurtService[] {
  const ids = subject.type === 'service' ? [...new Set([subject.id, ...hurts])] : hurts;
  return ids.flatMap((id) => {
    const service = model.services[model.serviceById.get(id) ?? -1];
    if (service === undefined) return [];
    const { owner, tier } = service;
    const promises = promisesOf(report, id)
      .filter(isOpen)
      .map(({ kind, objective, target, verdict, worst }) => ({
        kind,
        objective,
        target,
        verdict,
        ...(worst === undefined ? {} : { worst }),
      }));
    return [{ id, ...(owner === undefined ? {} : { owner }), ...(tier === undefined ? {} : { tier }), promises }];
  });
}
