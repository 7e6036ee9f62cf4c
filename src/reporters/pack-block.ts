import type { ControlStatus, ReportPack } from '../report/report.js';
import { labelledRow, labelledRows } from './labelled-row.js';
import type { Layout } from './layout.js';
import { controlIds, inForceText, packCountsText, packWarning, settingName, sourceText } from './pack-text.js';
import { plural } from './plural.js';
import { piece, type StyledLine } from './styled-line.js';
import { wrap } from './wrap.js';

/** More controls than these are counted unless the output is verbose. */
const mostControls = 8;

const labels = [
  ['gap', 'gap'],
  ['supports', 'support'],
  ['not-assessable', 'open'],
] as const satisfies readonly (readonly [ControlStatus, string])[];

/** What an audit says about the controls of a framework, in short. */
export function packBlock(pack: ReportPack, layout: Layout): readonly StyledLine[] {
  const { width, verbose } = layout;
  const settings = [
    ...pack.severities.map((one) => `${settingName(one)} ${inForceText(one, pack.name)}`),
    ...pack.thresholds.map((one) => `${settingName(one)} ${inForceText(one, pack.name)} (${sourceText(one)})`),
  ];
  return [
    [piece('rule', `pack ${pack.name}`)],
    ...wrap(pack.title, width - 2).map((line) => [piece('strong', `  ${line}`)]),
    ...wrap(packCountsText(pack), width - 2).map((line) => [piece('plain', `  ${line}`)]),
    ...labels.flatMap(([status, label]) => controlRow(pack, status, label, layout)),
    ...labelledRows('set', shortened(settings, verbose), width),
    ...labelledRow('note', packWarning, width, 'dim'),
  ];
}

function controlRow(
  pack: ReportPack,
  status: ControlStatus,
  label: string,
  { width, verbose }: Layout,
): readonly StyledLine[] {
  const ids = controlIds(pack, status);
  if (ids.length === 0) return [];
  const shown = verbose ? ids : ids.slice(0, mostControls);
  const more = ids.length - shown.length;
  return labelledRow(label, shown.join(', ') + (more === 0 ? '' : ` +${more} more`), width);
}

function shortened(texts: readonly string[], all: boolean): readonly string[] {
  if (all || texts.length <= mostControls) return texts;
  return [
    ...texts.slice(0, mostControls),
    `and ${plural(texts.length - mostControls, 'more setting')} (-v lists them)`,
  ];
}
