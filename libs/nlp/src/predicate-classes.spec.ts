import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { createExtractor, type Extractor } from './extract-profile.js';
import { buildLexicon } from './lexicon-to-concepts/build-lexicon.js';
import { loadKuromoji } from './text-to-tokens/kuromoji-tokenizer.js';

/** A known word and one that no lexicon holds: the predicate alone must tell the kind. */
const WORDS = ['Python', '手話通訳'];

/** `[kind]` lines and turns of phrase with X for the word. */
function readClasses(): [kind: string, turn: string][] {
  let kind = '';
  return readFileSync(new URL('predicate-classes.txt', import.meta.url), 'utf8').split('\n').flatMap((line): [string, string][] => {
    const heading = /^\[(.+)\]$/.exec(line)?.[1];
    if (heading) kind = heading;
    return heading || !line || line.startsWith('#') ? [] : [[kind, line]];
  });
}

describe('feature 14: the predicate tells whether it is a skill, an interest, sought, or none of these', () => {
  let extractor: Extractor;
  beforeAll(async () => {
    extractor = createExtractor(await loadKuromoji(), buildLexicon([{ name: 'concepts/t.txt', text: '[情報技術 / 開発] kind=skill\nPython\n' }]).lexicon);
  });

  it.each(readClasses())('%s: %s', (kind, turn) => {
    for (const word of WORDS) {
      const kinds = new Set(extractor.extract(`${turn.replaceAll('X', word)}。`).tags.filter(({ label }) => label.includes(word)).map((tag) => tag.kind));
      if (kind === 'none') expect(kinds.has('skill')).toBe(false);
      else expect([...kinds]).toEqual([kind]);
    }
  });
});
