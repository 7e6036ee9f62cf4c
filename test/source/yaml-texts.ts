import fc from 'fast-check';
import { stringify } from 'yaml';

const words = [
  'a',
  'b',
  'kind',
  'in',
  'rto',
  'x-y',
  '15m',
  'talk.server',
  '판교',
  'a/b',
  'http://x:80/y',
  '1',
  '1.0',
  '0x1F',
  '0o17',
  'true',
  'null',
  '~',
  '.inf',
  '-5',
  '+3',
  '-0',
  '1e3',
  '.5',
  '5.',
  '007',
  '40%',
  '2022-04-02',
  'No',
  'FALSE',
  'a:b',
  'a#b',
  'C:\\x',
  '=',
  '<<',
  '-',
  '--',
  '---',
  '...',
  '?',
  'a ? b',
  '%',
  '@x',
  '`x`',
  '*x',
  '&x',
  '!x',
  '!!str 1',
  '|',
  '>',
  '"q"',
  "'q'",
  '"q',
  "'it''s'",
  '"\\n"',
  '""',
  "''",
  '[a, b]',
  '{ a: 1 }',
  '{a: 1}',
  '{a:1}',
  '{"a":1}',
  '[a: b]',
  '[a, ]',
  '[,]',
  '[]',
  '{}',
  '{a}',
  '[a',
  '[[a], {b: [c]}]',
  '[a]b',
  '[a] b',
  '{ a: b, a: c }',
  '{ at: x, role: "standby" }',
  '[http://x, a:b]',
  '[a #b]',
  '{a: #b}',
  '\ufeff',
  '\u00a0',
  '\u0085',
  '\u2028',
  'ключ',
  '😀',
  '9007199254740993',
  '1:30',
  'constructor',
  '=',
  '12e',
  '1_000',
];
const glue = [
  '',
  ' ',
  ': ',
  ':',
  ' : ',
  ' #',
  '# ',
  ' # c',
  '- ',
  '-',
  ', ',
  ',',
  '  ',
  '\t',
  ': - ',
  '? ',
  ' "',
  '" ',
  "'",
  ']',
  '}',
  '[',
  '{',
  '|',
  '>-',
  '\\',
];

const word = fc.constantFrom(...words);

/** A line out of pieces that mean something to YAML. */
const soupLine = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(word, word).map(([key, value]) => `${key}: ${value}`) },
  { weight: 3, arbitrary: word.map((key) => `${key}:`) },
  { weight: 2, arbitrary: word.map((value) => `- ${value}`) },
  { weight: 2, arbitrary: fc.tuple(word, word).map(([key, value]) => `- ${key}: ${value}`) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('', '   ', '# c', '---', '...', '--- # c', '- - a', '-', '%YAML 1.2', '"', "'", '---a'),
  },
  {
    weight: 2,
    arbitrary: fc
      .array(fc.oneof(word, fc.constantFrom(...glue)), { minLength: 1, maxLength: 5 })
      .map((parts) => parts.join('')),
  },
);

/** Lines at random depth: mostly near-misses of YAML. */
export const lineSoup: fc.Arbitrary<string> = fc
  .array(fc.tuple(fc.constantFrom(0, 0, 0, 2, 2, 2, 4, 4, 1, 3, 6), soupLine), { minLength: 1, maxLength: 8 })
  .map((lines) => lines.map(([indent, content]) => ' '.repeat(indent) + content).join('\n'));

const before = ['', 'a:\n  b: 1\n'];
const starts = ['key: ', '- ', '- key: ', 'a:\n  key: ', 'a:\n  - ', 'a:\n  b:\n    key: '];
const ends = ['', '\n', '\n\n', '\nz: 1\n', '\n  z: 1\n', '\n- z\n', '\n# c\nz: 1'];

/** A header or an opening bracket, and lines that are nearly all indented alike. */
function overLines(
  openings: readonly string[],
  lines: readonly string[],
  closings: readonly string[],
): fc.Arbitrary<string> {
  const indents = fc.oneof({ weight: 5, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fc.nat(8) });
  const line = fc.tuple(indents, fc.constantFrom(...lines));
  return fc
    .tuple(
      fc.constantFrom(...before),
      fc.constantFrom(...starts),
      fc.constantFrom(...openings),
      fc.constantFrom(3, 5, 6),
      fc.array(line, { minLength: 1, maxLength: 5 }),
      fc.constantFrom(...closings),
      fc.constantFrom(...ends),
    )
    .map(([first, start, opening, usual, all, closing, end]) => {
      const below = all.map(
        ([indent, content]) =>
          `\n${content === '' && indent === undefined ? '' : ' '.repeat(indent ?? usual)}${content}`,
      );
      return first + start + opening + below.join('') + closing + end;
    });
}

const textLines = overLines(
  ['|', '>', '|-', '>-', '|+', '>2', '| # c', '|-  '],
  ['', 'a', 'a b', 'a ', '\ta', 'a\tb', '# c', 'a # c', 'a: b', '- a', '---', '...', '"', '[', '}'],
  [''],
);
const flowLines = overLines(
  ['[', '{', '[ # c', '[#', '[a,', '{ a: b,', '[[', '{ x: ['],
  [
    '',
    '# c',
    'a,',
    'a, b,',
    'a: b,',
    "'it''s',",
    '"a\\"b",',
    '"\\\\",',
    '"\\x",',
    '[a],',
    '{ a: b },',
    'a',
    ',',
    'a # c',
    'b: c, # d',
    'c,# d',
  ],
  ['\n]', '\n}', '\n   ]', '\n     }', ']', '}', ' ] # c', '\n    ]]', '\n    ] }', ''],
);

const wrappedLines = overLines(
  ['a', 'a b', '1', '-1', 'null', 'a # c', 'a  ', '"a"', "'a", 'a#b', 'a\t'],
  ['', 'a', 'b c', 'b', '1', 'é', 'a:b', 'a#b', 'a ', '# c', 'a # c', 'a: b', 'a:', '- a', '"b', '[x', 'x]', '*x', '|'],
  [''],
);

/** Texts and flow collections over several lines, in a map or a list: half of them near-misses. */
export const manyLines: fc.Arbitrary<string> = fc.oneof(textLines, flowLines, wrappedLines);

const leaf = fc.oneof(
  word,
  fc.constantFrom('one\ntwo', 'one\n\ntwo\n', 'one\n  two\n', 'it\'s "so" \\ here', 'a text of many words '.repeat(3)),
  fc.string({ maxLength: 6 }),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);
const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(word, tie('tree'), { maxKeys: 4 }),
  ),
}));

const style = fc.record({
  defaultStringType: fc.constantFrom('PLAIN' as const, 'QUOTE_DOUBLE' as const, 'QUOTE_SINGLE' as const),
  indent: fc.constantFrom(1, 2, 3, 4),
  indentSeq: fc.boolean(),
  collectionStyle: fc.constantFrom('any' as const, 'block' as const, 'flow' as const),
  lineWidth: fc.constantFrom(0, 40),
  blockQuote: fc.constantFrom(true, false, 'literal' as const, 'folded' as const),
});

/** Documents with sections and items, written by the `yaml` package in many styles. */
export const writtenDocument: fc.Arbitrary<string> = fc
  .tuple(
    fc.dictionary(word, fc.oneof(tree, fc.dictionary(word, tree, { maxKeys: 4 })), { minKeys: 1, maxKeys: 4 }),
    style,
  )
  .map(([value, options]) => stringify(value, options));

const insertion = fc.constantFrom(...glue, ...words, '\n', '\n  ', '\n- ', ' ');
const edit = fc.tuple(
  fc.double({ min: 0, max: 0.999, noNaN: true }),
  fc.constantFrom('insert', 'delete', 'cut', 'indent'),
  insertion,
);

function apply(text: string, [where, how, what]: readonly [number, string, string]): string {
  const at = Math.floor(where * text.length);
  if (how === 'insert') return text.slice(0, at) + what + text.slice(at);
  if (how === 'delete') return text.slice(0, at) + text.slice(at + 1);
  if (how === 'cut') return text.slice(0, at);
  const start = text.lastIndexOf('\n', at) + 1;
  return `${text.slice(0, start)} ${text.slice(start)}`;
}

/** A text with up to three small accidents in it. */
export function damaged(texts: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.tuple(texts, fc.array(edit, { maxLength: 3 })).map(([text, edits]) => edits.reduce(apply, text));
}
