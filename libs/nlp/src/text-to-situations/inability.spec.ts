import { describe, expect, it } from '@jest/globals';
import { holdsInability, isNeedForHelp, saysDisinterest, saysInability } from './inability.js';
import { parseSituations } from './parse-situations.js';
import { readSituations } from './read-situations.js';

const { everyday } = parseSituations([
  { name: 'situations/names.txt', text: '調理 = 料理をつくる手 = a cook\n会計 = 会計 = bookkeeping\n機械 = 機械に強い人 = somebody good with machines\n備え = 備え = being prepared' },
  { name: 'situations/words.txt', text: '調理 hands ? 料理(?:が|は)…(?:苦手|作れな)\n調理 hands ! 料理…好き\n会計 knowledge = 経理 | 会計\n機械 knowledge = 機械 | パソコン\n備え knowledge = 屋根' },
]);
const read = (text: string): string[] => readSituations(text, everyday).map(({ stance, concept }) => `${stance} ${concept.slice('くらし:'.length)}`);

describe('who only says what they cannot do has not asked for help', () => {
  it.each([
    ['料理は苦手です。', ['touch 調理']], ['会計は苦手です。', ['touch 会計']], ['機械に弱いです。', ['touch 機械']], ['パソコンには疎いほうです。', ['touch 機械']], ['経理は不得意。将棋が好きです。', ['touch 会計']],
    ['料理は苦手です。将棋の仲間を探しています。', ['touch 調理']], ['料理は苦手ですが、食べるのは好きです。', ['touch 調理']], ['会計は音痴なみに苦手で、いつも笑われます。', ['touch 会計']],
    ['会計はできませんが、将棋ならできます。', ['touch 会計']],
  ])('%s', (text, found) => {
    expect(read(text)).toEqual(found);
  });
});

describe('a need is what somebody cannot do where', () => {
  it.each([
    ['a person is asked for', '料理は苦手で、誰か作ってくれたらと思います。', 'need 調理'], ['one who can is sought', '会計が苦手なので、得意な方と組みたいです。', 'need 会計'],
    ['help is asked for right after', 'パソコンが苦手です。教えてください。', 'need 機械'], ['it is a trouble', '経理が苦手で困っています。', 'need 会計'], ['it is a worry, in the next sentence', '機械に弱いです。悩んでいます。', 'need 機械'],
    ['it is the duty of an organisation', '会計が苦手な団体です。', 'need 会計'], ['it is the work of the writer and others', 'うちの会は経理が苦手です。', 'need 会計'], ['it is work that stands still', '会計ができません。', 'need 会計'], ['a project needs it', 'プロジェクトの会計が苦手です。', 'need 会計'],
    ['it is more than that: nobody makes it', '料理は作れないです。', 'need 調理'], ['it is a thing that is weak against something', '屋根が雨に弱いです。', 'need 備え'],
  ])('%s: %s', (_, text, found) => {
    expect(read(text)).toContain(found);
  });
});

describe('who does not care', () => {
  it('asks for nothing and speaks of nothing, unlike whom others’ lack of interest troubles', () => {
    expect(read('機械には興味がありません。')).toEqual([]);
    expect(read('会計はあまり好きではないです。')).toEqual([]);
    expect(['会計に関心はないですが', '若者が会計に関心がない', '社員は機械に興味がありません', '会計に興味がないわけではない', '会計に興味があります'].map(saysDisinterest)).toEqual([true, false, false, false, false]);
  });
});

describe('the parts', () => {
  it('an inability ends the words, or stands between them', () => {
    expect(['料理が苦手', '数字に弱い', '宣伝は下手', '電波が弱い', '会計が得意'].map(saysInability)).toEqual([true, true, true, false, false]);
    expect([holdsInability('料理は苦手ですが食べるのは好き'), holdsInability('料理が好き')]).toEqual([true, false]);
  });

  it('a request of another sentence, with an object of its own, is another request', () => {
    expect([isNeedForHelp('苦手です。助けてください。', 0), isNeedForHelp('苦手です。写真を教えてください。', 0), isNeedForHelp('教えてください。苦手です。', 9)]).toEqual([true, false, false]);
  });
});
