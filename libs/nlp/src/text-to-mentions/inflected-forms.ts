const KANJI = /[一-鿿々]/u;
/** What can follow the stem of a verb, by its last syllable: 運ぶ → 運ば, 運び, 運ん … */
const FIVE_ROW: Record<string, string> = {
  う: 'わいえおっ', く: 'かきけこいっ', ぐ: 'がぎげごい', す: 'さしせそ', つ: 'ちてとたっ', ぬ: 'なにねのん', ぶ: 'ばびべぼん', む: 'まみめもん', る: 'らりれろっ',
};
/** 食べる → 食べた, 食べて, 食べな(い), 食べま(す) … */
const ONE_ROW = 'たてなまずよら';
const ONE_ROW_STEM = /[えけせてねへめれげぜでべいきしちにひみりぎじび]$/u;
const ADJECTIVE = 'くかけさ';

/**
 * How a word of the dictionary form begins when it is inflected; nothing for nouns, and for verbs in kana, whose stems are
 * too short to be told from other words.
 * @example inflectedForms('運ぶ') // ['運ば', '運び', '運べ', '運ぼ', '運ん']
 */
export function inflectedForms(word: string): string[] {
  const stem = word.slice(0, -1);
  const ending = word.slice(-1);
  if (!KANJI.test(stem) || !/[一-鿿々ぁ-ん]$/u.test(stem)) return [];
  if (ending === 'い') return [...ADJECTIVE].map((next) => stem + next);
  const row = ending === 'る' && ONE_ROW_STEM.test(stem) ? ONE_ROW : FIVE_ROW[ending];
  return row ? [...row].map((next) => stem + next) : [];
}
