import { describe, expect, it } from '@jest/globals';
import { inSetPhrases } from './set-phrases.js';

/** What is found in the sentence before the last line or full stop, as it stands in its text without quotation marks at its edges. */
const found = (text: string, sentence = text.replace(/[「」『』。、\n]+$/, '').replace(/^[「『]/, '')): string => {
  const start = text.indexOf(sentence);
  return inSetPhrases(text, [start, start + sentence.length]).map(([from, to]) => sentence.slice(from, to)).join(' ');
};

describe('what is named only to greet, to point elsewhere or as a title', () => {
  it.each([
    ['今年も畑だより、\n。', '畑だより'], ['引き続き写経会、\n\n花', '写経会'], ['来年も写経会、\n', '写経会'], ['詳しくは町のページをご覧ください。', '町のページ'], ['詳しくは会報をご覧ください。', '会報'], ['お申し込みは公民館まで', '公民館'], ['続きは下記の日誌でどうぞ', '日誌'],
    ['『切手交換』のコーナー。', '切手交換'], ['新聞の「釣り便り」の欄に投稿します', '釣り便り'],
  ])('%s', (text, words) => expect(found(text)).toBe(words));

  it.each([
    '今年も畑だよりを書きます。', '今年も畑をがんばる、\n。', '詳しくはありませんが、会報を読んでいます。', '会報をご覧ください。', '「本の森」のコーナーを担当しています', '「釣り便り」の欄の執筆', '「切手交換」の会', '詳しくはRustで書いた日誌をご覧ください', 'これからも畑、\n花も',
  ])('%s: nothing', (text) => expect(found(text)).toBe(''));
});
