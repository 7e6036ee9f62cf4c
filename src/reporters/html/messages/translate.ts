import type { Language } from '../document-options.js';
import { english, type MessageKey } from './english.js';
import { korean } from './korean.js';
import type { Message } from './message.js';

export type Values = Readonly<Record<string, string | number>>;
export type Translate = (key: MessageKey, values?: Values) => string;

const catalogues: Readonly<Record<Language, Readonly<Record<MessageKey, Message>>>> = { en: english, ko: korean };

/** The texts of a language. A name in braces stands for what is given under it, or for itself. */
export function translator(language: Language): Translate {
  const catalogue = catalogues[language];
  return (key, values = {}) => {
    const message = catalogue[key];
    const text = typeof message === 'string' ? message : values['n'] === 1 ? message.one : message.other;
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
  };
}
