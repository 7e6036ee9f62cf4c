const window = 100;
const carry = 2 ** 32;

/**
 * For each line of a text the hash by which GitHub's code scanning recognizes it when it has moved: of the first hundred
 * UTF-16 units from its beginning on, blanks left out and line ends included, as a 64-bit polynomial in base 37; behind it
 * the how-manieth line with this hash it is.
 */
export function lineHashes(text: string): readonly string[] {
  const kept = `${text.replace(/\r\n?/g, '\n').replace(/[ \t]/g, '')}\uffff`;
  const counts = new Map<string, number>();
  const hashes: string[] = [];
  for (let start = 0; start !== -1;) {
    const hash = hashFrom(kept, start);
    const count = (counts.get(hash) ?? 0) + 1;
    counts.set(hash, count);
    hashes.push(`${hash}:${count}`);
    const end = kept.indexOf('\n', start);
    start = end === -1 ? -1 : end + 1;
  }
  return hashes;
}

/** The number in two halves of 32 bits: a double cannot hold it whole. What is beyond the end counts as zero. */
function hashFrom(kept: string, start: number): string {
  let high = 0;
  let low = 0;
  for (let index = start; index < start + window; index += 1) {
    const unit = index < kept.length ? kept.charCodeAt(index) : 0;
    const next = low * 37 + unit;
    low = next % carry;
    high = (high * 37 + Math.floor(next / carry)) % carry;
  }
  return high === 0 ? low.toString(16) : high.toString(16) + low.toString(16).padStart(8, '0');
}
