import type { SourceFile } from '../source/source-file.js';

/** In UTF-8 bytes or characters. Below it an audit is over before any of this matters. */
const large = 65_536;

/**
 * Has V8 wait four times longer than usual before it optimises a function: most audits are over before that has paid for
 * itself. 1,000 services take a quarter less time for it, and 100,000 no more. Only the V8 of Node 20, whose flag this is:
 * later ones know no such flag, and do better without.
 */
export function optimiseLater(files: readonly SourceFile[]): void {
  const length = files.reduce((sum, { content }) => sum + content.length, 0);
  if (length < large || !process.versions.v8.startsWith('11.')) return;
  process.getBuiltinModule('node:v8').setFlagsFromString('--interrupt-budget=270000');
}
