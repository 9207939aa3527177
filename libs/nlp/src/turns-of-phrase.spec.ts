import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { createExtractor, type Extractor } from './extract-profile.js';
import { buildLexicon } from './lexicon-to-concepts/build-lexicon.js';
import { loadKuromoji } from './text-to-tokens/kuromoji-tokenizer.js';

/** Hardly any concepts: what a turn of phrase says must not hang on the lexicon. */
const CONCEPTS = `
[情報技術 / 開発] kind=skill
Python
統計学 = 統計
[職業 / 医療] kind=skill
看護師
エンジニア
デザイナー
[趣味 / 遊び] kind=interest
登山 = 山登り
写真撮影 = 写真
`;

type Line = [text: string, tags: string[]];

/** `[heading]` lines and `text → kind:label, kind:label` lines. */
function readTables(): [heading: string, lines: Line[]][] {
  const tables: [string, Line[]][] = [];
  for (const line of readFileSync(new URL('turns-of-phrase.txt', import.meta.url), 'utf8').split('\n')) {
    const heading = /^\[(.+)\]$/.exec(line)?.[1];
    if (heading) tables.push([heading, []]);
    const [text, tags] = line.split(' →');
    if (tags !== undefined && !line.startsWith('#')) tables[tables.length - 1][1].push([text, tags.trim() ? tags.trim().split(', ') : []]);
  }
  return tables;
}

describe('turns of phrase', () => {
  let extractor: Extractor;
  beforeAll(async () => {
    extractor = createExtractor(await loadKuromoji(), buildLexicon([{ name: 'concepts/t.txt', text: CONCEPTS }]).lexicon);
  });

  describe.each(readTables())('%s', (_heading, lines) => {
    it.each(lines)('%s', async (text, expected) => {
      expect((await extractor.extract(text)).tags.map(({ kind, label }) => `${kind}:${label}`).sort()).toEqual(expected);
    });
  });
});
