// One audit, stage by stage, in a process of its own: prints seconds and peak memory (MB) of each as JSON.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSolver } from '../src/analysis/solver.js';
import { linkInventory } from '../src/model/link-inventory.js';
import { auditedReport } from '../src/report/build-report.js';
import { rankedLosses } from '../src/report/simulation-ranking.js';
import { buildFacts } from '../src/rules/build-facts.js';
import { rules } from '../src/rules/index.js';
import { runRules } from '../src/rules/run-rules.js';
import { usualMaxAge } from '../src/rules/usual-max-age.js';
import { jsonPieces } from '../src/reporters/json-pieces.js';
import { checkInventory } from '../src/schema/check-inventory.js';
import { readSources } from '../src/source/read-sources.js';

const folder = process.argv[2] ?? '.';
const files = readdirSync(folder).map((path) => ({ path, content: readFileSync(join(folder, path)) }));
const stages: { stage: string; seconds: number; peak: number }[] = [];

function timed<T>(stage: string, work: () => T): T {
  const start = process.hrtime.bigint();
  const value = work();
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  stages.push({ stage, seconds, peak: Math.round(process.resourceUsage().maxRSS / 1024) });
  return value;
}

const { documents, problems: unread, sources } = timed('read', () => readSources(files));
const malformed = timed('validate', () => documents.flatMap(checkInventory));
const { model, problems: unlinked } = timed('link', () => linkInventory(documents));
const problems = [...unread, ...malformed, ...unlinked];
if (model === undefined || problems.length > 0) throw new Error(problems[0]?.message ?? 'no model');
timed('worst building', () =>
  rankedLosses(createSolver(model), { kind: 'building', lasts: undefined, destroys: false }),
);
const facts = timed('facts', () => buildFacts(model, { now: '2026-06-30', maxAge: usualMaxAge }));
const aboutInventory = rules.filter(({ on }) => on !== 'waiver');
const results = timed('rules', () => runRules(aboutInventory, facts, new Map()));
const report = timed('report', () =>
  auditedReport(
    {
      files,
      sources,
      now: '2026-06-30',
      gate: { failOn: 'high', maxFindings: undefined, strict: undefined },
      policy: { waivers: undefined, baseline: undefined, select: undefined, ownRules: undefined },
    },
    { facts, results, judgeSetup: () => [] },
  ),
);
timed('write json', () => {
  let length = 0;
  for (const piece of jsonPieces(report)) length += piece.length;
  return length;
});
const { promises } = report.summary;
const counts = `${model.domains.length} domains, ${model.services.reduce((sum, { replicas }) => sum + replicas.length, 0)} replicas, ${promises.total} promises (${promises.kept} kept, ${promises.broken} broken, ${promises.unknown} unknown), ${report.findings.length} findings`;
const megabytes = files.reduce((sum, { content }) => sum + content.length, 0) / 1e6;
process.stdout.write(JSON.stringify({ megabytes, counts, stages }));
