/**
 * Every key of the report, in one order in which each of its objects reads well. A test holds it against
 * the published schema.
 */
const keys: readonly string[] = [
  ['$schema', 'schemaVersion', 'tool', 'run', 'gate'],
  ['name', 'version', 'now', 'inputs', 'failOn', 'maxFindings', 'result'],
  ['fingerprint', 'rule', 'code', 'type', 'id', 'owner', 'tier', 'service', 'kind', 'objective', 'target', 'modelled'],
  ['summary', 'severity', 'subject', 'message', 'field', 'services', 'subjects'],
  ['locations', 'domains', 'findings', 'promises', 'gaps', 'limitations', 'diagnostics', 'rules'],
  ['critical', 'high', 'medium', 'low', 'info'],
  [
    'total',
    'kept',
    'broken',
    'checked',
    'checks',
    'failed',
    'unknown',
    'proven',
    'value',
    'date',
    'verdict',
    'best',
    'worst',
  ],
  ['about', 'note', 'hurts', 'derivation', 'missing', 'fix', 'help', 'also'],
  ['path', 'start', 'end', 'line', 'column', 'label', 'pointer', 'excerpt', 'sha256'],
].flat();

const ranks: ReadonlyMap<string, number> = new Map(keys.map((key, index) => [key, index]));

/** Where a key stands among others; keys of a later version come last. */
export function keyRank(key: string): number {
  return ranks.get(key) ?? keys.length;
}
