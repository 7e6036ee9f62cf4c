import { keysOf, read, type Fields } from './layer-fields.js';
import type { Linking } from './linking.js';
import type { Backup } from './model.js';
import { readDate, readDuration, readRate } from './read-units.js';
import { readFlag, readSection, readText, readWord } from './read-values.js';
import { resolveKnownConditions, resolveOne, resolvePlaces } from './resolve-references.js';

const testResults = ['passed', 'failed', 'partial'] as const;

export interface WrittenBackups {
  /** Those that exist: not planned. `undefined`: nobody says whether there are any. */
  readonly backups: readonly Backup[] | undefined;
  /** At least one was written, planned ones too: there is data to back up. */
  readonly holdData: boolean;
}

export function buildBackups(linking: Linking, fields: Fields): WrittenBackups {
  if (read(fields, 'backups') === 'none') return { backups: [], holdData: false };
  const map = readSection(linking, fields, 'backups');
  if (map === undefined) return { backups: undefined, holdData: false };
  const ids = keysOf(map);
  const backups = ids.flatMap((id) => {
    const own = readSection(linking, map, id);
    return own === undefined ? [] : buildBackup(linking, own, id);
  });
  if (ids.length > 0 && backups.length === 0) return { backups: undefined, holdData: true };
  return { backups: backups.filter(({ at }) => at === undefined || at.length > 0), holdData: backups.length > 0 };
}

function buildBackup(linking: Linking, fields: Fields, id: string): Backup {
  const restore = readSection(linking, fields, 'restore');
  return {
    id,
    at: resolvePlaces(linking, fields, 'at'),
    every: readDuration(linking, fields, 'every'),
    takes: readDuration(linking, fields, 'takes'),
    retention: readDuration(linking, fields, 'retention'),
    immutable: readFlag(linking, fields, 'immutable'),
    offline: readFlag(linking, fields, 'offline'),
    failsWith: resolveKnownConditions(linking, fields),
    key: read(fields, 'key') === 'none' ? undefined : resolveOne(linking, fields, 'key', 'service'),
    restore: {
      to: restore && resolvePlaces(linking, restore, 'to'),
      rate: restore && readRate(linking, restore, 'rate'),
      time: restore && readDuration(linking, restore, 'time'),
      prepare: (restore && readDuration(linking, restore, 'prepare')) ?? 0,
    },
    tested: readTested(linking, fields),
  };
}

/** A test without a date proves nothing, and counts as not stated. */
function readTested(linking: Linking, fields: Fields): Backup['tested'] {
  if (read(fields, 'tested') === 'never') return 'never';
  const test = readSection(linking, fields, 'tested');
  const date = test && readDate(linking, test, 'date');
  if (test === undefined || date === undefined) return undefined;
  return {
    date,
    took: readDuration(linking, test, 'took'),
    result: readWord(linking, test, 'result', testResults),
    evidence: readText(linking, test, 'evidence'),
  };
}
