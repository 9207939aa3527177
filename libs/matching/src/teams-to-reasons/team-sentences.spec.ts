import { describe, expect, it } from '@jest/globals';
import type { MatchStatement } from '../people.js';
import type { TeamReasonType } from './explain-team.js';
import { firstQuestion } from './first-question.js';
import { teamSentence } from './team-sentences.js';

type Said = [ja: string, en: string, yasashii: string];

/** Every type of reason of a team, in each language: a type without a line does not compile. */
const TABLE: Record<Exclude<TeamReasonType, 'question'>, [labels: string[], said: Said]> = {
  theme: [['会計'], ['アオイさん、森先生は「会計」でつながっています。', 'アオイ and 森先生 share “会計”.', 'アオイさん、森先生は 「会計」の 話が いっしょに できます。']],
  need_met: [['会計', '経理'], ['アオイさんが求める「会計」に、森先生の「経理」が役立ちます。', "アオイ looks for “会計”; 森先生's “経理” can help.", 'アオイさんは 「会計」を さがしています。森先生の 「経理」が 役に 立ちます。']],
  brings: [['会計'], ['アオイさんは「会計」を持ち寄ります。', 'アオイ brings “会計”.', 'アオイさんは 「会計」で 力に なれます。']],
  cares: [['会計'], ['アオイさんは「会計」への関心を持ち寄ります。', 'アオイ cares about “会計”.', 'アオイさんは 「会計」に きょうみが あります。']],
  quiet: [[], ['アオイさんの話はこれからです。まず聞いてみましょう。', 'アオイ has not said much yet. Begin by listening.', 'アオイさんの ことは まだ わかりません。はじめに 話を 聞きましょう。']],
  missing: [['会計'], ['アオイさんが求める「会計」は、まだこのチームにありません。', '“会計”, which アオイ looks for, is still missing in this team.', 'アオイさんは 「会計」を さがしています。この チームには まだ ありません。']],
  sectors: [['public', 'npo', 'student'], ['行政、NPO、学生と、立場の違う人が集まっています。', 'Different walks of life meet: public sector, non-profits and students.', 'いろいろな 人が います。市役所など、NPO、学校の 人です。']],
};

describe('feature 49 and 106: why this team, in the three languages of the phone', () => {
  it.each(Object.entries(TABLE) as [Exclude<TeamReasonType, 'question'>, [string[], Said]][])('%s', (type, [labels, [ja, en, yasashii]]) => {
    expect(teamSentence(type, ['アオイ', '森先生'], labels.map((label) => ({ label })))).toEqual({ ja, en, yasashii });
  });

  it('a need that is met by the very thing', () => {
    expect(teamSentence('need_met', ['アオイ', '森先生'], [{ label: '会計' }, { label: '会計' }])).toEqual({
      ja: 'アオイさんが求める「会計」で、森先生が力になれます。', en: 'アオイ looks for “会計”, and 森先生 can help with it.', yasashii: 'アオイさんは 「会計」を さがしています。森先生が 力に なれます。',
    });
  });

  const says = (kind: MatchStatement['kind'], quote?: string): MatchStatement => ({ kind, concept: '畑', label: '畑', score: 1, ...(quote && { quote }) });
  it.each([
    ['a theme', [says('interest')], true, '「畑」の ことで、さいきん 気に なったことは 何ですか？'],
    ['a theme in the words of one of them', [says('interest', '畑が好きで')], true, 'アオイさんは 「畑が好きで」と 書きました。それは どうしてですか？'],
    ['what one seeks', [says('seeking')], false, 'アオイさんは 「畑」を さがしています。みなさんは 何が できますか？'],
    ['what one seeks, in their words', [says('seeking', '畑がほしい')], false, 'アオイさんは 「畑がほしい」と 書きました。みなさんは 何が できますか？'],
    ['what one can do', [says('skill')], false, 'アオイさんの 「畑」を、この チームで どう つかいますか？'],
    ['what one likes', [says('interest')], false, 'アオイさんは 「畑」に きょうみが あります。どこが おもしろいですか？'],
  ] as const)('the first question about %s', (_, statements, shared, yasashii) => {
    const subject = shared ? { members: ['a'], concepts: ['畑'], labels: ['畑'] } : undefined;
    const text = firstQuestion([{ id: 'a', name: 'アオイ', statements: [...statements] }], { concepts: {} }, subject)!.text;
    expect(text).toEqual({ ja: expect.stringMatching(/^はじめの問い：.+？$/), en: expect.stringMatching(/^To begin with: .+\?$/), yasashii: `はじめの しつもん：${yasashii}` });
  });

  it('the first question quotes no bare name', () => {
    const asked = (quote: string): string => firstQuestion([{ id: 'a', name: 'Priya', statements: [{ kind: 'seeking', concept: '英語', label: 'English', score: 1, quote }] }], { concepts: {} }, undefined)!.text.en;
    expect(asked('English')).toBe('To begin with: Priya looks for “English”. What could each of you do?');
    expect(asked('I want to learn English')).toBe('To begin with: Priya wrote “I want to learn English”. What could each of you do?');
  });
});
