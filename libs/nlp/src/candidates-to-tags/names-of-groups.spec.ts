import { beforeAll, describe, expect, it } from '@jest/globals';
import { loadKuromoji } from '../text-to-tokens/kuromoji-tokenizer.js';
import type { Tokenizer } from '../text-to-tokens/tokens.js';
import { namesOfGroups } from './names-of-groups.js';

let tokenizer: Tokenizer;
beforeAll(async () => {
  tokenizer = await loadKuromoji();
});
const named = (text: string, sentence = text): string => {
  const start = text.indexOf(sentence);
  return namesOfGroups(tokenizer.tokenize(text, []), text, [start, start + sentence.length]).map(([from, to]) => sentence.slice(from, to)).join(' / ');
};

describe('names of groups, houses and events', () => {
  it.each([
    ['町で「土曜部」というサークルを主催しています', '土曜部'], ['「ひだまり」という名の学習塾です', 'ひだまり'], ['Umineko Lightという劇団です', 'Umineko Light'], ['合唱団「木もれび」で歌っています', '木もれび'], ['製菓クラブのWs.Lunaです', 'Ws.Luna'],
    ['ロボット研究会 RoboKazeの代表です', 'RoboKaze'], ['11月23日に広場で開催する木の実フェスタ', '木の実フェスタ'], ['Green Valley Medical Schoolで教えています', 'Green Valley Medical School'], ['University of Green Hillsの出身です', 'University of Green Hills'],
    ['鎌倉整形外科・内科クリニックで働いています', '鎌倉整形外科・内科クリニック'], ['横浜中央図書館に勤めています', '横浜中央図書館'],
  ])('%s', (text, name) => expect(named(text)).toBe(name));

  it('stand behind the quotation mark that opens their sentence, and in brackets for short', () => {
    expect(named('「土曜部」というサークルです', '土曜部」というサークルです')).toBe('土曜部');
    expect(named('日本石橋学会(JSBS)の会員', 'JSBS')).toBe('JSBS');
  });

  it.each([
    '「朝の読書」という活動をしています', '「水の道」という会社案内を作りました', 'PTAの会長です', 'NPOの代表です', 'チームのPMです', '動物病院で働いています', '図書館に勤めています', '横浜の図書館で働いています', '11月23日に祭りの手伝いをします', 'Data Analysisが得意です', '機械学習(ML)',
    '鎌倉市図書館の改修をしました',
  ])('%s: none', (text) => expect(named(text)).toBe(''));
});
