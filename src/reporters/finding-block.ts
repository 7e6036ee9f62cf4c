import { columnsOf } from './columns.js';
import type { ReportFinding, ReportSubject } from '../report/report.js';
import { acceptanceText } from './acceptance.js';
import { clean } from './clean.js';
import { codeFrame } from './code-frame.js';
import { labelledRow, labelledRows } from './labelled-row.js';
import type { Layout } from './layout.js';
import { plural } from './plural.js';
import { piece, type StyledLine } from './styled-line.js';
import { wrap } from './wrap.js';

/** More services than these are counted unless the output is verbose. */
const mostServices = 12;
/** More lines of reasoning than these are counted unless the output is verbose. */
const mostReasons = 4;

/** One finding: what, where, why, who is hurt, what to do. */
export function findingBlock(finding: ReportFinding, layout: Layout): readonly StyledLine[] {
  const { severity, message, locations, derivation, hurts, fix, also, lapsed } = finding;
  const accepted = acceptanceText(finding);
  const { width } = layout;
  return [
    ...headingLines(finding, layout),
    ...wrap(clean(message), width - 2).map((line) => [piece('strong', `  ${line}`)]),
    ...codeFrame(locations, severity, layout),
    ...labelledRows('why', reasonTexts(derivation, layout.verbose), width),
    ...(hurts.length === 0 ? [] : labelledRow('hurts', hurtText(hurts, layout.verbose), width)),
    ...labelledRow('fix', fix, width),
    ...(also.length === 0 ? [] : labelledRow('also', also.join(', '), width)),
    ...(accepted === undefined ? [] : labelledRow('policy', accepted, width)),
    ...(lapsed === undefined ? [] : labelledRow('policy', `${lapsed.id} of ${lapsed.owner} ${lapsed.note}`, width)),
    ...(finding.baseline === 'worsened' ? labelledRow('policy', 'worse than it is in the baseline', width) : []),
    ...(finding.since === 'worsened' ? labelledRow('policy', 'worse than before this change', width) : []),
  ];
}

/** Severity, rule and subject: on one line, or the subject below where they do not fit. */
function headingLines({ severity, rule, subject }: ReportFinding, { signs, width }: Layout): readonly StyledLine[] {
  const level = `${signs.severity[severity]} ${severity}`;
  const about = clean(subjectTexts(subject).join(` ${signs.dot} `));
  const line = [piece(severity, level), piece('plain', '  '), piece('rule', rule)];
  if (about === '') return [line];
  if (columnsOf(`${level}  ${rule}  ${about}`) <= width) return [[...line, piece('plain', '  '), piece('dim', about)]];
  return [line, ...wrap(about, width - 2).map((text) => [piece('dim', `  ${text}`)])];
}

function subjectTexts({ type, id, tier, owner }: ReportSubject): readonly string[] {
  return [
    ...(type === 'inventory' ? [] : [type === 'service' || id.startsWith(`${type} `) ? id : `${type} ${id}`]),
    ...(tier === undefined ? [] : [`tier ${tier}`]),
    ...(owner === undefined ? [] : [owner]),
  ];
}

function reasonTexts(derivation: readonly string[], all: boolean): readonly string[] {
  const shown = all ? derivation : derivation.slice(0, mostReasons);
  const more = derivation.length - shown.length;
  return more === 0 ? shown : [...shown, `and ${plural(more, 'more line')} (-v shows them)`];
}

function hurtText(hurts: readonly string[], all: boolean): string {
  const shown = all ? hurts : hurts.slice(0, mostServices);
  const more = hurts.length - shown.length;
  const names = shown.join(', ') + (more === 0 ? '' : ` +${more} more`);
  return hurts.length === 1 ? names : `${hurts.length} services: ${names}`;
}
