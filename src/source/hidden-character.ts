/** Control characters but tab and line breaks, and halves of surrogate pairs. */
// oxlint-disable-next-line no-control-regex
const hidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ud800-\udfff]/u;

/** The offset of the first character that no text in an input may have, -1 if there is none. */
export function hiddenCharacterAt(text: string): number {
  return text.search(hidden);
}

/** True if a text has characters that terminals act upon or that UTF-8 cannot hold. */
export function hasHiddenCharacter(text: string): boolean {
  return hidden.test(text);
}
