import { englishClosing } from './english-closing.js';
import { englishFrame } from './english-frame.js';
import { englishJudgements } from './english-judgements.js';
import { englishResults } from './english-results.js';
import type { Message } from './message.js';

/** Names of all texts of the document that are not the report's own. One that a language lacks does not compile. */
export type MessageKey =
  | keyof typeof englishFrame
  | keyof typeof englishResults
  | keyof typeof englishJudgements
  | keyof typeof englishClosing;

export const english: Readonly<Record<MessageKey, Message>> = {
  ...englishFrame,
  ...englishResults,
  ...englishJudgements,
  ...englishClosing,
};
