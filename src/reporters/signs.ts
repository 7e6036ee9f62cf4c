import type { Severity } from '../finding.js';

/** The characters a text format draws with. */
export interface Signs {
  readonly severity: Readonly<Record<Severity, string>>;
  readonly failed: string;
  readonly passed: string;
  /** Between the line number and the source line. */
  readonly bar: string;
  /** In front of the path of a frame. */
  readonly corner: string;
  readonly cut: string;
  readonly dot: string;
}

const unicode: Signs = {
  severity: { critical: '✖', high: '✖', medium: '▲', low: '●', info: '○' },
  failed: '✖',
  passed: '✔',
  bar: '│',
  corner: '┌─',
  cut: '…',
  dot: '·',
};

const ascii: Signs = {
  severity: { critical: 'X', high: 'X', medium: '!', low: '-', info: 'i' },
  failed: 'X',
  passed: 'OK',
  bar: '|',
  corner: '-->',
  cut: '...',
  dot: '-',
};

export function signsFor(options: { readonly unicode: boolean }): Signs {
  return options.unicode ? unicode : ascii;
}
