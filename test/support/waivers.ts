import { rules } from '../../src/rules/index.js';
import { readWaivers } from '../../src/waivers/read-waivers.js';
import type { WaiverTerms } from '../../src/waivers/waiver-terms.js';
import type { Waivers } from '../../src/waivers/waiver.js';

/** Waivers that are in order, read from the text of one file. */
export function waiversFrom(content: string, path = 'waivers.yaml', terms: Partial<WaiverTerms> = {}): Waivers {
  const read = readWaivers([{ path, content, sha256: '0'.repeat(64) }], { rules, ...terms });
  if (read.ok) return read.waivers;
  throw new Error(read.problems.map(({ message }) => message).join('; '));
}
