import type { Reporter } from './reporter.js';

export interface ReporterEntry {
  /** One line, without a full stop. */
  readonly summary: string;
  /** For people, with paths as they see them from where they stand; all others are for programs. */
  readonly audience: 'people' | 'programs';
  /** Loaded on demand, so that a format costs nothing until it is asked for. */
  readonly load: () => Promise<Reporter>;
}

/** Every output format by the name that `--format` takes. */
export const reporters: ReadonlyMap<string, ReporterEntry> = new Map<string, ReporterEntry>([
  [
    'pretty',
    {
      summary: 'findings with code frames, derivations and fixes',
      audience: 'people',
      load: async () => (await import('./pretty.js')).pretty,
    },
  ],
  [
    'compact',
    {
      summary: 'path:line:column: severity[rule] subject: message',
      audience: 'people',
      load: async () => (await import('./compact.js')).compact,
    },
  ],
  [
    'json',
    {
      summary: 'the whole report, as report.v1.schema.json describes it',
      audience: 'programs',
      load: async () => (await import('./json.js')).json,
    },
  ],
]);
