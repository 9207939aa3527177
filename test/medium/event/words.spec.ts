import type { HttpAnswers } from '@tsunagu/contracts';
import { join, makeEvent, startTestEventApp, type Caller, type EventApp } from '../../helpers/event-app.js';

let app: EventApp;
let organiser: Caller;
let event: HttpAnswers['createEvent'];
beforeAll(async () => {
  app = await startTestEventApp();
  organiser = await app.organiser();
  event = await makeEvent(organiser);
});
afterAll(() => app.close());

const state = async () => (await organiser.call('readConsole', { eventId: event.id })).body.state;
/** Readings of introductions that the log has ordered. */
const ordered = async (): Promise<number> => Number((await app.database.reader.query("SELECT count(*) FROM log WHERE event_id = $1 AND job->>'name' = 'extract-tags'", [event.id]))[0].count);

describe('feature 17: the organiser’s own vocabulary', () => {
  it('takes words with their spellings, adds to one that it has, and has every introduction read again', async () => {
    await join(app, event.joinCode);
    await join(app, event.joinCode, { introduction: undefined });
    const before = await ordered();
    expect((await organiser.call('addWords', { eventId: event.id }, { words: [{ label: '湘南未来会議' }] })).status).toBe(200);
    await organiser.call('addWords', { eventId: event.id }, { words: [{ label: '湘南未来会議', spellings: ['湘未'], kind: 'interest' }] });
    expect((await state()).words).toMatchObject([{ label: '湘南未来会議', spellings: ['湘未'], kind: 'interest', refused: false }]);
    expect(await ordered() - before).toBe(2);
    // of whichever revision is there by then, not of the one that was there when the word came
    const [last] = await app.database.reader.query("SELECT job->'data' AS data FROM log WHERE event_id = $1 AND job->>'name' = 'extract-tags' ORDER BY at DESC LIMIT 1", [event.id]);
    expect(last.data).toEqual({ eventId: event.id, participantId: expect.any(String) });
  });

  it('remembers what was refused, for which nothing is read again', async () => {
    const before = await ordered();
    await organiser.call('addWords', { eventId: event.id }, { words: [{ label: 'なんとなく', refused: true }] });
    expect((await state()).words.find(({ label }) => label === 'なんとなく')).toMatchObject({ refused: true });
    expect(await ordered()).toBe(before);
  });

  it('removes a word, and tells other consoles', async () => {
    const { words } = await state();
    await organiser.call('removeWord', { eventId: event.id, wordId: words.find(({ refused }) => !refused)!.id });
    expect((await state()).words.filter(({ refused }) => !refused)).toEqual([]);
    const [last] = await app.database.reader.query("SELECT payload FROM log WHERE stream = $1 AND type = 'words.changed' ORDER BY seq DESC LIMIT 1", [`console:${event.id}`]);
    expect(last.payload.words).toHaveLength(1);
    expect((await organiser.call('removeWord', { eventId: event.id, wordId: event.id })).status).toBe(404);
  });

  it('refuses a word that another word is written with already, and a spelling that is another word', async () => {
    const add = (label: string, ...spellings: string[]) => organiser.call('addWords', { eventId: event.id }, { words: [{ label, spellings }] });
    await add('ひなたテーブル', 'ヒナテ');
    for (const refused of [await add('ヒナテ'), await add('ﾋﾅﾃ'), await add('日なた', 'ひなたテーブル')]) {
      expect([refused.status, refused.problem.code, refused.problem.ja]).toEqual([409, 'words.other_spelling', expect.stringContaining('すでに「ひなたテーブル」の書き方のひとつです')]);
    }
    expect((await add('ひなたテーブル', 'ヒナテ', 'ひなテ')).status).toBe(200);
    expect((await organiser.call('addWords', { eventId: event.id }, { words: [{ label: 'ヒナテ', refused: true }] })).status).toBe(200);
    expect((await state()).words.map(({ label }) => label).filter((label) => /ひな|ヒナ|ﾋﾅ|日な/.test(label)).sort()).toEqual(['ひなたテーブル', 'ヒナテ'].sort());
  });

  it('loses no spelling and no kind of a word that is added again, also within one list', async () => {
    const add = (...words: { label: string; spellings?: string[]; kind?: 'skill' | 'interest' }[]) => organiser.call('addWords', { eventId: event.id }, { words });
    const word = async (of: string) => (await state()).words.find(({ label }) => label === of);
    await add({ label: 'みちくさ便', spellings: ['みちくさ号', '道草便'], kind: 'interest' });
    await add({ label: 'みちくさ便' }, { label: 'みちくさ便', spellings: ['道草便', 'みちくさバス'] });
    expect(await word('みちくさ便')).toMatchObject({ spellings: ['みちくさ号', '道草便', 'みちくさバス'], kind: 'interest' });
    await add({ label: 'さくら台サロン', spellings: ['桜台サロン'], kind: 'interest' }, { label: 'さくら台サロン' });
    expect(await word('さくら台サロン')).toMatchObject({ spellings: ['桜台サロン'], kind: 'interest' });
    const refused = await add({ label: 'みちくさ便', spellings: Array.from({ length: 10 }, (_, i) => `みちくさ${i}`) });
    expect([refused.status, refused.problem.code]).toEqual([409, 'words.too_many_spellings']);
    expect((await word('みちくさ便'))!.spellings).toHaveLength(3);
  });

  it('changes spellings and kind of a word, on record, and has every introduction read again', async () => {
    const { id: wordId } = (await state()).words.find(({ label }) => label === 'みちくさ便')!;
    const change = (spellings: string[], of = wordId) => organiser.call('changeWord', { eventId: event.id, wordId: of }, { spellings, kind: null });
    const before = await ordered();
    expect((await change(['みちくさ号'])).status).toBe(200);
    expect((await state()).words.find(({ id }) => id === wordId)).toMatchObject({ label: 'みちくさ便', spellings: ['みちくさ号'], kind: null, refused: false });
    expect(await ordered()).toBeGreaterThan(before);
    expect((await change(['桜台サロン'])).problem.code).toBe('words.other_spelling');
    expect((await change([], event.id)).status).toBe(404);
    expect((await organiser.call('listAudit', { eventId: event.id })).body.lines[0]).toMatchObject({ action: 'words.changed', detail: { words: ['みちくさ便'] } });
  });

  it('shows which tags their owners have made themselves', async () => {
    const person = await join(app, event.joinCode);
    await person.call('addTag', { eventId: event.id }, { label: '竹あかり', kind: 'skill' });
    expect((await state()).people.find(({ id }) => id === person.id)!.tags).toMatchObject([{ label: '竹あかり', added: true }]);
  });
});
