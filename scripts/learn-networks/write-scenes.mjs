// Writes the sentences of rooms, as the product quotes them, and which of them tell why two people should meet: run it after a build.
//   node scripts/learn-networks/write-scenes.mjs [FILE = .tmp/learn-networks/scenes.jsonl]
// One room a line: { room, people: { id: { text, scenes: [quote] } }, pairs: [[id, other, [[scene of id, scene of other]]]], strangers: [[id, other]] }.
// The pairs of scenes that tell are as somebody has marked them, best first; where none tells, the list is empty. Strangers should not meet.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseEncounterModel } from '../../dist/libs/nlp/src/index.js';
import { readEncounterFiles } from '../../dist/libs/nlp/src/lexicon-to-concepts/lexicon-files.js';
import { scenesOf } from '../../dist/libs/nlp/src/text-to-encounters/read-encounter.js';
import { readRooms } from '../../bench/matching/facilitators.mjs';

const ROOMS = new URL('../../bench/matching/rooms/', import.meta.url);
const [out = '.tmp/learn-networks/scenes.jsonl'] = process.argv.slice(2);
const words = parseEncounterModel(await readEncounterFiles());

const lines = readRooms(ROOMS, /^[a-z]-[a-z-]+\.json$/).map(({ name, file, grades }) => {
  const room = name.replace('.json', '');
  const scenes = new Map(file.participants.map(({ id, intro = '' }) => [id, scenesOf(intro, words)]));
  const at = (id, start) => scenes.get(id).findIndex(({ span }) => span[0] === start);
  const reasons = Object.entries(JSON.parse(readFileSync(new URL(`${room}.reasons.json`, ROOMS), 'utf8')));
  const pairs = reasons.flatMap(([id, others]) => Object.entries(others).map(([other, told]) => [id, other, told.map(([mine, theirs]) => [at(id, mine), at(other, theirs)])]));
  const ids = [...scenes].filter(([, told]) => told.length).map(([id]) => id);
  const strangers = ids.flatMap((id) => ids.filter((other) => id < other && !grades[id]?.[other] && !grades[other]?.[id]).map((other) => [id, other]));
  const people = Object.fromEntries(file.participants.map((person) => [person.id, { text: textOf(person), scenes: scenes.get(person.id).map(({ quote }) => quote) }]));
  return JSON.stringify({ room, people, pairs: pairs.filter(([, , told]) => told.every((both) => !both.includes(-1))), strangers });
});
mkdirSync(dirname(out), { recursive: true });
writeFileSync(out, `${lines.join('\n')}\n`);
console.log(`${out}: ${lines.length} rooms`);

/** All texts of a person in the order in which they are read together. */
function textOf({ affiliation, intro, data_jackets: jackets = [] }) {
  return [affiliation, intro, ...jackets.map(({ title, description }) => [title, description].filter(Boolean).join('\n'))].filter(Boolean).join('。');
}
