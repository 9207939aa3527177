// Candidates beside the facilitators' grades of the rooms beside this script, by how much each part of a pair's score counts.
//   npm run build && node bench/matching/shares.mjs
// The rooms of the hands k to w are for choosing numbers by; the network has learnt from those of a to j (scripts/learn-networks).
// test/gold-events is what the choice is judged by.
import { balanceAttention, buildEventIndex, rankPeople } from '../../dist/libs/matching/src/index.js';
import { defaultWeights } from '../../dist/libs/matching/src/tags-to-similarity/weights.js';
import { understandEvent } from '../../dist/apps/cli/src/understand-event.js';
import { loadReaders } from '../../dist/libs/nlp/src/index.js';
import { likeTheFacilitator, mean, readRooms } from './facilitators.mjs';

const readers = await loadReaders();
const graph = readers.extractor.lexicon.graph();
const rooms = [];
for (const { name, file, grades } of readRooms(new URL('rooms/', import.meta.url), /^[k-w]-[a-z-]+\.json$/)) rooms.push({ hand: name[0], grades, ...await understandEvent(file, readers) });
const hands = [...new Set(rooms.map(({ hand }) => hand))];

function print(label, weights) {
  const figures = rooms.map(({ hand, event, people, grades }) => {
    const index = buildEventIndex(graph, people, event, { weights: { ...defaultWeights, ...weights } });
    return { hand, figure: likeTheFacilitator(balanceAttention(new Map(people.map(({ id }) => [id, rankPeople(index, id, { top: 30 })]))), grades) };
  });
  const byHand = hands.map((hand) => mean(figures.filter((one) => one.hand === hand).map(({ figure }) => figure)).toFixed(3));
  console.log(`${label.padEnd(24)} ${byHand.join('  ')}  mean ${mean(figures.map(({ figure }) => figure)).toFixed(4)}`);
}

console.log(`${''.padEnd(24)} ${hands.map((hand) => hand.padEnd(5)).join('  ')}`);
print('as decided', {});
for (const encounter of [0, 0.3, 0.4, 0.5, 0.7, 0.8]) print(`encounter ${encounter}`, { encounter });
for (const wording of [0, 0.15, 0.4]) print(`wording ${wording}`, { wording });
for (const aspects of [0, 0.08, 0.25]) print(`aspects ${aspects}`, { aspects });
for (const themes of [0.3, 0.7, 0.9]) print(`themes ${themes}`, { themes, complement: 1 - themes });
for (const sectorMix of [0, 0.05, 0.2]) print(`sectorMix ${sectorMix}`, { sectorMix });
