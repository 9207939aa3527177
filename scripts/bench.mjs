// `npm run bench [-- NAME …]`: measures, one bench after the other, each as a table and a line of JSON. Speed is claimed here and nowhere else.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { requireNode } from './prepare/require-node.mjs';
import { Problem } from './problem.mjs';

const BENCHES = {
  reading: 'bench/nlp/extraction.mjs',
  candidates: 'bench/matching/candidates.mjs',
  grouping: 'bench/matching/grouping.mjs',
  teams: 'bench/matching/teams.mjs',
  submissions: 'bench/product/submissions.mjs',
  requests: 'bench/product/requests.mjs',
  board: 'bench/product/board-frames.mjs',
  steps: 'bench/product/steps.mjs',
  waking: 'bench/product/waking.mjs',
  wall: 'bench/product/wall-hours.mjs',
};

const names = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
const unknown = names.filter((name) => !(name in BENCHES));
if (unknown.length) {
  console.error(`no bench "${unknown[0]}"; there are: ${Object.keys(BENCHES).join(', ')}`);
  process.exit(2);
}
requireNode();
const { prepare } = await import('./prepare/prepare.mjs');
await prepare({ say: (sentence) => console.error(sentence) }).catch((error) => {
  console.error(error instanceof Problem ? error.message : error);
  process.exit(1);
});
let failed = 0;
for (const [name, file] of Object.entries(BENCHES)) {
  if (names.length && !names.includes(name)) continue;
  console.log(`\n# ${name}`);
  if (!existsSync(file) || spawnSync(process.execPath, ['--expose-gc', file], { stdio: 'inherit' }).status !== 0) failed++;
}
process.exit(failed ? 1 : 0);
