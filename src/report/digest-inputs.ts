import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { SourceFile } from '../source/source-file.js';
import type { Run } from './report.js';

/** Names and SHA-256 digests of the input, by path: what makes a report evidence of a certain state. */
export function digestInputs(files: readonly SourceFile[]): Run['inputs'] {
  return files
    .map(({ path, content, sha256: known }) => ({
      path,
      sha256: known ?? bytesToHex(sha256(typeof content === 'string' ? utf8ToBytes(content) : content)),
    }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}
