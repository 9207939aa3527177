import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { addAcquaintance, addAvoided, addHello, addTeams, addToken, changeEvent, eraseParticipant, findEvent, readCandidates, removeHello, takeTurn, type EventRow, type ParticipantRow, type Transaction } from '@tsunagu/storage';
import { waitFor } from '../../helpers/wait-for.js';
import { Desk, makeStores, startEngine, type Engine, type Stores } from './engine.js';

const says = (...tags: string[][]) => ({ tags });
const photographer = says(['skill', '写真'], ['seeking', '編集']);
const editor = says(['skill', '編集'], ['seeking', '写真']);

describe('ranking candidates', () => {
  let stores: Stores;
  let engine: Engine;
  let desk: Desk;
  const others: Engine[] = [];
  beforeAll(async () => {
    stores = await makeStores();
    engine = await startEngine(stores);
    desk = new Desk(stores.database, () => engine.jobs);
  });
  afterEach(async () => { for (const other of others.splice(0)) await other.close(); });
  afterAll(async () => { await engine.close(); await stores.close(); });

  const listOf = async (person: ParticipantRow): Promise<string[]> => (await readCandidates(stores.database.reader, person.id)).map((one) => one.nickname);
  const pushes = async (person: ParticipantRow): Promise<number> => (await desk.rows('participant', person.id)).filter((row) => row.type === 'candidates.changed').length;
  const enter = (event: EventRow, nickname: string, script: object | null) => desk.enter(event, script, { nickname });

  it('first and last arrival have each other at once, with a reason in each language', async () => {
    const event = await desk.openEvent();
    const first = await enter(event, '一', photographer);
    await desk.settled();
    expect(await listOf(first)).toEqual([]);
    const last = await enter(event, '二', editor);
    await desk.settled();
    const { candidates } = await desk.last('participant', first.id, 'candidates.changed');
    expect(candidates).toEqual(await readCandidates(stores.database.reader, first.id));
    expect(candidates[0]).toMatchObject({ participantId: last.id, nickname: '二', noPhone: true, isNew: false, tags: expect.arrayContaining([{ label: '編集', en: 'editing', kind: 'skill', concept: '編集' }]) });
    await addToken(stores.database.reader, last, 'a browser');
    expect((await readCandidates(stores.database.reader, first.id))[0].noPhone).toBe(false);
    const [met] = candidates[0].reasons.filter((reason: { type: string }) => reason.type === 'need_met');
    expect(met).toMatchObject({ labels: ['編集'], names: { 編集: 'editing' } });
    expect(met.text).toEqual({ ja: expect.stringContaining('編集'), en: expect.stringContaining('editing'), yasashii: 'あなたは 「編集」を さがしています。この人は 「編集」が とくいです。' });
    expect(await listOf(last)).toEqual(['一']);
  });

  it('one ranking of an event at a time: another process waits for its turn', async () => {
    const event = await desk.openEvent();
    const first = await enter(event, '一', photographer);
    await desk.settled();
    await enter(event, '二', editor);
    await stores.database.transaction(async (tx) => {
      await takeTurn(tx, `ranking:${event.id}`);
      await enter(event, '三', editor);
      await waitFor('a ranking that waits', async () => (await stores.database.reader.query("SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%FROM turn%'")).length > 0);
      expect((await listOf(first)).filter((name) => name === '三')).toEqual([]);
    });
    await desk.settled();
    expect((await listOf(first)).sort()).toEqual(['三', '二']);
  });

  it('only those whose list looks different are told', async () => {
    const event = await desk.openEvent();
    const people: ParticipantRow[] = [];
    for (let number = 0; number < 14; number++) people.push(await enter(event, `人${number}`, says(['skill', '写真'], ['interest', '編集'], ['seeking', '編集'])));
    await desk.settled();
    const before = await Promise.all(people.map(pushes));
    const stranger = await enter(event, '他', says(['interest', '釣り']));
    await desk.settled();
    expect(await listOf(stranger)).toHaveLength(10);
    const told = (await Promise.all(people.map(pushes))).filter((count, at) => count !== before[at]);
    // The stranger belongs on nobody's list, so one of them has the stranger as a guest, and a few give way.
    expect(told.length).toBeLessThanOrEqual(4);
    const hosts = (await Promise.all(people.map(listOf))).filter((list) => list.includes('他'));
    expect(hosts).toHaveLength(1);
  });

  it('feature 30: whoever would like to meet somebody stands on that one\'s list while they say so, unless the two are kept apart', async () => {
    const event = await desk.openEvent();
    const people: ParticipantRow[] = [];
    for (let number = 0; number < 14; number++) people.push(await enter(event, `人${number}`, says(['skill', '写真'], ['interest', '編集'], ['seeking', '編集'])));
    const stranger = await enter(event, '他', says(['interest', '釣り']));
    await desk.settled();
    const [wanted, avoiding] = await Promise.all(people.map(async (person) => ({ person, list: await listOf(person) }))).then((lists) => lists.filter(({ list }) => !list.includes('他')).map(({ person }) => person));
    await stores.database.transaction(async (tx) => {
      await addAvoided(tx, event.id, avoiding.id, stranger.id);
      for (const one of [wanted, avoiding]) await addHello(tx, event.id, stranger.id, one.id);
    });
    for (const one of [wanted, avoiding]) await desk.change(one, {});
    await desk.settled();
    expect((await listOf(wanted)).slice(0, 6)).toContain('他');
    expect(await listOf(wanted)).toHaveLength(11);
    expect(await listOf(avoiding)).not.toContain('他');
    const ends: ((tx: Transaction) => Promise<unknown>)[] = [(tx) => tx.query("UPDATE hello SET created_at = now() - interval '25 hours'"), (tx) => removeHello(tx, stranger.id, wanted.id)];
    for (const end of ends) {
      await stores.database.transaction(end);
      await desk.change(wanted, {});
      await desk.settled();
      expect(await listOf(wanted)).not.toContain('他');
      await stores.database.transaction((tx) => addHello(tx, event.id, stranger.id, wanted.id));
      await desk.change(wanted, {});
      await desk.settled();
      expect(await listOf(wanted)).toContain('他');
    }
  });

  it('other services are told of a list only where it is another for them', async () => {
    const event = await desk.openEvent({ services: ['library'] });
    const reader = await enter(event, '一', photographer);
    const other = await enter(event, '二', editor);
    await desk.settled();
    const told = async (): Promise<number> => (await desk.rows('outside', event.id)).filter((row) => row.type === 'candidates.changed').length;
    const before = [await pushes(reader), await told()];
    await desk.change(other, { nickname: '三' });
    await desk.settled();
    expect(await listOf(reader)).toEqual(['三']);
    expect([await pushes(reader), await told()]).toEqual([before[0] + 1, before[1]]);
    await desk.change(other, { paused: true });
    await desk.settled();
    expect(await told()).toBeGreaterThan(before[1]);
  });

  it('whom a rule keeps apart, and who sit in one team, are off each other\'s lists at once, before anybody is ranked', async () => {
    const event = await desk.openEvent();
    const people: ParticipantRow[] = [];
    for (const [at, nickname] of ['一', '二', '三'].entries()) people.push(await enter(event, nickname, at % 2 ? editor : photographer));
    await desk.settled();
    const lists = async (): Promise<string[][]> => (await Promise.all(people.map(listOf))).map((list) => list.sort());
    expect(await lists()).toEqual([['三', '二'], ['一', '三'], ['一', '二']]);
    await changeEvent(stores.database.reader, event.id, { version: event.version, rules: { rules: [{ type: 'apart', people: [people[0].id, people[1].id] }] } } as never);
    expect(await lists()).toEqual([['三'], ['三'], ['一', '二']]);
    await addTeams(stores.database.reader, event.id, null as never, [{ id: randomUUID(), number: 1, name: '班', reasons: [], question: null, theme: null, members: [people[1].id, people[2].id], openSeats: 0 }]);
    expect(await lists()).toEqual([['三'], [], ['一']]);
  });

  it('who has said nothing yet stands last, marked as new', async () => {
    const event = await desk.openEvent();
    await enter(event, '無', null);
    const person = await enter(event, '一', photographer);
    await enter(event, '二', editor);
    await desk.settled();
    expect((await readCandidates(stores.database.reader, person.id)).map((one) => [one.nickname, one.isNew])).toEqual([['二', false], ['無', true]]);
  });

  it('hidden tags, kinds not shown and words of a private introduction reach nobody', async () => {
    const event = await desk.openEvent();
    const reader = await enter(event, '一', photographer);
    const secret = await desk.enter(event, says(['skill', '編集'], ['seeking', '秘密の仕事']), { nickname: '二', introductionShown: false, shows: { skill: true, interest: true, seeking: false, data: true } });
    await desk.settled();
    const rows = (await desk.rows('participant', reader.id)).filter((row) => row.type === 'candidates.changed');
    expect(JSON.stringify(rows)).toContain('編集');
    expect(JSON.stringify(rows)).not.toContain('秘密の仕事');
    expect(await listOf(secret)).toEqual(['一']);
  });

  it('a paused person leaves all lists and gets an empty one; back again, they return', async () => {
    const event = await desk.openEvent();
    const stays = await enter(event, '一', photographer);
    const pauses = await enter(event, '二', editor);
    await desk.settled();
    await desk.change(pauses, { paused: true });
    await desk.settled();
    expect([await listOf(stays), await listOf(pauses)]).toEqual([[], []]);
    expect((await desk.last('participant', stays.id, 'candidates.changed')).candidates).toEqual([]);
    await desk.change(pauses, { paused: false });
    await desk.settled();
    expect([await listOf(stays), await listOf(pauses)]).toEqual([['二'], ['一']]);
  });

  it('an erased person is on no list, and a renamed one is renamed on all', async () => {
    const event = await desk.openEvent();
    const [one, two, three] = [await enter(event, '一', photographer), await enter(event, '二', editor), await enter(event, '三', editor)];
    await desk.settled();
    await desk.change(three, { nickname: '参' });
    const due = await stores.database.transaction(async (tx) => eraseParticipant(tx, (await findEvent(tx, event.id))!, two.id, 'x'));
    await engine.jobs.addNow(due);
    await desk.settled();
    expect([await listOf(one), await listOf(three)]).toEqual([['参'], ['一']]);
  });

  it('feature 30: people whom a rule keeps apart are not led to each other', async () => {
    const event = await desk.openEvent();
    const one = await enter(event, '一', photographer);
    const two = await enter(event, '二', editor);
    await stores.database.reader.query('UPDATE event SET rules = $2 WHERE id = $1', [event.id, JSON.stringify({ rules: [{ type: 'apart', people: [one.id, two.id] }] })]);
    await desk.change(one, {});
    await desk.change(two, {});
    await desk.settled();
    expect([await listOf(one), await listOf(two)]).toEqual([[], []]);
  });

  it('feature 25: who has said they know somebody, or will not meet them, gets somebody else in their place', async () => {
    const event = await desk.openEvent();
    const [one, known, avoided, other] = [await enter(event, '一', photographer), await enter(event, '知', editor), await enter(event, '避', editor), await enter(event, '他', editor)];
    await desk.settled();
    expect((await listOf(one)).sort()).toEqual(['他', '知', '避'].sort());
    await stores.database.transaction(async (tx) => {
      await addAcquaintance(tx, event.id, one.id, known.id);
      await addAvoided(tx, event.id, avoided.id, one.id);
    });
    for (const person of [one, known, avoided, other]) await desk.change(person, {});
    await desk.settled();
    expect(await listOf(one)).toEqual(['他']);
    expect((await listOf(known)).sort()).toEqual(['他', '避'].sort());
  });

  it('two processes at work on one event lose nobody: everybody stands on everybody’s list', async () => {
    others.push(await startEngine(stores));
    const event = await desk.openEvent();
    const people = await Promise.all(Array.from({ length: 9 }, (_, number) => enter(event, `人${number}`, number % 2 ? editor : photographer)));
    await desk.settled();
    for (const person of people) expect((await listOf(person)).sort()).toEqual(people.filter((one) => one.id !== person.id).map((one) => one.nickname).sort());
  });

  it('a process that has just started ranks as one that has seen it all', async () => {
    const event = await desk.openEvent();
    const tags = ['写真', '編集', '防災', '料理', '音楽'];
    const people: ParticipantRow[] = [];
    for (let number = 0; number < 16; number++) {
      people.push(await enter(event, `人${number}`, says(['skill', tags[number % 5]], ['seeking', tags[(number * 3 + 1) % 5]], ['interest', tags[(number * 2) % 5]])));
      if (number % 4 === 3) await desk.change(people[number - 2], { paused: number % 8 === 3 });
    }
    await desk.settled();
    for (const person of people) await desk.change(person, {});
    await desk.settled();
    const warm = await Promise.all(people.map(pushes));
    await engine.close();
    engine = await startEngine(stores);
    for (const person of people) await desk.change(person, {});
    await desk.settled();
    expect(await Promise.all(people.map(pushes))).toEqual(warm);
  });
});
