// What each file of the lexicon is worth: candidates beside the facilitators' grades with all of them, and with one left out.
//   npm run build && node bench/matching/ablation.mjs
// Kept in step with test/gold-events; links of a file that is left out are gone, concepts stay.
import { buildLexicon, readLexiconFiles } from '../../dist/libs/nlp/src/index.js';
import { balanceAttention, buildEventIndex, rankPeople } from '../../dist/libs/matching/src/index.js';
import { understandEvent } from '../../dist/apps/cli/src/understand-event.js';
import { loadReaders } from '../../dist/libs/nlp/src/index.js';
import { likeTheFacilitator, mean, readRooms } from './facilitators.mjs';

const events = readRooms(new URL('../../test/gold-events/', import.meta.url), /^e\d+\.json$/);
const everyFile = await readLexiconFiles();
const readers = await loadReaders();

/** Figures per event where the words and links come from these files; tags are read with the whole lexicon. */
async function figures(files, { balanced = true } = {}) {
  const { lexicon } = buildLexicon(files);
  const graph = lexicon.graph();
  readers.extractor.lexicon.setEveryday(lexicon.everyday);
  return Promise.all(events.map(async ({ file, grades }) => {
    const { event, people } = await understandEvent(file, readers);
    const index = buildEventIndex(graph, people, event);
    const lists = new Map(people.map(({ id }) => [id, rankPeople(index, id, { top: 30 })]));
    return likeTheFacilitator(balanced ? balanceAttention(lists) : lists, grades);
  }));
}

const print = (name, values) => console.log(`${name.padEnd(42)} ${values.map((value) => value.toFixed(3)).join('  ')}  mean ${mean(values).toFixed(4)}`);

console.log(`${''.padEnd(42)} ${events.map(({ name }) => name.slice(0, 5).padEnd(5)).join('  ')}`);
print('all files', await figures(everyFile));
print('all files, attention not shared', await figures(everyFile, { balanced: false }));
print('no everyday words at all', await figures(everyFile.map((file) => (file.name.startsWith('situations/') && !file.name.endsWith('/names.txt') ? { ...file, text: '' } : file))));
print('no links between everyday things', await figures(everyFile.map((file) => (file.name.endsWith('situations/names.txt') ? { ...file, text: file.text.replaceAll(/ >>? .*$/gm, '') } : file))));
for (const left of everyFile.filter(({ name }) => name.startsWith('links/') || (name.startsWith('situations/') && !name.endsWith('/names.txt')))) {
  print(`without ${left.name}`, await figures(everyFile.map((file) => (file === left ? { ...file, text: '' } : file))));
}
