/** HTTP status of a refusal and its sentence in each language of the phone. */
export type PhoneWording = readonly [status: number, ja: string, en: string, yasashii: string];

/** Refusals of what somebody writes or ticks: pages say them before anything is sent, and load no others. */
export const TEXT_PROBLEMS = {
  'intro.empty': [422, '自己紹介がまだ空です。ひとことでも書いてみてください。', 'The introduction is empty. Write at least a few words.', 'じこしょうかいが まだ ありません。ひとことでも 書いて ください。'],
  'intro.too_long': [422, '自己紹介は1,000文字までです（いま{count}文字）。少し短くしてください。', 'An introduction may have 1,000 characters (now {count}). Shorten it a little.', 'じこしょうかいは 1,000文字までです（今 {count}文字）。少し みじかく して ください。'],
  'intro.too_many_units': [422, '絵文字や結合文字が多すぎて読み取れません（4,000単位まで）。少し減らしてください。', 'Too many emoji or combined characters (4,000 units at most). Use fewer.', '絵文字などが 多すぎます。少し へらして ください。'],
  'intro.ill_formed': [422, '文字が壊れているところがあります。書き直してください。', 'The text contains broken characters. Please type it again.', 'こわれた 文字が あります。もう一度 書いて ください。'],
  'intro.control_character': [422, '使えない制御文字が入っています。取り除いてください。', 'The text contains control characters. Remove them.', 'つかえない 文字が あります。けして ください。'],
  'intro.too_many_marks': [422, '1文字に重ねられた記号が多すぎます。普通の文字で書いてください。', 'Too many marks are stacked on one character. Use ordinary letters.', '1つの 文字に しるしが 多すぎます。ふつうの 文字で 書いて ください。'],
  'intro.unreadable': [422, 'この自己紹介からはタグを読み取れませんでした。手で追加するか、書き直してみてください。', 'No tags could be read from this introduction. Add tags by hand or rewrite it.', 'じこしょうかいから タグが 見つかりませんでした。じぶんで タグを ふやすか、書きなおして ください。'],
  'text.empty': [422, '入力してください。', 'Please fill this in.', 'ここに 書いて ください。'],
  'text.too_long': [422, '{limit}文字までにしてください。', 'Use at most {limit} characters.', '{limit}文字までに して ください。'],
  'text.ill_formed': [422, '使えない文字が入っています。', 'The text contains characters that cannot be used.', 'つかえない 文字が あります。'],
  'join.consent_missing': [422, '参加には同意が必要です。内容を読んでチェックを入れてください。', 'Consent is needed to join. Read the text and tick the box.', '参加するには「はい」が いります。文を 読んで、チェックを 入れて ください。'],
} as const satisfies Record<string, PhoneWording>;

export type TextProblemCode = keyof typeof TEXT_PROBLEMS;
export type ProblemValues = Record<string, string | number>;

/** A sentence with its `{name}`s filled in. */
export const fill = (sentence: string, values: ProblemValues): string =>
  sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));

/** What is wrong with one field, as a page says it. */
export function textProblem(field: string, code: TextProblemCode, values: ProblemValues = {}): { field: string; code: TextProblemCode; ja: string; en: string; yasashii: string } {
  const [, ja, en, yasashii] = TEXT_PROBLEMS[code];
  const fillIn = (sentence: string): string => fill(sentence, { field, ...values });
  return { field, code, ja: fillIn(ja), en: fillIn(en), yasashii: fillIn(yasashii) };
}
