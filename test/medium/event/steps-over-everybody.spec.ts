import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { HttpAnswers } from '@tsunagu/contracts';
import { append, readCandidates, readMe, readPerson, readTeamOf, tellCandidates, tellMe, tellPerson, tellTeam } from '@tsunagu/storage';
import { makeEvent, startTestEventApp, type Caller, type EventApp } from '../../helpers/event-app.js';
import { finishRun } from '../../helpers/finish-run.js';

const PEOPLE = 12;
let app: EventApp;
let organiser: Caller;
let event: HttpAnswers['createEvent'];
let ids: string[];
beforeAll(async () => {
  app = await startTestEventApp();
  organiser = await app.organiser();
  event = await makeEvent(organiser);
  const people = Array.from({ length: PEOPLE }, (_, n) => ({ nickname: `人${n}`, introduction: '写真を撮ります。' }));
  ids = (await organiser.call('registerPeople', { eventId: event.id }, { people, consentVersion: 1, again: false } as never)).body.people.map(({ participantId }) => participantId);
  await app.database.reader.query("INSERT INTO candidate (participant_id, other_id, event_id, rank, score, card, reasons) SELECT a.id, b.id, a.event_id, 1, 0.5, '{}', '[]' FROM participant a JOIN participant b ON b.event_id = a.event_id AND b.id <> a.id WHERE a.event_id = $1", [event.id]);
});
afterAll(() => app.close());

const at = () => ({ eventId: event.id });
/** What every page's following asks is asked all the time. */
const OF_FOLLOWING = /\b(FROM|INTO|UPDATE) "?(stream|log|position|match_request)\b/;

/** How often a step asks the store the same question, at most. */
async function oftenest(step: () => Promise<{ status: number }>): Promise<number> {
  const runner = Object.getPrototypeOf(app.database.source.createQueryRunner()) as { query: (sql: string) => Promise<unknown> };
  const asked = jest.spyOn(runner, 'query');
  try {
    expect((await step()).status).toBeLessThan(300);
    const counts = new Map<string, number>();
    for (const [sql] of asked.mock.calls) if (!OF_FOLLOWING.test(sql)) counts.set(sql, (counts.get(sql) ?? 0) + 1);
    expect(counts.size).toBeGreaterThan(3);
    return Math.max(...counts.values());
  } finally {
    asked.mockRestore();
  }
}

const version = async (): Promise<number> => (await organiser.call('readEvent', at())).body.version;
const change = async (patch: object) => organiser.call('changeEvent', at(), { ...patch, version: await version() } as never);

async function publish(): Promise<{ status: number }> {
  const { proposalId } = (await organiser.call('formTeams', at(), { teamSize: { min: 2, max: 3 } })).body;
  await finishRun(app.database, { ...at(), proposalId }, Array.from({ length: PEOPLE / 3 }, (_, n) => ({ members: ids.slice(n * 3, n * 3 + 3) })));
  const draft = (await organiser.call('readConsole', at())).body.state.proposal!;
  return organiser.call('publish', { ...at(), proposalId }, { version: draft.version, why: '' });
}

it('a step over everybody asks the store no question as often as there are people', async () => {
  const steps: [string, () => Promise<{ status: number }>][] = [
    ['checked in', () => organiser.call('checkIn', at(), { participantIds: ids, here: true })],
    ['published', publish],
    ['checked out', () => organiser.call('checkIn', at(), { participantIds: ids, here: false })],
    ['checked in again', () => organiser.call('checkIn', at(), { participantIds: ids, here: true })],
    ['read again with a word', () => organiser.call('addWords', at(), { words: [{ label: '湘南', spellings: [], kind: 'interest' }] } as never)],
    ['ranked again by a theme', () => change({ theme: '海' })],
    ['closed', () => change({ state: 'closed' })],
    ['opened', () => change({ state: 'open' })],
  ];
  const often: Record<string, number> = {};
  for (const [name, step] of steps) often[name] = await oftenest(step);
  expect(Object.entries(often).filter(([, times]) => times >= PEOPLE)).toEqual([]);
});

it('whoever is told together with others is told what they would be told alone', async () => {
  const rows: { type: string; id: string; payload: object }[] = await app.database.transaction(async (tx) => {
    const from = await tx.query("SELECT coalesce(max(seq), 0) AS seq FROM log WHERE stream = 'console:' || $1::text", [event.id]);
    await append(tx, event.id, ids.flatMap((id) => [tellMe(id), tellTeam(id), tellCandidates(id), tellPerson(event.id, id)]));
    return tx.query(
      `SELECT DISTINCT ON (stream, type, about) type, about[1] AS id, payload FROM log WHERE event_id = $1 AND type IN ('me.changed', 'team.changed', 'candidates.changed', 'person.changed')
       AND (stream NOT LIKE 'console%' OR seq > $2) ORDER BY stream, type, about, seq DESC`, [event.id, from[0].seq]);
  });
  const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
  const reader = app.database.reader;
  for (const id of ids) {
    const told = (type: string) => rows.filter((row) => row.type === type && JSON.stringify(row).includes(id));
    expect(told('me.changed').map(({ payload }) => payload)).toContainEqual(plain({ me: await readMe(reader, id, { withText: false }) }));
    expect(told('person.changed').map(({ payload }) => payload)).toContainEqual(plain({ person: await readPerson(reader, id) }));
    expect(told('team.changed').map(({ payload }) => payload)).toContainEqual(plain({ team: await readTeamOf(reader, id) }));
    expect((await readTeamOf(reader, id))?.members).toHaveLength(3);
    expect((await readCandidates(reader, id)).length).toBeGreaterThan(0);
    expect(rows.filter((row) => row.type === 'candidates.changed').map(({ payload }) => payload)).toContainEqual(plain({ candidates: await readCandidates(reader, id) }));
  }
});
