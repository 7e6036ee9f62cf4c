import type { MessageKey } from './english.js';
import { koreanClosing } from './korean-closing.js';
import { koreanFrame } from './korean-frame.js';
import { koreanJudgements } from './korean-judgements.js';
import { koreanResults } from './korean-results.js';
import type { Message } from './message.js';

/** The same texts in Korean. Ids, fields and the sentences of findings stay as they are written. */
export const korean: Readonly<Record<MessageKey, Message>> = {
  ...koreanFrame,
  ...koreanResults,
  ...koreanJudgements,
  ...koreanClosing,
};
