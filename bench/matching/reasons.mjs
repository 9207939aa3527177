// Which sentences are quoted to two people who should meet, beside those that somebody marked in the rooms beside this script.
//   npm run build && node bench/matching/reasons.mjs
// Of all pairs of the rooms of the hands t to w for which some pair of sentences tells why: how often the first reason quotes one that
// does, how often the reason that quotes does, wherever it stands, and how often two sentences drawn by lot would. The network has learnt from the rooms of a to s.
import { readFileSync } from 'node:fs';
import { buildEventIndex, explainPair } from '../../dist/libs/matching/src/index.js';
import { understandEvent } from '../../dist/apps/cli/src/understand-event.js';
import { loadReaders } from '../../dist/libs/nlp/src/index.js';
import { mean, readRooms } from './facilitators.mjs';

const ROOMS = new URL('rooms/', import.meta.url);
const readers = await loadReaders();
const graph = readers.extractor.lexicon.graph();
const shares = [];
for (const { name, file } of readRooms(ROOMS, /^[t-w]-[a-z-]+\.json$/)) {
  const { event, people } = await understandEvent(file, readers);
  const index = buildEventIndex(graph, people, event);
  const intros = new Map(file.participants.map(({ id, intro }) => [id, intro]));
  for (const [id, others] of Object.entries(JSON.parse(readFileSync(new URL(name.replace('.json', '.reasons.json'), ROOMS), 'utf8')))) {
    for (const [other, told] of Object.entries(others)) {
      if (told.length) shares.push(judge({ index, mine: scenesAt(index, intros, id), theirs: scenesAt(index, intros, other), told: told.map(String) }, id, other));
    }
  }
}

/** The scenes of a person by their quote, with where they begin. */
function scenesAt(index, intros, id) {
  return new Map((index.get(id).person.scenes ?? []).map((scene) => [scene.quote, { ...scene, start: intros.get(id).indexOf(scene.quote) }]));
}

/** Whether the first reason, the reason that quotes and two sentences by lot are among those marked. */
function judge({ index, mine, theirs, told }, id, other) {
  const reasons = explainPair(index, id, other);
  const tells = (reason) => Number(reason?.type === 'scenes' && told.includes([mine.get(reason.mine.quote).start, theirs.get(reason.theirs.quote).start].join()));
  return { first: tells(reasons[0]), quoted: tells(reasons.find(({ type }) => type === 'scenes')), quotes: Number(reasons[0]?.type === 'scenes'), chance: told.length / (mine.size * theirs.size) };
}

const share = (name) => mean(shares.map((one) => one[name])).toFixed(3);
console.log(`${shares.length} pairs: of the first reasons ${share('quotes')} quote and ${share('first')} quote two sentences that tell; of the reasons that quote ${share('quoted')} do, of two sentences by lot ${share('chance')}`);
