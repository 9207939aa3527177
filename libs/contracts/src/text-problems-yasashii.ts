import type { TextProblemWords } from './text-problems-ja.js';

export const textProblemsYasashii: TextProblemWords = {
  intro: {
    empty: 'じこしょうかいが まだ ありません。ひとことでも 書いて ください。',
    too_long: 'じこしょうかいは 1,000文字までです（今 {count}文字）。少し みじかく して ください。',
    too_many_units: '絵文字などが 多すぎます。少し へらして ください。',
    ill_formed: 'こわれた 文字が あります。もう一度 書いて ください。',
    control_character: 'つかえない 文字が あります。けして ください。',
    too_many_marks: '1つの 文字に しるしが 多すぎます。ふつうの 文字で 書いて ください。',
  },
  text: {
    empty: 'ここに 書いて ください。',
    too_long: '{limit}文字までに して ください。',
    ill_formed: 'つかえない 文字が あります。',
  },
  join: {
    consent_missing: '参加するには「はい」が いります。文を 読んで、チェックを 入れて ください。',
  },
};
