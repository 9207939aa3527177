import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LexiconFile } from './parse-lexicon.js';

/** The lexicon folder of this repository, found upward from this file: the built code lies elsewhere than the source. */
export function lexiconFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const candidate = join(folder, 'libs/nlp/lexicon');
    if (existsSync(join(folder, 'package.json')) && existsSync(candidate)) return candidate;
    const parent = dirname(folder);
    if (parent === folder) throw new Error('Expected a folder libs/nlp/lexicon beside a package.json above this file');
    folder = parent;
  }
}

/** Reads `concepts/*.txt` and `links/*.txt`, in the order of their names. */
export async function readLexiconFiles(folder = lexiconFolder()): Promise<LexiconFile[]> {
  const names: string[] = [];
  for (const part of ['concepts', 'links']) {
    const inside = existsSync(join(folder, part)) ? await readdir(join(folder, part)) : [];
    names.push(...inside.filter((name) => name.endsWith('.txt')).sort().map((name) => `${part}/${name}`));
  }
  return Promise.all(names.map(async (name) => ({ name, text: await readFile(join(folder, name), 'utf8') })));
}
