import type { TextProblemWords } from './text-problems-ja.js';

export const textProblemsEn: TextProblemWords = {
  intro: {
    empty: 'The introduction is empty. Write at least a few words.',
    too_long: 'An introduction may have 1,000 characters (now {count}). Shorten it a little.',
    too_many_units: 'Too many emoji or combined characters (4,000 units at most). Use fewer.',
    ill_formed: 'The text contains broken characters. Please type it again.',
    control_character: 'The text contains control characters. Remove them.',
    too_many_marks: 'Too many marks are stacked on one character. Use ordinary letters.',
  },
  text: {
    empty: 'Please fill this in.',
    too_long: 'Use at most {limit} characters.',
    ill_formed: 'The text contains characters that cannot be used.',
  },
  join: {
    consent_missing: 'Consent is needed to join. Read the text and tick the box.',
  },
};
