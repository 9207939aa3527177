/** Refusals of what somebody writes or ticks: pages say them before anything is sent, and load no others. */
export const TEXT_PROBLEMS = {
  'intro.empty': [422, '自己紹介がまだ空です。ひとことでも書いてみてください。', 'The introduction is empty. Write at least a few words.'],
  'intro.too_long': [422, '自己紹介は1,000文字までです（いま{count}文字）。少し短くしてください。', 'An introduction may have 1,000 characters (now {count}). Shorten it a little.'],
  'intro.too_many_units': [422, '絵文字や結合文字が多すぎて読み取れません（4,000単位まで）。少し減らしてください。', 'Too many emoji or combined characters (4,000 units at most). Use fewer.'],
  'intro.ill_formed': [422, '文字が壊れているところがあります。書き直してください。', 'The text contains broken characters. Please type it again.'],
  'intro.control_character': [422, '使えない制御文字が入っています。取り除いてください。', 'The text contains control characters. Remove them.'],
  'intro.too_many_marks': [422, '1文字に重ねられた記号が多すぎます。普通の文字で書いてください。', 'Too many marks are stacked on one character. Use ordinary letters.'],
  'intro.unreadable': [422, 'この自己紹介からはタグを読み取れませんでした。手で追加するか、書き直してみてください。', 'No tags could be read from this introduction. Add tags by hand or rewrite it.'],
  'text.empty': [422, '入力してください。', 'Please fill this in.'],
  'text.too_long': [422, '{limit}文字までにしてください。', 'Use at most {limit} characters.'],
  'text.ill_formed': [422, '使えない文字が入っています。', 'The text contains characters that cannot be used.'],
  'join.consent_missing': [422, '参加には同意が必要です。内容を読んでチェックを入れてください。', 'Consent is needed to join. Read the text and tick the box.'],
} as const satisfies Record<string, readonly [status: number, ja: string, en: string]>;

export type TextProblemCode = keyof typeof TEXT_PROBLEMS;
export type ProblemValues = Record<string, string | number>;

/** A sentence with its `{name}`s filled in. */
export const fill = (sentence: string, values: ProblemValues): string =>
  sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));

/** What is wrong with one field, as a page says it. */
export function textProblem(field: string, code: TextProblemCode, values: ProblemValues = {}): { field: string; code: TextProblemCode; ja: string; en: string } {
  const [, ja, en] = TEXT_PROBLEMS[code];
  return { field, code, ja: fill(ja, { field, ...values }), en: fill(en, { field, ...values }) };
}
