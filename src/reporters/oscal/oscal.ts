import type { Report } from '../../report/report.js';
import { escapeActive } from '../escape-active.js';
import { packWarning } from '../pack-text.js';
import { relativeUri } from '../relative-uri.js';
import type { Reporter } from '../reporter.js';
import { countsText, gateText, readinessText, scopeText, unauditedText } from '../result-text.js';
import { oscalControlIds, type OscalControlId } from './oscal-control-ids.js';
import { oscalDay } from './oscal-day.js';
import { oscalFacts } from './oscal-facts.js';
import { oscalFinding, unauditedFinding } from './oscal-finding.js';
import type { OscalOrigin } from './oscal-observation.js';
import { oscalProps } from './oscal-prop.js';
import { oscalLines, oscalText, oscalValue } from './oscal-text.js';
import { oscalUuid } from './oscal-uuid.js';
import { reviewedControls, type ReviewedControl } from './reviewed-controls.js';

const planUuid = oscalUuid('plan');
const toolUuid = oscalUuid('tool');
const origin: OscalOrigin = { actors: [{ type: 'tool', 'actor-uuid': toolUuid }] };

/** Stands for the audit itself where no control of any framework was reviewed: the format asks for at least one. */
const auditItself: OscalControlId = {
  control: 'firebreak-audit',
  target: { type: 'objective-id', 'target-id': 'firebreak-audit' },
};

/**
 * Assessment results of NIST OSCAL 1.2.2. Every identity is a UUIDv5 of what it identifies, so the same report gives the
 * same document. Empty lists, which the format forbids, are left out when it is written.
 */
export const oscal: Reporter = (report, options) => {
  const controls = report.gate.result === 'unaudited' ? [] : reviewedControls(report, options);
  const body = {
    metadata: {
      title: 'Disaster-recovery readiness assessment',
      'last-modified': oscalDay(report.run.now),
      version: oscalValue(report.run.now),
      'oscal-version': '1.2.2',
      remarks: oscalText(`What is said about controls is ${packWarning}.`),
    },
    'import-ap': { href: `#${planUuid}` },
    results: [result(report, controls)],
    'back-matter': { resources: [plan, ...inputsOf(report)] },
  };
  const document = { 'assessment-results': { uuid: documentUuid(report), ...body } };
  return `${escapeActive(JSON.stringify(document, withoutEmptyLists, 2))}\n`;
};

/** Another document is another identity: it goes by all that went into the audit and by what came of it. */
function documentUuid({ tool, run, gate, summary, packs = [], findings }: Report): string {
  const found = findings.map(
    ({ fingerprint, severity, waiver }) => `${fingerprint} ${severity} ${waiver?.expires ?? ''}`,
  );
  const names = packs.map(({ name }) => name);
  return oscalUuid('document', JSON.stringify([tool, run, gate, summary, names, found]));
}

function withoutEmptyLists(_key: string, value: unknown): unknown {
  return Array.isArray(value) && value.length === 0 ? undefined : value;
}

function result(report: Report, controls: readonly ReviewedControl[]): object {
  const { run, gate, summary } = report;
  const { total, kept, broken, unknown, proven } = summary.promises;
  const ids = oscalControlIds(controls.map(({ name }) => name));
  const facts = oscalFacts(report, origin);
  const day = oscalDay(run.now);
  const words =
    gate.result === 'unaudited'
      ? [unauditedText(report), gateText(report)]
      : [countsText(summary), readinessText(summary.promises), scopeText(report), `gate: ${gateText(report)}`];
  return {
    uuid: oscalUuid('result', run.now, ...run.inputs.flatMap(({ path, sha256 }) => [path, sha256])),
    title: 'Audit of disaster-recovery readiness',
    description: oscalLines(words),
    ...(facts.leftOut.length === 0
      ? {}
      : { remarks: oscalText(`Left out for lack of room: ${facts.leftOut.join('; ')}`) }),
    start: day,
    end: day,
    props: oscalProps({
      gate: gate.result,
      'fail-on': gate.failOn,
      select: run.select,
      promises: total,
      'promises-kept': kept,
      'promises-broken': broken,
      'promises-unknown': unknown,
      'promises-proven': proven,
    }),
    'local-definitions': { components: facts.components, 'assessment-assets': assets(report) },
    'reviewed-controls': { 'control-selections': selections(controls, ids) },
    observations: facts.observations,
    risks: facts.risks,
    findings:
      gate.result === 'unaudited'
        ? [unauditedFinding(unauditedText(report), auditItself, facts.problems)]
        : controls.flatMap((one) => oscalFinding(one, ids.get(one.name) ?? auditItself, facts.basisOf(one))),
  };
}

/** One selection for each pack, or one for all that the rules name. */
function selections(
  controls: readonly ReviewedControl[],
  ids: ReadonlyMap<string, OscalControlId>,
): readonly { readonly description: string; readonly 'include-controls': readonly object[] }[] {
  const groups = new Map<string, Set<string>>();
  for (const { pack, name } of controls) {
    const title =
      pack === undefined ? 'Controls that the rules name as those their findings are a gap against' : pack.title;
    groups.set(title, (groups.get(title) ?? new Set()).add((ids.get(name) ?? auditItself).control));
  }
  if (groups.size === 0)
    groups.set('No control of a framework was reviewed, only the inventory itself', new Set([auditItself.control]));
  return [...groups].map(([title, those]) => ({
    description: oscalText(title),
    'include-controls': [...those].map((control) => ({ 'control-id': control })),
  }));
}

function assets({ tool }: Report): object {
  return {
    components: [
      {
        uuid: toolUuid,
        type: 'software',
        title: tool.name,
        description: 'Works out from an inventory what every single loss would do, and which recovery promises hold.',
        props: oscalProps({ version: tool.version }),
        status: { state: 'operational' },
      },
    ],
    'assessment-platforms': [
      {
        uuid: oscalUuid('platform'),
        title: 'The machine on which the audit ran',
        'uses-components': [{ 'component-uuid': toolUuid }],
      },
    ],
  };
}

const plan = {
  uuid: planUuid,
  title: 'Assessment plan',
  description: 'There is no separate plan: every rule in force looks at every part of the inventory that it is about.',
} as const;

/** The files that were audited and those that say what is accepted, with their digests. */
function inputsOf({ run }: Report): readonly object[] {
  return [...run.inputs, ...(run.policy ?? [])].map(({ path, sha256 }, index) => ({
    uuid: oscalUuid('input', String(index), path, sha256),
    title: oscalText(path),
    rlinks: [{ href: relativeUri(path) || '.', hashes: [{ algorithm: 'SHA-256', value: oscalValue(sha256) }] }],
  }));
}
