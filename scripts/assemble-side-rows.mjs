// node scripts/assemble-side-rows.mjs: libs/matching/src/tags-to-similarity/side-rows.wat as WebAssembly, base64 in a module
// beside it, so that nothing has to be copied or assembled where the product is built. A test holds the two together.
import { readFile, writeFile } from 'node:fs/promises';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import loadWabt from 'wabt';

const place = (name) => fileURLToPath(new URL(`../libs/matching/src/tags-to-similarity/${name}`, import.meta.url));

/** The module that side-rows.wat becomes. */
export async function assembleSideRows() {
  const wabt = await loadWabt();
  const module = wabt.parseWat('side-rows.wat', await readFile(place('side-rows.wat'), 'utf8'), { simd: true });
  const base64 = Buffer.from(module.toBinary({}).buffer).toString('base64');
  return `/** side-rows.wat, assembled by scripts/assemble-side-rows.mjs. */\nexport const sideRowsWasm = '${base64}';\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeFile(place('side-rows.wasm.ts'), await assembleSideRows());
