import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyPeople, graph, person, says } from '../test/people.js';
import { rankCandidates, rankPeople } from './rank-candidates.js';
import { listsToUpdate } from './similarity-to-candidates/lists-to-update.js';
import { buildEventIndex } from './tags-to-similarity/event-index.js';
import { pairScore } from './tags-to-similarity/score-pair.js';

const room = [
  person('ham', [says('seeking', '孤立'), says('seeking', 'プログラミング'), says('interest', '将棋')], { sector: 'public' }),
  person('denki', [says('skill', '見守り'), says('skill', 'プログラミング')], { sector: 'company' }),
  person('kishi', [says('interest', '将棋'), says('skill', '釣り'), says('skill', '看護')], { sector: 'citizen' }),
  person('ryoushi', [says('skill', '釣り')], { sector: 'company' }),
];

describe('ranking candidates', () => {
  it('feature 21: every person gets a ranked list of the others, best first', () => {
    fc.assert(fc.property(anyPeople(1, 12), fc.integer({ min: 1, max: 12 }), (people, top) => {
      const index = buildEventIndex(graph, people);
      for (const { id } of people) {
        const list = rankPeople(index, id, { top });
        expect(list.length).toBe(Math.min(top, people.length - 1));
        expect(list.map((line) => line.id)).not.toContain(id);
        expect(new Set(list.map((line) => line.id)).size).toBe(list.length);
        expect(list.map(({ score }) => score)).toEqual(list.map(({ score }) => score).sort((a, b) => b - a));
      }
    }));
  });

  it('feature 21: the list is the one that comparing with everybody gives', () => {
    fc.assert(fc.property(anyPeople(4, 14), (people) => {
      const index = buildEventIndex(graph, people);
      const expected = people.filter(({ id }) => id !== 'p00').map(({ id }) => ({ id, score: pairScore(index, 'p00', id) }))
        .filter(({ score }) => score > 0.01).sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1)).slice(0, 3);
      expect(rankPeople(index, 'p00', { top: 3 }).filter(({ score }) => score > 0.01)).toEqual(expected);
    }));
  });

  it('feature 22: every candidate says why, in at most three reasons', () => {
    fc.assert(fc.property(anyPeople(2, 10), (people) => {
      for (const { reasons } of rankCandidates(buildEventIndex(graph, people), 'p00')) {
        expect(reasons.length).toBeGreaterThanOrEqual(1);
        expect(reasons.length).toBeLessThanOrEqual(3);
      }
    }));
  });

  it('feature 23: complementary people come before strangers to one\'s needs', () => {
    expect(rankPeople(buildEventIndex(graph, room), 'ham', { top: 1 })[0].id).toBe('denki');
  });

  it('feature 24: the first, the second and the last arrival have their list at once', () => {
    const index = buildEventIndex(graph, []);
    index.upsert(room[0]);
    expect(rankCandidates(index, 'ham')).toEqual([]);
    index.upsert(room[1]);
    expect(rankCandidates(index, 'ham').map(({ id }) => id)).toEqual(['denki']);
    index.upsert(room[2]);
    expect(rankCandidates(index, 'kishi').map(({ id }) => id)).toEqual(['ham', 'denki']);
  });

  it('feature 24: a newcomer without tags gets a list, and appears in the others\' as new', () => {
    const index = buildEventIndex(graph, [...room, person('shin', [])]);
    expect(rankCandidates(index, 'shin').map(({ score }) => score).every((score) => score > 0 && score <= 0.01)).toBe(true);
    expect(rankCandidates(index, 'shin')).toHaveLength(4);
    expect(rankCandidates(index, 'ham').find(({ id }) => id === 'shin')?.reasons).toMatchObject([{ type: 'new' }]);
  });

  it('feature 24: newcomers\' lists differ, so that nobody is everyone\'s first guess', () => {
    const newcomers = Array.from({ length: 12 }, (_, at) => person(`new${at}`, []));
    const index = buildEventIndex(graph, [...room, ...newcomers]);
    expect(new Set(newcomers.map(({ id }) => rankPeople(index, id, { top: 1 })[0].id)).size).toBeGreaterThan(1);
  });

  it('nobody with tags scores zero with everybody', () => {
    const index = buildEventIndex(graph, [...room, person('odd', [says('interest', '気球')])]);
    expect(rankPeople(index, 'odd')[0].score).toBeGreaterThan(0);
  });

  it('feature 25: people who have met, blocked, declined or share a team are left out, grounded or not', () => {
    const index = buildEventIndex(graph, room);
    const list = rankPeople(index, 'ham', { exclude: ['denki', 'ryoushi', 'gone'] });
    expect(list.map(({ id }) => id)).toEqual(['kishi']);
  });

  it('feature 109: a Japanese and an English introduction meet over the same concept', () => {
    const index = buildEventIndex(graph, [
      person('ja', [says('seeking', '料理', { label: '料理を教えてくれる人', quote: '料理を教えてくれる人' })]),
      person('en', [says('skill', '料理', { label: 'cooking', quote: 'I cook for fun' })], { languages: ['en', 'ja'] }),
      person('other', [says('skill', '将棋')]),
    ]);
    expect(rankCandidates(index, 'ja', { top: 1 })).toMatchObject([{ id: 'en', reasons: [{ type: 'need_met' }] }]);
  });
});

describe('lists to update after a change', () => {
  it('are those that the person stands in or would enter, and no others', () => {
    const index = buildEventIndex(graph, room);
    const shown = new Map(room.map(({ id }) => [id, rankPeople(index, id, { top: 1 })]));
    index.upsert(person('soudan', [says('skill', '孤立'), says('skill', '見守り'), says('skill', 'プログラミング')]));
    expect(listsToUpdate(index, 'soudan', shown, 1)).toContain('ham');
    expect(listsToUpdate(index, 'soudan', shown, 1)).not.toContain('ryoushi');
    index.remove('denki');
    expect(listsToUpdate(index, 'denki', shown, 1)).toEqual([...shown].filter(([, list]) => list[0].id === 'denki').map(([id]) => id).sort());
  });

  it('never miss a list that the newcomer enters', () => {
    // Enough people of something else that no concept, word or aspect becomes frequent through one arrival.
    const crowd = Array.from({ length: 120 }, (_, at) => person(`q${at}`, [], { wording: { runs: [], shown: true }, aspects: [{ aspect: '観点:散歩', weight: 1 }] }));
    fc.assert(fc.property(anyPeople(4, 8), ([late, ...early]) => {
      const index = buildEventIndex(graph, [...early, ...crowd]);
      const shown = new Map(early.map(({ id }) => [id, rankPeople(index, id, { top: 3 })]));
      index.upsert(late);
      const touched = listsToUpdate(index, late.id, shown, 3);
      const entered = early.map(({ id }) => id).filter((id) => rankPeople(index, id, { top: 3 }).some((line) => line.id === late.id && line.score > 0.01));
      expect(touched).toEqual(expect.arrayContaining(entered));
    }), { numRuns: 50 });
  });
});
