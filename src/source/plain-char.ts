/** Character codes that mean something in plain YAML. */
export const char = {
  tab: 9,
  space: 32,
  double: 34,
  hash: 35,
  anchor: 38,
  single: 39,
  alias: 42,
  plus: 43,
  comma: 44,
  dash: 45,
  colon: 58,
  folded: 62,
  backslash: 92,
  openList: 91,
  closeList: 93,
  openMap: 123,
  literal: 124,
  closeMap: 125,
} as const;

const digitsFrom = 48;
const digitsTo = 57;
const byteOrderMark = 0xfeff;

/** ASCII characters that a plain scalar may begin with, as far as the plain reader takes them. */
const starters: ReadonlySet<number> = new Set(
  [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_/$(+~<.='].map((c) => c.charCodeAt(0)),
);
const startTable: Uint8Array = Uint8Array.from({ length: 128 }, (_, code) => (starters.has(code) ? 1 : 0));

const nameTable: Uint8Array = Uint8Array.from({ length: 128 }, (_, code) =>
  /[-\w]/.test(String.fromCharCode(code)) ? 1 : 0,
);

/** Whether a plain scalar begins there. */
export function startsPlain(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset);
  if (code < 128) {
    if (code !== char.dash) return startTable[code] === 1;
    const next = text.charCodeAt(offset + 1);
    return next >= digitsFrom && next <= digitsTo;
  }
  return code > 160 && code !== byteOrderMark;
}

/** What ends or spoils a plain scalar inside of a flow collection. */
export function isFlowMark(code: number): boolean {
  return (
    code === char.comma ||
    code === char.openList ||
    code === char.closeList ||
    code === char.openMap ||
    code === char.closeMap
  );
}

/** An ASCII letter or digit, `-` or `_`. */
export function isNameChar(code: number): boolean {
  return code < 128 && nameTable[code] === 1;
}
