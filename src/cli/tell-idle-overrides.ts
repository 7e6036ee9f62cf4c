import type { KeyPath } from '../place.js';
import type { IdleOverride, Report } from '../report/report.js';
import { locate } from '../source/locate.js';
import { closest } from './closest.js';
import type { InventoryInputs } from './inventory-inputs.js';
import { tell } from './print.js';
import type { Settings } from './settings.js';

/** Warns of overrides that select nobody: a name that is misspelt would leave findings as they are, and nobody would notice. */
export function tellIdleOverrides(
  { run, roster = [], promises }: Report,
  { settings, inputs, quiet = false }: { settings: Settings; inputs: InventoryInputs; quiet?: boolean | undefined },
): void {
  const { idleOverrides = [] } = run;
  if (quiet || idleOverrides.length === 0 || !inputs.isWhole()) return;
  const names = new Map<string, readonly string[]>([
    ['service', [...roster, ...promises].map(({ service }) => service)],
    ...(['tier', 'owner', 'system'] as const).map(
      (field) => [field, roster.flatMap((one) => one[field] ?? [])] as const,
    ),
  ]);
  tell(
    'overrides in the settings select no service, so that they change nothing',
    idleOverrides.map(
      (idle) => `${placeOf(idle, settings)}: ${idle.select.map((one) => withMeant(one, names)).join(' ')}`,
    ),
  );
}

/** `tier=golf (did you mean "gold"?)` */
function withMeant(selection: string, names: ReadonlyMap<string, readonly string[]>): string {
  const equals = selection.indexOf('=');
  const value = selection.slice(equals + 1);
  const meant = closest(value, [...new Set(names.get(selection.slice(0, equals)))]);
  return meant === undefined || meant === value ? selection : `${selection} (did you mean "${meant}"?)`;
}

function placeOf({ position }: IdleOverride, { source }: Settings): string {
  const path: KeyPath = ['overrides', position, 'select'];
  if (source === undefined) return `override ${position + 1}`;
  const { document, sources } = source;
  const { file, start } = locate(sources, { file: document.file, document: document.index, path, on: 'key' });
  return `${file}:${start.line}`;
}
