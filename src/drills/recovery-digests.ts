import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Model, ServiceIndex } from '../model/model.js';
import { placesBehind, servicesBehind } from './recovery-closure.js';
import { placeRecord, recoveryRecord } from './recovery-record.js';

/**
 * What decides how a service recovers, as three digests of 8 hex digits: what it says of itself, the places it stands
 * on, and the services it needs, with theirs. Each is cut from a SHA-256.
 */
export interface RecoveryDigest {
  readonly own: string;
  readonly places: string;
  readonly needs: string;
}

export interface RecoveryDigests {
  readonly of: (service: ServiceIndex) => RecoveryDigest;
  /** What a service needs to recover, transitively, itself not counted; by index. */
  readonly needsOf: (service: ServiceIndex) => readonly ServiceIndex[];
}

/** Digests of an inventory as it is. Each is worked out when somebody asks, and then kept. */
export function recoveryDigests(model: Model): RecoveryDigests {
  const domain = kept((index) => {
    const found = model.domains[index];
    return found === undefined ? '' : placeRecord(model, found);
  });
  const own = kept((index) => {
    const service = model.services[index];
    return service === undefined ? '' : hash(recoveryRecord(model, service));
  });
  const places = kept((index) => {
    const service = model.services[index];
    return service === undefined ? '' : hash(placesBehind(model, service).map(domain).join('\n'));
  });
  const needsOf = kept((index) => servicesBehind(model, index));
  const of = kept((index) => ({
    own: short(own(index)),
    places: short(places(index)),
    needs: short(
      hash(
        needsOf(index)
          .map((needed) => `${own(needed)} ${places(needed)}`)
          .join('\n'),
      ),
    ),
  }));
  return { of, needsOf };
}

const version = 'v1';

/** As it stands in a file: `v1:0a1b2c3d-4e5f6071-8293a4b5`. */
export function digestText({ own, places, needs }: RecoveryDigest): string {
  return `${version}:${own}-${places}-${needs}`;
}

/** Undefined for a text that is no digest of this version. */
export function readDigest(text: string): RecoveryDigest | undefined {
  const [, own, places, needs] = /^v1:([0-9a-f]{8})-([0-9a-f]{8})-([0-9a-f]{8})$/.exec(text) ?? [];
  return own === undefined || places === undefined || needs === undefined ? undefined : { own, places, needs };
}

function hash(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

function short(hex: string): string {
  return hex.slice(0, 8);
}

function kept<Value>(work: (index: number) => Value): (index: number) => Value {
  const known = new Map<number, Value>();
  return (index) => {
    const before = known.get(index);
    if (before !== undefined) return before;
    const value = work(index);
    known.set(index, value);
    return value;
  };
}
