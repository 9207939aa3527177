import { describe, expect, it } from '@jest/globals';
import type { MatchPerson } from '@tsunagu/matching';
import { buildLexicon, parseEncounterModel } from '@tsunagu/nlp';
import type { MatchingPerson } from '@tsunagu/storage';
import { Knowledge } from '../knowledge.js';
import type { ReadPerson } from '../encounters/encounters.service.js';
import { toCard, toMatchPerson, toOutsidePerson } from './to-match-person.js';

const { lexicon } = buildLexicon([{ name: 'situations/names.txt', text: '場所提供 = 場所 = a place to use' }, { name: 'concepts/test.txt', text: '[試験 / 海] kind=skill\n定置網漁 = set-net fishing = 定置網\nセンサー = sensor\n水産加工 = seafood processing' }]);
const encounters = parseEncounterModel({ words: '定置網', vectors: Uint8Array.from([0, 0, 128, 63, 100, 50]) });
const knowledge = new Knowledge(lexicon, encounters, 'test');

const SIDES = { lacks: Float32Array.of(1), gives: Float32Array.of(1), about: Float32Array.of(0) };
/** Its sentences, as a reader gives them. */
const scenesIn = (text: string) => [...text.matchAll(/[^。]+/gu)].map(({ 0: quote, index }) => ({ span: [index, index + quote.length], quote, asks: Float32Array.of(1), answers: Float32Array.of(1) }));

type Tag = Partial<MatchingPerson['statements'][number]>;
const row = (introduction: MatchingPerson['introduction'], tags: Tag[] = []): ReadPerson => ({
  person: { id: 'p', nickname: 'みなと', affiliation: '潮ヶ浦水産加工', sector: null, shows: { skill: true, interest: true, seeking: false, data: true } },
  statements: tags.map((tag) => ({ kind: 'skill', label: 'センサー', concept: 'センサー', en: null, role: null, score: 0.8, evidence: [], foundAs: 'skill|センサー|', hidden: false, removed: false, ...tag })),
  jackets: [], introduction, read: { sides: SIDES, scenes: introduction ? scenesIn(introduction.text) : [] },
} as unknown as ReadPerson);
const shown = { text: '家業は定置網です。センサーを見ています。', shown: true };
const hidden = { ...shown, shown: false };
const mentioned = ({ background = [] }: MatchPerson): string[] => background.map(({ concept }) => concept).sort();

describe('a participant as matching may use one', () => {
  it('has sentences to be quoted only where the introduction is shown, and none that a removed tag was read from', () => {
    const text = '家業は定置網、センサーもあります。網と家業とセンサーです。';
    const quotes = (shown: boolean, tags: Tag[] = []) => toMatchPerson(row({ text, shown }, tags), knowledge).scenes?.map(({ quote }) => quote);
    expect(quotes(true)).toEqual(['家業は定置網、センサーもあります', '網と家業とセンサーです']);
    expect(quotes(true, [{ evidence: [[7, 11]], removed: true }])).toEqual(['網と家業とセンサーです']);
    expect(quotes(true, [{ evidence: [[7, 11]] }])).toHaveLength(2);
    expect(quotes(false)).toEqual([]);
    expect(toMatchPerson(row({ text, shown: false }), knowledge).encounter).toBe(SIDES);
  });

  it('has as a guess what everyday words are likelier not to mean, unless it was made by hand', () => {
    const guess = (tag: Tag): boolean => toMatchPerson(row(shown, [{ concept: 'くらし:運び手', score: 0.4, ...tag }]), knowledge).statements[0].guess === true;
    expect([guess({}), guess({ score: 0.5 }), guess({ byHand: true }), guess({ concept: 'センサー' })]).toEqual([true, false, false, false]);
  });

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

describe('a candidate’s card', () => {
  it('calls a tag in English as its row does; one made by hand, or from before, by its concept where that is known', () => {
    const tags: Tag[] = [{ label: '海の見張り', concept: '海の見張り', en: 'watching the sea' }, { label: '定置網', concept: '定置網', foundAs: null }, { label: '水産加工', concept: '水産加工' }, { label: '竹あかり', concept: '竹あかり', foundAs: null }];
    expect(toCard(row(null, tags), knowledge).tags.map(({ label, en }) => [label, en])).toEqual([['海の見張り', 'watching the sea'], ['定置網', 'set-net fishing'], ['水産加工', 'seafood processing'], ['竹あかり', undefined]]);
    expect(toCard(row(null, [{ label: '竹あかり', concept: '竹あかり' }]), knowledge).tags).toEqual([{ label: '竹あかり', kind: 'skill', concept: '竹あかり' }]);
  });

  it('calls by the name of its concept what its writer words more narrowly, and by the everyday name what everyday words are', () => {
    const called = (label: string, concept: string) => toCard(row(null, [{ label, concept }]), knowledge).tags.map(({ en }) => en);
    expect([called('祖父の定置網', '定置網漁'), called('場所', '場所'), called('IoT', 'センサー'), called('湘南未来会議', '湘南未来会議')]).toEqual([['set-net fishing'], ['a place to use'], [undefined], [undefined]]);
  });

  it('is new without tags, and not with tags that are all hidden or of kinds not shown', () => {
    const isNew = (tags: Tag[]) => [toCard(row(null, tags), knowledge).isNew, toMatchPerson(row(null, tags), knowledge).holdsBack ?? false];
    expect([isNew([]), isNew([{ removed: true }])]).toEqual([[true, false], [true, false]]);
    expect([isNew([{ hidden: true }]), isNew([{ kind: 'seeking' }]), isNew([{}, { hidden: true }])]).toEqual([[false, true], [false, true], [false, false]]);
  });
});
