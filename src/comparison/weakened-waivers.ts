import { isWorse } from '../baseline/is-worse.js';
import type { KnownFinding, KnownPromise } from '../baseline/baseline.js';
import { atLeast } from '../finding.js';
import type { Waiver } from '../waivers/waiver.js';
import { inWords } from './in-words.js';
import type { PolicyTerms } from './policy-terms.js';
import type { Weakness } from './weakness.js';

/** Waivers that came, last longer, accept more or need to say less. Those that went accept nothing any more. */
export function weakenedWaivers(before: PolicyTerms, now: PolicyTerms): readonly Weakness[] {
  const former = new Map(before.waivers.map((waiver) => [identity(waiver), waiver]));
  return now.waivers.flatMap((waiver): readonly Weakness[] => {
    const messages = weaker(former.get(identity(waiver)), waiver);
    return messages.map((message) => ({ area: 'policy', message, subjects: [], at: waiver.place }));
  });
}

/** What waivers have to keep to, where that is less. */
export function weakenedWaiverTerms(before: PolicyTerms, now: PolicyTerms): readonly Weakness[] {
  const at = now.placeOf(['waivers']);
  const weak = (message: string): Weakness => ({ area: 'policy', message, subjects: [], at });
  const waivable = before.neverWaived.filter((rule) => !now.neverWaived.includes(rule));
  const unasked = before.waiverFields.filter((field) => !now.waiverFields.includes(field));
  return [
    ...(waivable.length === 0 ? [] : [weak(`${inWords(waivable)} may be waived`)]),
    ...(unasked.length === 0 ? [] : [weak(`waivers need no longer say ${inWords(unasked)}`)]),
    ...(now.waiverDays > before.waiverDays ? [weak(longer(now.waiverDays, before.waiverDays))] : []),
  ];
}

/** Findings that were taken into the baseline, or are in it as something worse or of any size. */
export function grownBaseline(before: PolicyTerms, now: PolicyTerms): readonly Weakness[] {
  const waiting = new Map<string, KnownFinding[]>();
  for (const entry of before.baseline)
    waiting.set(entry.fingerprint, [...(waiting.get(entry.fingerprint) ?? []), entry]);
  const grown = now.baseline.filter((entry) => {
    const former = waiting.get(entry.fingerprint)?.shift();
    return former === undefined || isWorse(entry, former) || isUnmeasured(entry, former);
  });
  if (grown.length === 0) return [];
  const names = grown.map(({ rule, subject }) => `${rule} ${subject}`);
  const message = `the baseline takes in ${grown.length === 1 ? 'a finding' : `${grown.length} findings`} more: ${inWords(names)}`;
  return [{ area: 'policy', message, subjects: [], at: undefined }];
}

/** Promises that may be broken now, and might not before. */
export function excusedPromises(before: PolicyTerms, now: PolicyTerms): readonly Weakness[] {
  if (before.unkept === undefined) return [];
  const weak = (message: string): readonly Weakness[] => [{ area: 'policy', message, subjects: [], at: undefined }];
  if (now.unkept === undefined)
    return now.baseline.length === 0 ? [] : weak('the baseline no longer says which promises did not hold');
  const known = new Map(before.unkept.map((promise) => [nameOf(promise), promise.verdict]));
  const more = now.unkept.filter((promise) => {
    const former = known.get(nameOf(promise));
    return former === undefined || (former === 'unknown' && promise.verdict === 'broken');
  });
  if (more.length === 0) return [];
  const what = more.length === 1 ? 'a promise' : `${more.length} promises`;
  return weak(
    `the baseline takes in ${what} more that ${more.length === 1 ? 'does' : 'do'} not hold: ${inWords(more.map(nameOf))}`,
  );
}

function nameOf({ service, kind, objective }: KnownPromise): string {
  return `${service} ${kind} ${objective}`;
}

/** How far off a finding may be is not compared where its entry does not say; null is without limit too. */
function isUnmeasured(entry: KnownFinding, former: KnownFinding): boolean {
  return entry.magnitude === undefined && typeof former.magnitude === 'number';
}

/** Its id, else all that says which findings it is for. */
function identity({ name, hasId, rule, on }: Waiver): string {
  return hasId ? `id ${name}` : JSON.stringify([rule, Object.entries(on).sort(([a], [b]) => (a < b ? -1 : 1))]);
}

function weaker(before: Waiver | undefined, now: Waiver): readonly string[] {
  const { name, rule, owner, expires, reason } = now;
  if (before === undefined) return [`waiver ${name} accepts ${rule} until ${expires}, for ${owner}: ${reason}`];
  if (scopeOf(before) !== scopeOf(now)) return [`waiver ${name} accepts something else than before`];
  const [was, is] = [before.severity, now.severity];
  const isWorseNow = is !== undefined && is !== was && (was === undefined || atLeast(is, was));
  return [
    ...(expires > before.expires ? [`waiver ${name} lasts until ${expires}, no longer ${before.expires}`] : []),
    ...(now.expect > before.expect
      ? [`waiver ${name} is meant for ${now.expect} findings, no longer ${before.expect}`]
      : []),
    ...(is === undefined && was !== undefined && was !== 'critical'
      ? [`waiver ${name} accepts what the rule itself says, no longer ${was}`]
      : []),
    ...(isWorseNow ? [`waiver ${name} accepts ${is}, no longer ${was ?? 'what the rule itself says'}`] : []),
    ...moreHurt(before.hurts, now.hurts).map((whom) => `waiver ${name} accepts ${whom}`),
  ];
}

/** Whom a waiver lets a finding hurt and did not; one that names nobody lets it hurt anybody. */
function moreHurt(before: Waiver['hurts'], now: Waiver['hurts']): readonly string[] {
  if (before === undefined) return [];
  if (now === undefined)
    return [`whomever it hurts, no longer only ${before.length === 0 ? 'what it is about' : inWords(before)}`];
  const more = now.filter((id) => !before.includes(id));
  return more.length === 0 ? [] : [`that it hurts ${inWords(more)} too`];
}

function scopeOf({ rule, on }: Waiver): string {
  return JSON.stringify([rule, Object.entries(on).sort(([a], [b]) => (a < b ? -1 : 1))]);
}

function longer(now: number, before: number): string {
  return now === Infinity
    ? `waivers may last for ever, no longer ${before} days`
    : `waivers may last ${now} days, no longer ${before}`;
}
