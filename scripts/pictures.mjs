// npm run pictures: starts the product with its demo event on a fresh data folder, walks through its pages as people do,
// and writes what they see: what the documents show into docs/pictures/, every other state, in light and dark, large
// letters and each language, into .tmp/pictures/. `npm run pictures -- phone` takes only those whose names begin like that.
import process from 'node:process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { requireNode } from './prepare/require-node.mjs';
import { Problem } from './problem.mjs';

async function takeAll(wanted) {
  requireNode();
  process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));
  const [{ prepare }, { prepareTestTools }] = await Promise.all([import('./prepare/prepare.mjs'), import('./prepare/test-tools.mjs')]);
  await prepare({ say: console.log });
  await prepareTestTools({ say: console.log });
  const { takePictures } = await import('./pictures/take-pictures.mjs');
  for (const { file, kilobytes } of await takePictures({ shown: 'docs/pictures', rest: '.tmp/pictures', wanted })) console.log(`${file}  ${kilobytes} kB`);
}

takeAll(process.argv[2] ?? '').catch((error) => {
  console.error(error instanceof Problem ? error.message : error);
  process.exitCode = 1;
});
