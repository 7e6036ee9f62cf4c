import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { subjectKey, type Found } from '../rules/run-rules.js';

/**
 * Identity of a finding across runs: rule, subject and detail, so that it survives moved lines, reworded
 * messages and new severities. `v1:` and the first 16 hex digits of SHA-256 over the three, NUL between.
 */
export function fingerprint({ rule, subject, failure }: Found): string {
  const identity = [rule.id, subjectKey(subject), failure.detail ?? ''].join('\0');
  return `v1:${bytesToHex(sha256(utf8ToBytes(identity))).slice(0, 16)}`;
}
