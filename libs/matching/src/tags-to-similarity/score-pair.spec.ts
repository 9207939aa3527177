import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyPeople, graph, person, says } from '../../test/people.js';
import type { MatchPerson, PersonVectors } from '../people.js';
import { buildEventIndex } from './event-index.js';
import { pairScore, pairTerms } from './score-pair.js';

const score = (people: MatchPerson[], a = 'a', b = 'b'): number => pairScore(buildEventIndex(graph, people), a, b);

describe('the score of a pair', () => {
  it('is the same from both sides, to the last digit, and within 0…1', () => {
    fc.assert(fc.property(anyPeople(2, 8), (people) => {
      const index = buildEventIndex(graph, people);
      const there = pairScore(index, 'p00', 'p01');
      expect(pairScore(index, 'p01', 'p00')).toBe(there);
      expect(there).toBeGreaterThanOrEqual(0);
      expect(there).toBeLessThanOrEqual(1);
    }));
  });

  it('does not depend on the order of people or of their statements', () => {
    fc.assert(fc.property(anyPeople(2, 8), (people) => {
      const turned = people.map((one) => ({ ...one, statements: [...one.statements].reverse() })).reverse();
      expect(score(turned, 'p00', 'p01')).toBe(score(people, 'p00', 'p01'));
    }));
  });

  it('takes the role that is said most surely of what is sought twice, in whichever order', () => {
    const needs = [says('seeking', '会食', { role: 'place' }), says('seeking', '会食', { role: 'material' }), says('seeking', '会食', { role: 'hands', score: 0.1 })];
    const offer = person('b', [says('skill', '畑', { role: 'material' })]);
    const [one, ...others] = [needs, [...needs].reverse(), [needs[2], needs[0], needs[1]]].map((said) => score([person('a', said), offer]));
    expect(one).toBeGreaterThan(score([person('a', [needs[0]]), offer]));
    for (const other of others) expect(other).toBe(one);
  });

  it.each([['a', 'b'], ['b', 'a']])('tells whose needs are met: those of the one from whom it is seen (%s seeks)', (seeker, helper) => {
    const index = buildEventIndex(graph, [person(seeker, [says('seeking', '見守り')]), person(helper, [says('skill', '見守り')])]);
    const seen = pairTerms(index, seeker, helper);
    expect(seen.needsMet).toBeGreaterThan(seen.needsMetBack);
    expect(pairTerms(index, helper, seeker)).toEqual({ ...seen, needsMet: seen.needsMetBack, needsMetBack: seen.needsMet });
  });

  it('does not depend on how a concept was spelled', () => {
    const spelled = (label: string): MatchPerson[] => [person('a', [says('seeking', '見守り', { label })]), person('b', [says('skill', '見守り', { label: '見守り' })])];
    expect(score(spelled('みまもり'))).toBe(score(spelled('見守り')));
  });

  it('rises or stays when the other one offers one thing more', () => {
    fc.assert(fc.property(anyPeople(2, 6), fc.constantFrom(...Object.keys(graph.concepts)), (people, concept) => {
      const [first, second, ...rest] = people;
      const richer = { ...second, statements: [...second.statements, says('skill', concept)] };
      // Others enough that no concept becomes frequent through this one.
      const crowd = Array.from({ length: 60 }, (_, at) => person(`q${at}`, [says('interest', '釣り')]));
      const before = pairTerms(buildEventIndex(graph, [first, second, ...rest, ...crowd]), 'p00', 'p01').needsMet;
      const after = pairTerms(buildEventIndex(graph, [first, richer, ...rest, ...crowd]), 'p00', 'p01').needsMet;
      expect(after).toBeGreaterThanOrEqual(before);
    }));
  });

  it('rises when two people of like length of list share one thing more', () => {
    const shared = (count: number): number => score([
      person('a', [says('interest', '将棋'), ...['釣り', '料理', 'Python'].slice(0, count).map((one) => says('interest', one))]),
      person('b', [says('interest', '傾聴'), ...['釣り', '料理', 'Python'].slice(0, count).map((one) => says('interest', one))]),
    ]);
    expect([0, 1, 2].every((count) => shared(count) < shared(count + 1))).toBe(true);
  });

  it('feature 23: a need that is met counts more than the same thing shared as a hobby', () => {
    const people = [
      person('a', [says('seeking', '将棋')]), person('b', [says('skill', '将棋')]), person('c', [says('interest', '将棋')]),
    ];
    expect(score(people, 'a', 'b')).toBeGreaterThan(score(people, 'a', 'c'));
  });

  it('feature 23: a need that is met without a shared word is found', () => {
    expect(score([person('a', [says('seeking', '孤立')]), person('b', [says('skill', '見守り')])])).toBeGreaterThan(0.1);
    expect(score([person('a', [says('seeking', '孤立')]), person('b', [says('skill', '将棋')])])).toBe(0);
  });

  it('feature 23: needs met both ways count more than twice as much met one way', () => {
    const mutual = score([
      person('a', [says('seeking', 'Python'), says('skill', '料理')]), person('b', [says('seeking', '料理'), says('skill', 'Python')]),
    ]);
    const oneWay = score([
      person('a', [says('seeking', 'Python'), says('skill', '将棋')]), person('b', [says('seeking', '看護'), says('skill', 'Python')]),
    ]);
    expect(mutual).toBeGreaterThan(oneWay);
  });

  it('lets a place answer a need for a place though the concepts are strangers', () => {
    const people = (role: 'place' | 'vehicle'): MatchPerson[] =>
      [person('a', [says('seeking', '会場', { role: 'place' })]), person('b', [says('skill', '脱衣場', { role })])];
    expect(score(people('place'))).toBeGreaterThan(score(people('vehicle')));
  });

  it('does not let any knowledge answer a wish for other knowledge', () => {
    expect(score([person('a', [says('seeking', '統計', { role: 'knowledge' })]), person('b', [says('skill', '茶道', { role: 'knowledge' })])])).toBe(0);
  });

  it('counts data held for data wanted, the more openly shared the more', () => {
    const held = (sharing: 'open' | 'closed'): number => score([
      person('a', [says('seeking', '安否データ', { role: 'data' })]),
      person('b', [], { jackets: [{ title: '電力', sharing, concepts: [{ concept: '安否データ', label: '安否', weight: 1 }] }] }),
    ]);
    expect(held('open')).toBeGreaterThan(held('closed'));
    expect(held('closed')).toBeGreaterThan(0);
  });

  it('sinks where two people are known to have no language in common, not where one is unknown', () => {
    const speaking = (a?: string[], b?: string[]): number => score([
      person('a', [says('interest', '将棋')], { languages: a }), person('b', [says('interest', '将棋')], { languages: b }),
    ]);
    expect(speaking(['ja'], ['en'])).toBeLessThan(speaking(['ja'], ['ja', 'en']));
    expect(speaking(['ja'], undefined)).toBe(speaking(['ja'], ['ja']));
  });

  it('rises with different sectors, but not out of nothing', () => {
    const from = (b: string, concept: string): number => score([
      person('a', [says('interest', '将棋')], { sector: 'npo' }), person('b', [says('interest', concept)], { sector: b }),
    ]);
    expect(from('company', '釣り')).toBe(0);
    const almost = (b: string): number => score([
      person('a', [says('seeking', '孤立')], { sector: 'npo' }), person('b', [says('skill', '見守り')], { sector: b }),
    ]);
    expect(almost('company')).toBeGreaterThan(almost('npo'));
  });

  it('counts what an affiliation is about, less than what a person says', () => {
    const about = (more: Partial<MatchPerson>): number => score([person('a', [says('seeking', '看護')]), person('b', [says('skill', '釣り')], more)]);
    const known = about({ background: [{ concept: '看護師', label: '看護師', weight: 1 }] });
    const said = score([person('a', [says('seeking', '看護')]), person('b', [says('skill', '釣り'), says('skill', '看護師')])]);
    expect(about({})).toBe(0);
    expect(known).toBeGreaterThan(0);
    expect(known).toBeLessThan(said);
  });

  it('counts what most people of a role need and have, the less the more somebody says themselves', () => {
    const implied = (says: 'need' | 'offer', concept: string) => ({ background: [{ concept, label: concept, weight: 0.7, implied: { says, by: '病院' } }] });
    const guessed = (own: MatchPerson['statements']): number => score([person('a', own, implied('need', '看護')), person('b', [says('skill', '看護師')])]);
    const said = score([person('a', [says('seeking', '看護')]), person('b', [says('skill', '看護師')])]);
    const beside = (scored: number): number => guessed([says('seeking', '釣り', { score: scored })]);
    expect(beside(0.6)).toBeGreaterThan(1.5 * beside(0.61));
    expect(beside(0.61)).toBeGreaterThan(0);
    expect(guessed([])).toBeLessThan(said);
    expect(score([person('a', [says('seeking', '看護')]), person('b', [], implied('offer', '看護師'))])).toBeGreaterThan(0);
    expect(score([person('a', [says('skill', '看護')]), person('b', [], implied('offer', '将棋'))])).toBe(0);
  });

  it('brings people of one field a little nearer though their words are strangers', () => {
    const fields = { concepts: Object.fromEntries([['日本画', '文化 / 美術'], ['版画', '文化 / 美術'], ['大工', '建築']].map(([ja, category]) =>
      [ja, { ja, category, broader: [], related: [], metBy: [], practises: [] }])) };
    const index = buildEventIndex(fields, ['日本画', '版画', '大工'].map((concept) => person(concept, [says('skill', concept)])));
    expect(pairScore(index, '日本画', '版画')).toBeGreaterThan(0);
    expect(pairScore(index, '日本画', '大工')).toBe(0);
  });

  it('weighs the concepts of the event theme more', () => {
    const people = [
      person('a', [says('interest', '将棋'), says('interest', '釣り')]), person('b', [says('interest', '将棋')]), person('c', [says('interest', '釣り')]),
    ];
    const index = buildEventIndex(graph, people, { theme: [{ concept: '釣り', label: '釣り', weight: 1 }] });
    expect(pairScore(index, 'a', 'c')).toBeGreaterThan(pairScore(index, 'a', 'b'));
  });

  it('blends in text vectors where both people have some', () => {
    const people = [person('a', [says('interest', '将棋')]), person('b', [says('interest', '囲碁')])];
    const score = (vectors: PersonVectors) => pairScore(buildEventIndex(graph, people.map((one) => ({ ...one, vectors }))), 'a', 'b');
    expect(score({ about: Float32Array.of(1, 0) })).toBeGreaterThan(0);
    expect(score({ needs: Float32Array.of(1, 0) })).toBe(0);
    expect(score({ about: Float32Array.of(1, 0), text: Float32Array.of(1, 0) })).toBeGreaterThan(score({ about: Float32Array.of(1, 0) }));
    expect(pairScore(buildEventIndex(graph, people), 'a', 'b')).toBe(0);
  });

  it('refuses an id that the index does not hold', () => {
    expect(() => score([person('a', [])], 'a', 'nobody')).toThrow('got "nobody"');
  });

  it('counts what two people write about, the more the more alike, and nothing where one is not known', () => {
    const about = (id: string, care: number, sea: number) => person(id, [], { aspects: [{ aspect: '観点:介護', weight: care }, { aspect: '観点:海', weight: sea }] });
    const index = buildEventIndex(graph, [about('a', 1, 0.1), about('b', 1, 0.1), about('c', 0.1, 1), person('d', [])]);
    expect(pairTerms(index, 'a', 'b').aspects).toBeCloseTo(1);
    expect(pairScore(index, 'a', 'b')).toBeGreaterThan(pairScore(index, 'a', 'c'));
    expect(pairScore(index, 'a', 'c')).toBeGreaterThan(0);
    expect(pairTerms(index, 'a', 'd').aspects).toBeUndefined();
  });

  it('counts what one lacks and the other gives, both ways alike, and nothing where one is not known', () => {
    const at = (id: string, lacks: [number, number], gives: [number, number]) => person(id, [], { encounter: { lacks: Float32Array.from(lacks), gives: Float32Array.from(gives), about: Float32Array.of(0) } });
    const index = buildEventIndex(graph, [at('a', [1, 0], [0, 1]), at('b', [0, -1], [1, 0]), at('c', [1, 0], [-1, 0]), person('d', [])]);
    expect(pairTerms(index, 'a', 'b').encounter).toBe(0);
    expect(pairTerms(index, 'b', 'c').encounter).toBe(0.5);
    expect(pairTerms(index, 'a', 'c').encounter).toBe(0);
    expect(pairScore(index, 'b', 'c')).toBeGreaterThan(pairScore(index, 'a', 'c'));
    expect(pairScore(index, 'b', 'c')).toBe(pairScore(index, 'c', 'b'));
    expect(pairTerms(index, 'b', 'd').encounter).toBeUndefined();
  });

  it('counts less of what one lacks and the other gives where everybody does', () => {
    const alike = (count: number) => Array.from({ length: count }, (_, number) => person(`p${number}`, [], { encounter: { lacks: Float32Array.of(1, 0), gives: Float32Array.of(1, 0), about: Float32Array.of(0) } }));
    const closeness = (count: number) => pairTerms(buildEventIndex(graph, alike(count)), 'p0', 'p1').encounter;
    expect(closeness(3)).toBe(1);
    expect(closeness(20)).toBeLessThan(0.2);
  });
});
