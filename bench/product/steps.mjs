// What a step costs in an event of many beside one of few, in the same run, on the event service alone: steps of 100 people inside their
// teams, all at once, and steps of an organiser over everybody.
//   npm run bench -- steps · or after npm run build: node bench/product/steps.mjs [--few 100] [--many 1000]
import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { participantCookie } from '../../dist/apps/event/src/access/cookies.js';
import { startEventApp } from '../../dist/apps/event/src/start-event-app.js';
import { readSettings } from '../../dist/libs/config/src/index.js';
import { migrateQueues } from '../../dist/libs/messaging/src/index.js';
import { addLoginLink, addToken, append, changeProposal, ensureOrganiser, findProposal, hashToken, makeToken, migrate, openDatabase, openEmbeddedPostgres, tellProposal } from '../../dist/libs/storage/src/index.js';
import { makeFolder, removeFolder } from './start-product.mjs';

const { values } = parseArgs({ options: { few: { type: 'string', default: '100' }, many: { type: 'string', default: '1000' } } });
const AT_ONCE = 100;
const TEAM = 4;

const folder = makeFolder();
const embedded = await openEmbeddedPostgres({ dataDir: folder });
const url = typeof embedded.url === 'string' ? embedded.url : embedded.url.connectionString;
const settings = readSettings({ DATABASE_URL: url, PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'silent', RATE_LIMIT_FACTOR: '1000', QUEUE_NAMESPACE: `b${randomBytes(6).toString('hex')}` });
await migrate(url);
await migrateQueues({ databaseUrl: url, redisUrl: settings.REDIS_URL, namespace: settings.QUEUE_NAMESPACE, services: settings.SERVICES });
const app = await startEventApp(settings);
const database = await openDatabase(url, 3);
const sql = (text, parameters = []) => database.reader.query(text, parameters);
const api = `http://127.0.0.1:${app.getHttpServer().address().port}/api/v1`;

async function call(cookie, method, path, body) {
  const answer = await fetch(api + path, { method, body: body && JSON.stringify(body), headers: { 'x-tsunagu': '1', cookie, ...(body ? { 'content-type': 'application/json' } : {}) } });
  const text = await answer.text();
  return { status: answer.status, json: text ? JSON.parse(text) : null, cookie: answer.headers.getSetCookie()[0]?.split(';')[0] };
}
async function must(...request) {
  const answer = await call(...request);
  if (answer.status >= 300) throw new Error(`${request[1]} ${request[2]}: ${answer.status} ${JSON.stringify(answer.json)}`);
  return answer;
}

const link = makeToken();
await addLoginLink(database.reader, (await ensureOrganiser(database.reader, 'bench')).id, hashToken(link), new Date(Date.now() + 60_000));
const { cookie: desk } = await must('', 'POST', '/organiser/login-links', { token: link });

/** An event of so many who are here, each with a text, eight tags and ten candidates, and a draft that seats them all. */
async function makeRoom(people) {
  const { json: event } = await must(desk, 'POST', '/events', { recipe: 'ideathon', title: `${people}人`, heldOn: new Date().toISOString().slice(0, 10), capacity: people });
  await sql(`INSERT INTO participant (event_id, nickname, affiliation, team_wish, language, here, shows, reading)
    SELECT $1, '人' || n, '所属' || n % 50, 'looking', 'ja', true, '{"skill":true,"interest":true,"seeking":true,"data":true}', 'read' FROM generate_series(1, $2::int) n`, [event.id, people]);
  await sql("INSERT INTO introduction (participant_id, event_id, revision, text, shown) SELECT id, event_id, 1, repeat('写真を撮って歩くのが好きです。', 10), true FROM participant WHERE event_id = $1", [event.id]);
  await sql(`INSERT INTO statement (event_id, participant_id, revision, kind, label, concept, role, score, evidence, rule, found_as)
    SELECT p.event_id, p.id, 1, (ARRAY['skill','interest','seeking'])[1 + k % 3], '言葉' || (k * 37 + hashtext(p.id::text) & 255), '概念' || (k * 37 + hashtext(p.id::text) & 255), CASE WHEN k > 5 THEN 'knowledge' END, 0.8, '[[0,4]]', 'r', 'x'
    FROM participant p, generate_series(1, 8) k WHERE p.event_id = $1`, [event.id]);
  const reasons = (n) => [1, 2, 3].map((k) => ({ type: 'shared', labels: [`言葉${k}`], text: { ja: `人${n}さんと人${n + 1}さんは「言葉${k}」に関心があります。`, en: `Both care about word ${k}, and so on and on.`, yasashii: `ふたりは 「言葉${k}」に きょうみが あります。` } }));
  await sql(`INSERT INTO candidate (participant_id, other_id, event_id, rank, score, card, reasons)
    SELECT a.id, b.id, $1, r, 0.5, '{"nickname":"x","affiliation":null,"tags":[],"jackets":[],"isNew":false}', $2
    FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM participant WHERE event_id = $1) a, generate_series(1, 10) r, (SELECT id, row_number() OVER (ORDER BY id) AS n FROM participant WHERE event_id = $1) b
    WHERE b.n = 1 + (a.n + r * 7) % $3::int`, [event.id, JSON.stringify(reasons(1)), people]);
  await sql('ANALYZE');
  const ids = (await sql('SELECT id FROM participant WHERE event_id = $1 ORDER BY id', [event.id])).map(({ id }) => id);
  const { json: { proposalId } } = await must(desk, 'POST', `/events/${event.id}/proposals`, { teamSize: { min: 3, max: TEAM } });
  const teams = [];
  for (let from = 0; from < people; from += TEAM) {
    const [{ id }] = await sql('SELECT gen_random_uuid() AS id');
    teams.push({ id, number: teams.length + 1, name: `チーム${teams.length + 1}`, locked: false, theme: null, score: 0.5, reasons: reasons(from), members: ids.slice(from, from + TEAM).map((participantId) => ({ participantId, pinned: false })) });
  }
  await database.transaction(async (tx) => {
    const { version } = await findProposal(tx, event.id, proposalId);
    await changeProposal(tx, { id: proposalId, version, status: 'forming' }, { status: 'draft', plan: { teams, unplaced: [] }, objective: 0.5, baseline: 0.2 });
    await append(tx, event.id, [tellProposal(event.id)]);
  });
  const phones = [];
  for (const id of ids.slice(0, AT_ONCE)) {
    const token = makeToken();
    await addToken(database.reader, { id, eventId: event.id }, hashToken(token));
    phones.push(`${participantCookie(event.id)}=${token}`);
  }
  return { event, ids, proposalId, phones };
}

async function timed(work) {
  const began = performance.now();
  const refused = await work();
  return { ms: Math.round(performance.now() - began), ...(typeof refused === 'number' && refused > 0 ? { refused } : {}) };
}

async function measure(people) {
  process.stderr.write(`an event of ${people}\n`);
  const { event, ids, proposalId, phones } = await makeRoom(people);
  const path = `/events/${event.id}`;
  const patch = async (fields) => must(desk, 'PATCH', path, { ...fields, version: (await must(desk, 'GET', path)).json.version });
  const draft = (await must(desk, 'GET', `${path}/console`)).json.state.proposal;
  const publish = await timed(async () => { await must(desk, 'POST', `${path}/proposals/${proposalId}/publication`, { version: draft.version, why: '' }); });
  const bytes = async () => Number((await sql("SELECT coalesce(sum(length(payload::text)), 0) AS bytes FROM log WHERE stream = 'console:' || $1::text", [event.id]))[0].bytes);
  const before = await bytes();
  const atOnce = (method, at, body) => timed(async () => (await Promise.all(phones.map((phone) => call(phone, method, path + at, body)))).filter(({ status }) => status >= 300).length);
  const accept = await atOnce('PUT', '/me/seat', { accepted: true });
  const consoleKb = Math.round((await bytes() - before) / 1_000);
  const tag = await atOnce('POST', '/me/tags', { label: '海', kind: 'interest' });
  const checkIns = (here) => timed(async () => { for (let from = 0; from < people; from += 500) await must(desk, 'POST', `${path}/check-ins`, { participantIds: ids.slice(from, from + 500), here }); });
  const over = {
    publish,
    'a word': await timed(async () => { await must(desk, 'POST', `${path}/words`, { words: [{ label: '湘南', spellings: [], kind: 'interest' }] }); }),
    'a theme': await timed(async () => { await patch({ theme: '海辺のまち' }); }),
    'check out': await checkIns(false),
    'check in': await checkIns(true),
    close: await timed(async () => { await patch({ state: 'closed' }); }),
    open: await timed(async () => { await patch({ state: 'open' }); }),
  };
  const leave = await atOnce('PUT', '/me/presence', { left: true });
  return { consoleKb, inside: { [`${AT_ONCE} accept at once`]: accept, [`${AT_ONCE} add a tag at once`]: tag, [`${AT_ONCE} leave at once`]: leave }, over };
}

const [fewPeople, manyPeople] = [Number(values.few), Number(values.many)];
await measure(fewPeople); // warms up: the first event pays for compiling and for the store's caches
const [few, many] = [await measure(fewPeople), await measure(manyPeople)];
const round = (value) => Math.round(value * 10) / 10;
const rows = ['inside', 'over'].flatMap((kind) => Object.keys(few[kind]).map((step) => {
  const [a, b] = [few[kind][step], many[kind][step]];
  return { step, [`${fewPeople} (ms)`]: a.ms, [`${manyPeople} (ms)`]: b.ms, ratio: round(b.ms / a.ms), ...(kind === 'over' ? { 'ratio a person': round(b.ms / a.ms / (manyPeople / fewPeople)) } : {}), refused: b.refused ?? 0 };
}));
console.table(rows);
console.log(`pushed to each console while ${AT_ONCE} accept: ${few.consoleKb} kB of ${fewPeople}, ${many.consoleKb} kB of ${manyPeople}`);
console.log(JSON.stringify({ bench: 'product/steps', people: [fewPeople, manyPeople], consoleKb: [few.consoleKb, many.consoleKb], steps: rows }));
await app.close();
await database.source.destroy();
await embedded.close();
removeFolder(folder);
process.exit(0);
