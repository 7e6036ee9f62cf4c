import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/report/report.js';
import { json } from '../../src/reporters/json.js';
import { plain80 } from './fixtures/options.js';
import {
  duplicateId,
  mild,
  reportOf,
  unauditedReport,
  unknownReference,
  weakTool,
  wide,
} from './fixtures/report-fixtures.js';

const schema: unknown = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../schemas/report.v1.schema.json'), 'utf8'),
);
const reports: readonly (readonly [string, Report])[] = [
  ['findings', reportOf([weakTool, wide, mild])],
  ['no findings', reportOf([])],
  ['a ratchet', { ...reportOf([mild]), gate: { failOn: 'low', maxFindings: 3, result: 'pass' } }],
  ['problems', unauditedReport([unknownReference, duplicateId])],
];

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The same data with the keys of every object the other way round. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, one]) => [key, reversed(one)]),
  );
}

describe('json', () => {
  it.each(reports)('says everything in a report with %s and names its schema', (_name, report) => {
    expect(JSON.parse(json(report, plain80))).toEqual({
      $schema: 'urn:firebreak:report:v1',
      ...report,
    });
  });

  it.each(reports)('is valid by the published schema with %s', (_name, report) => {
    if (!isRecord(schema)) throw new Error('the schema is no object');
    const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema);
    validate(JSON.parse(json(report, plain80)));
    expect(validate.errors).toBeNull();
  });

  it('has the same bytes in whatever order the report was put together', () => {
    const report = reportOf([weakTool, mild]);
    const copy: unknown = reversed(report);
    expect(JSON.stringify(copy)).not.toBe(JSON.stringify(report));
    expect(json(Object.assign({ ...report }, copy), plain80)).toBe(json(report, plain80));
    expect(Object.keys(JSON.parse(json(report, plain80))).join(' ')).toBe(
      '$schema schemaVersion tool run gate summary findings promises gaps limitations diagnostics rules',
    );
  });

  it('keeps every character of hostile text', () => {
    const message = 'a\u001b[31m\u009b\u202e\u2028##[error]\n::error::';
    const report = reportOf([{ ...mild, message }]);
    expect(JSON.parse(json(report, plain80))).toMatchObject({ findings: [{ message }] });
  });
});
