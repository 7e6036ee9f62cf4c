import fc from 'fast-check';

/** A damaged copy of a file, and how it came about. */
export interface Damaged {
  readonly how: string;
  readonly bytes: Uint8Array;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** At most `most` of them, evenly spread; all of them where there are fewer. */
function spread<Item>(items: readonly Item[], most: number): readonly Item[] {
  const stride = Math.max(1, items.length / most);
  return Array.from({ length: Math.min(items.length, most) }, (_, index) => items[Math.floor(index * stride)]).filter(
    (item) => item !== undefined,
  );
}

/** The file cut off at bytes, in the middle of lines, keys and characters. */
export function truncations(bytes: Uint8Array, most: number): readonly Damaged[] {
  return spread([...bytes.keys()], most).map((end) => ({ how: `cut at byte ${end}`, bytes: bytes.slice(0, end) }));
}

/** Each line left out, written twice, swapped with the next, and moved in by one column. */
export function lineEdits(bytes: Uint8Array, most: number): readonly Damaged[] {
  const lines = decoder.decode(bytes).split('\n');
  const edits = lines.flatMap((line, at) => {
    const [before, after] = [lines.slice(0, at), lines.slice(at + 1)];
    return [
      { how: `without line ${at + 1}`, lines: [...before, ...after] },
      { how: `line ${at + 1} twice`, lines: [...before, line, line, ...after] },
      { how: `line ${at + 1} after the next`, lines: [...before, ...after.slice(0, 1), line, ...after.slice(1)] },
      { how: `line ${at + 1} moved in`, lines: [...before, ` ${line}`, ...after] },
    ];
  });
  return spread(edits, most).map(({ how, lines: kept }) => ({ how, bytes: encoder.encode(kept.join('\n')) }));
}

const key = /(?<=^|[\s{,[])"?([\p{L}\p{N}][\p{L}\p{N}_.-]*)"?:(?= |$)/gmu;

/** Each `key: value` left out, written twice, without its value, and with another key. */
export function keyEdits(bytes: Uint8Array, most: number): readonly Damaged[] {
  const text = decoder.decode(bytes);
  const edits = [...text.matchAll(key)].flatMap(({ 0: written, 1: name = '', index }) => {
    const head = text.slice(0, index);
    const tail = text.slice(index + written.length);
    const value = /^[^,\n}\]]*/.exec(tail)?.[0] ?? '';
    const rest = tail.slice(value.length);
    const where = `\`${name}\` at ${index}`;
    return [
      { how: `without ${where}`, text: head + rest },
      { how: `${where} twice`, text: `${head}${written}${value}, ${written}${value}${rest}` },
      { how: `${where} without value`, text: head + written + rest },
      { how: `${where} misspelt`, text: `${head}${written.replace(name, `${name.slice(1)}q`)}${tail}` },
      { how: `${where} of another shape`, text: `${head}${written} [{ a: [1, null] }]${rest}` },
    ];
  });
  return spread(edits, most).map(({ how, text: edited }) => ({ how, bytes: encoder.encode(edited) }));
}

const tokens = [
  '\n', '\n  ', '\n- ', '\t', ' ', ':', ': ', ' #', '- ', ', ', '[', ']', '{', '}', '"', "'", '\\', '|', '>-', '&a ', '*a', '!x ',
  '? ', '<<: ', '%', '@', '`', '---\n', '...\n', '~', 'null', 'unknown', 'none', 'never', '0', '-1', '1e999', '9007199254740993', '15m', '1:30',
  '100%', '40TB', '2024-02-30', '__proto__: ', 'constructor: ', 'x-', '\u0000', '\u001b', '\u0085', '\u2028', '\ufeff', '\ud55c', '\u{1f525}', '\r', '\r\n',
]; // prettier-ignore

const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

type Edit = (bytes: Uint8Array) => Uint8Array;

function splice(bytes: Uint8Array, at: number, remove: number, insert: Uint8Array): Uint8Array {
  return Uint8Array.from([...bytes.subarray(0, at), ...insert, ...bytes.subarray(at + remove)]);
}

const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(place, fc.integer({ min: 1, max: 255 })).map(
    ([where, mask]): Edit =>
      (bytes) =>
        bytes.map((byte, at) => (at === Math.floor(where * bytes.length) ? byte ^ mask : byte)),
  ),
  fc.tuple(place, fc.integer({ min: 0, max: 12 }), fc.constantFrom(...tokens)).map(
    ([where, remove, token]): Edit =>
      (bytes) =>
        splice(bytes, Math.floor(where * bytes.length), remove, encoder.encode(token)),
  ),
  fc.tuple(place, place, fc.integer({ min: 1, max: 60 })).map(([from, to, length]): Edit => (bytes) => {
    const start = Math.floor(from * bytes.length);
    return splice(bytes, Math.floor(to * bytes.length), 0, bytes.slice(start, start + length));
  }),
);

/** One to four accidents: flipped bits, tokens put in or over something, stretches copied elsewhere. */
export const accidents: fc.Arbitrary<Edit> = fc
  .array(edit, { minLength: 1, maxLength: 4 })
  .map((edits) => (bytes) => edits.reduce((damaged, one) => one(damaged), bytes));
