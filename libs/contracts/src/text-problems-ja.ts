/** What is wrong with what somebody writes or ticks. Each language stands alone, so that a page loads the one it speaks. */
export const textProblemsJa = {
  intro: {
    empty: '自己紹介がまだ空です。ひとことでも書いてみてください。',
    too_long: '自己紹介は1,000文字までです（いま{count}文字）。少し短くしてください。',
    too_many_units: '絵文字や結合文字が多すぎて読み取れません（4,000単位まで）。少し減らしてください。',
    ill_formed: '文字が壊れているところがあります。書き直してください。',
    control_character: '使えない制御文字が入っています。取り除いてください。',
    too_many_marks: '1文字に重ねられた記号が多すぎます。普通の文字で書いてください。',
  },
  text: {
    empty: '入力してください。',
    too_long: '{limit}文字までにしてください。',
    ill_formed: '使えない文字が入っています。',
  },
  join: {
    consent_missing: '参加には同意が必要です。内容を読んでチェックを入れてください。',
  },
} as const;

type Tree = typeof textProblemsJa;
export type TextProblemWords = { [Group in keyof Tree]: { [Name in keyof Tree[Group]]: string } };
export type TextProblemCode = { [Group in keyof Tree]: `${Group}.${keyof Tree[Group] & string}` }[keyof Tree];
