import { describe, expect, it } from '@jest/globals';
import { roleOf } from './roles.js';

describe('which role something plays in a need or an offer', () => {
  it.each([
    ['軽トラ', 'vehicle'], ['車の運転', 'vehicle'], ['自転車', 'vehicle'], ['自転車修理', 'knowledge'], ['船の設計', 'knowledge'], ['車いす', 'knowledge'],
    ['ドローン', 'material'], ['ドローン操縦', 'knowledge'], ['会議室', 'place'], ['売上データ', 'data'], ['助成金', 'money'], ['ボランティア', 'hands'],
  ])('%s: %s', (label, role) => expect(roleOf(label)).toBe(role));

  it('is not told by a part of another word', () => {
    const others = ['家庭教師', '家庭菜園', '人材紹介業', '取材', '教材研究', '予防接種', '多職種', '品種', '在来種', '二種免許', 'コントラバス', 'キャンバス', 'シラバス', 'バスク語', 'バスソルト', 'サウンドトラック', 'スカート', 'マリオカート', 'ブラックホール', 'マンホール', 'ブログ', '商品カタログ', 'アナログ'];
    const played = others.map((label) => `${label} ${roleOf(label)}`);
    expect(played.filter((one) => !/knowledge|contacts/.test(one))).toEqual([]);
    expect(['裏庭', '木材', '種', '路線バス', '軽トラック', 'ゴーカート', '音楽ホール', 'アクセスログ', 'データログ'].map(roleOf)).toEqual(['place', 'material', 'material', 'vehicle', 'vehicle', 'vehicle', 'place', 'data', 'data']);
  });
});
