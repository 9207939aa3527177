// Shows that narrowing kuromoji's trie window changes nothing: 10,000 made lines through an untouched kuromoji and through ours.
//   node bench/nlp/trie-window.mjs [lines=10000]
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { makeTexts } from './texts.mjs';

const require = createRequire(import.meta.url);
const kuromoji = require('kuromoji');
const build = () => new Promise((resolve, reject) => kuromoji.builder({ dicPath: join(dirname(require.resolve('kuromoji/package.json')), 'dict') }).build((error, built) => (error ? reject(error) : resolve(built))));
const [untouched, narrowed] = [await build(), await build()];
const { narrowTrie } = await import('../../dist/libs/nlp/src/text-to-tokens/kuromoji-tokenizer.js');
narrowTrie(narrowed);

const lines = makeTexts(Number(process.argv[2] ?? 10_000), 7).map((text, at) => (at % 3 === 0 ? text.replace(/[、。!！\n]/g, '') : text));
const time = (tokenizer) => {
  const from = process.cpuUsage();
  const tokens = lines.map((line) => JSON.stringify(tokenizer.tokenize(line)));
  const { user, system } = process.cpuUsage(from);
  return { tokens, cpuMs: Math.round((user + system) / 1000) };
};
const [before, after] = [time(untouched), time(narrowed)];
const changed = lines.filter((_, at) => before.tokens[at] !== after.tokens[at]).length;
console.log(JSON.stringify({ lines: lines.length, changed, untouchedCpuMs: before.cpuMs, narrowedCpuMs: after.cpuMs }));
process.exitCode = changed === 0 ? 0 : 1;
