// Writes libs/nlp/lexicon/kana-words.tsv: how words sound and are written, so that who writes in hiragana is understood. Words of the
// lexicon, as kuromoji reads them, and all words of the introductions and scenes that lie beside it, with IPADIC's context and a cost:
// IPADIC's own, less for what is often written. Run it after concepts have changed; half a minute.
//   npm run build && node scripts/write-kana-words.mjs
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const LEXICON = new URL('../libs/nlp/lexicon/', import.meta.url);
const TARGET = new URL('kana-words.tsv', LEXICON);
const HEAD = '# How words sound and are written. Written by scripts/write-kana-words.mjs: nouns of the lexicon, then with IPADIC\'s context and a cost what introductions and scenes are written with.';
const LENGTHS = [3, 12];

const HIRAGANA = /^[ぁ-ゖー]+$/;
const KANJI = /[一-鿿々]/;
const JAPANESE = /^[一-鿿々ぁ-ゖァ-ヶー]+$/;
/** What costs are made of, by trying: texts of other hands, read aloud by kuromoji and written again (docs/decisions/nlp-quality.md). */
const COST = { read: 3_000, often: 700, oneKana: 1_000, likeGrammar: 3_000 };
/** Words that hold a sentence together: they stay as they are. */
const GRAMMAR = new Set(['助詞', '助動詞', '接続詞', '感動詞', '連体詞', '記号', 'フィラー', 'その他']);
/** Besides, what hiragana of other words must not be taken for. */
const LIKE_GRAMMAR = new Set(['非自立', '接尾', '代名詞']);
/** IPADIC reads 日本 as にっぽん. */
const OTHER_READINGS = [['にほん', '日本'], ['にほんじん', '日本人']];

const toHiragana = (text) => text.replace(/[ァ-ヶ]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0x60));

/**
 * Lines of the lexicon's words: the name of the concept, or the first spelling, with each reading. Readings that two concepts share say nothing; what the lexicon
 * names in hiragana (ひきこもり), or writes so alone, stays so, whatever else sounds alike.
 */
export function lexiconLines(lexicon, tokenizer) {
  const words = new Map();
  const inHiragana = new Map();
  const isOfLength = ({ length }) => length >= LENGTHS[0] && length <= LENGTHS[1];
  for (const { id, spellings } of lexicon.concepts()) {
    for (const spelling of spellings) {
      if (HIRAGANA.test(spelling) && isOfLength(spelling)) inHiragana.set(spelling, { id, spelling });
      const reading = /[一-鿿ァ-ヶ]/.test(spelling) && JAPANESE.test(spelling) ? readingOf(spelling, tokenizer) : undefined;
      if (reading === undefined || !isOfLength(reading)) continue;
      const known = words.get(reading);
      if (!known || (known.id === id && spelling === id)) words.set(reading, { ...known, id, spelling });
      else if (known.id !== id) known.shared = true;
    }
  }
  for (const [reading, word] of inHiragana) if (reading === word.id || words.get(reading)?.shared || words.get(reading)?.id !== word.id) words.set(reading, word);
  return [...OTHER_READINGS, ...[...words].filter(([, { shared }]) => !shared).map(([reading, { spelling }]) => [reading, spelling])].map((word) => word.join('\t')).sort();
}

function readingOf(word, tokenizer) {
  const tokens = tokenizer.tokenize(word, []);
  return tokens.every(({ reading, surface }) => reading || /^[ぁ-ゖァ-ヶー]+$/.test(surface)) ? toHiragana(tokens.map(({ reading, surface }) => reading || surface).join('')) : undefined;
}

/** All introductions to learn from, and all scenes. */
function* writtenTexts(folder = LEXICON) {
  const below = (name) => readdirSync(new URL(name, folder), { recursive: true }).filter((file) => /\.(jsonl|txt)$/.test(file)).map((file) => readFileSync(new URL(`${name}/${file}`, folder), 'utf8').split('\n'));
  for (const lines of below('judgement/introductions')) yield* lines.filter(Boolean).map((line) => JSON.parse(line).text);
  for (const lines of below('encounters')) yield* lines.filter((line) => /^[-+*] /.test(line)).map((line) => line.split(' | ').at(-1));
}

/** IPADIC's entries that texts are written with, and how often. */
function countEntries(engine, texts) {
  const counts = new Map();
  for (const text of texts) {
    for (const sentence of text.normalize('NFKC').replace(/[^\u0000-\ud7ff\ue000-\uffff]/gu, '').split(/(?<=[。、！？!?\n])/).filter(Boolean)) {
      for (const { word_type, word_id } of engine.tokenize(sentence)) if (word_type === 'KNOWN') counts.set(word_id, (counts.get(word_id) ?? 0) + 1);
    }
  }
  const words = engine.token_info_dictionary;
  return [...counts].map(([id, count]) => {
    const [surface, pos, detail, subdetail, , , form, , reading = ''] = words.getFeatures(id).split(',');
    const [left, right, cost] = [0, 2, 4].map((at) => words.dictionary.getShort(id + at));
    return { count, left, right, cost, surface, pos, detail, subdetail, form, reading: toHiragana(reading) };
  });
}

const sumBy = (entries, keyOf) => entries.reduce((sums, entry) => sums.set(keyOf(entry), (sums.get(keyOf(entry)) ?? 0) + entry.count), new Map());

/** Lines of words that texts are written with: those with kanji, unless most write the word in hiragana. Names stay in hiragana. */
function corpusLines(entries) {
  const sound = ({ reading, pos, form }) => [reading, pos, pos === '名詞' ? '' : form].join();
  const inKana = sumBy(entries.filter(({ surface }) => HIRAGANA.test(surface)), sound);
  const inKanji = sumBy(entries.filter(({ surface }) => KANJI.test(surface)), sound);
  const grammar = sumBy(entries.filter(({ surface, pos, detail }) => HIRAGANA.test(surface) && (GRAMMAR.has(pos) || LIKE_GRAMMAR.has(detail))), ({ surface }) => surface);
  const lines = entries
    .filter(({ surface, pos, detail, reading }) => KANJI.test(surface) && JAPANESE.test(surface) && reading && !GRAMMAR.has(pos) && detail !== '数' && !(pos === '動詞' && detail !== '自立'))
    .filter((entry) => (inKana.get(sound(entry)) ?? 0) <= inKanji.get(sound(entry)))
    .map(({ surface, detail, subdetail, reading, left, right, cost, count }) => {
      const own = cost + COST.read - Math.round(COST.often * Math.log(count)) + (reading.length === 1 ? COST.oneKana : 0) + ((grammar.get(reading) ?? 0) > count ? COST.likeGrammar : 0);
      return [reading, detail === '固有名詞' && subdetail !== '地域' ? reading : surface, left, right, own].join('\t');
    });
  return lines.sort();
}

if (process.argv[1]?.endsWith('write-kana-words.mjs')) {
  const { loadExtractor } = await import('../dist/libs/nlp/src/index.js');
  const { buildEngine, loadKuromoji } = await import('../dist/libs/nlp/src/text-to-tokens/kuromoji-tokenizer.js');
  const engine = await buildEngine();
  const { lexicon } = await loadExtractor();
  const lines = [HEAD, ...lexiconLines(lexicon, await loadKuromoji()), ...corpusLines(countEntries(engine, writtenTexts()))];
  writeFileSync(TARGET, `${lines.join('\n')}\n`);
}
