import { describe, expect, it } from 'vitest';
import { severities } from '../../src/finding.js';
import { magnitude } from '../../src/packs/magnitude.js';
import { packs } from '../../src/packs/index.js';
import type { Pack } from '../../src/packs/pack.js';
import { rules } from '../../src/rules/index.js';
import { thresholdSources } from '../../src/rules/rule-option.js';
import { parseInterval } from '../../src/units/interval.js';

const ruleById = new Map(rules.map((rule) => [rule.id, rule]));
const all = [...packs.values()];

/** What the ids of each framework look like. */
const forms: readonly (readonly [RegExp, RegExp])[] = [
  [/^nist-cp-/, /^NIST SP 800-53 (?:CP|PE|RA)-\d{1,2}(?:\(\d{1,2}\))?$/],
  [/^iso-22301$/, /^ISO 22301:2019 \d{1,2}(?:\.\d){1,2}$/],
  [/^iso-27001$/, /^ISO\/IEC 27001:2022 A\.[5-8]\.\d{1,2}$/],
  [/^dora/, /^(?:DORA|RTS 2024\/1774) Art\. \d{1,2}(?:\(\d\))?(?:\([a-z]\))?(?:\([ivx]+\))?$/],
  [/^mas-trm$/, /^MAS (?:FSM-N05 \d|TRM 8\.\d|BCM \d)$/],
  [/^ffiec-bcm$/, /^FFIEC BCM [IV]+(?:\.[A-Z])?$/],
  [/^nydfs-500$/, /^NYDFS 500\.1[36]\([a-e]\)(?:\(\d\))?(?:\([iv]+\))?$/],
  [/^soc2-a1$/, /^SOC 2 (?:A1|CC[79])\.\d$/],
  [/^apra-cps-230$/, /^APRA CPS 230 \d{2}(?:\([a-e]\))?$/],
  [/^rbi-it-2023$/, /^RBI \d{1,2}(?:\([a-j]\))?(?:\([ivx]+\))?$/],
  [/^kr-efsr/, /^전자금융감독규정 제\d{1,2}조(?:의\d)?[①-⑩]?$/],
  [
    /^kr-datacenter$/,
    /^(?:집적정보 통신시설 보호지침 별표 \S.*|디지털서비스 안정성 강화방안 2023 \S.*|정보통신망법 제46조)$/,
  ],
  [
    /^kr-value-added-telecom$/,
    /^(?:방송통신발전 기본법(?: 시행령)? 제\d{2}조[①-⑩]?(?: \S.*)?|전기통신사업법 제22조의7)$/,
  ],
  [/^kisa-isms-p$/, /^ISMS-P \d(?:\.\d{1,2}){2}$/],
  [/^backup-32110$/, /^3-2-1-1-0: [0-3] \S/],
  [/^aws-dr$/, /^AWS REL(?:09|10|13)-BP0\d$/],
];

/** Judges something only where these have been told; their findings say that they have not. */
const standsOn: Readonly<Record<string, string>> = {
  'rto-broken': 'objective-unknown',
  'rpo-broken': 'objective-unknown',
  'copies-share-building': 'location-unproven',
  'copies-share-domain': 'location-unproven',
  'sites-share-domain': 'location-unproven',
  'drill-too-narrow': 'drill-missing',
  'drill-missed-objective': 'drill-missing',
  'backup-never-restored': 'backup-missing',
  'backup-mutable': 'backup-missing',
  'plan-stale': 'plan-missing',
  'supplier-evidence-stale': 'supplier-missing',
  'external-concentration': 'dependencies-unstated',
};

describe('the packs', () => {
  it('are the frameworks that there should be, each under its own name', () => {
    expect([...packs].filter(([name, pack]) => name !== pack.name)).toEqual([]);
    const unknown = all.filter(({ name }) => !forms.some(([names]) => names.test(name)));
    expect(unknown).toEqual([]);
    expect(forms.filter(([names]) => !all.some(({ name }) => names.test(name)))).toEqual([]);
  });

  it('do not contradict what the rules say of themselves', () => {
    const spelt = (id: string): string => id.replace('Delegated Regulation (EU) 2024/1774', 'RTS 2024/1774');
    const silent = all.flatMap(({ name, controls }) =>
      controls.flatMap(({ id, rules: named }) =>
        rules
          .filter((rule) => rule.controls.map(spelt).includes(id) && !named.includes(rule.id))
          .map((rule) => `${name} ${id}: ${rule.id}`),
      ),
    );
    expect(silent).toEqual([]);
  });

  it('of a stricter kind have every control of the one they build on', () => {
    const ids = (name: string): readonly string[] => (packs.get(name)?.controls ?? []).map(({ id }) => id);
    const above = [
      ['nist-cp-low', 'nist-cp-moderate'],
      ['nist-cp-moderate', 'nist-cp-high'],
      ['dora', 'dora-ccp'],
      ['dora', 'dora-csd'],
      ['dora', 'dora-venue'],
    ] as const;
    for (const [less, more] of above) {
      expect(ids(more)).toEqual(expect.arrayContaining([...ids(less)]));
      expect(ids(more).length).toBeGreaterThan(ids(less).length);
    }
  });
});

describe.each(all.map((pack) => [pack.name, pack] as const))('%s', (name, pack: Pack) => {
  const { controls, thresholds, about, title } = pack;

  it('names only rules that there are', () => {
    const named = [
      ...controls.flatMap((control) => [...control.rules, ...control.needs]),
      ...Object.keys(pack.severities),
      ...thresholds.map(({ of }) => of).filter((of) => of !== 'maxAge'),
    ];
    expect([...new Set(named)].filter((id) => !ruleById.has(id))).toEqual([]);
    expect(named.length).toBeGreaterThan(3);
  });

  it('has well-formed ids of controls, each once', () => {
    const form = forms.find(([names]) => names.test(name))?.[1] ?? /^$/;
    expect(controls.map(({ id }) => id).filter((id) => !form.test(id))).toEqual([]);
    expect(new Set(controls.map(({ id }) => id)).size).toBe(controls.length);
  });

  it('names each rule of a control once, and what it stands on', () => {
    for (const { id, rules: named, needs } of controls) {
      expect(new Set([...named, ...needs]).size, id).toBe(named.length + needs.length);
      const missing = named
        .flatMap((rule) => standsOn[rule] ?? [])
        .filter((one) => ![...named, ...needs].includes(one));
      expect(missing, id).toEqual([]);
    }
  });

  it('sets only options that there are, to values that they take, with sources', () => {
    for (const { of, option, value, stricter, source, basis } of thresholds) {
      if (of === 'maxAge') {
        expect(['drill', 'restoreTest', 'review']).toContain(option);
        expect(parseInterval(String(value)).ok).toBe(true);
      } else {
        const known = ruleById.get(of)?.options.find((one) => one.name === option);
        expect(known, `${of} ${option}`).toBeDefined();
        expect(known?.parse(value).ok, `${of} ${option} ${String(value)}`).toBe(true);
      }
      if (stricter === 'least' || stricter === 'most') expect(magnitude(value), `${of} ${option}`).toBeDefined();
      else expect(stricter).toContain(value);
      expect(thresholdSources).toContain(source);
      expect(basis).toMatch(/^\S.{8,}[^.\s]$/);
    }
  });

  it('calls tool default only what is one', () => {
    for (const { of, option, value } of thresholds.filter(({ source }) => source === 'tool default')) {
      const own = ruleById.get(of)?.options.find((one) => one.name === option)?.default;
      if (of === 'maxAge') expect(value, option).toBe('12mo');
      else if (own !== undefined) expect(value, `${of} ${option}`).toBe(own);
    }
  });

  it('sets severities that there are', () => {
    for (const severity of Object.values(pack.severities)) expect(severities).toContain(severity);
  });

  it('speaks in whole words of its own, and never of compliance', () => {
    expect(about).toMatch(/^[A-Z].{20,}\.$/);
    expect(title).toMatch(/^\S.{5,}[^.]$/);
    for (const { asks } of controls) expect(asks).toMatch(/^[A-Z].{3,120}[^.\s]$/);
    expect(JSON.stringify(pack)).not.toMatch(/complian|complies|conform to|certified as/i);
  });
});

describe('what was not read at its source', () => {
  const unverified = (name: string): readonly string[] =>
    (packs.get(name)?.controls ?? []).filter(({ verify }) => verify !== true).map(({ id }) => id);

  it.each(['mas-trm', 'ffiec-bcm', 'kr-efsr', 'kr-efsr-insurer', 'kr-datacenter', 'kr-value-added-telecom'])(
    '%s is marked throughout',
    (name) => {
      expect(unverified(name)).toEqual([]);
      expect((packs.get(name)?.thresholds ?? []).filter(({ verify }) => verify !== true)).toEqual([]);
    },
  );

  it('is not what was', () => {
    for (const name of ['nist-cp-high', 'dora', 'nydfs-500', 'apra-cps-230', 'rbi-it-2023', 'kisa-isms-p'])
      expect(unverified(name).length, name).toBe(packs.get(name)?.controls.length);
  });
});
