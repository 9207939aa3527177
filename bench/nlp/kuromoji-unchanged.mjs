// Shows that loading kuromoji's dictionary sooner and narrowing its trie's window change nothing: 10,000 made lines through an
// untouched kuromoji and through ours.
//   npm run build && node bench/nlp/kuromoji-unchanged.mjs [lines=10000]
import { buildEngine, quickenLoading, quickenSearch } from '../../dist/libs/nlp/src/text-to-tokens/kuromoji-tokenizer.js';
import { makeTexts } from './texts.mjs';

async function build() {
  const from = process.cpuUsage();
  const tokenizer = await buildEngine();
  return { tokenizer, loadMs: cpuMsSince(from) };
}

const cpuMsSince = (from) => {
  const { user, system } = process.cpuUsage(from);
  return Math.round((user + system) / 1000);
};

const untouched = await build();
quickenLoading();
const quick = await build();
quickenSearch(quick.tokenizer);

const lines = makeTexts(Number(process.argv[2] ?? 10_000), 7).map((text, at) => (at % 3 === 0 ? text.replace(/[、。!！\n]/g, '') : text));
const read = ({ tokenizer, loadMs }) => {
  const from = process.cpuUsage();
  const tokens = lines.map((line) => JSON.stringify(tokenizer.tokenize(line)));
  return { tokens, loadMs, readMs: cpuMsSince(from) };
};
const [before, after] = [read(untouched), read(quick)];
const changed = lines.filter((_, at) => before.tokens[at] !== after.tokens[at]).length;
console.log(JSON.stringify({ lines: lines.length, changed, loadCpuMs: [before.loadMs, after.loadMs], readCpuMs: [before.readMs, after.readMs] }));
process.exitCode = changed === 0 ? 0 : 1;
