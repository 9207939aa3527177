import { beforeAll, describe, expect, it } from '@jest/globals';
import type { CandidateLine, MatchingPerson } from '@tsunagu/storage';
import { loadKnowledge, type Knowledge } from '../knowledge.js';
import { TOP, WarmEvent } from './warm-event.js';

const DEPTH = 5;

/** Somebody who can and seeks something, as the database gives them. */
function row(id: string, can: string[], seeks: string[]): MatchingPerson {
  const statement = (kind: 'skill' | 'seeking', label: string) => ({ id: `${id} ${label}`, kind, label, concept: label, role: null, score: 0.9, evidence: [], foundAs: 'tag', hidden: false, byHand: false });
  return {
    person: { id, nickname: id, affiliation: null, sector: null, languages: null, matchingRevision: 1, shows: { skill: true, interest: true, seeking: true, data: true }, arrived: true },
    statements: [...can.map((label) => statement('skill', label)), ...seeks.map((label) => statement('seeking', label))], jackets: [], introduction: null,
  } as unknown as MatchingPerson;
}

describe('an event kept warm', () => {
  let knowledge: Knowledge;
  beforeAll(async () => { knowledge = await loadKnowledge(); });

  const skills = ['写真', '編集', '料理', '会計', 'デザイン', '翻訳', '運転', '大工'];
  /** A room in which everybody looks for the one photographer and cook. */
  const room = [row('star', ['写真', '料理', '編集', '会計'], []), ...Array.from({ length: 23 }, (_, at) => row(`p${String(at).padStart(2, '0')}`, [skills[at % 8]], ['写真', '料理', skills[(at * 3 + 1) % 8]]))];
  const revisions = (people: MatchingPerson[]): Map<string, number> => new Map(people.map(({ person }) => [person.id, person.matchingRevision]));

  /** What is stored after these people have come one by one; a process that starts before each, or one that stays. */
  async function arrivals(people: MatchingPerson[], restarts: boolean, share: number): Promise<Map<string, CandidateLine[]>> {
    const stored = new Map<string, CandidateLine[]>();
    let warm = new WarmEvent(knowledge, '', [], share);
    for (const [at, { person }] of people.entries()) {
      if (restarts) warm = new WarmEvent(knowledge, '', [], share);
      const here = revisions(people.slice(0, at + 1));
      const changed = await warm.update(here, people.filter((one) => warm.outdated(here).includes(one.person.id)));
      if (!warm.knowsLists(at)) warm.takeLists(at, new Map([...stored].map(([owner, lines]) => [owner, structuredClone(lines)])));
      const lists = warm.changedLists([person.id], changed, new Map());
      for (const [owner, lines] of lists) stored.set(owner, lines);
      warm.written(at + 1, lists);
    }
    return stored;
  }

  const firstPlaces = (lists: Map<string, CandidateLine[]>): Map<string, number> => {
    const seen = new Map<string, number>();
    for (const lines of lists.values()) for (const { otherId } of lines.slice(0, DEPTH)) seen.set(otherId, (seen.get(otherId) ?? 0) + 1);
    return seen;
  };

  it('feature 31: the stored lists share attention: everybody stands in some list, nobody in the first places of more than their share', async () => {
    const even = firstPlaces(await arrivals(room, false, 0.25));
    const raw = firstPlaces(await arrivals(room, false, 1));
    expect(raw.get('star')).toBeGreaterThan(0.4 * room.length);
    expect(even.get('star')).toBeLessThanOrEqual(0.25 * room.length + 1);
    expect(even.size).toBe(room.length);
  });

  it('a process that has just started stores the same lists as one that saw everybody come', async () => {
    const order = (lists: Map<string, CandidateLine[]>) => new Map([...lists].map(([owner, lines]) => [owner, lines.map(({ otherId, score }) => [otherId, score.toFixed(6)])]));
    const [warm, cold] = [await arrivals(room, false, 0.25), await arrivals(room, true, 0.25)];
    expect(warm.size).toBe(room.length);
    for (const lines of warm.values()) expect(Math.abs(lines.length - TOP - 1)).toBeLessThanOrEqual(1);
    expect(order(cold)).toEqual(order(warm));
  });
});
