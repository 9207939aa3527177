import { cleanText, lineEnds, type CleanText } from './clean-text.js';
import { respell } from './respell.js';

export type TextFault = 'intro.empty' | 'intro.too_long' | 'intro.ill_formed' | 'intro.control_character' | 'intro.too_many_marks';

export type CheckedText = { ok: true; display: string; analysis: CleanText } | { ok: false; code: TextFault };

/** What an introduction may hold: user-perceived characters, UTF-16 units, and combining marks on one base. */
export const TEXT_LIMITS = { graphemes: 1_000, units: 4_000, marksPerBase: 4 };

const CONTROL = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/;
const STACKED_MARKS = new RegExp(`\\p{M}{${TEXT_LIMITS.marksPerBase + 1},}`, 'u');
const BIDI_CONTROLS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;
const INVISIBLE_ONLY = /^[\s\p{Cf}\u3164\u115F\u1160]*$/u;
const segmenter = new Intl.Segmenter('ja', { granularity: 'grapheme' });

function exceedsGraphemes(text: string): boolean {
  if (text.length <= TEXT_LIMITS.graphemes) return false;
  let count = 0;
  for (const _ of segmenter.segment(text)) if (++count > TEXT_LIMITS.graphemes) return true;
  return false;
}

function fault(given: string): TextFault | undefined {
  if (!given.isWellFormed()) return 'intro.ill_formed';
  if (CONTROL.test(lineEnds(given))) return 'intro.control_character';
  if (given.length > TEXT_LIMITS.units) return 'intro.too_long';
  if (STACKED_MARKS.test(given)) return 'intro.too_many_marks';
  if (INVISIBLE_ONLY.test(given)) return 'intro.empty';
  return exceedsGraphemes(given) ? 'intro.too_long' : undefined;
}

/**
 * Decides whether an introduction can be taken, and makes its two copies: `display` (NFC, without bidi controls)
 * and `analysis` (NFKC, without format characters, pictures and addresses, in usual spelling, with offsets into
 * the given text).
 * @param write writes what stands in hiragana as usual; a text that is only to be taken needs none
 */
export function checkText(given: string, write = (clean: CleanText): CleanText => clean): CheckedText {
  const code = fault(given);
  if (code) return { ok: false, code };
  const display = lineEnds(given.normalize('NFC')).replace(BIDI_CONTROLS, '');
  return { ok: true, display, analysis: respell(write(cleanText(given))) };
}
