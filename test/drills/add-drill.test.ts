import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { addDrill, drillText, type DrillEntry } from '../../src/drills/drill-entry.js';

const entry: DrillEntry = {
  date: '2026-04-02',
  kind: 'switchover',
  lose: ['a', 'feed'],
  result: 'recovered',
  measured: { chat: { rto: '22m', rpo: '0s' } },
  digests: { chat: 'v1:00000000-11111111-22222222' },
  evidence: 'https://wiki/x#1: "y"',
};

const bare: DrillEntry = {
  date: '2026-04-02',
  kind: undefined,
  lose: ['a'],
  result: undefined,
  measured: {},
  digests: {},
  evidence: undefined,
};

const commented = `# top
services:
  chat: {   replicas: [ {at: a} ] }   # odd   spacing
drills:
  # the first
  - {date: 2026-01-01,   lose: [a]}   # one line
  - date: 2026-02-01
    lose: a
    # inside
# the end
x-more: &more [1]
x-again: *more
`;

describe('adding a drill', () => {
  it('changes no other character, and puts the drill behind the last one', () => {
    const added = addDrill(commented, entry) ?? '';
    const [before, after] = commented.split('# the end');
    expect(added.startsWith(before ?? '')).toBe(true);
    expect(added.endsWith(`# the end${after ?? ''}`)).toBe(true);
    const { date, kind, lose, result, measured, digests, evidence } = entry;
    const data = { date, kind, lose, result, measured, digests, evidence };
    expect(parse(added)).toEqual({ ...parse(commented), drills: [...parse(commented).drills, data] });
  });

  it('begins the list behind everything else', () => {
    const text = '# top\nservices: {   a: {} }\n# the end';
    expect(addDrill(text, bare)).toBe(`${text}\ndrills:\n  - date: 2026-04-02\n    lose: [ a ]\n`);
  });

  it('writes each measurement on a line', () => {
    expect(drillText(entry)).toContain('\n  measured:\n    chat: { rto: 22m, rpo: 0s }\n');
    expect(drillText(bare)).toBe('- date: 2026-04-02\n  lose: [ a ]\n');
  });

  it.each([
    ['an empty file', '', 1],
    ['a file without drills', '# hi\nservices: {}\n', 1],
    ['a file without drills in braces', '{ services: {} } # c\n', 1],
    ['an empty list', 'drills: [] # c\nservices: {}\n', 1],
    ['a list in brackets', 'drills: [{ date: 2026-01-01 }] # c\n', 2],
    ['Windows line ends', 'drills:\r\n  - date: 2026-01-01\r\n', 2],
    ['a file without a last line end', 'drills:\n- date: 2026-01-01', 2],
  ])('works on %s', (_case, text, drills) => {
    const added = addDrill(text, bare) ?? '';
    expect(parse(added).drills).toHaveLength(drills);
    expect(parse(added).drills.at(-1)).toEqual({ date: '2026-04-02', lose: ['a'] });
    for (const comment of text.match(/# \w+/g) ?? []) expect(added).toContain(comment);
    expect(/[^\r]\n/.test(added)).toBe(!text.includes('\r\n'));
  });

  it.each([
    ['several documents', 'drills: []\n---\nservices: {}\n'],
    ['a map of drills', 'drills: { a: 1 }\n'],
    ['no YAML', 'drills: [\n'],
  ])('leaves %s alone', (_case, text) => {
    expect(addDrill(text, bare)).toBeUndefined();
  });
});
