import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkstyle } from '../../src/reporters/checkstyle.js';
import { audited, hostile, seen, unaudited, worst } from './fixtures/hostile.js';
import { plain80 } from './fixtures/options.js';
import { elements, readXml } from './fixtures/read-xml.js';
import {
  mild,
  reportOf,
  unauditedReport,
  unknownReference,
  weakTool,
  wholeDomain,
} from './fixtures/report-fixtures.js';

describe('checkstyle', () => {
  it('has an error for each finding under its file', () => {
    const document = readXml(checkstyle(reportOf([weakTool, wholeDomain, mild]), plain80));
    expect(document.name).toBe('checkstyle');
    expect(
      document.children.map(({ name, attributes, children }) => [
        name,
        attributes['name'],
        children.map((one) => one.attributes['severity']),
      ]),
    ).toEqual([
      ['file', 'inventory/tools.yaml', ['error']],
      ['file', 'inventory/services.yaml', ['error', 'info']],
    ]);
    expect(elements(document, 'error')[0]?.attributes).toMatchObject({
      line: '6',
      column: '15',
      source: 'firebreak.recovery-tool-in-blast-radius',
    });
  });

  it('has an error for each problem of an input that was not audited', () => {
    const [error] = elements(readXml(checkstyle(unauditedReport([unknownReference]), plain80)), 'error');
    expect(error?.attributes).toEqual({
      line: '8',
      column: '18',
      severity: 'error',
      message: 'service chat depends on "acount", which is not defined (did you mean "account"?)',
      source: 'firebreak.input/reference',
    });
  });

  it('is a document also where there is nothing to say', () => {
    expect(readXml(checkstyle(reportOf([]), plain80))).toMatchObject({ name: 'checkstyle', children: [] });
  });

  it('keeps hostile text in its place', () => {
    const check = (text: string): void => {
      const document = readXml(checkstyle(audited(text), plain80));
      expect(document.children.map(({ attributes }) => seen(attributes['name'] ?? ''))).toEqual([seen(text)]);
      const errors = elements(document, 'error');
      expect(errors.map(({ attributes }) => Object.keys(attributes).join(' '))).toEqual(
        Array(2).fill('line column severity message source'),
      );
      expect(errors[0]?.attributes['message']).toContain('Fix: ');
      const [problem] = elements(readXml(checkstyle(unaudited(text), plain80)), 'error');
      expect(seen(problem?.attributes['message'] ?? '')).toBe(seen(`${text} (${text})`));
    };
    for (const text of worst) check(text);
    fc.assert(fc.property(hostile, check), { seed: 20221015, numRuns: 300 });
  });
});
