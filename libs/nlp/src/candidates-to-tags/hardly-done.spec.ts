import { describe, expect, it } from '@jest/globals';
import { hardlyDone } from './hardly-done.js';

const told = (what: 'nothing' | 'noSkill', sentence: string): string => hardlyDone(sentence)[what].map(([start, end]) => sentence.slice(start, end)).join(' ');

describe('what is hardly done, only meant or only pictured', () => {
  it.each([
    ['陶芸なんてほとんどやったこともなく、妻に笑われました', '陶芸'], ['ろくろは一度も触ったことがありません', 'ろくろ'], ['一度だけ体験教室で湯のみを作ったことがあるくらいです', '湯のみ'], ['数回だけ漆を塗った程度です', '漆'],
    ['吹奏楽部に入るつもりで入学しました', '吹奏楽部'], ['大工になるはずだった', '大工'], ['大きな壁に絵を描くことを想像しては楽しんでいます', '絵'], ['その頃はまだワープロの時代でした', 'ワープロ'], ['当時はポケベルしかなく', 'ポケベル'],
  ])('%s: no skill', (sentence, word) => expect(told('noSkill', sentence)).toContain(word));

  it('老人クラブに参加するとか… is advice', () => expect(told('nothing', '老人クラブに参加するとか…')).toBe('老人クラブ'));

  it.each([
    ['陶芸は一度だけ個展を開いたことがあります', '個展'], ['漆は何度も塗ったことがあります', '漆'], ['弓道部に入って四年です', '弓道部'], ['看護師になるつもりです', '看護師'], ['使う人を想像して家具を作ります', '家具'], ['当時は営業でした', '営業'],
  ])('%s leaves %s', (sentence, word) => expect(told('noSkill', sentence)).not.toContain(word));

  it('畑に通うとか、山を歩くとか leaves 山', () => expect(told('nothing', '畑に通うとか、山を歩くとか')).not.toContain('山'));
});
