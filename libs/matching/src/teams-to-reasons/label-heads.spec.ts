import { describe, expect, it } from '@jest/globals';
import { fittingRole, isPost, isSomebody, seeksSomebody } from './label-heads.js';

describe('what a label names', () => {
  it('is somebody, or a thing', () => {
    expect(['若い人', '動画を編集できる人', '囲碁の相手', '教えてくれる方', '一緒に歩く仲間', '話の聞き手'].filter((label) => !isSomebody(label))).toEqual([]);
    expect(['場所', '人手', '教え方', '空き家', '人流データ', '上手'].filter(isSomebody)).toEqual([]);
  });

  it('is what somebody does for whom a sentence looks, or what it looks for itself', () => {
    expect([
      '介護の仕事をしている人とつながりたいです', '空き家に詳しい方を探しています', '防災の話ができる仲間がほしい', '獣害で困っている農家さんに会いたい', 'かいごの しごとの ひとと 会いたい',
      "I'd like to meet people who work in elderly care", 'looking for someone with experience of patents',
    ].filter((one) => !seeksSomebody(one))).toEqual([]);
    expect(['介護で困っている人を助けたいです', '孤立を防ぎたい', '空き家を何とかしたい', '一人暮らしの見守りの仕組みを探しています', 'I want to reduce food waste', 'We need better elderly care'].filter(seeksSomebody)).toEqual([]);
  });

  it('is what somebody is, or what they do', () => {
    expect(['公民館の館長', '民生委員', '介護福祉士', '保健師', 'データエンジニア'].filter((label) => !isPost(label))).toEqual([]);
    expect(['子どもの成長', '定員', '写真撮影', '特長'].filter(isPost)).toEqual([]);
  });

  it('takes a role only where it fits', () => {
    expect(['軽トラ', '大型トラック', '大型バスの運転', '配達の車'].map((label) => fittingRole('vehicle', label))).toEqual(['vehicle', 'vehicle', 'vehicle', 'vehicle']);
    expect([fittingRole('vehicle', '収集車のGPS'), fittingRole('place', '公民館の館長'), fittingRole('place', '公民館の和室'), fittingRole(undefined, '写真')]).toEqual([undefined, undefined, 'place', undefined]);
  });
});
