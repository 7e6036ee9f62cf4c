import { atLeast, type Severity } from '../../finding.js';
import type { DetailService, Report, ReportFinding, ReportPromise } from '../../report/report.js';
import { formatDuration } from '../../units/duration.js';
import type { RuleText } from '../rule-text.js';
import type { DocumentOptions } from './document-options.js';
import { translator, type Translate } from './messages/translate.js';

/** What every part of the document works with. All of it is cleaned. */
export interface Page {
  readonly report: Report;
  readonly document: DocumentOptions;
  readonly t: Translate;
  /** Milder findings are counted and not listed. */
  readonly minSeverity: Severity;
  readonly ruleText: (id: string) => RuleText | undefined;
  /** Ids of the elements that tell of a service, a failure domain or a finding; undefined: nothing does. */
  readonly serviceId: (service: string) => string | undefined;
  /** Of the element that derives a promise. */
  readonly promiseId: (promise: ReportPromise) => string | undefined;
  readonly domainId: (domain: string) => string | undefined;
  readonly findingId: (fingerprint: string) => string | undefined;
  readonly serviceOf: (service: string) => DetailService | undefined;
  /** Who owns a service or answers for a finding's subject. */
  readonly ownerOf: (subject: string) => string | undefined;
  /** Seconds for people; `null` is `endless`. */
  readonly time: (seconds: number | null, endless: 'never' | 'all') => string;
  readonly range: (
    range: { readonly best: number | null; readonly worst: number | null },
    endless: 'never' | 'all',
  ) => string;
}

/** Beyond so many promises those that are kept are derived in the other formats only, and the document says so. */
export const mostDerived = 1500;

/** The graver first. */
export const verdicts: readonly ['broken', 'unknown', 'kept', 'not-applicable'] = [
  'broken',
  'unknown',
  'kept',
  'not-applicable',
];

export function pageOf(
  report: Report,
  document: DocumentOptions,
  ruleText: (id: string) => RuleText | undefined,
  minSeverity: Severity,
): Page {
  const t = translator(document.lang);
  const all = report.promises.length <= mostDerived;
  const derived = report.promises.filter(({ verdict }) => all || (verdict !== 'kept' && verdict !== 'not-applicable'));
  const promised = numbered([...new Set(derived.map(({ service }) => service))], 's');
  const promises = new Map(derived.map((promise, index) => [promise, `p${index + 1}`] as const));
  const domains = numbered(
    (report.detail?.domains ?? []).map(({ id }) => id),
    'd',
  );
  const listed = report.findings.filter(({ severity }) => atLeast(severity, minSeverity));
  const findings = new Map(listed.map((finding) => [finding.fingerprint, idOfFinding(finding)] as const));
  const services = new Map((report.detail?.services ?? []).map((service) => [service.id, service] as const));
  const owners = new Map(
    report.findings.flatMap(({ subject: { id, owner } }) => (owner === undefined ? [] : [[id, owner] as const])),
  );
  const time: Page['time'] = (seconds, endless) =>
    seconds === null ? t(endless === 'never' ? 'never' : 'everything') : formatDuration(seconds);
  return {
    report,
    document,
    t,
    minSeverity,
    ruleText,
    serviceId: (service) => promised.get(service),
    promiseId: (promise) => promises.get(promise),
    domainId: (domain) => domains.get(domain),
    findingId: (fingerprint) => findings.get(fingerprint),
    serviceOf: (service) => services.get(service),
    ownerOf: (subject) => services.get(subject)?.owner ?? owners.get(subject),
    time,
    range: ({ best, worst }, endless) => {
      const [from, to] = [time(best, endless), time(worst, endless)];
      return from === to ? from : `${from}–${to}`;
    },
  };
}

function numbered(names: readonly string[], letter: string): ReadonlyMap<string, string> {
  return new Map(names.map((name, index) => [name, `${letter}${index + 1}`]));
}

/** Fingerprints hold nothing but letters, digits and a colon in a report of our own; another may hold anything. */
function idOfFinding({ fingerprint }: ReportFinding): string {
  return `f-${fingerprint.replace(/[^\w-]+/g, '-')}`;
}
