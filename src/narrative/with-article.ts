/** `a building`, `an account`: for kinds of loss, which anybody may name; `a utility` and `a user` by their sound. */
export function withArticle(word: string): string {
  return `${/^(?:[aeio]|u(?!ni|ti|s))/i.test(word) ? 'an' : 'a'} ${word}`;
}
