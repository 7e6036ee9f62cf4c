import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { audit, type AuditOptions } from '../../src/audit.js';
import { packs } from '../../src/packs/index.js';
import type { Report, ReportControl, ReportPack } from '../../src/report/report.js';
import { oscalControlIds } from '../../src/reporters/oscal/oscal-control-ids.js';
import { oscal } from '../../src/reporters/oscal/oscal.js';
import { uuidV5 } from '../../src/reporters/oscal/oscal-uuid.js';
import type { ReporterOptions } from '../../src/reporters/reporter.js';
import { rules } from '../../src/rules/index.js';
import { readIncidents } from '../support/incidents/incident.js';
import { foldersIn, inventoryFolder } from '../support/inventory-folder.js';
import { waiversFrom } from '../support/waivers.js';
import { audited, hostile, seen, unaudited, worst } from './fixtures/hostile.js';
import { plain80 } from './fixtures/options.js';
import { nodesOf, readMarkdown, textOf } from './fixtures/read-markdown.js';
import { mild, reportOf, unauditedReport, unknownReference, weakTool, wide } from './fixtures/report-fixtures.js';

const here = import.meta.dirname;
const options: ReporterOptions = { ...plain80, ruleText: (id) => rules.find((rule) => rule.id === id) };
const published: object = JSON.parse(
  readFileSync(join(here, 'schemas/oscal-1.2.2.assessment-results.schema.json'), 'utf8'),
);
// The formats that the schema states are those that its patterns describe, and references, which are looked at below.
const validate = new Ajv({ strict: false, validateFormats: false }).compile(published);

type Node = Readonly<Record<string, unknown>>;

interface Finding extends Node {
  readonly title: string;
  readonly target: {
    readonly type: string;
    readonly 'target-id': string;
    readonly status: { readonly state: string; readonly reason: string };
  };
  readonly 'related-risks'?: readonly { readonly 'risk-uuid': string }[];
}

interface Risk extends Node {
  readonly uuid: string;
  readonly status: string;
  readonly deadline?: string;
}

interface Observation extends Node {
  readonly title: string;
  readonly methods: readonly string[];
  readonly collected: string;
  readonly 'relevant-evidence'?: readonly { readonly href: string }[];
}

interface Result extends Node {
  readonly observations?: readonly Observation[];
  readonly risks?: readonly Risk[];
  readonly findings?: readonly Finding[];
  readonly 'reviewed-controls': {
    readonly 'control-selections': readonly {
      readonly 'include-controls': readonly { readonly 'control-id': string }[];
    }[];
  };
}

/** What refers to something inside the document, by the name of its field. */
const references = /^(?:subject|actor|observation|risk|component)-uuid$/;

function* fieldsOf(node: unknown): Iterable<readonly [string, unknown]> {
  if (typeof node !== 'object' || node === null) return;
  for (const [name, value] of Object.entries(node)) {
    yield [name, value];
    yield* fieldsOf(value);
  }
}

/** Reads what was written, having seen that it is what the schema and the words around it ask for. */
function read(report: Report, with_: ReporterOptions = options): Result {
  const document: { readonly 'assessment-results': { readonly results: readonly Result[] } } = JSON.parse(
    oscal(report, with_),
  );
  validate(document);
  expect(validate.errors).toBeNull();
  const fields = [...fieldsOf(document)];
  const uuids = fields.flatMap(([name, value]) => (name === 'uuid' ? [value] : []));
  expect(new Set(uuids).size).toBe(uuids.length);
  for (const [name, value] of fields) {
    if (references.test(name)) expect(uuids).toContain(value);
    if (name === 'href') {
      expect(String(value)).toMatch(/^(?:[\w.~!'()*/-]|%[\dA-F]{2})*(?:#[\w-]+)?$/);
      expect(String(value)).not.toBe('');
    }
    if (Array.isArray(value)) expect(value).not.toEqual([]);
  }
  const [result, ...others] = document['assessment-results'].results;
  expect(others).toEqual([]);
  if (result === undefined) throw new Error('no result');
  return result;
}

const findingsOf = ({ findings = [] }: Result): readonly Finding[] => findings;
const selected = (result: Result): readonly string[] =>
  result['reviewed-controls']['control-selections'].flatMap((one) =>
    one['include-controls'].map((control) => control['control-id']),
  );

const root = join(here, '../../examples');
const examples = foldersIn(root)
  .filter((name) => name !== 'incidents')
  .map((name) => ({ name, files: inventoryFolder(join(root, name)), now: '2026-06-30' }));
const incidents = readIncidents().flatMap(({ name, files, now }) =>
  (['declared', 'revealed'] as const).map((variant) => ({
    name: `${name} ${variant}`,
    files: files[variant],
    now: now[variant],
  })),
);
const pangyo = incidents.find(({ name }) => name === 'kakao-2022 revealed') ?? { files: [], now: '2022-10-14' };
const auditPangyo = (with_: Partial<AuditOptions> = {}): Report => audit(pangyo.files, { now: pangyo.now, ...with_ });

const all = [...packs.values()];

const control = (id: string, status: ReportControl['status'], over: Partial<ReportControl> = {}): ReportControl => ({
  id,
  asks: `what ${id} asks`,
  status,
  rules: ['single-location'],
  findings: [],
  verify: false,
  ...over,
});

const packOf = (name: string, controls: readonly ReportControl[]): ReportPack => ({
  name,
  title: `The framework ${name}`,
  counts: { gap: 0, supports: 0, 'not-assessable': 0 },
  severities: [],
  thresholds: [],
  controls,
});

describe('oscal is valid by the published schema', () => {
  it.each([...examples, ...incidents])('for $name', ({ files, now }) => {
    const report = audit(files, { now });
    expect(report.diagnostics).toEqual([]);
    const { observations = [], risks = [] } = read(report);
    expect(risks).toHaveLength(report.findings.length);
    expect(observations.length).toBeGreaterThanOrEqual(report.findings.length + report.rules.length);
  });

  it('with every pack at once', () => {
    const report = auditPangyo({ packs: all });
    const result = read(report);
    expect(findingsOf(result)).toHaveLength(all.flatMap(({ controls }) => controls).length);
    expect(result['reviewed-controls']['control-selections']).toHaveLength(all.length);
  });

  it('with nothing at all in the report', () => {
    const { observations, risks, findings, ...rest } = read({ ...reportOf([]), promises: [], gaps: [], rules: [] });
    expect([observations, risks, findings]).toEqual([undefined, undefined, undefined]);
    expect(selected({ ...rest })).toEqual(['firebreak-audit']);
  });

  it('and not if a list were empty or an identity of another version', () => {
    const text = oscal(reportOf([weakTool]), options);
    for (const [from, to] of [
      [/"risks": \[/, '"risks": [], "links": ['],
      [/-5[0-9a-f]{3}-/, '-1000-'],
      [/"title": "[^"]+"/, '"title": ""'],
    ] as const) {
      expect(text).toMatch(from);
      expect(validate(JSON.parse(text.replace(from, to)))).toBe(false);
    }
  });

  it('with two findings of one identity, and one without a place', () => {
    expect(read(reportOf([weakTool, weakTool, { ...mild, locations: [] }])).risks).toHaveLength(3);
  });
});

describe('oscal', () => {
  it('never makes an input that could not be audited look like one without findings', () => {
    const result = read(unauditedReport([unknownReference]));
    expect(findingsOf(result).map(({ target }) => target.status)).toEqual([
      { state: 'not-satisfied', reason: 'other', remarks: '1 problem in 1 file: nothing was audited, no rule ran' },
    ]);
    expect(result.observations?.map(({ title }) => title)).toEqual([expect.stringContaining('acount')]);
    expect(selected(result)).toEqual(['firebreak-audit']);
  });

  it('says of the controls of a pack what the pack says, and never that one is satisfied which could not be assessed', () => {
    const report: Report = {
      ...reportOf([weakTool, wide]),
      packs: [
        packOf('some', [
          control('NIST SP 800-53 CP-7(1)', 'gap'),
          control('NIST SP 800-53 CP-2(a)(3)', 'supports'),
          control('DORA Art. 12(4)', 'not-assessable', { because: 'data-missing' }),
          control('a rule-less one', 'not-assessable', { because: 'no-rule', rules: [] }),
        ]),
      ],
    };
    const result = read(report);
    expect(
      findingsOf(result).map(({ target: { type, 'target-id': id, status } }) => [
        type,
        id,
        status.state,
        status.reason,
      ]),
    ).toEqual([
      ['objective-id', 'cp-7.1_obj', 'not-satisfied', 'fail'],
      ['statement-id', 'cp-2_smt.a.3', 'satisfied', 'pass'],
      ['objective-id', 'dora-art.12.4', 'not-satisfied', 'other'],
      ['objective-id', 'a-rule-less-one', 'not-satisfied', 'other'],
    ]);
    // The rule itself has a finding, and another rule's finding has one of it folded in.
    expect(findingsOf(result)[0]?.['related-risks']).toHaveLength(2);
    expect(selected(result)).toEqual(['cp-7.1', 'cp-2', 'dora-art.12.4', 'a-rule-less-one']);
  });

  it('without a pack speaks of gaps and of what is not known, and calls nothing satisfied', () => {
    const run = { summary: 'x', severity: 'high', checked: 4, failed: 0, unknown: 0 } as const;
    const report: Report = {
      ...reportOf([]),
      rules: [
        { ...run, id: 'bad', failed: 1 },
        { ...run, id: 'unsure', unknown: 1 },
        { ...run, id: 'off', off: 2 },
        { ...run, id: 'fine' },
      ],
    };
    const text = { group: 'g', why: 'w', fix: 'f', references: [] };
    const result = read(report, {
      ...plain80,
      ruleText: (id) => ({ ...text, controls: [`Control of ${id}`, 'Of all'] }),
    });
    const states = findingsOf(result).map(({ target }) => [target['target-id'], target.status.reason]);
    expect(states).toEqual([
      ['control-of-bad', 'fail'],
      ['control-of-off', 'other'],
      ['control-of-unsure', 'other'],
      ['of-all', 'fail'],
    ]);
    expect(selected(result)).toContain('control-of-fine');
    for (const { target } of findingsOf(read(auditPangyo()))) expect(target.status.state).toBe('not-satisfied');
  });

  it('makes a waiver in force an approved deviation with a deadline, and no other', () => {
    const waivers = (expires: string): string =>
      `waivers:\n  - { rule: recovery-tool-in-blast-radius, on: { service: monitoring }, reason: second site, owner: sre, expires: ${expires} }\n`;
    const risksWith = (expires: string): readonly Risk[] =>
      read(auditPangyo({ waivers: waiversFrom(waivers(expires)) })).risks ?? [];
    const inForce = risksWith('2022-10-14');
    expect(inForce.filter(({ status }) => status !== 'open').map(({ status, deadline }) => [status, deadline])).toEqual(
      [['deviation-approved', '2022-10-14T23:59:59Z']],
    );
    expect(inForce.filter(({ status, deadline }) => status === 'open' && deadline !== undefined)).toEqual([]);
    expect(new Set(risksWith('2022-10-13').map(({ status }) => status))).toEqual(new Set(['open']));
  });

  it('leaves what is in a baseline open', () => {
    expect(read(reportOf([{ ...weakTool, baseline: 'known' }])).risks?.map(({ status }) => status)).toEqual(['open']);
  });

  it('examines, and tests only where a drill has measured', () => {
    const { observations = [] } = read(reportOf([weakTool]));
    const tests = observations.filter(({ methods }) => methods[0] === 'TEST');
    expect(tests.map(({ title, collected }) => [title, collected])).toEqual([
      ['pay: RPO 0s measured, 0s promised, at a loss of building', '2025-11-02T00:00:00Z'],
    ]);
    expect(new Set(observations.map(({ methods }) => methods.join()))).toEqual(new Set(['EXAMINE', 'TEST']));
  });

  it('leads to the lines of the files', () => {
    const [first] = read(reportOf([weakTool])).observations ?? [];
    expect(first?.['relevant-evidence']?.map(({ href }) => href)).toEqual([
      'inventory/tools.yaml#L6',
      'inventory/locations.yaml#L5',
      'inventory/services.yaml#L12',
      'inventory/services.yaml#L9',
    ]);
  });

  it('leaves out the mildest where there are too many, says so, and judges the controls by all', () => {
    const many = Array.from({ length: 25_003 }, (_, index) => ({
      ...weakTool,
      fingerprint: `v1:${index}`,
      derivation: [],
      locations: [],
    }));
    const document = oscal(reportOf(many), options);
    expect(document.match(/"status": "open"/g)).toHaveLength(25_000);
    expect(document).toContain('"remarks": "Left out for lack of room: 3 of 25003 findings, the mildest"');
    expect(oscal(reportOf([weakTool]), options)).not.toContain('Left out');
    expect(read(reportOf(many.slice(0, 1))).risks).toHaveLength(1);
  });

  it('keeps hostile text in its place', () => {
    const check = (text: string): void => {
      if (seen(text) === '') return;
      for (const make of [audited, unaudited]) {
        const { observations = [] } = read(make(text));
        const titles = observations.filter(({ types }) => String(types) === 'finding').map(({ title }) => title);
        expect(titles.length).toBeGreaterThan(0);
        for (const title of titles) {
          const markup = readMarkdown(title);
          expect(seen(textOf(markup))).toBe(seen(text));
          for (const { type } of nodesOf(markup)) expect(['root', 'paragraph', 'text']).toContain(type);
        }
      }
    };
    for (const text of worst) check(text);
    fc.assert(fc.property(hostile, check), { seed: 20221015, numRuns: 100 });
  });

  it('stays valid whatever a framework calls its controls', () => {
    const check = (names: readonly string[]): void => {
      const named = [...new Set(names)].map((name) => control(name, 'gap', { asks: name }));
      const ids = oscalControlIds(named.map(({ id }) => id));
      expect(new Set([...ids.values()].map(({ target }) => target['target-id'])).size).toBe(named.length);
      read({ ...reportOf([]), packs: [packOf('any', named)] });
    };
    check(['DORA Art. 1(1)', 'dora art 1.1', 'DORA  Art. 1(1)', '', '-', '1', '한국', '한국']);
    fc.assert(fc.property(fc.array(hostile, { maxLength: 4 }), check), { seed: 20221015, numRuns: 100 });
  });

  it('is the same document for the same report, and another for another', () => {
    const uuidOf = (report: Report): string => /"uuid": "([^"]+)"/.exec(oscal(report, options))?.[1] ?? '';
    expect(oscal(auditPangyo(), options)).toBe(oscal(auditPangyo(), options));
    expect(uuidOf(reportOf([weakTool]))).not.toBe(uuidOf(reportOf([])));
  });

  it('names things by UUIDs of version 5 as RFC 9562 works one out', () => {
    // Appendix A.4: www.example.com among the names of DNS.
    expect(uuidV5('6ba7b810-9dad-11d1-80b4-00c04fd430c8', 'www.example.com')).toBe(
      '2ed6657d-e927-568b-95e1-2665a8aea6a2',
    );
  });
});
