import { fill, type ProblemValues } from './fill.js';
import { textProblemsEn } from './text-problems-en.js';
import { textProblemsJa, type TextProblemCode } from './text-problems-ja.js';
import { textProblemsYasashii } from './text-problems-yasashii.js';

/** HTTP status of a refusal and its sentence in each language of the phone. */
export type PhoneWording = readonly [status: number, ja: string, en: string, yasashii: string];

const wording = (code: TextProblemCode): PhoneWording => {
  const [group, name] = code.split('.');
  const [ja, en, yasashii] = [textProblemsJa, textProblemsEn, textProblemsYasashii].map((words) => (words as Record<string, Record<string, string>>)[group][name]);
  return [422, ja, en, yasashii];
};
const CODES = Object.entries(textProblemsJa).flatMap(([group, words]) => Object.keys(words).map((name) => `${group}.${name}` as TextProblemCode));

/** Refusals of what somebody writes or ticks: pages say them before anything is sent, in the words of their own language. */
export const TEXT_PROBLEMS = Object.fromEntries(CODES.map((code) => [code, wording(code)])) as Record<TextProblemCode, PhoneWording>;

/** What is wrong with one field, as a page says it. */
export function textProblem(field: string, code: TextProblemCode, values: ProblemValues = {}): { field: string; code: TextProblemCode; ja: string; en: string; yasashii: string } {
  const [, ja, en, yasashii] = TEXT_PROBLEMS[code];
  const fillIn = (sentence: string): string => fill(sentence, { field, ...values });
  return { field, code, ja: fillIn(ja), en: fillIn(en), yasashii: fillIn(yasashii) };
}
