import { describe, expect, it } from '@jest/globals';
import type { Kind, PersonView, Role } from '@tsunagu/contracts';
import { buildGraph, topTopics } from './build-graph.js';

const person = (id: string, ...tags: [label: string, kind: Kind, role?: Role][]): PersonView => ({
  id, nickname: id, affiliation: null, sector: null, teamWish: 'looking', here: true, paused: false, left: false, reading: 'read', thin: false, jackets: [], joinedAt: '',
  tags: tags.map(([label, kind, role]) => ({ label, concept: label, kind, role: role ?? null, added: false })),
});
const graphOf = (...people: PersonView[]) => buildGraph(people, { ofRole: (role) => `＜${role}＞`, ofTag: ({ label, en }) => en ?? label, own: new Map([['畑しごと', '市民農園']]) });

describe('the map of the room', () => {
  it('ties people to what at least two of them name, in whatever kind', () => {
    const graph = graphOf(person('a', ['防災', 'skill'], ['写真', 'skill']), person('b', ['防災', 'interest']), person('c', ['料理', 'skill']));
    expect(topTopics(graph)).toMatchObject([{ label: '防災', size: 2, kinds: { skill: 1, interest: 1, seeking: 0 } }]);
    expect(graph.links).toEqual([{ source: 'a', target: 't:防災', kind: 'skill' }, { source: 'b', target: 't:防災', kind: 'interest' }]);
    expect(graph.nodes.filter(({ type }) => type === 'person')).toHaveLength(3);
  });

  it('calls topics as the page does', () => {
    const [one, other] = [person('a', ['営業', 'skill']), person('b', ['営業', 'interest'])];
    one.tags[0]!.en = 'sales';
    expect(topTopics(graphOf(one, other))).toMatchObject([{ id: 't:営業', label: 'sales' }]);
  });

  it('calls what the organiser has a word for by that', () => {
    const people = [person('a', ['農業', 'interest']), person('b', ['畑しごと', 'skill'])];
    people[1]!.tags[0]!.concept = '農業';
    expect(topTopics(graphOf(...people))).toMatchObject([{ id: 't:農業', label: '市民農園', size: 2 }]);
  });

  it('calls what is said in several words by the plainest', () => {
    const people = [person('a', ['日本語で話す会', 'interest']), person('b', ['日本語', 'skill']), person('c', ['日本語の練習', 'seeking'])];
    for (const { tags } of people) tags[0]!.concept = '日本語';
    expect(topTopics(graphOf(...people))).toMatchObject([{ id: 't:日本語', label: '日本語', size: 3 }]);
  });

  it('brings a need and an offer together by their role, in different words', () => {
    const graph = graphOf(person('a', ['空き教室', 'skill', 'place']), person('b', ['活動場所', 'seeking', 'place']), person('c', ['軽トラック', 'skill', 'vehicle']), person('d', ['送迎車', 'skill', 'vehicle']));
    expect(topTopics(graph).map(({ label }) => label)).toEqual(['＜place＞']);
  });

  it('counts a person once for each kind', () => {
    expect(graphOf(person('a', ['防災', 'skill'], ['防災', 'skill'], ['防災', 'seeking']), person('b', ['防災', 'skill']))).toMatchObject({ links: { length: 3 }, nodes: [{ label: '防災', size: 2 }, {}, {}] });
    expect(graphOf(person('a', ['防災', 'skill'], ['防災', 'seeking'])).links).toEqual([]);
  });

  it('leaves out who has gone home', () => {
    expect(graphOf({ ...person('a', ['防災', 'skill']), left: true }, person('b', ['防災', 'skill'])).links).toEqual([]);
  });
});
