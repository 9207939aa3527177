// Writes the sentences of rooms and of introductions that meet, as the product quotes them, and which of them tell why two people should
// meet: run it after a build.
//   node scripts/learn-networks/write-scenes.mjs [FILE = .tmp/learn-networks/scenes.jsonl]
// One room or file a line: { room, directed, people: { id: { text, scenes: [quote] } }, pairs: [[id, other, [[scene of id, scene of other]]]],
// strangers: [[id, other]] }. Where a room is directed, the other one of a pair has what the first lacks.
// The pairs of scenes that tell are as somebody has marked them, those of rooms best first; where none tells, the list is empty. Strangers
// should not meet.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { parseEncounterModel } from '../../dist/libs/nlp/src/index.js';
import { readEncounterFiles } from '../../dist/libs/nlp/src/lexicon-to-concepts/lexicon-files.js';
import { scenesOf } from '../../dist/libs/nlp/src/text-to-encounters/read-encounter.js';
import { readRooms } from '../../bench/matching/facilitators.mjs';
import { readBlocks, withoutStars } from '../learn-encounters/read-blocks.mjs';

const ROOMS = new URL('../../bench/matching/rooms/', import.meta.url);
const INTRODUCTIONS = new URL('../../libs/nlp/lexicon/encounters/introductions/', import.meta.url);
const { positionals: [out = '.tmp/learn-networks/scenes.jsonl'] } = parseArgs({ allowPositionals: true });
const words = parseEncounterModel(await readEncounterFiles());

const rooms = readRooms(ROOMS, /^[a-z]-[a-z-]+\.json$/).map(({ name, file, grades }) => {
  const room = name.replace('.json', '');
  const scenes = new Map(file.participants.map(({ id, intro = '' }) => [id, scenesOf(intro, words)]));
  const at = (id, start) => scenes.get(id).findIndex(({ span }) => span[0] === start);
  const reasons = Object.entries(JSON.parse(readFileSync(new URL(`${room}.reasons.json`, ROOMS), 'utf8')));
  const pairs = reasons.flatMap(([id, others]) => Object.entries(others).map(([other, told]) => [id, other, told.map(([mine, theirs]) => [at(id, mine), at(other, theirs)])]));
  const ids = [...scenes].filter(([, told]) => told.length).map(([id]) => id);
  const strangers = ids.flatMap((id) => ids.filter((other) => id < other && !grades[id]?.[other] && !grades[other]?.[id]).map((other) => [id, other]));
  const people = Object.fromEntries(file.participants.map((person) => [person.id, { text: textOf(person), scenes: scenes.get(person.id).map(({ quote }) => quote) }]));
  return { room, directed: false, people, pairs: pairs.filter(([, , told]) => told.every((both) => !both.includes(-1))), strangers };
});
const files = readdirSync(INTRODUCTIONS).sort().map((name) => meetingsOf(name.replace('.txt', ''), readBlocks(readFileSync(new URL(name, INTRODUCTIONS), 'utf8'))));
const lines = [...rooms, ...files].map((one) => JSON.stringify(one));
mkdirSync(dirname(out), { recursive: true });
writeFileSync(out, `${lines.join('\n')}\n`);
console.log(`${out}: ${rooms.length} rooms, ${files.length} files of introductions`);

/**
 * The introductions of blocks as people of one room. Of each block one lack and one gift are a pair, told by the sentences before which a
 * star stands; who lacks in it and who gives in the next are strangers.
 */
function meetingsOf(name, blocks) {
  const people = {}, telling = {};
  const sides = blocks.map(({ lacks, gives }, number) => [lacks, gives].map((side, sideAt) => side.map(({ role, text: starred }, at) => {
    const { text: intro, starts } = withoutStars(starred);
    const scenes = scenesOf(intro, words);
    const id = [number, sideAt, at].join();
    people[id] = { text: textOf({ affiliation: role, intro }), scenes: scenes.map(({ quote }) => quote) };
    telling[id] = scenes.flatMap(({ span }, scene) => (starts.includes(span[0]) ? [scene] : []));
    return id;
  })));
  const pairs = sides.map(([lacks, gives], number) => [lacks[number % lacks.length], gives[number % gives.length]]);
  return {
    room: `introductions/${name}`, directed: true, people,
    pairs: pairs.filter((both) => both.every((id) => telling[id].length)).map(([lack, gift]) => [lack, gift, telling[lack].flatMap((mine) => telling[gift].map((theirs) => [mine, theirs]))]),
    strangers: pairs.slice(1).map(([, gift], before) => [pairs[before][0], gift]).filter((both) => both.every((id) => people[id].scenes.length)),
  };
}

/** All texts of a person in the order in which they are read together. */
function textOf({ affiliation, intro, data_jackets: jackets = [] }) {
  return [affiliation, intro, ...jackets.map(({ title, description }) => [title, description].filter(Boolean).join('\n'))].filter(Boolean).join('。');
}
