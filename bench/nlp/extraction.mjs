// Throughput of the whole extraction beside bare kuromoji (and MeCab where installed) on the same texts,
// what a text lacks and gives as a whole and by sentence, time and memory to load, and the slowest legal inputs. Needs a build. Prints a table, then one line of JSON.
//   node bench/nlp/extraction.mjs [texts=2000]
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { makeTexts } from './texts.mjs';

const require = createRequire(import.meta.url);
const count = Number(process.argv[2] ?? 2000);
const texts = makeTexts(count);
const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
const rss = () => Math.round(process.memoryUsage.rss() / 1e6);

/** Processor seconds of this process, all threads: a busy machine does not count. */
const cpu = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1e6; };
async function measure(run) {
  let best = Infinity;
  for (let pass = 0; pass < 3; pass++) {
    const from = cpu();
    await run();
    best = Math.min(best, cpu() - from);
  }
  return best;
}

const loadFrom = { wall: performance.now(), cpu: cpu(), rss: rss() };
const { loadReaders } = await import('../../dist/libs/nlp/src/index.js');
const { extractor, encounters } = await loadReaders();
const load = { wallMs: Math.round(performance.now() - loadFrom.wall), cpuMs: Math.round((cpu() - loadFrom.cpu) * 1000), rssMb: rss(), concepts: extractor.lexicon.size };
const extraction = await measure(async () => { for (const text of texts) await extractor.extract(text); });
// slow: a tenth of the texts
const some = texts.slice(0, Math.ceil(count / 10));
const encountering = await measure(async () => { for (const introduction of some) await encounters({ introduction }); });

const kuromoji = require('kuromoji');
const bare = await new Promise((resolve, reject) => kuromoji.builder({ dicPath: join(dirname(require.resolve('kuromoji/package.json')), 'dict') }).build((error, built) => (error ? reject(error) : resolve(built))));
const tokenising = await measure(() => texts.forEach((text) => bare.tokenize(text)));

const lines = texts.map((text) => text.replaceAll('\n', ' ')).join('\n');
const mecabFrom = performance.now();
const mecab = spawnSync('mecab', [], { input: lines, maxBuffer: 1 << 30 });
const mecabSeconds = mecab.error || mecab.status !== 0 ? undefined : (performance.now() - mecabFrom) / 1000;

const worst = {};
for (const [name, text] of [['1,000 characters without punctuation', lines.replace(/[^ぁ-んァ-ヶ一-龠]/g, '').slice(0, 1000)], ['1,000 × ア', 'ア'.repeat(1000)], ['1,000 × a', 'a'.repeat(1000)], ['1,000 × 漢', '漢'.repeat(1000)], ['500 × (が', '(が'.repeat(500)], ['1,000 characters of short English words', 'we mend old nets fix bikes sew '.repeat(33).slice(0, 1000)]]) worst[name] = Math.round(await measure(() => extractor.extract(text)) * 1000);

const rate = (seconds) => (seconds === undefined ? undefined : +(bytes / 1e6 / seconds).toFixed(3));
const result = { texts: count, megabytes: +(bytes / 1e6).toFixed(2), load, mbPerCpuSecond: { extraction: rate(extraction), kuromoji: rate(tokenising), mecab: rate(mecabSeconds) }, share: +(tokenising / extraction).toFixed(2), msPerText: { tags: +(extraction / count * 1000).toFixed(1), lacksAndGives: +(encountering / some.length * 1000).toFixed(1) }, worstCpuMs: worst };
console.table({ 'whole extraction': { 'MB/s': rate(extraction) }, 'bare kuromoji': { 'MB/s': rate(tokenising) }, 'mecab (wall time)': { 'MB/s': rate(mecabSeconds) ?? 'not installed' } });
console.table(worst);
console.log(JSON.stringify(result));
