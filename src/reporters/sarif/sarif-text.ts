import { clean } from '../clean.js';

/**
 * Text in which nothing is a link or a placeholder: SARIF reads `[text](target)` and `{0}`. A blank in between is understood
 * by every reader, the escapes of the standard are not.
 */
export function sarifText(text: string): string {
  return clean(text)
    .replace(/\](?=\()/g, '] ')
    .replace(/\{(?=\d)/g, '{ ');
}

/** A link to the related location of this number. */
export function sarifLink(text: string, target: number): string {
  return `[${clean(text)
    .replace(/[[\]\\]/g, ' ')
    .replace(/\{(?=\d)/g, '{ ')}](${target})`;
}
