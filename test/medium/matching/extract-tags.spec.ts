import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { PersonView, WordsInput } from '@tsunagu/contracts';
import { addStatement, changeStatement, eraseParticipant, findEvent, findParticipant, findPeople, listJackets, listStatements, removeJacket, saveIntroduction, saveWords, suggestTags, tellMe, type EventRow } from '@tsunagu/storage';
import { ExtractTagsProcessor } from '../../../apps/matching/src/extract-tags.processor.js';
import { TextReader } from '../../../apps/matching/src/threads/text-reader.js';
import { waitFor } from '../../helpers/wait-for.js';
import { Desk, makeStores, REAL, startEngine, type Engine, type Stores } from './engine.js';

const photo = { tags: [['skill', '写真']] };

describe('reading introductions', () => {
  let stores: Stores;
  let engine: Engine;
  let desk: Desk;
  let event: EventRow;
  beforeAll(async () => {
    stores = await makeStores();
    engine = await startEngine(stores, { limitMs: 1_000 });
    desk = new Desk(stores.database, () => engine.jobs);
  });
  beforeEach(async () => { event = await desk.openEvent(); });
  afterAll(async () => { await engine.close(); await stores.close(); });

  const statementsOf = async (id: string) => (await listStatements(stores.database.reader, id)).filter((one) => !one.removed).map((one) => `${one.kind} ${one.label}${one.role ? ` ${one.role}` : ''}`).sort();

  it('tags, needs and offers become one list of statements, pushed to the phone and the console', async () => {
    const person = await desk.enter(event, { tags: [['skill', '写真'], ['seeking', '場所']], needs: [['seeking', '場所', 'place']], offers: [['skill', '車', 'vehicle']] });
    await desk.settled();
    expect(await statementsOf(person.id)).toEqual(['seeking 場所 place', 'skill 写真', 'skill 車 vehicle']);
    const told = await desk.last('participant', person.id, 'statements.changed');
    expect(told.revision).toBe(1);
    expect(told.statements.map((one: { label: string }) => one.label).sort()).toEqual(['写真', '場所', '車']);
    expect((await desk.last('participant', person.id, 'me.changed')).me.reading).toBe('read');
    expect((await desk.last('console', event.id, 'person.changed')).person).toMatchObject({ id: person.id, reading: 'read', tags: expect.any(Array) });
  });

  it('the same job delivered again changes and tells nothing', async () => {
    const person = await desk.enter(event, photo);
    await desk.settled();
    const before = await desk.rows('participant', person.id);
    const [first] = before;
    const [{ job }] = await stores.database.reader.query('SELECT job FROM log WHERE stream = $1 AND seq = $2', [first.stream, first.seq]);
    await engine.queues.forget({ stream: first.stream, seq: first.seq, job });
    await engine.queues.add(job, first);
    await waitFor('the repeated job has run', async () => (await engine.queues.presence({ stream: first.stream, seq: first.seq, job }, -1)) === 'finished');
    expect(await desk.rows('participant', person.id)).toEqual(before);
  });

  it('a job that is given up although it was done, since only the answer to its commit was lost, calls nothing unreadable', async () => {
    const person = await desk.enter(event, photo);
    await desk.settled();
    const before = await desk.rows('participant', person.id);
    const [{ stream, seq }] = before;
    await engine.app.get(ExtractTagsProcessor).giveUp({ change: { stream, seq }, eventId: event.id, participantId: person.id, revision: 1 }, 'Error PostgreSQL connection lost');
    expect(await desk.rows('participant', person.id)).toEqual(before);
    expect(await findParticipant(stores.database.reader, event.id, person.id)).toMatchObject({ reading: 'read' });
  });

  it('an older revision is left alone: the tags are always those of the stored text', async () => {
    const person = await desk.enter(event, photo);
    await desk.rewrite(person, { tags: [['interest', '防災']] });
    await desk.rewrite(person, { tags: [['interest', '音楽']] });
    await desk.settled();
    expect(await statementsOf(person.id)).toEqual(['interest 音楽']);
    const revisions = (await desk.rows('participant', person.id)).filter((row) => row.type === 'statements.changed').map((row) => row.payload.revision as number);
    expect(revisions).toEqual([...revisions].sort());
    expect(revisions.at(-1)).toBe(3);
  });

  it('hand edits survive a new reading', async () => {
    const person = await desk.enter(event, { tags: [['skill', '写真'], ['skill', '料理'], ['interest', '防災']] });
    await desk.settled();
    const tx = stores.database.reader;
    const idOf = async (label: string): Promise<string> => (await listStatements(tx, person.id)).find((one) => one.label === label)!.id;
    await changeStatement(tx, person.id, await idOf('写真'), { removed: true });
    await changeStatement(tx, person.id, await idOf('料理'), { kind: 'interest' });
    await addStatement(tx, { eventId: event.id, participantId: person.id, label: '畑', kind: 'skill' });
    await desk.rewrite(person, { tags: [['skill', '写真'], ['skill', '料理'], ['skill', '畑'], ['skill', '大工']] });
    await desk.settled();
    expect(await statementsOf(person.id)).toEqual(['interest 料理', 'skill 大工', 'skill 畑']);
  });

  it('what a new reading finds in the words of a hidden tag is hidden with it', async () => {
    const person = await desk.enter(event, { tags: [['skill', '写真']] });
    await desk.settled();
    const tx = stores.database.reader;
    await changeStatement(tx, person.id, (await listStatements(tx, person.id))[0]!.id, { hidden: true });
    await desk.rewrite(person, { offers: [['skill', '写真の仲間', 'audience'], ['skill', '部屋', 'place']], tags: [['skill', '写真']] });
    await desk.settled();
    expect((await listStatements(tx, person.id)).map(({ label, hidden }) => [label, hidden]).sort()).toEqual([['写真', true], ['写真の仲間', true], ['部屋', false]]);
  });

  it('what was removed and brought back goes with its words like any other', async () => {
    const person = await desk.enter(event, { tags: [['skill', '写真'], ['skill', '料理']] });
    await desk.settled();
    const tx = stores.database.reader;
    const { id } = (await listStatements(tx, person.id)).find(({ label }) => label === '写真')!;
    for (const removed of [true, false]) await changeStatement(tx, person.id, id, { removed });
    await desk.rewrite(person, { tags: [['skill', '料理']] });
    await desk.settled();
    expect(await statementsOf(person.id)).toEqual(['skill 料理']);
  });

  it('a need that went out of sight with a tag is not hidden by hand when it is removed and brought back', async () => {
    const person = await desk.enter(event, { offers: [['skill', '写真の仲間', 'audience']], tags: [['skill', '写真']] });
    await desk.settled();
    const tx = stores.database.reader;
    const [offer, photos] = ['写真の仲間', '写真'].map((wanted) => async (patch: object) => changeStatement(tx, person.id, (await listStatements(tx, person.id)).find(({ label }) => label === wanted)!.id, patch));
    await photos({ hidden: true });
    for (const removed of [true, false]) await offer({ removed });
    expect((await listStatements(tx, person.id)).map(({ label, hidden }) => [label, hidden]).sort()).toEqual([['写真', true], ['写真の仲間', true]]);
    await photos({ hidden: false });
    expect((await listStatements(tx, person.id)).every(({ hidden }) => !hidden)).toBe(true);
  });

  it('data that somebody holds is proposed as a jacket; a declined one stays away', async () => {
    const holder = { offers: [['skill', '来客数', 'data']], rest: '来客数の記録があります' };
    const person = await desk.enter(event, holder);
    await desk.settled();
    const [jacket] = await listJackets(stores.database.reader, person.id);
    expect(jacket).toMatchObject({ title: '来客数', proposed: true, concepts: [{ concept: '来客数', label: '来客数', weight: 1 }] });
    expect((await desk.last('participant', person.id, 'jackets.changed')).jackets).toHaveLength(1);
    await removeJacket(stores.database.reader, person.id, jacket.id);
    await desk.rewrite(person, { ...holder, tags: [['skill', '写真']] });
    await desk.settled();
    expect(await listJackets(stores.database.reader, person.id)).toEqual([]);
  });

  it('a jacket without an introduction is read as well', async () => {
    const person = await desk.enter(event, null, { jackets: [{ title: '気温', description: '毎時', sharing: 'open' }] });
    await desk.settled();
    expect((await listJackets(stores.database.reader, person.id))[0].concepts).toEqual([{ concept: '気温', label: '気温', weight: 1 }]);
    expect((await findParticipant(stores.database.reader, event.id, person.id))!.reading).toBe('none');
  });

  describe('with words of the event that come', () => {
    const word = (label: string): WordsInput['words'] => [{ label, spellings: [], kind: 'interest', refused: false }];

    it('just when a text is rewritten, it is read with them', async () => {
      const mine = await desk.openEvent();
      const person = await desk.enter(mine, { usesWords: true });
      await desk.settled();
      await desk.commit(mine.id, async (tx) => {
        await saveWords(tx, mine.id, word('竹あかり'));
        await desk.rewrite(person, { usesWords: true, rewritten: true });
        await desk.settled();
        return { result: undefined, tell: [tellMe(person.id, { name: 'extract-tags', data: { eventId: mine.id, participantId: person.id } })] };
      });
      await desk.settled();
      expect(await statementsOf(person.id)).toEqual(['interest 竹あかり']);
    });

    it('while the first text of somebody is read, it is read again', async () => {
      const mine = await desk.openEvent();
      const reader = engine.app.get(TextReader);
      const read = reader.profileOf.bind(reader);
      const once = jest.spyOn(reader, 'profileOf').mockImplementationOnce(async (...of) => {
        const profile = await read(...of);
        await saveWords(stores.database.reader, mine.id, word('竹あかり'));
        return profile;
      });
      const person = await desk.enter(mine, { usesWords: true });
      await desk.settled();
      once.mockRestore();
      expect(await statementsOf(person.id)).toEqual(['interest 竹あかり']);
      expect((await findParticipant(stores.database.reader, mine.id, person.id))!.reading).toBe('read');
    });
  });

  it('other services learn tags under a pseudonym, where the event is open to them, and nothing hidden, in their own words alone', async () => {
    const open = await desk.openEvent({ services: ['library'] });
    const person = await desk.enter(open, { tags: [['skill', '料理'], ['seeking', '仕事']] }, { shows: { skill: true, interest: true, seeking: false, data: true } });
    await desk.enter(event, photo);
    await desk.settled();
    const told = await desk.last('outside', open.id, 'profile.tagged');
    expect(told.tags).toEqual([{ label: '料理', kind: 'skill', concept: '料理' }]);
    expect((await listStatements(stores.database.reader, person.id)).map(({ en }) => en)).toContain('cooking');
    expect(JSON.stringify(told)).not.toContain(person.id);
    expect(await desk.rows('outside', event.id)).toEqual([]);
  });

  it.each([
    ['whose reading never ends', { hang: true }, 'intro.unreadable'], ['that cannot be taken', { code: 'intro.too_many_marks' }, 'intro.too_many_marks'], ['whose reading fails every time', { throw: true }, 'TypeError'],
  ])('a text %s is told as unreadable to its author and the organiser, while others are read', async (_, script, code) => {
    const poison = await desk.enter(event, script);
    const other = await desk.enter(event, photo);
    await waitFor('the other one is read', async () => (await statementsOf(other.id)).length === 1);
    await desk.settled(60);
    await waitFor('it is told', async () => (await findParticipant(stores.database.reader, event.id, poison.id))!.reading === 'unreadable');
    expect((await desk.last('participant', poison.id, 'me.changed')).me.reading).toBe('unreadable');
    const onConsole = (await desk.rows('console', event.id)).map((row) => (row.payload as { person?: PersonView }).person).filter((one) => one?.id === poison.id);
    expect(onConsole.at(-1)).toMatchObject({ reading: 'unreadable' });
    const dead = (await engine.queues.deadJobs()).find((job) => job.change.stream === `participant:${poison.id}`);
    expect(dead).toMatchObject({ name: 'extract-tags', queue: 'profiles', code });
  });

  it('somebody who left the event for good meanwhile is no trouble', async () => {
    const person = await desk.enter(event, { hang: true });
    await stores.database.reader.query('DELETE FROM participant WHERE id = $1', [person.id]);
    await stores.database.reader.query("UPDATE log SET job = NULL, type = 'erased', payload = '{}' WHERE stream = $1", [`participant:${person.id}`]);
    const other = await desk.enter(event, photo);
    await waitFor('others are read', async () => (await statementsOf(other.id)).length === 1);
  });
});

describe('reading with the real dictionary', () => {
  let stores: Stores;
  let engine: Engine;
  beforeAll(async () => {
    stores = await makeStores();
    engine = await startEngine(stores, { threadFile: REAL });
  });
  afterAll(async () => {
    await engine.close();
    await stores.close();
  });

  it('feature 26: a tag is found, and suggested, by how it sounds', async () => {
    const desk = new Desk(stores.database, () => engine.jobs);
    const event = await desk.openEvent();
    const [cook, viewer] = [await desk.enter(event, 'ベトナム料理が得意です。防災に興味があります。'), await desk.enter(event, '写真が得意です。')];
    await desk.settled();
    const found = async (text: string): Promise<string[]> => (await findPeople(stores.database.reader, event.id, viewer.id, { text, free: false }, 10)).people.map((one) => one.participantId);
    for (const words of ['りょうり', 'ぼうさい', 'ベトナムりょうり', 'べとなむ ボウサイ']) expect([words, await found(words)]).toEqual([words, [cook.id]]);
    expect(await found('しゃしん')).toEqual([]);
    expect((await suggestTags(stores.database.reader, event.id, 'ぼう', 8)).map(({ label }) => label)).toEqual(['防災']);
    const tag = await stores.database.transaction((tx) => addStatement(tx, { eventId: event.id, participantId: viewer.id, label: '防災', kind: 'skill' }));
    expect(tag.sound).toBe('ぼうさい');
  });

  it('tags a Japanese introduction in a thread, with the words they come from', async () => {
    const desk = new Desk(stores.database, () => engine.jobs);
    const text = '写真を撮るのが得意です。防災に興味があります。';
    const event = await desk.openEvent();
    const person = await desk.enter(event, text);
    await desk.settled();
    const statements = await listStatements(stores.database.reader, person.id);
    expect(statements.map((one) => one.label)).toEqual(expect.arrayContaining(['防災']));
    // pages in English call a tag by its concept's English name, wherever it is told
    expect(statements.find(({ concept }) => concept === '防災')).toMatchObject({ en: 'disaster prevention' });
    expect((await desk.last('participant', person.id, 'statements.changed')).statements).toContainEqual(expect.objectContaining({ concept: '防災', en: 'disaster prevention' }));
    expect((await desk.last('console', event.id, 'person.changed')).person.tags).toContainEqual(expect.objectContaining({ concept: '防災', en: 'disaster prevention' }));
    for (const one of statements) for (const [start, end] of one.evidence) expect(text.slice(start, end).length).toBeGreaterThan(0);

    // what the texts lack, give and are about is kept with the person, of the present texts, and goes with the person
    const kept = async (): Promise<{ texts: string; size: number }[]> =>
      stores.database.reader.query('SELECT texts, length(numbers)::int AS size FROM encounter WHERE participant_id = $1', [person.id]);
    const [first] = await kept();
    const size = 2 * 256 + 384; // what the whole lacks, gives and is about: the sentences say too little to be quoted
    expect(first.size).toBe(size);
    await desk.change(person, { affiliation: '港北消防団' });
    await desk.settled();
    const [second] = await kept();
    expect(second.texts).not.toBe(first.texts);
    await desk.rewrite(person, '防災マップを作れます。');
    await desk.settled();
    const [third] = await kept();
    expect(third).toEqual({ texts: expect.not.stringMatching(second.texts), size });
    // nothing of a text outlives it, not even until the next one is read
    await stores.database.transaction((tx) => saveIntroduction(tx, { eventId: event.id, participantId: person.id, text: '海が好きです。', shown: true }));
    expect(await kept()).toEqual([]);
    await desk.rewrite(person, '防災マップを作れます。');
    await desk.settled();
    expect(await kept()).toHaveLength(1);
    await stores.database.transaction(async (tx) => eraseParticipant(tx, (await findEvent(tx, event.id))!, person.id, 'x'));
    expect(await kept()).toEqual([]);

    // feature 17: a word of the event's own has one meaning in every spelling, whoever has joined before it was added
    const early = await desk.enter(event, '湘未に興味があります。');
    await desk.settled();
    const concepts = async () => (await listStatements(stores.database.reader, early.id)).map(({ concept }) => concept);
    expect(await concepts()).not.toContain('湘南未来会議');
    await saveWords(stores.database.reader, event.id, [{ label: '湘南未来会議', spellings: ['湘未'], kind: 'interest', refused: false }]);
    await desk.commit(event.id, async () => ({ result: null, tell: [tellMe(early.id, { name: 'extract-tags', data: { eventId: event.id, participantId: early.id, revision: 1 } })] }));
    await desk.settled();
    expect(await concepts()).toContain('湘南未来会議');
  });

  it.each([
    ['断酒会オアシスの世話人をしています。', { hidden: true }, 'オアシス断酒会', ['断酒会オアシス']],
    ['スマートコミュニティーに興味があります。', { removed: true }, 'スマートコミュニティー', []],
    ['Park-PFIを担当しています。', { hidden: true }, 'Park-PFI', []],
    ['まちづくりに興味があります。', { hidden: true }, 'まちづくり', []],
  ])('a word of the event’s own, added and taken back, shows nothing that somebody has hidden or removed: %s', async (text, patch, label, spellings) => {
    const desk = new Desk(stores.database, () => engine.jobs);
    const tx = stores.database.reader;
    const event = await desk.openEvent();
    const person = await desk.enter(event, text);
    await desk.settled();
    for (const { id } of await listStatements(tx, person.id)) await changeStatement(tx, person.id, id, patch);
    const shown = async (): Promise<string[]> => (await listStatements(tx, person.id)).filter((one) => !one.hidden && !one.removed).map((one) => one.label);
    const readWith = async (words: WordsInput['words']): Promise<void> => {
      await desk.commit(event.id, async (own) => { await saveWords(own, event.id, words); return { result: undefined, tell: [tellMe(person.id, { name: 'extract-tags', data: { eventId: event.id, participantId: person.id } })] }; });
      await desk.settled();
    };
    await readWith([{ label, spellings, kind: 'interest', refused: false }]);
    expect(await shown()).toEqual([]);
    await desk.rewrite(person, text); // as when somebody says who may read it
    await readWith([{ label, spellings, kind: 'skill', refused: false }]);
    expect(await shown()).toEqual([]);
    await readWith([]);
    expect(await shown()).toEqual([]);
  });

  it('a tag made by hand is one with the same that is read later, in another spelling or by another name', async () => {
    const desk = new Desk(stores.database, () => engine.jobs);
    const event = await desk.openEvent();
    const person = await desk.enter(event, '会社員です。');
    await desk.settled();
    for (const label of ['Park-PFI', 'ML']) await addStatement(stores.database.reader, { eventId: event.id, participantId: person.id, label, kind: 'skill' });
    await desk.rewrite(person, 'Park-PFIを担当しています。MLが得意です。');
    await desk.settled();
    expect((await listStatements(stores.database.reader, person.id)).map(({ label }) => label)).toEqual(expect.arrayContaining(['Park-PFI', 'ML']));
    expect((await listStatements(stores.database.reader, person.id)).filter(({ concept }) => ['parkpfi', '機械学習'].includes(concept))).toEqual([]);
  });
});
