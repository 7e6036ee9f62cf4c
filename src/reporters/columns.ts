import stringWidth from 'string-width';

/** Characters that stand alone, each 1 column wide, or 2 where East Asian: no need to look for clusters. */
const plain =
  /^[ -~\u00b7\u2026\u25a0-\u25cb\u2714\u2716\u3001\u3002\u3041-\u3096\u30a1-\u30fa\u30fc\u4e00-\u9fff\uac00-\ud7a3]*$/;

/** Among those. */
const wide = /[\u3001-\ud7a3]/g;

/** How many columns of a terminal a text takes: wide characters count 2, combining ones 0. */
export function columnsOf(text: string): number {
  if (!plain.test(text)) return stringWidth(text);
  return text.length + (text.match(wide)?.length ?? 0);
}

const segmenter = new Intl.Segmenter('en');

/** What a reader takes for one character each. */
export function graphemesOf(text: string): readonly string[] {
  return plain.test(text) ? text.split('') : Array.from(segmenter.segment(text), ({ segment }) => segment);
}
