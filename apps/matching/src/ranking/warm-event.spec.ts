import { beforeAll, describe, expect, it } from '@jest/globals';
import type { CandidateLine } from '@tsunagu/storage';
import type { ReadPerson } from '../encounters/encounters.service.js';
import type { PersonSides } from '@tsunagu/nlp';
import { loadKnowledge, type Knowledge } from '../knowledge.js';
import { TOP, WarmEvent } from './warm-event.js';

const DEPTH = 5;

const sideOf = (angle: number): Float32Array => Float32Array.of(Math.SQRT1_2 * Math.cos(angle), Math.SQRT1_2 * Math.sin(angle));
const sidesOf = (at: number): PersonSides => ({ lacks: sideOf(at / 9), gives: sideOf(at / 7), about: sideOf(at / 5) });

/** Somebody who can and seeks something, as the database gives them. */
function row(id: string, can: string[], seeks: string[], sides?: PersonSides): ReadPerson {
  const statement = (kind: 'skill' | 'seeking', label: string) => ({ id: `${id} ${label}`, kind, label, concept: label, en: null, role: null, score: 0.9, evidence: [], foundAs: 'tag', hidden: false, byHand: false });
  return {
    person: { id, nickname: id, affiliation: null, sector: null, languages: null, matchingRevision: 1, shows: { skill: true, interest: true, seeking: true, data: true }, arrived: true },
    statements: [...can.map((label) => statement('skill', label)), ...seeks.map((label) => statement('seeking', label))], jackets: [], introduction: null, read: { sides, scenes: [] },
  } as unknown as ReadPerson;
}

describe('an event kept warm', () => {
  let knowledge: Knowledge;
  beforeAll(async () => { knowledge = await loadKnowledge(); });

  const skills = ['写真', '編集', '料理', '会計', 'デザイン', '翻訳', '運転', '大工'];
  /** A room in which everybody looks for the one photographer and cook. */
  const room = [row('star', ['写真', '料理', '編集', '会計'], []), ...Array.from({ length: 23 }, (_, at) => row(`p${String(at).padStart(2, '0')}`, [skills[at % 8]], ['写真', '料理', skills[(at * 3 + 1) % 8]]))];
  /** So many with texts that some arrivals move what the room has in common and some do not. */
  const fullRoom = [...room, ...Array.from({ length: 40 }, (_, at) => row(`q${at}`, [skills[at * 5 % 8]], [skills[(at * 3 + 2) % 8]], sidesOf(at)))];
  const revisions = (people: ReadPerson[]): Map<string, number> => new Map(people.map(({ person }) => [person.id, person.matchingRevision]));

  /** What is stored after these people have come one by one; a process that starts before each, or one that stays. */
  async function arrivals(people: ReadPerson[], restarts: boolean, share: number): Promise<Map<string, CandidateLine[]>> {
    const stored = new Map<string, CandidateLine[]>();
    let warm = new WarmEvent(knowledge, '', [], share);
    for (const [at, { person }] of people.entries()) {
      if (restarts) warm = new WarmEvent(knowledge, '', [], share);
      const here = revisions(people.slice(0, at + 1));
      const changed = await warm.update(here, people.filter((one) => warm.outdated(here).includes(one.person.id)));
      if (!warm.knowsLists(at)) warm.takeLists(at, new Map([...stored].map(([owner, lines]) => [owner, structuredClone(lines)])));
      const lists = await warm.changedLists([person.id], changed);
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

  it('where an arrival moves what the room has in common, every stored score is of the room as it is then', async () => {
    const people = Array.from({ length: 24 }, (_, at) => row(`q${at}`, [], [], sidesOf(at)));
    const scores = (lists: Map<string, CandidateLine[]>) => new Map([...lists].sort().map(([owner, lines]) => [owner, lines.map(({ otherId, score }) => [otherId, score.toFixed(2)])]));
    const anew = new WarmEvent(knowledge, '', [], 1);
    await anew.update(revisions(people), people);
    const all = await anew.changedLists(people.map(({ person }) => person.id), []);
    expect(scores(await arrivals(people, false, 1))).toEqual(scores(all));
  });

  it('whatever else the process has to do has its turn between two lists', async () => {
    const warm = new WarmEvent(knowledge, '', [], 0.25);
    await warm.update(revisions(room), room);
    let turns = 0;
    let ranked = false;
    const count = (): void => { turns++; if (!ranked) setImmediate(count); };
    setImmediate(count);
    await warm.changedLists(room.map(({ person }) => person.id), []);
    ranked = true;
    expect(turns).toBeGreaterThanOrEqual(room.length - 1);
  });

  it('two of the same score in hundredths who change places are no news, unless one comes to the first places or leaves them', async () => {
    const everybody = room.map(({ person }) => person.id);
    const warm = new WarmEvent(knowledge, '', [], 0.25);
    await warm.update(revisions(room), room);
    const lists = await warm.changedLists(everybody, []);
    /** Whether a list is news where it is stored with two lines in each other's place; undefined where no list has two such lines. */
    const news = async (where: (a: number, b: number) => boolean, same: boolean): Promise<boolean | undefined> => {
      for (const [owner, lines] of lists) {
        const pairs = lines.flatMap((_, a) => lines.map((__, b) => [a, b]).slice(a + 1));
        const swapped = pairs.find(([a, b]) => where(a, b) && same === (Math.round(lines[a].score * 100) === Math.round(lines[b].score * 100)));
        if (!swapped) continue;
        const stored = [...lines];
        [stored[swapped[0]], stored[swapped[1]]] = [lines[swapped[1]], lines[swapped[0]]];
        warm.takeLists(1, new Map([...lists, [owner, stored]]));
        return (await warm.changedLists(everybody, [])).has(owner);
      }
      return undefined;
    };
    expect([await news((_, b) => b < DEPTH, true), await news((a) => a >= DEPTH, true), await news((a, b) => a < DEPTH && b >= DEPTH, true)]).toEqual([false, false, true]);
    expect([await news((_, b) => b < DEPTH, false), await news((a) => a >= DEPTH, false)]).toEqual([true, true]);
  });

  it('who would like to meet somebody is a guest there, if the two are not kept apart', async () => {
    const everybody = room.map(({ person }) => person.id);
    const warm = new WarmEvent(knowledge, '', [], 0.25);
    await warm.update(revisions(room), room);
    const namesOf = async (apart: Map<string, Set<string>>): Promise<string[]> => (await warm.changedLists(everybody, [], { apart, hellos: new Map([['star', everybody]]) })).get('star')!.map(({ otherId }) => otherId);
    const guests = (await namesOf(new Map())).slice(5, 10);
    expect((await namesOf(new Map([['star', new Set(guests)]]))).filter((id) => guests.includes(id))).toEqual([]);
    expect(await namesOf(new Map())).toHaveLength(TOP + 5);
  });

  it('lists from before tags had English names are read, and told anew with them', async () => {
    const everybody = room.map(({ person }) => person.id);
    const warm = new WarmEvent(knowledge, '', [], 0.25);
    await warm.update(revisions(room), room);
    const named = await warm.changedLists(everybody, []);
    for (const lines of named.values()) expect(lines.flatMap(({ card }) => card.tags)).toContainEqual({ label: '料理', en: 'cooking', kind: 'seeking', concept: '料理' });
    const old = new Map([...named].map(([owner, lines]) => [owner, structuredClone(lines).map((line) => ({ ...line, card: { ...line.card, tags: line.card.tags.map(({ en: _, ...tag }) => tag) }, reasons: line.reasons.map(({ names: _, ...reason }) => reason) }))]));
    warm.takeLists(1, old);
    expect(await warm.changedLists(everybody, [])).toEqual(named);
  });

  it('a process that has just started stores the same lists as one that saw everybody come', async () => {
    const order = (lists: Map<string, CandidateLine[]>) => new Map([...lists].map(([owner, lines]) => [owner, lines.map(({ otherId, score }) => [otherId, score.toFixed(6)])]));
    const [warm, cold] = [await arrivals(fullRoom, false, 0.25), await arrivals(fullRoom, true, 0.25)];
    expect(warm.size).toBe(fullRoom.length);
    for (const lines of warm.values()) expect(Math.abs(lines.length - TOP - 1)).toBeLessThanOrEqual(1);
    expect(order(cold)).toEqual(order(warm));
  });
});
