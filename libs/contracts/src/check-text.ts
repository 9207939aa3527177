import { TEXT_LIMITS } from './words.js';
import type { ProblemValues } from './fill.js';
import type { TextProblemCode } from './text-problems-ja.js';

export type TextProblem = { code: TextProblemCode; values?: ProblemValues };

const CONTROL = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/;
const STACKED_MARKS = new RegExp(`\\p{M}{${TEXT_LIMITS.combiningMarksPerBase + 1},}`, 'u');
const BIDI_CONTROLS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;
const INVISIBLE_ONLY = /^[\s\p{Cf}\u3164\u115F\u1160]*$/u;
/** A text so much too long is not counted to its end. */
const MOST_COUNTED = 10_000;
const segmenter = new Intl.Segmenter('ja', { granularity: 'grapheme' });

/** Line ends as \n, also what word processors set for one: their soft breaks are vertical tabs, their page breaks form feeds. */
const lineEnds = (text: string): string => text.replace(/\r\n?|[\u000B\u000C]/g, '\n');

/** Number of user-perceived characters; counting ends beyond `most`. */
export function countGraphemes(text: string, most = Infinity): number {
  let count = 0;
  for (const _ of segmenter.segment(text)) if (++count > most) break;
  return count;
}

/** The first user-perceived character, or nothing. */
export const firstGrapheme = (text: string): string => [...segmenter.segment(text.trim().slice(0, 40))][0]?.segment ?? '';

/** Display copy of a text: NFC, without bidi controls, line ends as \n, no blanks at its ends. */
export const displayCopy = (text: string): string =>
  lineEnds(text.normalize('NFC')).replace(BIDI_CONTROLS, '').trim();

/** Why a piece of text cannot be stored (broken UTF-16, control characters, stacked marks), or undefined. */
function brokenText(text: string): 'ill_formed' | 'control_character' | 'too_many_marks' | undefined {
  if (!text.isWellFormed()) return 'ill_formed';
  if (CONTROL.test(lineEnds(text))) return 'control_character';
  // without the controls between them more of them stand on one base
  if ([text, displayCopy(text)].some((one) => STACKED_MARKS.test(one))) return 'too_many_marks';
  return undefined;
}

/** Why an introduction cannot be accepted, or undefined. Limits: 1,000 graphemes and 4,000 UTF-16 units. */
export function introductionProblem(text: string): TextProblem | undefined {
  const broken = brokenText(text);
  if (broken) return { code: `intro.${broken}` };
  if (INVISIBLE_ONLY.test(text)) return { code: 'intro.empty' };
  const shown = displayCopy(text);
  const count = countGraphemes(shown, MOST_COUNTED);
  if (count > TEXT_LIMITS.introductionGraphemes) return { code: 'intro.too_long', values: { count: count > MOST_COUNTED ? `${MOST_COUNTED}+` : count } };
  // composing can make a text longer as well
  return Math.max(text.length, shown.length) > TEXT_LIMITS.introductionUnits ? { code: 'intro.too_many_units' } : undefined;
}

/** Why a short text (nickname, title, tag …) cannot be accepted, or undefined. */
export function shortTextProblem(text: string, limit: number, { optional = false } = {}): TextProblem | undefined {
  if (brokenText(text)) return { code: 'text.ill_formed' };
  if (INVISIBLE_ONLY.test(text)) return optional ? undefined : { code: 'text.empty' };
  if (text.length > limit * 8 || countGraphemes(text) > limit) return { code: 'text.too_long', values: { limit } };
  return undefined;
}
