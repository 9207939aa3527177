import { eventInput, joinInput, localDay } from '@tsunagu/contracts';
import { addEvent, addToken, append, ensureOrganiser, enrol, hashToken, listEventsOf, lockOrganiser, makeToken, readSettings, type Database, type Transaction } from '@tsunagu/storage';
import { makeLoginPath } from './create-organiser.js';
import { DEMO_EVENT, DEMO_PEOPLE, type DemoPerson } from './demo/people.js';
import { writeJsonLine } from './json-lines.js';
import { parseOptions } from './parse-options.js';
import { UsageError } from './problems.js';
import { refusal } from './sentences.js';
import { withDatabase } from './with-database.js';

const USAGE = 'usage: tsunagu seed --demo';
const LOGIN = 'demo';

const toJoin = ({ nickname, affiliation, sector, language, introduction, jacket }: DemoPerson) => joinInput.parse({
  nickname, affiliation, sector, language: language ?? 'ja', consentVersion: 1, introduction, jackets: jacket ? [jacket] : [],
});

/** The demo event, made once: a second call finds the first one's. */
async function demoEvent(tx: Transaction): Promise<string> {
  const organiser = await ensureOrganiser(tx, LOGIN);
  await lockOrganiser(tx, organiser.id);
  const present = (await listEventsOf(tx, organiser.id)).find((event) => event.title === DEMO_EVENT.title && event.state !== 'closed');
  if (present) return present.id;
  const event = await addEvent(tx, organiser.id, eventInput.parse({ ...DEMO_EVENT, heldOn: localDay(new Date()) }));
  for (const invented of DEMO_PEOPLE) {
    const { person, tell } = await enrol(tx, event, toJoin(invented), null);
    // as if each had a phone in hand, whose token nobody has: who tries the demo can say 会いたい to them
    await addToken(tx, person, hashToken(makeToken()));
    await append(tx, event.id, tell);
  }
  return event.id;
}

/** What to open of the demo event, below the product's address. */
export interface DemoPaths { consolePath: string; joinPath: string; joinCode: string; wallPath: string; apiPath: string }

/** The demo event with its invented people, once, and a fresh one-time login link. */
export const seedDemo = (database: Database): Promise<DemoPaths> => database.transaction(async (tx) => {
  const { joinCode, wallSecret } = await readSettings(tx, await demoEvent(tx));
  return { consolePath: await makeLoginPath(tx, LOGIN, { operator: true }), joinPath: `/j/${joinCode}`, joinCode, wallPath: `/wall/${wallSecret}`, apiPath: '/api' };
});

/** `tsunagu seed --demo`: prints the paths to open. */
export async function run(args: string[]): Promise<void> {
  if (!parseOptions({ args, options: { demo: { type: 'boolean' } } }, USAGE).values.demo) throw new UsageError(refusal('arguments.wrong'), USAGE);
  await withDatabase(async (database) => writeJsonLine(await seedDemo(database)));
}
