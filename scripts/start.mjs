// npm start: the whole product with one command. `npm run start:event` and `npm run start:matching` start one service,
// any number of each. On a fresh clone it first installs the npm packages and builds.
import { existsSync } from 'node:fs';
import process from 'node:process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { requireNode } from './prepare/require-node.mjs';
import { Problem } from './problem.mjs';

const parent = process.ppid; // read first: npm may be told to end while we still install or build

const WHICH = { undefined: ['matching', 'event'], event: ['event'], matching: ['matching'] };

async function start(names) {
  requireNode();
  process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));
  if (existsSync('.env')) process.loadEnvFile('.env');
  const { prepare } = await import('./prepare/prepare.mjs');
  await prepare({ say: console.log });
  const { runProduct } = await import('./run/run-product.mjs');
  await runProduct({ names, parent });
}

const names = WHICH[process.argv[2]];
if (!names) {
  console.error('usage: npm start | npm run start:event | npm run start:matching');
  process.exit(2);
}
start(names).catch((error) => {
  console.error(error instanceof Problem ? error.message : error);
  process.exit(1);
});
