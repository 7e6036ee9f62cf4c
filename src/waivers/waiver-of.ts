import type { Place } from '../place.js';
import type { WaiversDocument } from '../schema/waivers-document.js';
import type { Named, Waiver } from './waiver.js';

type Entry = WaiversDocument['waivers'][number];
type EntryOn = Entry['on'];

/** An entry of a file of waivers as it counts. */
export function waiverOf(entry: Entry, place: Place): Waiver {
  const { id, rule, severity, reason, owner, approvedBy, ticket, created, renewed, expires } = entry;
  const on = namedBy(entry.on);
  return {
    name: id ?? `${rule} on ${onText(on)}`,
    hasId: id !== undefined,
    place,
    rule,
    on,
    severity,
    reason,
    owner,
    approvedBy,
    ticket,
    created,
    renewed,
    expires,
    hurts: entry.hurts,
    expect: entry.expect ?? thingsNamed(on),
  };
}

function namedBy({
  service,
  location,
  domain,
  plan,
  supplier,
  drill,
  tier,
  owner,
  system,
  fingerprint,
}: EntryOn): Named {
  return {
    ...(service === undefined ? {} : { service: listOf(service) }),
    ...(location === undefined ? {} : { location: listOf(location) }),
    ...(domain === undefined ? {} : { domain: listOf(domain) }),
    ...(plan === undefined ? {} : { plan: listOf(plan) }),
    ...(supplier === undefined ? {} : { supplier: listOf(supplier) }),
    ...(drill === undefined ? {} : { drill }),
    ...(tier === undefined ? {} : { tier: listOf(tier) }),
    ...(owner === undefined ? {} : { owner: listOf(owner) }),
    ...(system === undefined ? {} : { system: listOf(system) }),
    ...(fingerprint === undefined ? {} : { fingerprint: listOf(fingerprint) }),
  };
}

function listOf(value: string | readonly string[]): readonly string[] {
  return typeof value === 'string' ? [value] : value;
}

/** What a waiver says it is about, in one line. */
function onText(on: Named): string {
  return Object.entries(on)
    .map(([field, value]) => `${field} ${[value].flat().join(', ')}`)
    .join(' and ');
}

/** One finding is expected for each thing that is named one by one. */
function thingsNamed({ service, location, domain, plan, supplier, fingerprint }: Named): number {
  return Math.max(1, ...[service, location, domain, plan, supplier, fingerprint].map((names) => new Set(names).size));
}
