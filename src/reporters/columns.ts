import stringWidth from 'string-width';

/** Characters that stand alone, each 1 column wide, or 2 where East Asian: no need to look for clusters. */
const plain =
  /^[ -~\u00b7\u2026\u25a0-\u25cf\u2714\u2716\u3001\u3002\u3041-\u3096\u30a1-\u30fa\u30fc\u4e00-\u9fff\uac00-\ud7a3]*$/;

/** Among those. */
const wide = /[\u3001-\ud7a3]/g;

/** How many columns of a terminal a text takes: wide characters count 2, combining ones 0. */
export function columnsOf(text: string): number {
  return plain.test(text) ? text.length + (text.match(wide)?.length ?? 0) : columnsOfAny(text);
}

/**
 * What measures clusters takes time quadratic in the length, so it only gets what may belong to one, in pieces. Between two
 * ASCII characters a cluster always ends.
 */
function columnsOfAny(text: string): number {
  let columns = 0;
  const rest = text.replace(/[ -~]+(?=[ -~])/g, (run) => {
    columns += run.length;
    return '';
  });
  for (const piece of rest.match(/[^]{1,200}/gu) ?? []) columns += stringWidth(piece);
  return columns;
}

let segmenter: Intl.Segmenter | undefined;

/** What a reader takes for one character each. */
export function graphemesOf(text: string): readonly string[] {
  if (plain.test(text)) return text.split('');
  // Made for the first text that needs it: that alone costs half as much as a start of Node.
  segmenter ??= new Intl.Segmenter('en');
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}
