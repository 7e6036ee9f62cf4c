import fc from 'fast-check';

const names = ['x', 'x', 'x', 'y', 'y', 'z-1_A'];
const values = [
  'a',
  '1',
  'null',
  '~',
  '""',
  '"q"',
  "'it''s'",
  '[]',
  '[a, b]',
  '{ a: b }',
  '{ a: [b, { c: d }] }',
  '|',
  '>-',
  'a b',
];
/** What may follow `key:` or `-`; N is a name, V a value. */
const contents = [
  'V',
  '&N V',
  '&N V',
  '*N',
  '*N',
  '*N # c',
  '[*N, *N]',
  '[ *N ]',
  '{ a: *N, b: V }',
  '{ a: *N }',
  '&N',
  '&N',
  '&N # c',
  '',
  '',
];
const strange = [
  '&N &N V',
  '&N *N',
  '*N V',
  '*N:',
  '*N: V',
  '*N,',
  '&N !t V',
  '!t &N V',
  '&N a: V',
  '&N - V',
  '&',
  '*',
  '&é V',
  '*é',
  '&N: V',
  '& V',
  '[&N V, *N]',
  '[*N,*N]',
  '{a: *N}',
  '{*N : V}',
  '{a: &N V}',
  '&N [V,',
  '&N\tV',
  '*N\t',
  '&N#',
];

interface Line {
  readonly content: string;
  readonly names: readonly string[];
  readonly value: string;
  /** Out of ten: how often a line goes on where the one before it stands, or comes back. */
  readonly turn: number;
  readonly list: boolean;
}

const line: fc.Arbitrary<Line> = fc.record({
  content: fc.oneof(
    { weight: 14, arbitrary: fc.constantFrom(...contents) },
    { weight: 1, arbitrary: fc.constantFrom(...strange) },
  ),
  names: fc.array(fc.constantFrom(...names), { minLength: 3, maxLength: 3 }),
  value: fc.constantFrom(...values),
  turn: fc.nat(9),
  list: fc.boolean(),
});

/** Nearly always every name stands for something before it is used. */
const beginning = fc.constantFrom(
  ...['a', '{ a: b }', '[a, { b: c }]', '"q"'].flatMap((value) => [
    `a: &x ${value}\nb: &y ${value}\nc: &z-1_A ${value}`,
    `a:\n  - &x ${value}\n  - &y\n    a: b\n    c: *x\n  - &z-1_A ${value}`,
    `a: &x\n  b: &y\n  - ${value}\n  c: &z-1_A ${value}\n  d: [*y]`,
  ]),
  '',
);

/** Maps and lists, deeper behind what opens one, with anchors before values and aliases for them. */
export const anchoredTexts: fc.Arbitrary<string> = fc
  .tuple(beginning, fc.array(line, { minLength: 2, maxLength: 12 }), fc.constantFrom('', '\n', '\n# &x c\n'))
  .map(([before, lines, end]) => {
    const { text, opens } = lines.reduce(written, { text: before, open: [{ indent: 0, list: false }], opens: false });
    return text + (opens ? ' a' : '') + end;
  });

interface Written {
  readonly text: string;
  /** The blocks around, the innermost last. */
  readonly open: readonly { readonly indent: number; readonly list: boolean }[];
  /** Whether the line before begins a block. */
  readonly opens: boolean;
}

function written(
  { text, open, opens }: Written,
  { content, names: named, value, turn, list }: Line,
  at: number,
): Written {
  const innermost = open.at(-1) ?? { indent: 0, list: false };
  const stays = opens ? [...open, { indent: innermost.indent + 2, list }] : turn < 6 ? open : open.slice(0, turn - 9);
  const blocks = stays.length === 0 ? open.slice(0, 1) : stays;
  const block = blocks.at(-1) ?? innermost;
  let next = 0;
  const filled = content.replaceAll('N', () => named[next++ % named.length] ?? 'x').replaceAll('V', value);
  const head = block.list ? '-' : `k${at}:`;
  const body = `${head} ${filled}`.trimEnd();
  const below = /[|>]-?$/.test(filled) ? `\n${' '.repeat(block.indent + 2)}text *x` : '';
  return {
    text: `${text}${text === '' ? '' : '\n'}${' '.repeat(block.indent)}${body}${below}`,
    open: blocks,
    opens: /^(?:&\S+)?(?: # c)?$/.test(filled),
  };
}
