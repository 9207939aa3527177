// Writes libs/nlp/lexicon/readings.tsv: how the words of the lexicon sound, so that who writes in hiragana is understood. Run it after
// concepts have changed.
//   npm run build && node scripts/write-readings.mjs
import { writeFileSync } from 'node:fs';

const TARGET = new URL('../libs/nlp/lexicon/readings.tsv', import.meta.url);
const HEAD = '# Readings of the words of this lexicon by kuromoji, those of one concept only. Written by scripts/write-readings.mjs.';
const LENGTHS = [3, 12];

const toHiragana = (text) => text.replace(/[ァ-ヶ]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0x60));

/** The file's text: the first spelling with each reading; readings that two concepts share, and words of the lexicon, say nothing. */
export function readingsText(lexicon, tokenizer) {
  const words = new Map();
  for (const { id, spellings } of lexicon.concepts()) {
    for (const spelling of spellings) {
      const reading = /[一-鿿ァ-ヶ]/.test(spelling) && /^[一-鿿々ぁ-ゖァ-ヶー]+$/.test(spelling) ? readingOf(spelling, tokenizer) : undefined;
      if (reading === undefined || reading.length < LENGTHS[0] || reading.length > LENGTHS[1] || lexicon.meaning(reading)) continue;
      if (!words.has(reading)) words.set(reading, { id, spelling });
      else if (words.get(reading).id !== id) words.get(reading).shared = true;
    }
  }
  const lines = [...words].filter(([, { shared }]) => !shared).map(([reading, { spelling }]) => `${reading}\t${spelling}`);
  return `${[HEAD, ...lines.sort()].join('\n')}\n`;
}

function readingOf(word, tokenizer) {
  const tokens = tokenizer.tokenize(word, []);
  return tokens.every(({ reading, surface }) => reading || /^[ぁ-ゖァ-ヶー]+$/.test(surface)) ? toHiragana(tokens.map(({ reading, surface }) => reading || surface).join('')) : undefined;
}

if (process.argv[1]?.endsWith('write-readings.mjs')) {
  const { loadExtractor } = await import('../dist/libs/nlp/src/index.js');
  const { loadKuromoji } = await import('../dist/libs/nlp/src/text-to-tokens/kuromoji-tokenizer.js');
  const { lexicon } = await loadExtractor();
  writeFileSync(TARGET, readingsText(lexicon, await loadKuromoji()));
}
