import { describe, expect, it } from '@jest/globals';
import { withoutDenial } from './denied-clauses.js';

describe('what is quoted of a sentence that denies something', () => {
  it.each([
    ["I don't speak Japanese, but I can draw comics", ['I can draw comics']],
    ['I can draw comics, but I do not speak Japanese', ['I can draw comics']],
    ["I don’t speak Japanese very well and I am looking for someone who can translate", ['I am looking for someone who can translate']],
    ["I bake bread, I can't cook, and I sell it at two markets", ['I sell it at two markets']],
    ["I'm not a designer", []],
    ['Hiking suits me, but bowling is not my thing', ['Hiking suits me']],
    ["I collect old radios, I don't do repairs", ['I collect old radios']],
    ["I used to write COBOL at an insurer, but I don't program anymore", []],
    ["I'm terrible at bookkeeping, but I can carry boxes", ['I can carry boxes']],
    ['手話はできません、点字なら教えられます', ['点字なら教えられます']],
    ['送迎はしていませんが', []],
    ['料理が好きですが、得意ではありません', ['料理が好きですが']],
    ['スポーツには興味はありません', []],
    ['英語→日本語の翻訳もOK🙆‍♀️ NO sales pitches plz 🙏', ['英語→日本語の翻訳もOK']],
    ['畳の張り替えを教えます、営業の方はご遠慮ください', ['畳の張り替えを教えます']],
  ])('%s', (quote, rest) => expect(withoutDenial(quote)).toEqual(rest));

  it.each(["We don't have a room to meet", '人手が足りません', '日本語が話せません', "I can't find a kitchen", 'The bus does not stop here', 'I cannot reach my customers', "I can't do it alone", 'I used to be a midwife', '自分ではできません', '雪かきはもうできません'])('a lack is what others can help with: %s', (quote) => expect(withoutDenial(quote)).toEqual([quote]));
});
