import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { lastValueFrom, timeout } from 'rxjs';
import { isEverydayConcept, MATCH_PATTERNS, OUTSIDE_EVENTS, type MatchPattern, type OutsideType } from '@tsunagu/contracts';
import { BullClient, doorOf } from '@tsunagu/messaging';
import { addAcquaintance, addAvoided, pseudonym, setHere, toOutsideEvent } from '@tsunagu/storage';
import { Desk, makeStores, onRedis, REAL, startEngine, type Engine, type Stores } from './engine.js';

const PEOPLE = [
  { id: 'a', intro: '写真を撮るのが得意です。動画を編集できる人を探しています。' },
  { id: 'b', intro: '動画編集の仕事をしています。写真が撮れる人を探しています。' },
  { id: 'c', intro: '防災に興味があります。料理が得意です。' },
  { id: 'd', intro: '料理が好きで、防災の勉強をしています。' },
];

describe.each(['PostgreSQL', 'Redis'])('requests of other services on %s', (backend) => {
  let stores: Stores;
  let engine: Engine;
  let desk: Desk;
  let client: BullClient;
  beforeAll(async () => {
    stores = await makeStores({ SERVICES: 'library', ...(backend === 'Redis' ? onRedis() : {}) });
    engine = await startEngine(stores, { threadFile: REAL });
    desk = new Desk(stores.database, () => engine.jobs);
    const { REDIS_URL, DATABASE_URL, QUEUE_NAMESPACE } = stores.settings;
    client = new BullClient({ store: doorOf({ redisUrl: REDIS_URL, databaseUrl: DATABASE_URL!, namespace: QUEUE_NAMESPACE }, 'library').store });
  });
  afterAll(async () => { await client.close(); await engine.close(); await stores.close(); });

  const ask = <P extends MatchPattern>(pattern: P, fields: object) => lastValueFrom(client.send<any>(pattern, fields).pipe(timeout(40_000)));
  const refusal = (pattern: string, data: object) => lastValueFrom(client.send(pattern, data).pipe(timeout(40_000))).then(() => { throw new Error('was answered'); }, (error: unknown) => error);

  it('match.tags answers with tags, as the contract has it', async () => {
    const result = await ask('match.tags', { texts: PEOPLE.map(({ id, intro }) => ({ id, text: intro })) });
    expect(MATCH_PATTERNS['match.tags'].result.parse(result)).toEqual(result);
    expect(result.texts.map((one: { id: string }) => one.id)).toEqual(['a', 'b', 'c', 'd']);
    expect(result.texts[2].tags.map((tag: { label: string }) => tag.label)).toEqual(expect.arrayContaining(['防災']));
    // concepts that only pair people stand on no badge and are no answer
    expect(result.texts.flatMap((one: { tags: { concept: string }[] }) => one.tags).filter(({ concept }: { concept: string }) => isEverydayConcept(concept))).toEqual([]);
  });

  it('match.candidates names no guess: what everyday words are likelier not to mean', async () => {
    const reasonsOf = async (intro: string): Promise<{ type: string; labels: string[] }[]> =>
      (await ask('match.candidates', { people: [{ id: 'a', intro }, { id: 'b', intro: '軽トラで運べます。' }] })).people.find((one: { id: string }) => one.id === 'a').candidates[0].reasons;
    const meets = (reasons: { type: string; labels: string[] }[]): boolean => reasons.some(({ type, labels }) => type === 'need_met' && labels.includes('運ぶ手段'));
    expect(meets(await reasonsOf('花を運んでくれる人を探しています。'))).toBe(true);
    expect(meets(await reasonsOf('高齢者に花を届けるしくみを一緒に考えてくれる人を探しています。'))).toBe(false);
  });

  it('match.candidates ranks people that come with the request, and match.teams forms teams of them: the same seed, the same teams', async () => {
    const candidates = await ask('match.candidates', { people: PEOPLE, top: 2 });
    expect(MATCH_PATTERNS['match.candidates'].result.parse(candidates)).toEqual(candidates);
    expect(candidates.people.find((one: { id: string }) => one.id === 'c').candidates[0].id).toBe('d');
    const request = { people: PEOPLE, size: { min: 2, max: 2 }, seed: 3, iterations: 2_000 };
    const [once, again] = [await ask('match.teams', request), await ask('match.teams', request)];
    expect(MATCH_PATTERNS['match.teams'].result.parse(once)).toEqual(once);
    expect(once.teams).toEqual(again.teams);
    expect(once.teams.flatMap((team: { members: string[] }) => team.members).sort()).toEqual(['a', 'b', 'c', 'd']);
  });

  it('of an event that is open to services they get pseudonyms and tags: no name, no word of an introduction', async () => {
    const event = await desk.openEvent({ services: ['library'] });
    const people = [];
    for (const { intro } of PEOPLE) people.push(await desk.enter(event, intro, { nickname: '秘密さん', affiliation: '秘密社', jackets: [{ title: '秘密の台帳', description: '来客数', sharing: 'closed' }] }));
    await setHere(stores.database.reader, event.id, people.map((one) => one.id), true);
    await desk.settled();
    const candidates = await ask('match.candidates', { eventId: event.id });
    const teams = await ask('match.teams', { eventId: event.id, size: { min: 2, max: 2 } });
    expect(candidates.people).toHaveLength(4);
    expect(teams.teams).toHaveLength(2);
    const apart = [candidates.people[0].id, 'nobody-of-this-event'];
    expect(await refusal('match.repair', { eventId: event.id, plan: [{ members: apart }] })).toMatchObject({ errors: [{ field: 'data.plan.0.members.1', code: 'match.person_unknown' }] });
    expect(await refusal('match.teams', { eventId: event.id, rules: { rules: [{ type: 'apart', people: apart }] } })).toMatchObject({ errors: [{ field: 'data.rules.rules.0.people.1' }] });
    const told = JSON.stringify([candidates, teams]);
    const leaked = ['秘密', '撮るのが得意', '仕事をしています', ...people.map((one) => one.id)].filter((secret) => told.includes(secret));
    expect(leaked).toEqual([]);
    const heard = await desk.rows('outside', event.id);
    expect(new Set(heard.map((row) => row.type))).toEqual(new Set(['profile.tagged', 'candidates.changed']));
    for (const row of heard) OUTSIDE_EVENTS[row.type as OutsideType].parse(toOutsideEvent(event.id, row));
    expect(['秘密', '撮るのが得意', ...people.map((one) => one.id)].filter((secret) => JSON.stringify(heard).includes(secret))).toEqual([]);
  });

  it('match.repair takes people in and lets others go, moving as few as it can', async () => {
    const plan = [{ name: 'A', members: ['a', 'b'] }, { name: 'B', members: ['c', 'd'] }];
    const change = { go: ['b'], come: [{ id: 'e', intro: '動画編集ができます。' }] };
    const repaired = await ask('match.repair', { people: PEOPLE, plan, change, size: { min: 2, max: 2 } });
    expect(MATCH_PATTERNS['match.repair'].result.parse(repaired)).toEqual(repaired);
    expect(repaired.teams.map(({ name, members }: { name: string; members: string[] }) => [name, [...members].sort()])).toEqual([['A', ['a', 'e']], ['B', ['c', 'd']]]);
    expect([repaired.moved, repaired.unplaced]).toEqual([[], []]);
    const full = await ask('match.repair', { people: PEOPLE, plan, change: { come: change.come }, size: { min: 2, max: 2 }, rules: { count: 2 } });
    expect(full.unplaced).toEqual([{ id: 'e', cause: { ja: expect.any(String), en: expect.any(String) } }]);
  });

  it('of an event nobody is led to, or put into a team with, somebody whom they avoid or whom the organiser keeps from them; no answer says who', async () => {
    const event = await desk.openEvent({ services: ['library'] });
    const people = [];
    for (const { intro } of PEOPLE) people.push(await desk.enter(event, intro));
    const [a, b, c, d] = people.map(({ id }) => id);
    const tx = stores.database.reader;
    await setHere(tx, event.id, [a, b, c, d], true);
    await desk.settled();
    await addAvoided(tx, event.id, b, a);
    await addAcquaintance(tx, event.id, a, c);
    await tx.getRepository('event').update({ id: event.id }, { rules: { rules: [{ type: 'apart', people: [c, d] }] } });
    const [outA, outB, outC, outD] = [a, b, c, d].map((id) => pseudonym(event.pseudonymKey, id));
    const { people: lists } = await ask('match.candidates', { eventId: event.id });
    const listOf = (id: string): string[] => lists.find((one: { id: string }) => one.id === id).candidates.map((one: { id: string }) => one.id);
    expect([listOf(outA), listOf(outB).sort(), listOf(outD).sort()]).toEqual([[outD], [outC, outD].sort(), [outA, outB].sort()]);
    const together = (teams: { members: string[] }[]): boolean => teams.some(({ members }) => [[outA, outB], [outC, outD]].some((pair) => pair.every((id) => members.includes(id))));
    const formed = await ask('match.teams', { eventId: event.id, size: { min: 2, max: 2 }, iterations: 2_000 });
    const repaired = await ask('match.repair', { eventId: event.id, size: { min: 2, max: 2 }, plan: [{ members: [outA, outB] }, { members: [outC, outD] }] });
    expect([together(formed.teams), formed.broken, together(repaired.teams), repaired.broken]).toEqual([false, [], false, []]);
    const forced = await ask('match.teams', { eventId: event.id, size: { min: 4, max: 4 }, rules: { rules: [{ id: 'apart-1', type: 'together', people: [outC, outA] }] }, iterations: 1_000 });
    expect(MATCH_PATTERNS['match.teams'].result.parse(forced)).toEqual(forced);
    expect(forced.broken.map(({ rule }: { rule: string }) => rule)).toEqual(['other', 'other']);
    const told = JSON.stringify([forced.broken, forced.conflicts]);
    expect([outB, outD].filter((id) => told.includes(id))).toEqual([]);
  });

  it.each([
    ['sizes that nobody can fill', { size: { min: 10, max: 12 } }, 'size'],
    ['rules that contradict each other', { rules: { rules: [{ type: 'together', people: ['a', 'b'] }, { type: 'apart', people: ['a', 'b'], id: 'far' }] } }, 'far'],
    ['a kind of people that is not there', { rules: { rules: [{ type: 'count', who: { attribute: 'sector', values: ['company'] }, min: 1 }] } }, 'rule-1'],
  ])('%s are told with the teams, and what would loosen them', async (_, fields, rule) => {
    const formed = await ask('match.teams', { people: PEOPLE, size: { min: 2, max: 2 }, iterations: 1_000, ...fields });
    expect(MATCH_PATTERNS['match.teams'].result.parse(formed)).toEqual(formed);
    expect(formed.broken).toContainEqual(expect.objectContaining({ rule, label: { ja: expect.any(String), en: expect.any(String) } }));
    expect(formed.conflicts[0]).toMatchObject({ proven: true, rules: expect.arrayContaining([rule]), text: { ja: expect.any(String), en: expect.any(String) } });
    const plan = [{ members: ['a', 'b'] }, { members: ['c', 'd'] }];
    const repaired = await ask('match.repair', { people: PEOPLE, plan, size: { min: 2, max: 2 }, ...fields });
    expect(MATCH_PATTERNS['match.repair'].result.parse(repaired)).toEqual(repaired);
    expect(repaired.broken).toContainEqual(expect.objectContaining({ rule }));
  });

  it('sizes may stand in the rules, as in a file; rules that all hold break nothing', async () => {
    const formed = await ask('match.teams', { people: PEOPLE, rules: { size: { min: 4, max: 4 } }, iterations: 1_000 });
    expect(formed).toMatchObject({ teams: [{ members: ['a', 'b', 'c', 'd'] }], broken: [], conflicts: [] });
  });

  it.each([
    ['somebody unknown', { rules: { rules: [{ type: 'together', people: ['a', 'zzz'] }] } }, 'teams.rules_invalid', 'data.rules.rules.0.people.1'],
    ['an attribute that nobody has', { rules: { rules: [{ type: 'spread', attribute: 'afiliation', max: 1 }] } }, 'teams.rules_invalid', 'data.rules.rules.0.attribute'],
    ['sizes that end before they begin', { rules: { size: { min: 4, max: 3 } } }, 'teams.rules_invalid', 'data.rules.size'],
    ['a number of teams that these people do not make', { size: { min: 2, max: 2 }, rules: { count: 9 } }, 'teams.rules_invalid', 'data.rules.count'],
    ['sizes in two places', { size: { min: 2, max: 2 }, rules: { size: { min: 2, max: 2 } } }, 'request.invalid', 'data.rules.size'],
    ['a team of no name that rules know', { rules: { rules: [{ type: 'pin', person: 'a', team: 'nowhere' }] } }, 'teams.rules_invalid', 'data.rules.rules.0.team'],
  ])('%s in the rules is refused, naming the field in both languages', async (_, fields, code, field) => {
    const refused = await refusal('match.teams', { people: PEOPLE, ...fields });
    expect(refused).toMatchObject({ code, errors: [{ field, ja: expect.stringMatching(/\p{Script=Hiragana}/u), en: expect.any(String) }] });
  });

  it('an event that allows another service only and one that does not exist are refused alike', async () => {
    const event = await desk.openEvent({ services: ['city-hall'] });
    for (const eventId of [event.id, '00000000-0000-4000-8000-000000000000']) {
      expect(await refusal('match.candidates', { eventId })).toMatchObject({ code: 'match.not_allowed' });
    }
  });

  it.each([
    ['a wrong shape', 'match.tags', { texts: 'x' }, 'request.invalid'],
    ['rules that make no sense', 'match.teams', { people: PEOPLE, rules: { rules: [{ type: 'pin', person: 'a', team: 'nowhere' }] } }, 'teams.rules_invalid'],
    ['an unknown pattern', 'match.everything', {}, 'match.unknown_pattern'],
  ])('%s is refused with a code', async (_, pattern, data, code) => {
    expect(await refusal(pattern, data)).toMatchObject({ code, ja: expect.any(String), en: expect.any(String) });
  });
});
