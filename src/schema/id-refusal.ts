import { refused, type Refusal } from '../units/parsed.js';
import { quoted } from './quoted.js';
import { unseenCharacter } from './unseen-character.js';

const reserved = ['unknown', 'none', 'never', 'all'];

/** Says why a text that the schema refused is no id, and how it could be written. `isItem`: it stands in a list. */
export function idRefusal(text: string, isItem = false): Refusal {
  const help = 'an id is made of letters, digits and `_`, then also `. : / @ + -`';
  if (text === '') return refused('is empty', help);
  if (reserved.includes(text)) {
    const advice = isItem
      ? 'a list must be complete; where it is not, leave the whole line out'
      : 'choose another name';
    return refused('is a reserved word and cannot be an id', advice);
  }
  if (text.length > 200) return refused('is too long for an id', 'an id has at most 200 characters');
  const unseen = unseenCharacter(text);
  if (unseen !== undefined) return refused(`has ${unseen} in it`, 'take it out');
  const plain = text.trim().replaceAll(/\s+/g, '-');
  if (/\s/.test(text)) return refused('has a space in it', isId(plain) ? `write ${quoted(plain)}` : help);
  const unquoted = text.replaceAll(/[“”„‟‘’‚«»]/g, '');
  if (unquoted !== text) return refused('has typographic quotes', isId(unquoted) ? `write ${quoted(unquoted)}` : help);
  const wrong = /[^\p{L}\p{N}\p{M}_.:/@+-]/u.exec(text);
  if (wrong) return refused(`has ${quoted(wrong[0])} in it, which an id cannot have`, help);
  return refused('does not begin with a letter, a digit or `_`', help);
}

/** Says why a text that the schema refused is no kind of place, risk or drill. */
export function kindRefusal(text: string): Refusal {
  const help = 'a kind is a word in lower case, such as `building` or `power`';
  if (text === '') return refused('is empty', help);
  if (reserved.includes(text)) return refused('is a reserved word and cannot be a kind', help);
  if (text.length > 60) return refused('is too long for a kind', 'a kind has at most 60 characters');
  const plain = text.trim().replaceAll(/\s+/g, '-').toLowerCase();
  const advice = /^[\p{Ll}\p{Lo}][\p{Ll}\p{Lo}\p{M}\p{N}_.-]*$/u.test(plain) ? `write ${quoted(plain)}` : help;
  if (/\p{Lu}|\p{Lt}/u.test(text)) return refused('is not in lower case', advice);
  if (/\s/.test(text)) return refused('has a space in it', advice);
  return refused('is not a kind', help);
}

function isId(text: string): boolean {
  return /^[\p{L}\p{N}_][\p{L}\p{N}\p{M}_.:/@+-]*$/u.test(text) && !reserved.includes(text);
}
