import type { Control, Pack, Threshold } from '../../packs/pack.js';
import { markdownCode, markdownTable, markdownText } from '../../reporters/markdown-text.js';
import { writtenOption } from '../explain/option-text.js';

const warning =
  'A pack is a reading aid, not a legal opinion. It names controls and says in words of our own which rules look at them; the text of a framework is never quoted. The audit says *gap against*, *supports* or *not assessable* of a control, and never that a framework is met. *Gaps only* marks controls of which the rules see too little for finding nothing to say anything. *Verify* marks what was taken from a secondary source or from memory: read it at the official source before you rely on it.';

const sources = [
  '- statute: the number stands in the law or rule itself',
  '- profile: the framework leaves it blank, and a published profile fills it in',
  '- guidance: somebody with standing recommends it',
  '- tool default: the framework has no number; this is ours',
];

/** Every pack on one page. */
export function markdownPacksPage(packs: readonly Pack[]): string {
  const rows = packs.map(({ name, title, controls }) => [
    `[${markdownCode(name)}](#${name})`,
    markdownText(title),
    String(controls.length),
  ]);
  return [
    '# Packs\n',
    `${warning}\n`,
    'A pack sets thresholds and least severities and maps controls to rules. `firebreak --pack dora` audits with one, `packs: [dora]` in `firebreak.yaml` does always. No pack switches a rule off or makes a finding milder. Your own settings win over packs; of two packs the stricter value counts, and the report says where each comes from.\n',
    'Where a threshold comes from:\n',
    `${sources.join('\n')}\n`,
    markdownTable(['Pack', 'Framework', 'Controls'], rows),
    packs.map((pack, index) => markdownPack(pack, '##', baseOf(pack, packs.slice(0, index)))).join('\n'),
  ].join('\n');
}

/** One pack as a document of its own. */
export function markdownPackPage(pack: Pack): string {
  return `${markdownPack(pack, '#', undefined)}\n${warning}\n`;
}

/** The pack that this one has all controls of; on one page they need not stand twice. */
function baseOf({ controls }: Pack, earlier: readonly Pack[]): Pack | undefined {
  return earlier.findLast((other) => other.controls.every((one) => controls.includes(one)));
}

function markdownPack(pack: Pack, heading: string, base: Pack | undefined): string {
  const { name, title, about, severities, thresholds, controls } = pack;
  const more = controls.filter((one) => base?.controls.includes(one) !== true);
  const parts = [
    `${heading} ${name}\n`,
    `**${markdownText(title)}**\n`,
    `${about}\n`,
    ...(thresholds.length === 0
      ? ['Sets no thresholds.\n']
      : [markdownTable(['Threshold', 'Value', 'Source', 'Rests on'], thresholds.map(thresholdRow))]),
    ...(Object.keys(severities).length === 0
      ? []
      : [
          markdownTable(
            ['Rule', 'Counts at least'],
            Object.entries(severities).map(([rule, severity]) => [markdownCode(rule), severity]),
          ),
        ]),
    ...(base === undefined
      ? []
      : [`All controls of [${markdownCode(base.name)}](#${base.name})${more.length > 0 ? ', and:' : '.'}\n`]),
    ...(more.length === 0 ? [] : [markdownTable(['Control', 'Asks', 'Rules'], more.map(controlRow))]),
  ];
  return parts.join('\n');
}

function thresholdRow({ of, option, value, source, basis, verify }: Threshold): readonly string[] {
  const name = of === 'maxAge' ? markdownCode(`maxAge.${option}`) : `${markdownCode(of)} ${markdownCode(option)}`;
  return [name, markdownText(writtenOption(value)), source, markdownText(basis) + (verify === true ? ' (verify)' : '')];
}

function controlRow({ id, asks, rules, onlyGaps, verify }: Control): readonly string[] {
  return [
    markdownText(id) + (verify === true ? ' (verify)' : ''),
    markdownText(asks),
    rules.length === 0
      ? 'none: not assessable'
      : rules.map(markdownCode).join(', ') + (onlyGaps === true ? ' (gaps only)' : ''),
  ];
}
