// Asks Tsunagu for tags and candidates over Redis or PostgreSQL, and prints each result as a line of JSON.
//
//     npm install
//     TSUNAGU_URL=redis://… TSUNAGU_PREFIX=… node ask.mjs
//     TSUNAGU_URL=postgres://… TSUNAGU_SCHEMA=… node ask.mjs
import { randomUUID } from 'node:crypto';
import { openQueue, openWorker } from './place.mjs';

const PEOPLE = [
  { id: 'hanako', intro: '写真を撮るのが得意です。動画を編集できる人を探しています。' },
  { id: 'taro', intro: '動画編集の仕事をしています。写真が撮れる人を探しています。' },
  { id: 'jiro', intro: '防災に興味があります。料理が得意です。' },
];
const REPLY_TO = 'results.node'; // a queue of our own: other programs of this service keep theirs

const requests = openQueue('requests');
const waiting = new Map();
const results = openWorker(REPLY_TO, async ({ data: result }) => {
  // At least once: a result may come twice. Who no longer waits for this id has had it.
  waiting.get(result.id)?.(result);
  waiting.delete(result.id);
});

async function ask(pattern, data) {
  const id = randomUUID(); // send the same id again after a crash: it is answered once
  const result = new Promise((done) => { waiting.set(id, done); });
  await requests.add(pattern, { version: 1, id, replyTo: REPLY_TO, deadline: new Date(Date.now() + 60_000).toISOString(), data });
  return result;
}

for (const [pattern, data] of [
  ['match.tags', { texts: PEOPLE.map(({ id, intro }) => ({ id, text: intro })) }],
  ['match.candidates', { people: PEOPLE, top: 2 }],
  ['match.candidates', { people: 'everybody' }], // refused, with the field that is wrong
]) console.log(JSON.stringify(await ask(pattern, data)));
await results.close();
await requests.close();
