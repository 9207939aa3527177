import { describe, expect, it } from '@jest/globals';
import { spokenToTheRoom, type SpokenToTheRoom } from './spoken-to-the-room.js';

const said = (what: keyof SpokenToTheRoom, sentence: string): string => spokenToTheRoom(sentence)[what].map(([start, end]) => sentence.slice(start, end)).join(' / ');

describe('what a question offers', () => {
  it.each([
    ['鋏、研ぎましょうか?', '鋏、研'], ['帯の直し、よかったらわたしがやりましょうか?', '帯の直し、よかったらわたしがや'], ['どなたか畳の張り替えで困っている方はいませんか?', 'どなたか畳の張り替え'],
    ['登記で悩んでる方いらっしゃったら声かけてください', '登記'], ['雪かき、手伝ってほしい人いませんか?', '雪かき、手伝っ'], ['審判、足りてます?', '審判'],
  ])('%s', (sentence, words) => expect(said('offered', sentence)).toBe(words));
  it.each(['一緒に歩きましょうか?', '何をしましょうか?', 'どうしましょうか', '登記で悩んでいます', '同じように子育てで悩んでいる方はいませんか?', '手伝ってくれる人いませんか?', '人手が足りてます'])('%s: nothing', (sentence) => expect(said('offered', sentence)).toBe(''));
});

describe('what is asked for behind the request, or has gone', () => {
  it.each([['教えてください、糠床の手入れ', '糠床の手入れ'], ['誰か手伝ってほしいんです、幟の片付け', '幟の片付け'], ['笛が抜けてしまい、祭りが危ういです', '笛'], ['跡継ぎがいません', '跡継ぎ'], ['読み聞かせボランティアが足りていません', '読み聞かせボランティア']])('%s', (sentence, words) => expect(said('asked', sentence)).toBe(words));
  it.each(['教えてくださいました、糠床の手入れは', '笛が抜けるような音です', '子どもがいません', '講師を探しています'])('%s: nothing', (sentence) => expect(said('asked', sentence)).toBe(''));
});

describe('what is refused, or only taken for so', () => {
  it.each([['布教の方はご遠慮ください', '布教'], ['保険の勧誘目的の方はお断りします', '保険の勧誘'], ['布教の方、占いの方は固くお断りします', '布教の方、占い'], ['政治活動の方や布教の方、占いの勧誘の方はご遠慮ください', '政治活動の方や布教の方、占いの勧誘'], ['保険・布教・占いの方はご遠慮ください', '保険・布教・占い'], ['名前のせいで「石屋さん?」', '石屋さん'], ['「石屋ですか」とよく聞かれますが、農家です', '石屋ですか'], ['琵琶を勧められましたが、お断りしました', '琵琶']])('%s', (sentence, words) => expect(said('refused', sentence)).toBe(words));
  it('is not what was said before it', () => expect(said('refused', '琵琶が好きです、布教の方はご遠慮ください')).toBe('布教'));
  it.each(['琵琶を勧められて始めました', '石屋の方に会いたい', '「石屋」という店です', '石屋さん?'])('%s: nothing', (sentence) => expect(said('refused', sentence)).toBe(''));
});
