import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { readCandidates } from '@tsunagu/storage';
import { TextReader } from '../../../apps/matching/src/threads/text-reader.js';
import { waitFor } from '../../helpers/wait-for.js';
import { TeamsDesk } from './teams-desk.js';

let teams: TeamsDesk;
beforeAll(async () => { teams = await TeamsDesk.open(); });
afterAll(() => teams.close());

it('after an upgrade everybody is read once more, by whichever run comes first, and not again', async () => {
  const { desk, engine, stores } = teams;
  const event = await desk.openEvent();
  await teams.people(event, 6);
  await stores.database.reader.query("UPDATE encounter SET texts = 'of what read them before'");
  const reads = jest.spyOn(engine.app.get(TextReader), 'encountersOf');
  await teams.formed(event);
  expect(reads.mock.calls.map(([people]) => people.length)).toEqual([6]);
  await waitFor('what was read is kept', async () => (await stores.database.reader.query("SELECT 1 FROM encounter WHERE texts = 'of what read them before'")).length === 0);
  await teams.formed(event);
  expect(reads).toHaveBeenCalledTimes(1);
});

it('a text that takes its thread with it, or a theme that does, costs nobody their candidates', async () => {
  const { desk, stores } = teams;
  const event = await desk.openEvent({ theme: '{"hangsIn":"concepts"}' });
  const people = [];
  for (const fields of [{ hangsIn: 'encounter' }, {}, {}]) people.push(await desk.enter(event, { tags: [['skill', people.length ? '編集' : '写真'], ['seeking', people.length ? '写真' : '編集']], ...fields }));
  await desk.settled(60);
  const lists = await Promise.all(people.map(({ id }) => readCandidates(stores.database.reader, id)));
  expect(lists.map((list) => list.length)).toEqual([2, 2, 2]);
  expect(await stores.database.reader.query('SELECT job, job_error FROM log WHERE job_error IS NOT NULL')).toEqual([]);
});
