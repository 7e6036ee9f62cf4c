import type { Pack, Threshold } from '../../packs/pack.js';
import { labelledRow, labelledRows } from '../../reporters/labelled-row.js';
import { packWarning } from '../../reporters/pack-text.js';
import type { Paint } from '../../reporters/paint.js';
import { piece, renderLines } from '../../reporters/styled-line.js';
import { wrap } from '../../reporters/wrap.js';
import { alignedTable, type Column } from '../aligned-table.js';
import type { Terminal } from '../terminal.js';
import { writtenOption } from '../explain/option-text.js';

type Sheet = Terminal & { readonly paint: Paint };

const catalogueColumns: readonly Column[] = [{ style: 'rule' }, { style: 'plain', flexible: true }];
const controlColumns: readonly Column[] = [{ style: 'strong' }, { style: 'plain', flexible: true }];

/** All packs, a line each. */
export function packList(packs: readonly Pack[], { width, paint }: Sheet): string {
  const rows = packs.map(({ name, title }) => [name, title]);
  return `${alignedTable(rows, { columns: catalogueColumns, width, indent: 2, paint })}\n${packs.length} packs; firebreak rules --pack <name> tells more\n`;
}

/** One pack: whom it concerns, its thresholds with their sources, its controls with their rules. */
export function packPage(pack: Pack, { width, paint }: Sheet): string {
  const { name, title, about, thresholds, severities, controls } = pack;
  const set = [
    ...thresholds.map(thresholdText),
    ...Object.entries(severities).map(([rule, severity]) => `least severity of ${rule} ${severity}`),
  ];
  const lines = [
    [piece('rule', name)],
    ...wrap(title, width).map((line) => [piece('strong', line)]),
    ...wrap(about.replaceAll('`', ''), width).map((line) => [piece('plain', line)]),
    [],
    ...(set.length === 0
      ? labelledRow('set', 'nothing: rules count as they are', width)
      : labelledRows('set', set, width)),
    ...labelledRow('note', `${packWarning}; (verify): read it at the official source first`, width, 'dim'),
  ];
  const rows = controls.map(({ id, asks, rules, verify }) => [
    verify === true ? `${id} (verify)` : id,
    `${asks}${rules.length === 0 ? ' (no rule: not assessable)' : `: ${rules.join(', ')}`}`,
  ]);
  return `${renderLines(lines, paint)}\n${alignedTable(rows, { columns: controlColumns, width, indent: 2, paint })}`;
}

function thresholdText({ of, option, value, source, basis, verify }: Threshold): string {
  const what = of === 'maxAge' ? `maxAge.${option}` : `${of} ${option}`;
  return `${what} ${writtenOption(value)} (${source}: ${basis}${verify === true ? '; verify' : ''})`;
}
