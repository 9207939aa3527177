import { describe, expect, it } from '@jest/globals';
import type { MatchPerson } from '@tsunagu/matching';
import { buildLexicon } from '@tsunagu/nlp';
import type { MatchingPerson } from '@tsunagu/storage';
import { Knowledge } from '../knowledge.js';
import { toMatchPerson, toOutsidePerson } from './to-match-person.js';

const { lexicon } = buildLexicon([{ name: 'concepts/test.txt', text: '[試験 / 海] kind=skill\n定置網漁 = set-net fishing = 定置網\nセンサー = sensor\n水産加工 = seafood processing' }]);
const knowledge = new Knowledge(lexicon, 'test');

type Tag = Partial<MatchingPerson['statements'][number]>;
const row = (introduction: MatchingPerson['introduction'], tags: Tag[] = []): MatchingPerson => ({
  person: { id: 'p', nickname: 'みなと', affiliation: '潮ヶ浦水産加工', sector: null, shows: { skill: true, interest: true, seeking: false, data: true } },
  statements: tags.map((tag) => ({ kind: 'skill', label: 'センサー', concept: 'センサー', role: null, score: 0.8, evidence: [], foundAs: 'skill|センサー|', hidden: false, removed: false, ...tag })),
  jackets: [], introduction,
} as unknown as MatchingPerson);
const shown = { text: '家業は定置網です。センサーを見ています。', shown: true };
const hidden = { ...shown, shown: false };
const mentioned = ({ background = [] }: MatchPerson): string[] => background.map(({ concept }) => concept).sort();

describe('a participant as matching may use one', () => {
  it('has as background what a shown introduction and the affiliation mention', () => {
    const person = toMatchPerson(row(shown), knowledge);
    expect(mentioned(person)).toEqual(['センサー', '定置網漁', '水産加工'].sort());
    expect(person.background).toContainEqual({ concept: '定置網漁', label: '定置網漁', weight: 0.7 });
  });

  it('has nothing from an introduction that is not shown', () => {
    expect(mentioned(toMatchPerson(row(hidden), knowledge))).toEqual(['水産加工']);
  });

  it.each<[string, Tag]>([
    ['hidden', { hidden: true }], ['of a kind that is not shown', { kind: 'seeking' }], ['hidden and made by hand', { hidden: true, foundAs: null, label: 'sensor', concept: '' }],
  ])('does not mention what stands in a tag that is %s', (_, tag) => {
    expect(mentioned(toMatchPerson(row(shown, [tag]), knowledge))).toEqual(['定置網漁', '水産加工']);
  });

  it('shows other services no affiliation and nothing of an introduction that is not shown', () => {
    expect(mentioned(toOutsidePerson(row(shown), 'x', knowledge))).toEqual(['センサー', '定置網漁']);
    expect(mentioned(toOutsidePerson(row(hidden), 'x', knowledge))).toEqual([]);
    expect(mentioned(toOutsidePerson(row(shown, [{ hidden: true }]), 'x', knowledge))).toEqual(['定置網漁']);
  });
});
