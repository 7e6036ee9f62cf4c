import { loadInventory } from '../load-inventory.js';
import type { Model } from '../model/model.js';
import type { Place } from '../place.js';
import type { Problem } from '../problem.js';
import { buildFacts } from '../rules/build-facts.js';
import type { Rule } from '../rules/rule.js';
import { usualMaxAge } from '../rules/usual-max-age.js';
import { runRules, type RuleResult } from '../rules/run-rules.js';
import type { Subject } from '../rules/subject.js';
import { locate } from '../source/locate.js';
import type { Sources } from '../source/sources.js';
import { readAnnotations, type Annotation, type Expected } from './annotations.js';

/** What became of a fixture. */
export type FixtureResult =
  | { readonly is: 'run'; readonly checks: readonly FixtureCheck[] }
  | { readonly is: 'unreadable'; readonly problems: readonly Problem[]; readonly sources: Sources };

/** One thing that a fixture says, or that a rule did without its being said. */
export interface FixtureCheck {
  /** 1-based. */
  readonly line: number;
  readonly passed: boolean;
  /** What it is about, and what came instead. */
  readonly message: string;
}

/** Runs rules over a fixture and holds what they did against its comments. */
export function testFixture(path: string, text: string, rules: readonly Rule[], now: string): FixtureResult {
  const loaded = loadInventory([{ path, content: text }]);
  if (!loaded.ok) return { is: 'unreadable', problems: loaded.problems, sources: loaded.sources };
  const { annotations, malformed } = readAnnotations(text);
  const facts = buildFacts(loaded.model, { now, maxAge: usualMaxAge });
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const named = rules.filter(({ id }) => annotations.some(({ rule }) => rule === id));
  const lineOf = (place: Place): number => locate(loaded.sources, place).start.line;
  const done = deeds(runRules(named, facts, new Map()), loaded.model, lineOf);
  const said = annotations.map((annotation) =>
    checkOf(annotation, done, subjectLines(byId.get(annotation.rule), loaded.model, lineOf)),
  );
  const unsaid = done.filter(
    ({ rule, lines, did }) =>
      did === 'expect' &&
      // Whatever a comment on the line says of the rule, it has been held against this already.
      !annotations.some((one) => one.rule === rule && lines.includes(one.line)),
  );
  const checks = [
    ...said,
    ...unsaid.map(({ lines: [line = 1], rule, told }) => ({
      line,
      passed: false,
      message: `${rule} finds something that the fixture does not expect: ${told}`,
    })),
    ...malformed.map((line) => ({
      line,
      passed: false,
      message: 'write it like `# expect: [acme/rule]`, `# ok: [acme/rule]` or `# unknown: [acme/rule]`',
    })),
    ...(annotations.length + malformed.length === 0
      ? [{ line: 1, passed: false, message: 'the fixture expects nothing; add `# expect: [acme/rule]` to a line' }]
      : []),
  ];
  return { is: 'run', checks: checks.toSorted((a, b) => a.line - b.line) };
}

/** What a rule did, with the line that a finding points to and that of the thing itself: a comment may stand on either. */
interface Deed {
  readonly rule: string;
  readonly lines: readonly number[];
  readonly did: Exclude<Expected, 'ok'>;
  readonly told: string;
}

type LineOf = (place: Place) => number;

function deeds(results: readonly RuleResult[], model: Model, lineOf: LineOf): readonly Deed[] {
  const ownLine = (subject: Subject): readonly number[] =>
    [placeOf(subject, model)].flatMap((at) => (at ? lineOf(at) : []));
  return results.flatMap(({ rule: { id }, found, unknown }) => [
    ...found.map(({ failure, subject }): Deed => {
      const lines = [lineOf(failure.spots[0].at), ...ownLine(subject)];
      return { rule: id, lines, did: 'expect', told: failure.message };
    }),
    ...unknown.map(({ subject, cannotKnow }): Deed => {
      const missing = cannotKnow.missing.map(({ path }) => path.join('.')).join(', ');
      return { rule: id, lines: ownLine(subject), did: 'unknown', told: missing };
    }),
  ]);
}

/** Lines of everything that a rule could be about; `undefined`: there is no such rule. */
function subjectLines(rule: Rule | undefined, model: Model, lineOf: LineOf): ReadonlySet<number> | undefined {
  if (rule === undefined) return undefined;
  const type = rule.on === 'failure-domain' ? 'domain' : rule.on;
  if (type !== 'service' && type !== 'domain' && type !== 'drill') return new Set();
  const all = { service: model.services, domain: model.domains, drill: model.drills }[type];
  return new Set(all.map(({ index }) => lineOf(model.place({ type, index }))));
}

function placeOf(subject: Subject, model: Model): Place | undefined {
  if (subject.type === 'service') return model.place({ type: 'service', index: subject.service.index });
  if (subject.type === 'failure-domain') return model.place({ type: 'domain', index: subject.domain.index });
  return subject.type === 'drill' ? model.place({ type: 'drill', index: subject.drill.index }) : undefined;
}

function checkOf(
  { rule, line, expected }: Annotation,
  done: readonly Deed[],
  subjects: ReadonlySet<number> | undefined,
): FixtureCheck {
  if (subjects === undefined) return { line, passed: false, message: `there is no rule ${rule}` };
  const here = done.filter((deed) => deed.rule === rule && deed.lines.includes(line));
  const found = here.find(({ did }) => did === 'expect');
  const open = here.find(({ did }) => did === 'unknown');
  const told = { line, passed: true, message: `${rule} ${words[expected]}` };
  if (expected === 'expect' && found !== undefined) return told;
  if (expected === 'unknown' && open !== undefined && found === undefined) return told;
  // Where there is nothing to look at, finding nothing would say nothing.
  if (expected === 'ok' && here.length === 0 && subjects.has(line)) return told;
  return {
    line,
    passed: false,
    message: `${rule} should ${wanted[expected]}, but ${instead(found, open, subjects.has(line))}`,
  };
}

function instead(found: Deed | undefined, open: Deed | undefined, looks: boolean): string {
  if (found !== undefined) return `it finds: ${found.told}`;
  if (open !== undefined) return `it cannot know without ${open.told}`;
  return looks ? 'it finds nothing here' : 'nothing that it is about is on this line';
}

const words = { expect: 'finds it', ok: 'finds nothing', unknown: 'cannot know' } as const;
const wanted = { expect: 'find something', ok: 'find nothing', unknown: 'not be able to know' } as const;
