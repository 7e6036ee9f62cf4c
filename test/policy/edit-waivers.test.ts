import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { addWaiver } from '../../src/waivers/add-waiver.js';
import { renewWaiver } from '../../src/waivers/renew-waiver.js';
import type { WaiverEntry } from '../../src/waivers/waiver-entry.js';
import { runs } from '../support/runs.js';

const entry: WaiverEntry = {
  id: 'W-2',
  rule: 'single-location',
  on: { service: 'chat' },
  severity: 'high',
  reason: 'a: b # c',
  owner: '@x',
  approvedBy: undefined,
  ticket: undefined,
  created: '2026-01-01',
  expires: '2026-02-01',
  hurts: undefined,
  expect: undefined,
};
const data = {
  id: 'W-2',
  rule: 'single-location',
  on: { service: 'chat' },
  severity: 'high',
  reason: 'a: b # c',
  owner: '@x',
  created: '2026-01-01',
  expires: '2026-02-01',
};
const renewal = { expires: '2027-01-01', renewed: '2026-05-05', reason: undefined };

const commented = `# top
version: 1 # v
waivers:
  # first
  - id: W-1   # odd   spacing
    rule:    single-location
    on: {service:   web}
    reason: >
      long
      text
    owner: "@a"
    expires: 2026-01-01   # soon
    # inside
# the end
x-more: 1
`;

describe('adding a waiver', () => {
  it('changes no other character, and puts the entry behind the last one', () => {
    const added = addWaiver(commented, entry) ?? '';
    const [before, after] = commented.split('# the end');
    expect(added.startsWith(before ?? '')).toBe(true);
    expect(added.endsWith(`# the end${after ?? ''}`)).toBe(true);
    expect(parse(added)).toEqual({ ...parse(commented), waivers: [...parse(commented).waivers, data] });
  });

  it.each([
    ['nothing', '', 0],
    ['an empty list', '# hi\nversion: 1\nwaivers: []\n# end\n', 0],
    ['no list yet', '# hi\nversion: 1\n', 0],
    ['a list without indentation and line end', 'waivers:\n- { id: W-1 } # c', 1],
    ['a list in brackets', 'waivers: [{ id: W-1 }] # c\n', 1],
    ['Windows line ends', 'waivers:\r\n  - id: W-1\r\n    reason: |\r\n      x\r\n', 1],
    ['a list with an anchor', 'x-o: &o me\nwaivers:\n  - id: W-1\n    owner: *o\n', 1],
  ])('works on %s', (_case, text, waivers) => {
    const added = addWaiver(text, entry) ?? '';
    expect(parse(added).waivers).toHaveLength(waivers + 1);
    expect(parse(added).waivers.at(-1)).toEqual(data);
    for (const comment of text.match(/# \w+/g) ?? []) expect(added).toContain(comment);
    expect(/[^\r]\n/.test(added)).toBe(!text.includes('\r\n'));
  });

  it.each([
    ['several documents', 'waivers: []\n---\nwaivers: []\n'],
    ['no map', '- a\n'],
    ['no YAML', 'waivers: [\n'],
  ])('leaves %s alone', (_case, text) => {
    expect(addWaiver(text, entry)).toBeUndefined();
    expect(renewWaiver(text, 0, renewal)).toBeUndefined();
  });
});

describe('renewing a waiver', () => {
  it('changes the day and adds when that was, and nothing else', () => {
    expect(renewWaiver(commented, 0, renewal)).toBe(
      commented.replace('expires: 2026-01-01   # soon\n', 'expires: 2027-01-01   # soon\n    renewed: 2026-05-05\n'),
    );
  });

  it.each([
    [
      'braces',
      'waivers: [{ id: W-1, expires: 2026-01-01 }] # c\n',
      'waivers: [{ id: W-1, expires: 2027-01-01, renewed: 2026-05-05 }] # c\n',
    ],
    [
      'an earlier renewal',
      'waivers:\n  - renewed: "2026-01-01" # a\n    expires: 2026-02-01 # b\n',
      'waivers:\n  - renewed: 2026-05-05 # a\n    expires: 2027-01-01 # b\n',
    ],
    [
      'no line end',
      'waivers:\n  - expires: 2026-01-01',
      'waivers:\n  - expires: 2027-01-01\n    renewed: 2026-05-05\n',
    ],
    [
      'Windows line ends',
      'waivers:\r\n  - expires: 2026-01-01\r\n',
      'waivers:\r\n  - expires: 2027-01-01\r\n    renewed: 2026-05-05\r\n',
    ],
  ])('works on %s', (_case, before, after) => {
    expect(renewWaiver(before, 0, renewal)).toBe(after);
  });

  it('takes a new reason, whatever it says', () => {
    const reason = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).filter((text) => text.trim() === text);
    fc.assert(
      fc.property(reason, (why) => {
        const renewed = renewWaiver(commented, 0, { ...renewal, reason: why }) ?? '';
        expect(parse(renewed).waivers[0]).toMatchObject({ reason: why, expires: '2027-01-01', owner: '@a' });
        expect(renewed).toContain('# soon');
      }),
      { numRuns: runs(200), seed: 20221015 },
    );
  });
});
