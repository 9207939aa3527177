import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { changeEvent, countUnread, eraseParticipant, findEndpoint, findEvent, readCandidates, readSettings, type EventRow, type ParticipantRow } from '@tsunagu/storage';
import { startEmbeddings, type EmbeddingsEndpoint } from '../../helpers/embeddings-endpoint.js';
import { freePort } from '../../../scripts/run/ports.mjs';
import { waitFor } from '../../helpers/wait-for.js';
import { Desk, makeStores, startEngine, type Engine, type Stores } from './engine.js';

/** What is read, and in `note` a word that only the endpoint knows. */
const says = (note: string, ...tags: string[][]) => ({ note, tags });

describe('vectors of the operator’s models', () => {
  let folder: string;
  let stores: Stores;
  let engine: Engine;
  let desk: Desk;
  let endpoint: EmbeddingsEndpoint;
  let port: number;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'vectors-'));
    writeFileSync(join(folder, 'words.vec'), '4 5\nもにょ 1 0 0 0 0\nぺかり 0.9 0.1 0 0 0\nざらら 0 1 0 0 0\nかさこそ 0 0 1 0 0\n');
    port = await freePort();
    stores = await makeStores({ VECTORS_FILE: join(folder, 'words.vec'), EMBEDDINGS_URL: `http://127.0.0.1:${port}/v1/embeddings`, EMBEDDINGS_MODEL: 'small', EMBEDDINGS_KEY: 'geheim' });
    engine = await startEngine(stores);
    desk = new Desk(stores.database, () => engine.jobs);
  });
  afterAll(async () => {
    await engine.close();
    await stores.close();
    await endpoint?.close();
    rmSync(folder, { recursive: true });
  });

  const tx = () => stores.database.reader;
  const enter = (event: EventRow, nickname: string, script: object, fields = {}) => desk.enter(event, script, { nickname, ...fields });
  const scores = async (person: ParticipantRow): Promise<Map<string, number>> => new Map((await readCandidates(tx(), person.id)).map((one) => [one.nickname, one.score]));
  const vectors = async (event: EventRow): Promise<number> => (await tx().query('SELECT count(*)::int AS n FROM introduction_vector WHERE event_id = $1 AND vector IS NOT NULL', [event.id]))[0].n;
  const sent = async (): Promise<string[]> => (await endpoint.asked()).flatMap(({ input }) => input).filter((text) => text.startsWith('{'));
  async function change(event: EventRow, patch: { textsLeave?: boolean }): Promise<EventRow> {
    const { version } = (await findEvent(tx(), event.id))!;
    await stores.database.transaction((inside) => changeEvent(inside, event.id, { ...patch, version }));
    return (await findEvent(tx(), event.id))!;
  }
  const answered = (): Promise<unknown> => waitFor('nothing waits for the endpoint', async () => await countUnread(tx()) === 0);

  it('words near each other in the operator’s file bring people together whom the lexicon keeps apart', async () => {
    const event = await desk.openEvent();
    const seeks = await enter(event, '求', says('', ['seeking', 'もにょ']));
    for (const [at, word] of ['ざらら', 'かさこそ', 'ざらら', 'ぺかり', 'かさこそ'].entries()) await enter(event, word === 'ぺかり' ? '近' : `遠${at}`, says('', ['skill', word]));
    await desk.settled();
    const [[first, near], [, far]] = await scores(seeks);
    expect(first).toBe('近');
    expect(near).toBeGreaterThan(far + 0.05);
  });

  describe('by an endpoint outside', () => {
    let event: EventRow;
    let people: ParticipantRow[];
    let alone: Map<string, number>;

    it('matching goes on without it while it is down: the graph’s score stands alone, the console and doctor see it, nobody’s words are on their way', async () => {
      event = await change(await desk.openEvent(), {});
      const before = await enter(event, '前', says('うみ', ['skill', '写真']));
      event = await change(event, { textsLeave: true });
      expect(event).toMatchObject({ textsLeaveTo: `127.0.0.1:${port}`, consentVersion: 2 });
      people = [before, await enter(event, '一', says('うみ一', ['skill', '写真'])), await enter(event, '二', says('うみ二', ['skill', '写真'])), await enter(event, '三', says('やま三', ['skill', '写真'])), await enter(event, '隠', says('うみ', ['skill', '写真']), { introductionShown: false })];
      await desk.settled();
      alone = await scores(people[1]);
      expect([...alone.keys()].sort()).toEqual(['一', '二', '三', '前', '隠'].filter((name) => name !== '一').sort());
      await waitFor('the console sees that it is down', async () => (await desk.last('console', event.id, 'settings.changed'))?.event.textsLeave.answers === false);
      expect(await findEndpoint(tx())).toMatchObject({ model: 'small', downSince: expect.any(Date), problem: expect.stringContaining('cannot be reached') });
      expect(await tx().query("SELECT 1 FROM audit WHERE action = 'introductions.sent'")).toEqual([]);
      expect(await countUnread(tx())).toBe(3);
    });

    it('once it answers, vectors follow: who writes alike is nearer than before, who does not is farther; each call is on record, without a text', async () => {
      endpoint = await startEmbeddings(['うみ', 'やま'], port);
      await tx().query('UPDATE embeddings_endpoint SET next_try_at = NULL');
      await answered();
      await desk.settled();
      const now = await scores(people[1]);
      expect(now.get('二')).toBeGreaterThan(alone.get('二')! + 0.05);
      expect(now.get('三')).toBeLessThan(alone.get('三')! - 0.01);
      await waitFor('the console sees that it is back', async () => (await desk.last('console', event.id, 'settings.changed')).event.textsLeave.answers);
      const records = await tx().query("SELECT event_id AS event, actor, detail FROM audit WHERE action = 'introductions.sent'");
      expect(records).toEqual(expect.arrayContaining([{ event: event.id, actor: 'matching', detail: { host: `127.0.0.1:${port}`, model: 'small', count: expect.any(Number) } }]));
      expect(records.map((record: { detail: { count: number } }) => record.detail.count).reduce((sum: number, count: number) => sum + count)).toBe(3);
      expect((await endpoint.asked()).every(({ key, model }) => key === 'Bearer geheim' && model === 'small')).toBe(true);
    });

    it('only people who agreed to the text that names it, and who show their introduction, are sent', async () => {
      expect(await sent()).toHaveLength(3);
      expect(await vectors(event)).toBe(3);
      expect((await tx().query('SELECT participant_id AS id FROM introduction_vector ORDER BY 1')).map(({ id }: { id: string }) => id)).toEqual(people.slice(1, 4).map(({ id }) => id).sort());
    });

    it('a process that has just started, and one beside it, answer as the one that has seen it all', async () => {
      const pushes = async (): Promise<number> => (await Promise.all(people.map((person) => desk.rows('participant', person.id)))).flat().filter((row) => row.type === 'candidates.changed').length;
      for (const person of people) await desk.change(person, {});
      await desk.settled();
      const warm = await pushes();
      const beside = await startEngine(stores);
      await engine.close();
      engine = beside;
      for (const person of people) await desk.change(person, {});
      await desk.settled();
      expect(await pushes()).toBe(warm);
      expect(await sent()).toHaveLength(3);
    });

    it('who rewrites is read anew, alone; the old vector is gone at once; a text that the endpoint does not take keeps nobody else waiting', async () => {
      await desk.rewrite(people[1], says('やま', ['skill', '写真']));
      expect(await vectors(event)).toBe(2);
      await desk.rewrite(people[2], says('うみ 長すぎる', ['skill', '写真']));
      await answered();
      await desk.settled();
      expect(await vectors(event)).toBe(2);
      expect(new Set((await sent()).slice(3).map((text) => JSON.parse(text).note))).toEqual(new Set(['やま', 'うみ 長すぎる']));
      const tries = (await sent()).length;
      expect((await scores(people[1])).get('三')).toBeGreaterThan(alone.get('三')!);
      await enter(event, '新', says('うみ', ['skill', '写真']));
      await waitFor('the newcomer is read', async () => await vectors(event) === 3);
      expect((await sent()).slice(tries).map((text) => JSON.parse(text).note)).toEqual(['うみ']);
    });

    it('goes with the person, when it is no longer shown, and for all when it is switched off, after which nobody is sent', async () => {
      await engine.jobs.addNow(await stores.database.transaction((inside) => eraseParticipant(inside, event, people[3].id, 'x')));
      expect(await vectors(event)).toBe(2);
      const before = (await sent()).length;
      await desk.rewrite(people[1], says('やま', ['skill', '写真']), { shown: false });
      await desk.settled();
      expect([await vectors(event), await countUnread(tx()), (await sent()).length]).toEqual([1, 0, before]);
      event = await change(event, { textsLeave: false });
      expect(event).toMatchObject({ textsLeaveTo: null, consentVersion: 3 });
      expect(await vectors(event)).toBe(0);
      await enter(event, '後', says('うみ', ['skill', '写真']));
      await desk.settled();
      expect(await countUnread(tx())).toBe(0);
      expect((await readSettings(tx(), event.id)).textsLeave).toEqual({ host: `127.0.0.1:${port}`, on: false, answers: true });
    });

    it('agreeing to one host is no agreement to another', async () => {
      event = await change(event, { textsLeave: true });
      const person = await enter(event, '他', says('うみ', ['skill', '写真']));
      await waitFor('the person is read', async () => (await tx().query('SELECT 1 FROM introduction_vector WHERE participant_id = $1', [person.id])).length);
      await answered();
      await tx().query("UPDATE consent SET leaves_to = 'elsewhere.example' WHERE participant_id = $1", [person.id]);
      await desk.rewrite(person, says('やま', ['skill', '写真']));
      expect(await countUnread(tx())).toBe(0);
    });
  });
});
