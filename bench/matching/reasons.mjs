// Which sentences are quoted to two people who should meet, beside those that somebody marked in the rooms beside this script.
//   npm run build && node bench/matching/reasons.mjs
// Of all pairs of the rooms of the hands t to w for which some pair of sentences tells why: how often the first reason quotes one that
// does, how often the reason that quotes does, wherever it stands, and how often as many sentences of each drawn by lot would; and how
// many characters are quoted. The network has learnt from the rooms of a to s.
import { readFileSync } from 'node:fs';
import { buildEventIndex, explainPair } from '../../dist/libs/matching/src/index.js';
import { understandEvent } from '../../dist/apps/cli/src/understand-event.js';
import { loadReaders } from '../../dist/libs/nlp/src/index.js';
import { mean, readRooms } from './facilitators.mjs';

const ROOMS = new URL('rooms/', import.meta.url);
/** Stands between two sentences of one quote. */
const BETWEEN = ' … ';
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
  const quoted = reasons.find(({ type }) => type === 'scenes');
  const placesOf = (side, scenes) => side.quote.split(BETWEEN).map((quote) => scenes.get(quote).start);
  const tells = (reason) => Number(reason?.type === 'scenes' && placesOf(reason.mine, mine).some((one) => placesOf(reason.theirs, theirs).some((other) => told.includes([one, other].join()))));
  const chance = quoted ? mean(choices([...mine.values()], placesOf(quoted.mine, mine).length).flatMap((some) => choices([...theirs.values()], placesOf(quoted.theirs, theirs).length)
    .map((others) => Number(some.some((one) => others.some((other) => told.includes([one.start, other.start].join()))))))) : 0;
  return { first: tells(reasons[0]), quoted: tells(quoted), quotes: Number(reasons[0]?.type === 'scenes'), chance, letters: quoted ? quoted.mine.quote.length + quoted.theirs.quote.length : 0 };
}

/** All ways to take one or two of some things. */
function choices(things, count) {
  return count === 1 ? things.map((thing) => [thing]) : things.flatMap((thing, at) => things.slice(at + 1).map((other) => [thing, other]));
}

const share = (name) => mean(shares.map((one) => one[name])).toFixed(3);
console.log(`${shares.length} pairs: of the first reasons ${share('quotes')} quote and ${share('first')} quote two sentences that tell; of the reasons that quote ${share('quoted')} do, of as many by lot ${share('chance')}; ${mean(shares.map(({ letters }) => letters)).toFixed(0)} characters`);
