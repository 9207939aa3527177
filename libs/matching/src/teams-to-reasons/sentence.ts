import type { Reason } from './explain-pair.js';
import { sentenceEn } from './sentences.en.js';
import { sentenceJa } from './sentences.ja.js';
import { sentenceYasashii } from './sentences.yasashii.js';

/** Languages that reasons speak; `yasashii` is plain Japanese. */
export type ReasonLanguage = 'ja' | 'en' | 'yasashii';

const wordings: Record<ReasonLanguage, (reason: Reason) => string> = { ja: sentenceJa, en: sentenceEn, yasashii: sentenceYasashii };

/** The reason as one sentence in the reader's language; words of the introductions stay as written. */
export function sentence(reason: Reason, language: ReasonLanguage): string {
  return wordings[language](reason);
}
