import type { Report } from '../report/report.js';
import type { Reporter } from './reporter.js';

export interface ReporterEntry {
  /** One line, without a full stop. */
  readonly summary: string;
  /** For people, with paths as they see them from where they stand; all others are for programs. */
  readonly audience: 'people' | 'programs';
  /** Commands to whatever runs the job: they may follow another format for people on stdout. */
  readonly commands?: true;
  /** Lines for findings and nothing else: what `--min-severity` hides it cannot count. */
  readonly onlyFindings?: true;
  /** Shows what is worked out only when asked for: the map, the worst losses, the evidence. */
  readonly detail?: true;
  /** Loaded on demand, so that a format costs nothing until it is asked for. */
  readonly load: () => Promise<Reporter>;
  /** The same text in pieces, where it may be longer than a string can be. */
  readonly loadPieces?: () => Promise<(report: Report) => Iterable<string>>;
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
      onlyFindings: true,
      load: async () => (await import('./compact.js')).compact,
    },
  ],
  [
    'json',
    {
      summary: 'the whole report, as report.v1.schema.json describes it',
      audience: 'programs',
      load: async () => (await import('./json.js')).json,
      loadPieces: async () => (await import('./json-pieces.js')).jsonPieces,
    },
  ],
  [
    'sarif',
    {
      summary: 'SARIF 2.1.0, for code scanning',
      audience: 'programs',
      load: async () => (await import('./sarif/sarif.js')).sarif,
    },
  ],
  [
    'junit',
    {
      summary: 'JUnit XML with what passed, for test reports',
      audience: 'programs',
      load: async () => (await import('./junit.js')).junit,
    },
  ],
  [
    'github',
    {
      summary: 'annotations in a pull request on GitHub',
      audience: 'programs',
      commands: true,
      onlyFindings: true,
      load: async () => (await import('./github.js')).github,
    },
  ],
  [
    'summary',
    {
      summary: 'Markdown for the summary of a job on GitHub, within its limit',
      audience: 'programs',
      load: async () => (await import('./summary.js')).summary,
    },
  ],
  [
    'gitlab',
    {
      summary: 'code quality report of GitLab',
      audience: 'programs',
      load: async () => (await import('./gitlab.js')).gitlab,
    },
  ],
  [
    'markdown',
    {
      summary: 'the whole audit as a document',
      audience: 'programs',
      load: async () => (await import('./markdown/markdown.js')).markdown,
    },
  ],
  [
    'html',
    {
      summary: 'the audit report as one file for browsers and paper',
      audience: 'programs',
      detail: true,
      load: async () => (await import('./html/html.js')).html,
    },
  ],
  [
    'csv',
    {
      summary: 'a row for each finding, for spreadsheets',
      audience: 'programs',
      load: async () => (await import('./csv.js')).csv,
    },
  ],
  [
    'csv-promises',
    {
      summary: 'a row for each promise, for spreadsheets',
      audience: 'programs',
      load: async () => (await import('./csv-promises.js')).csvPromises,
    },
  ],
  [
    'checkstyle',
    {
      summary: 'Checkstyle XML, for Jenkins and others',
      audience: 'programs',
      load: async () => (await import('./checkstyle.js')).checkstyle,
    },
  ],
  [
    'jsonl',
    {
      summary: 'a line of JSON for each finding',
      audience: 'programs',
      load: async () => (await import('./jsonl.js')).jsonl,
    },
  ],
  [
    'rdjson',
    {
      summary: 'diagnostic format of reviewdog',
      audience: 'programs',
      load: async () => (await import('./rdjson.js')).rdjson,
    },
  ],
  [
    'oscal',
    {
      summary: 'assessment results of NIST OSCAL 1.2.2, for assessors',
      audience: 'programs',
      load: async () => (await import('./oscal/oscal.js')).oscal,
    },
  ],
]);
