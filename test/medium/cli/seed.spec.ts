import { seedDemo } from '../../../apps/cli/src/seed.js';
import { startTestEventApp, type EventApp } from '../../helpers/event-app.js';

let app: EventApp;
beforeAll(async () => { app = await startTestEventApp(); });
afterAll(() => app.close());

it('the demo is made once, of people to each of whom 会いたい can be said', async () => {
  const [first, second] = [await seedDemo(app.database), await seedDemo(app.database)];
  expect(second.joinCode).toBe(first.joinCode);
  const [{ people, phones }] = await app.database.reader.query('SELECT count(*)::int AS people, count(*) FILTER (WHERE EXISTS (SELECT 1 FROM participant_token t WHERE t.participant_id = p.id))::int AS phones FROM participant p');
  expect(people).toBeGreaterThan(30);
  expect(phones).toBe(people);
});
