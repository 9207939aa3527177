import { describe, expect, it } from '@jest/globals';
import { withoutDenials } from './without-denials.js';

describe('a text without what its writer denies', () => {
  it.each([
    ['機械には興味がありません。将棋が好きです。', '将棋が好きです。'],
    ['船は うんてん できません。つりは すきです。', 'つりは すきです。'],
    ['漢字が よめません。', ''], ['韓国語は まだ むずかしいです。', ''], ['英語が わかりません。', ''],
    ['配達はしていません。店で売っています。', '店で売っています。'],
    ['箏は弾けませんが尺八なら少々', '尺八なら少々'],
    ['刺繍は得意ではないけど、編み物は好きです', '編み物は好きです'],
    ['溶接はしたことがありません。', ''], ['運転免許は持っていません。', ''], ['登記のことは何もわかりません。', ''],
    ["I'm a baker. I don't speak much Korean yet.", "I'm a baker."],
    ['Bowling is not my thing. I love skiing.', ' I love skiing.'],
    ["I repair bikes but I don't do welding", 'I repair bikes'],
    ["I used to write COBOL at an insurer, but I don't program anymore. I garden.", '. I garden.'],
    ['I am bad at accounting, but I can cook', ' but I can cook'],
    ['I have no experience with drones.', ''], ['Spanish is still difficult for me.', ''], ['my english is not good, I like maps', ' I like maps'],
  ])('%s', (text, rest) => expect(withoutDenials(text).trim()).toBe(rest.trim()));

  it.each([
    'COBOLしか書けません', '魚が売れません', '病院に行けません', '人集めは難しいです', '若い人がバスに乗れません', '道具の使い方がわかりません', 'どこに聞けばいいかわかりません', '裁縫のできない人を手伝います', '字の読めない子の教室です', 'なくてはならない道具です', '失うということ',
    "We don't have a room", "I don't know where to start", "I can't do it alone", "I can't find a kitchen", 'I used to be a midwife', 'Nobody can read the old maps',
  ])('who lacks something, or tells of others, denies nothing: %s', (text) => expect(withoutDenials(text)).toBe(text));
});
