import { english } from './english.js';
import type { MessageKey } from './english.js';

export const korean: Readonly<Record<MessageKey, string | { readonly one: string; readonly other: string }>> = {
  ...english,
};
